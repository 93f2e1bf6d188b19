// Mutates the golden feeds and parses the results on the threads that production uses. Prints how many were parsed
// and refused, the errors by class, the slowest feeds and the peak memory.
//   npm run fuzz:feeds -- --count 1000000 [--seed 1] [--threads 1] [--keep DIR]
// A thread that crashes or exceeds its deadline, and any error other than a refusal, make the exit code 1. Feeds that
// take longer than a second are kept in DIR.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { createThreadPool } from '../src/io/threads/thread-pool.ts';
import { feedFixtures } from '../test/golden/feed-fixtures.ts';
import { mutate } from './mutate-feed.ts';
import type { FuzzBatch, FuzzReport } from './threads/fuzz-feeds.ts';

const { values: args } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: String(Math.max(1, availableParallelism() - 1)) },
    keep: { type: 'string', default: 'data/fuzz' },
  },
});
const count = Number(args.count);
const seed = Number(args.seed);
const threads = Number(args.threads);

/** Feeds parsed in one task; if the thread crashes, all of them are lost. */
const BATCH = 250;
/** A feed of a fixture's size takes one or two milliseconds. */
const BATCH_DEADLINE_MS = 60_000;
/** Fixtures larger than this would take most of the time. */
const MAX_FIXTURE_BYTES = 40_000;

const seeds = feedFixtures()
  .map((fixture) => fixture.bytes)
  .filter((bytes) => bytes.length <= MAX_FIXTURE_BYTES);
const pool = createThreadPool<FuzzBatch, FuzzReport>({
  entry: new URL('./threads/fuzz-feeds.ts', import.meta.url),
  maxThreads: threads,
  deadlineMs: BATCH_DEADLINE_MS,
  maxHeapMb: 256,
});

const total = { feeds: 0, refused: 0, entries: 0, bytes: 0 };
const errors = new Map<string, number>();
const lost: string[] = [];
let slowest: FuzzReport['slowest'] = [];
let peakRss = 0;
let done = 0;
let next = 0;
const started = performance.now();

async function work(): Promise<void> {
  while (next < count) {
    const from = next;
    next += BATCH;
    const batch: FuzzBatch = { seeds, seed, from, to: Math.min(count, from + BATCH) };
    try {
      add(await pool.run(batch));
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      errors.set(name, (errors.get(name) ?? 0) + 1);
      lost.push(`${name} in ${batch.from}–${batch.to}`);
    }
    done += batch.to - batch.from;
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
    progress();
  }
}

function add(report: FuzzReport): void {
  total.feeds += report.feeds;
  total.refused += report.refused;
  total.entries += report.entries;
  total.bytes += report.bytes;
  for (const [name, n] of Object.entries(report.errors)) errors.set(name, (errors.get(name) ?? 0) + n);
  slowest = [...slowest, ...report.slowest].sort((a, b) => b.ms - a.ms).slice(0, 5);
}

let printed = 0;
function progress(): void {
  if (performance.now() - printed < 10_000 && done < count) return;
  printed = performance.now();
  const perSecond = Math.round((1000 * done) / (performance.now() - started));
  console.error(`${done} of ${count}, ${perSecond}/s, ${Math.round(peakRss / 2 ** 20)} MB`);
}

await Promise.all(Array.from({ length: threads }, work));
await pool.close();

const seconds = (performance.now() - started) / 1000;
console.table({
  mutants: count,
  read: total.feeds,
  refused: total.refused,
  entries: total.entries,
  'MB read': +(total.bytes / 1e6).toFixed(1),
  seconds: +seconds.toFixed(1),
  'mutants/s': Math.round(count / seconds),
  'peak RSS MB': Math.round(peakRss / 2 ** 20),
  'threads lost': lost.length,
});
console.log('errors by class:', errors.size === 0 ? 'none' : Object.fromEntries(errors));
console.table(slowest);
for (const line of lost) console.log(line);
if (errors.size > 0) process.exitCode = 1;
for (const { index, ms } of slowest) {
  if (ms < 1000) continue;
  mkdirSync(args.keep, { recursive: true });
  writeFileSync(`${args.keep}/slow-${seed}-${index}.bin`, mutate(seeds, seed, index));
}
