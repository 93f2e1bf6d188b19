import { Command } from 'commander';
import type { Config } from '../../config/load-config.ts';
import type { Database } from '../../io/store/database.ts';
import { addFeeds, type FeedRow, findFeed, listFeeds, setFeedStatus } from '../../io/store/feeds/feeds.ts';
import { didYouMean } from '../../core/words/nearest-word.ts';
import type { FeedTest } from '../../pipeline/feeds/test-feed.ts';
import { allFeeds } from './all-feeds.ts';
import { configOf, withStore } from '../context.ts';
import { languageOption } from './language-options.ts';
import { requireWebAddress } from '../option-values.ts';
import { CommandFailure } from '../failure.ts';
import { feedHealth, printHealth } from './feed-health.ts';
import { feedsCheckCommand } from './feeds-check.ts';
import { feedsExportCommand, feedsImportCommand } from './feeds-opml.ts';
import { minute, plain, print, printJson, printTable } from '../output.ts';

/** `chipwatch feeds …`: lists and changes the watched feeds. */
export function feedsCommand(): Command {
  return new Command('feeds')
    .description('the feeds that are watched')
    .addCommand(listCommand())
    .addCommand(addCommand())
    .addCommand(removeCommand())
    .addCommand(pauseCommand())
    .addCommand(resumeCommand())
    .addCommand(testCommand())
    .addCommand(feedsCheckCommand())
    .addCommand(feedsImportCommand())
    .addCommand(feedsExportCommand());
}

function listCommand(): Command {
  return new Command('list')
    .description('all feeds with their health')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      const config = configOf(command);
      await withStore(config, async ({ db }) => {
        const feeds = await feedHealth(db, await allFeeds(config, db), new Date());
        if (options.json) printJson(feeds);
        else if (feeds.length === 0) print('No feeds are watched. Add one: npx chipwatch feeds add URL');
        else printHealth(feeds);
      });
    });
}

function addCommand(): Command {
  return new Command('add')
    .description('watch a feed, or the feed that a page announces')
    .argument('<url>')
    .option('--outlet <name>', 'the name that people see')
    .option('--language <tag>', 'BCP 47, where the feed does not say', languageOption)
    .option('--category <name>')
    .action(
      async (
        url: string,
        options: { outlet?: string; language?: string; category?: string },
        command: Command,
      ) => {
        const config = configOf(command);
        const found = await test(config, url);
        if (found.status === 'failed') throw new CommandFailure(`${url}: ${plain(found.reason)}`);
        await withStore(config, async ({ db }) => {
          const outlet = options.outlet ?? found.title ?? new URL(found.url).hostname;
          const added = await addFeeds(db, [
            { url: found.url, outlet, language: options.language, category: options.category, origin: 'cli' },
          ]);
          print(
            added.length === 0
              ? `${found.url} is watched already.`
              : `Watching ${found.url} (${plain(outlet)}, ${found.entries} entries).`,
          );
        });
      },
    );
}

function removeCommand(): Command {
  return new Command('remove')
    .description('stop watching a feed; its items stay')
    .argument('<url>')
    .action(async (url: string, _options: unknown, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const feed = await watched(db, url);
        await setFeedStatus(db, feed.url, 'removed');
        print(`No longer watching ${feed.url}.`);
        if (feed.origin === 'config')
          print('It is in the configuration: take it out there too, or the next start watches it again.');
      });
    });
}

function pauseCommand(): Command {
  return new Command('pause')
    .description('stop polling a feed until it is resumed; a restart does not resume it')
    .argument('<url>')
    .action(async (url: string, _options: unknown, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const feed = await watched(db, url);
        await setFeedStatus(db, feed.url, 'paused');
        print(feed.status === 'paused' ? `${feed.url} is paused already.` : `Paused ${feed.url}.`);
      });
    });
}

function resumeCommand(): Command {
  return new Command('resume')
    .description('poll a paused or gone feed again, at once')
    .argument('<url>')
    .action(async (url: string, _options: unknown, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const feed = await watched(db, url);
        if (feed.status === 'active') {
          print(`${feed.url} is not paused; its next poll is at ${minute(feed.next_poll_at)} UTC.`);
          return;
        }
        await setFeedStatus(db, feed.url, 'active');
        print(`Resumed ${feed.url}.`);
      });
    });
}

function testCommand(): Command {
  return new Command('test')
    .description('fetch and read a feed without storing anything')
    .argument('<url>')
    .option('--json', 'print JSON')
    .action(async (url: string, options: { json?: boolean }, command: Command) => {
      const found = await test(configOf(command), url);
      if (options.json) printJson(found);
      else printTest(found);
      if (found.status === 'failed') process.exitCode = 1;
    });
}

/** @throws CommandFailure when no such feed is watched */
async function watched(db: Database, url: string): Promise<FeedRow> {
  requireWebAddress(url);
  const feed = (await findFeed(db, url)) ?? (await findFeed(db, new URL(url).href));
  if (feed === undefined || feed.status === 'removed')
    throw new CommandFailure(
      `${url} is not watched${didYouMean(url, await watchedAddresses(db))}; see: chipwatch feeds list`,
      3,
    );
  return feed;
}

async function watchedAddresses(db: Database): Promise<string[]> {
  return (await listFeeds(db)).map(({ url }) => url);
}

async function test(config: Config, url: string): Promise<FeedTest> {
  requireWebAddress(url);
  // Loaded only here: a list needs no reader.
  const { withFeedReader } = await import('./feed-reader.ts');
  return withFeedReader(config, (read) => read(url));
}

function printTest(found: FeedTest): void {
  if (found.status === 'failed') {
    print(`${found.url}: ${plain(found.reason)}`);
    for (const feed of found.announced) print(`  the page announces ${plain(feed)}`);
    return;
  }
  print(`${plain(found.title ?? '(no title)')} — ${found.format}, ${found.entries} entries`);
  print(`  ${found.url}`);
  for (const problem of found.problems) print(`  note: ${plain(problem)}`);
  printTable(
    ['published', 'title', 'link'],
    found.latest.map((entry) => [minute(entry.published), entry.title ?? '', entry.link ?? '']),
  );
}
