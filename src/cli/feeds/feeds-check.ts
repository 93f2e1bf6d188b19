import { Command } from 'commander';
import { count } from '../../core/messages/phrases.ts';
import type { FeedTest } from '../../pipeline/feeds/test-feed.ts';
import { allFeeds } from './all-feeds.ts';
import { configOf, withStore } from '../context.ts';
import { wholeOption } from '../option-values.ts';
import { minute, print, printJson, printTable } from '../output.ts';

interface CheckedFeed {
  readonly url: string;
  readonly outlet: string;
  readonly found: FeedTest;
  readonly ms: number;
}

/** `chipwatch feeds check`: fetches and reads every watched feed, and stores nothing. */
export function feedsCheckCommand(): Command {
  return new Command('check')
    .description('fetch and read all watched feeds without storing anything; exit 1 when one fails')
    .option('--concurrency <n>', 'hosts asked at a time', wholeOption(1, 64), 8)
    .option('--json', 'print JSON')
    .action(async (options: { concurrency: number; json?: boolean }, command: Command) => {
      const config = configOf(command);
      const feeds = await withStore(config, ({ db }) => allFeeds(config, db));
      const wanted = [...feeds.rows, ...feeds.pending].map(({ url, outlet }) => ({ url, outlet }));
      // Loaded only here, because this module is loaded for all commands on feeds.
      const [{ withFeedReader }, { startProgress }] = await Promise.all([
        import('./feed-reader.ts'),
        import('../progress.ts'),
      ]);
      const progress = startProgress(wanted.length, 'feeds');
      const checked = await withFeedReader(config, (read) =>
        eachHost(wanted, options.concurrency, async (feed): Promise<CheckedFeed> => {
          const started = performance.now();
          // An HTML page at the address of a watched feed fails at each poll, even if it announces a feed. So it is
          // reported.
          const found = await read(feed.url, false);
          progress.step(feed.outlet);
          return { ...feed, found, ms: Math.round(performance.now() - started) };
        }),
      ).finally(() => progress.stop());
      if (options.json) printJson(checked.map(asJson));
      else printChecked(checked);
      if (checked.some(({ found }) => found.status === 'failed')) process.exitCode = 1;
    });
}

/**
 * Runs `work` on all feeds, several hosts at a time, but one host's feeds one after the other. Results keep the
 * order.
 */
async function eachHost<T extends { readonly url: string }, R>(
  feeds: readonly T[],
  concurrency: number,
  work: (feed: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const hosts = new Map<string, number[]>();
  feeds.forEach(({ url }, index) => {
    const { host } = new URL(url);
    hosts.set(host, [...(hosts.get(host) ?? []), index]);
  });
  const waiting = [...hosts.values()];
  const workers = Array.from({ length: Math.min(concurrency, waiting.length) }, async () => {
    for (let host = waiting.shift(); host !== undefined; host = waiting.shift())
      for (const index of host) results[index] = await work(feeds[index] as T);
  });
  await Promise.all(workers);
  return results;
}

function asJson({ url, outlet, found, ms }: CheckedFeed): unknown {
  return found.status === 'ok'
    ? {
        url,
        outlet,
        outcome: 'ok',
        format: found.format,
        entries: found.entries,
        newest: found.newest ?? null,
        ms,
        problems: found.problems,
      }
    : { url, outlet, outcome: 'failed', reason: found.reason, announced: found.announced, ms };
}

function printChecked(checked: readonly CheckedFeed[]): void {
  if (checked.length === 0) {
    print('No feeds are watched. Add one: npx chipwatch feeds add URL');
    return;
  }
  printTable(
    ['outcome', 'entries', 'newest', 'ms', 'outlet', 'url', 'remarks'],
    checked.map(({ url, outlet, found, ms }) => [
      found.status,
      found.status === 'ok' ? String(found.entries) : '-',
      found.status === 'ok' ? minute(found.newest) : '-',
      String(ms),
      outlet,
      url,
      remarks(found),
    ]),
  );
  const failed = checked.filter(({ found }) => found.status === 'failed').length;
  print(`${count(checked.length, 'feed')}, ${failed} failed.`);
}

function remarks(found: FeedTest): string {
  if (found.status === 'ok') return found.problems.join('; ');
  return [found.reason, ...found.announced.map((url) => `the page announces ${url}`)].join('; ');
}
