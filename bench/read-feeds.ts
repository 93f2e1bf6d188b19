// Compares the speed of the feed readers with rss-parser alone, by size of the feed, and shows how parsing on a
// thread affects the event loop.
//   node bench/read-feeds.ts [--seconds 8]
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import Parser from 'rss-parser';
import { decodeDocument } from '../src/core/encoding/decode.ts';
import { assembleFeed } from '../src/core/feeds/assemble-feed.ts';
import { DEFAULT_FEED_LIMITS } from '../src/core/feeds/limits.ts';
import { parseFeed } from '../src/core/feeds/parse-feed.ts';
import { readTolerant } from '../src/core/feeds/read-tolerant.ts';
import { readWithRssParser } from '../src/core/feeds/read-with-rss-parser.ts';
import { createThreadPool } from '../src/io/threads/thread-pool.ts';
import type { ParseFeedOutcome, ParseFeedTask } from '../src/pipeline/threads/parse-feed.ts';

const { values: args } = parseArgs({ options: { seconds: { type: 'string', default: '8' } } });
const url = 'https://bench.example/feed';

/** A feed of about this many bytes, made of a fixture's items with new links. */
function grown(name: string, bytes: number): string {
  const text = readFileSync(new URL(`../fixtures/feeds/${name}`, import.meta.url), 'utf8');
  const items = text.match(/<(item|entry)[\s>][\s\S]*?<\/\1>/g) ?? [];
  const first = text.indexOf(items[0] ?? '');
  const end = text.slice(text.lastIndexOf(items.at(-1) ?? '') + (items.at(-1)?.length ?? 0));
  const body = `<description>${'&lt;p&gt;Long text of a story &amp;amp; its &lt;a href="/x"&gt;links&lt;/a&gt;.&lt;/p&gt;'.repeat(12)}</description>`;
  const isAtom = text.includes('<entry');
  const parts: string[] = [];
  for (let i = 0, length = 0; length < bytes; i++) {
    const item = (items[i % items.length] ?? '')
      .replace(/(<(?:guid|id)[^>]*>)/, `$1${i}-`)
      .replace(/<\/(item|entry)>$/, isAtom ? '</$1>' : `${body}</$1>`);
    parts.push(item);
    length += item.length;
  }
  return text.slice(0, first) + parts.join('\n') + end;
}

const plainParser = new Parser();
const READERS: Record<string, (bytes: Uint8Array) => unknown> = {
  'rss-parser alone': (bytes) => plainParser.parseString(Buffer.from(bytes).toString('utf8')),
  'parseFeed, as it chooses': (bytes) => parseFeed(bytes, { url }),
  'by rss-parser': async (bytes) => {
    const document = await readWithRssParser(decode(bytes), DEFAULT_FEED_LIMITS.maxEntries);
    return document && assembleFeed(document, url, DEFAULT_FEED_LIMITS);
  },
  'by the tolerant reader': (bytes) => {
    const document = readTolerant(decode(bytes), url, DEFAULT_FEED_LIMITS);
    return document && assembleFeed(document, url, DEFAULT_FEED_LIMITS);
  },
};
const decode = (bytes: Uint8Array) => decodeDocument(bytes, { kind: 'xml' }).text;

async function repeat(ms: number, task: () => unknown): Promise<{ times: number; cpuMs: number }> {
  const until = performance.now() + ms;
  const before = process.cpuUsage();
  let times = 0;
  while (performance.now() < until) {
    await task();
    times++;
  }
  const { user, system } = process.cpuUsage(before);
  return { times, cpuMs: (user + system) / 1000 };
}

const rows: Record<string, Record<string, string | number>> = {};
for (const [name, size] of [
  ['rss-200-en.xml', 30_000],
  ['atom-de.xml', 30_000],
  ['rss-200-en.xml', 120_000],
  ['rss-200-en.xml', 1_000_000],
  ['atom-de.xml', 1_000_000],
] as const) {
  const bytes = new TextEncoder().encode(grown(name, size));
  const row: Record<string, string | number> = {};
  let baseline = 0;
  for (const [reader, read] of Object.entries(READERS)) {
    const half = (500 * Number(args.seconds)) / Object.keys(READERS).length;
    // The first half is the warm-up.
    await repeat(half, () => read(bytes));
    const { times, cpuMs } = await repeat(half, () => read(bytes));
    const megabytesPerSecond = (times * bytes.length) / 1000 / cpuMs;
    baseline ||= megabytesPerSecond;
    row[reader] = `${megabytesPerSecond.toFixed(1)} (${(megabytesPerSecond / baseline).toFixed(2)})`;
  }
  rows[`${name} ${Math.round(bytes.length / 1000)} kB`] = row;
}
console.log('MB per second of processor time, and the ratio to rss-parser alone in the same run');
console.table(rows);

const pool = createThreadPool<ParseFeedTask, ParseFeedOutcome>({
  entry: new URL('../src/pipeline/threads/parse-feed.ts', import.meta.url),
  deadlineMs: 30_000,
});
const delays: Record<string, Record<string, number>> = {};
const hostile = {
  'a small feed': new TextEncoder().encode(grown('rss-200-en.xml', 30_000)),
  'a feed of 15 MB': new TextEncoder().encode(grown('rss-200-en.xml', 15_000_000)),
  '600 kB of unended tags': new TextEncoder().encode(
    `<rss version="2.0"><channel><item><title>T</title><guid>g</guid><description>${'&lt;a '.repeat(100_000)}</description></item></channel></rss>`,
  ),
};
await pool.run({ bytes: hostile['a small feed'], contentType: undefined, url });
for (const [name, bytes] of Object.entries(hostile)) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await pool.run({ bytes, contentType: undefined, url });
  const ms = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  delays[name] = {
    'read in ms': Math.round(ms),
    'event loop blocked, ms at most': +(delay.max / 1e6).toFixed(1),
  };
}
await pool.close();
console.table(delays);
