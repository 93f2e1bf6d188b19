import { NotAFeedError } from '../../src/core/feeds/not-a-feed.ts';
import { parseFeed } from '../../src/core/feeds/parse-feed.ts';
import { mutate } from '../mutate-feed.ts';

export interface FuzzBatch {
  readonly seeds: readonly Uint8Array[];
  readonly seed: number;
  /** Indices of the mutants, without `to`. */
  readonly from: number;
  readonly to: number;
}

export interface FuzzReport {
  readonly feeds: number;
  readonly refused: number;
  readonly entries: number;
  readonly bytes: number;
  /** Errors that no reader may throw, by class. */
  readonly errors: Readonly<Record<string, number>>;
  readonly slowest: readonly { readonly index: number; readonly ms: number; readonly bytes: number }[];
}

/** Runs on a thread: parses a batch of mutants and checks what must be true of every result. */
export async function run({ seeds, seed, from, to }: FuzzBatch): Promise<FuzzReport> {
  const errors: Record<string, number> = {};
  const times: { index: number; ms: number; bytes: number }[] = [];
  const report = { feeds: 0, refused: 0, entries: 0, bytes: 0 };
  for (let index = from; index < to; index++) {
    const bytes = mutate(seeds, seed, index);
    report.bytes += bytes.length;
    const started = performance.now();
    try {
      const feed = await parseFeed(bytes, { url: 'https://fuzz.example/feeds/rss.xml' });
      report.feeds++;
      report.entries += feed.entries.length;
      for (const entry of feed.entries) {
        if (entry.id === '') throw new Error('an entry without an id');
        if (entry.link !== undefined && !/^https?:/.test(entry.link))
          throw new Error('a link of another kind');
        if (entry.published !== undefined && Number.isNaN(entry.published.getTime()))
          throw new Error('no date');
      }
    } catch (error) {
      if (error instanceof NotAFeedError) {
        report.refused++;
      } else {
        const name =
          error instanceof Error ? `${error.name}: ${error.message} (mutant ${index})` : String(error);
        errors[name] = (errors[name] ?? 0) + 1;
      }
    }
    times.push({ index, ms: +(performance.now() - started).toFixed(1), bytes: bytes.length });
  }
  return { ...report, errors, slowest: times.sort((a, b) => b.ms - a.ms).slice(0, 5) };
}
