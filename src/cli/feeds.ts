import { Command } from 'commander';
import { addFeeds, type FeedRow, listFeeds, setFeedStatus } from '../io/store/feeds.ts';
import { createReader } from '../pipeline/reader.ts';
import { type FeedTest, testFeed } from '../pipeline/test-feed.ts';
import { openSource } from '../service/open-source.ts';
import { configOf, withStore } from './context.ts';
import { CommandFailure } from './failure.ts';
import { plain, print, printJson, printTable } from './output.ts';

/** `chipwatch feeds …`: what is watched, and how it fares. */
export function feedsCommand(): Command {
  const feeds = new Command('feeds').description('the feeds that are watched');
  feeds
    .command('list')
    .description('all feeds with their health')
    .option('--json', 'print JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        const rows = await listFeeds(db);
        if (options.json) printJson(rows.map(health));
        else if (rows.length === 0) print('No feeds are watched. Add one: npx chipwatch feeds add URL');
        else
          printTable(
            ['state', 'outlet', 'last success', 'failures', 'next poll', 'url', 'last error'],
            rows.map((row) => [
              state(row),
              `${row.origin === 'sample' ? '[SAMPLE] ' : ''}${row.outlet}`,
              minute(row.succeeded_at),
              String(row.failures),
              row.status === 'active' ? minute(row.next_poll_at) : '-',
              row.url,
              row.last_error ?? '',
            ]),
          );
      });
    });
  feeds
    .command('add')
    .description('watch a feed, or the feed that a page announces')
    .argument('<url>')
    .option('--outlet <name>', 'the name that people see')
    .option('--language <tag>', 'BCP 47, where the feed does not say')
    .option('--category <name>')
    .action(
      async (
        url: string,
        options: { outlet?: string; language?: string; category?: string },
        command: Command,
      ) => {
        const config = configOf(command);
        const found = await test(config, url);
        if (found.status === 'failed') throw new CommandFailure(`${url}: ${found.reason}`);
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
  feeds
    .command('remove')
    .description('stop watching a feed; its items stay')
    .argument('<url>')
    .action(async (url: string, _options: unknown, command: Command) => {
      await withStore(configOf(command), async ({ db }) => {
        if (!(await setFeedStatus(db, url, 'removed'))) throw new CommandFailure(`${url} is not watched.`, 3);
        print(`No longer watching ${url}.`);
      });
    });
  feeds
    .command('test')
    .description('fetch and read a feed without storing anything')
    .argument('<url>')
    .option('--json', 'print JSON')
    .action(async (url: string, options: { json?: boolean }, command: Command) => {
      const found = await test(configOf(command), url);
      if (options.json) printJson(found);
      else printTest(found);
      if (found.status === 'failed') process.exitCode = 1;
    });
  return feeds;
}

async function test(config: ReturnType<typeof configOf>, url: string): Promise<FeedTest> {
  if (!URL.canParse(url)) throw new CommandFailure(`"${url}" is not a URL.`, 2);
  const source = await openSource(config);
  const reader = createReader({ threads: 1, topics: config.topics, entities: config.entities });
  try {
    return await testFeed({ source, reader }, url);
  } finally {
    await reader.close();
    await source.close();
  }
}

function printTest(found: FeedTest): void {
  if (found.status === 'failed') {
    print(`${found.url}: ${found.reason}`);
    for (const feed of found.announced) print(`  the page announces ${feed}`);
    return;
  }
  print(`${plain(found.title ?? '(no title)')} — ${found.format}, ${found.entries} entries`);
  print(`  ${found.url}`);
  for (const problem of found.problems) print(`  note: ${plain(problem)}`);
  printTable(
    ['published', 'title', 'link'],
    found.latest.map((entry) => [minute(entry.published ?? null), entry.title ?? '', entry.link ?? '']),
  );
}

function health(row: FeedRow): unknown {
  return {
    url: row.url,
    outlet: row.outlet,
    title: row.title,
    origin: row.origin,
    state: state(row),
    lastSuccess: row.succeeded_at,
    failures: row.failures,
    nextPoll: row.status === 'active' ? row.next_poll_at : null,
    lastError: row.last_error,
  };
}

function state(row: FeedRow): string {
  if (row.status !== 'active') return row.status;
  if (row.polled_at === null) return 'new';
  return row.failures === 0 ? 'ok' : 'failing';
}

function minute(date: Date | null): string {
  return date === null ? '-' : date.toISOString().slice(0, 16).replace('T', ' ');
}
