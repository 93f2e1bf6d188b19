import os from 'node:os';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { heavyPages } from './heavy-pages.ts';
import { warmUp } from './warm-up.ts';

// Only parses heavy pages, with as many threads as cores; no network and no database.
const count = Number(process.argv[2]);
const threads = os.availableParallelism();
const { articles, page } = heavyPages(count);
const reader = createDocumentReader({ threads, topics: 'config/topics', entities: 'config/entities.yaml' });
await reader.useRules();
const sizes: number[] = [];
let next = 0;

async function read(index: number): Promise<void> {
  const { id, title, body } = articles[index]!;
  const bytes = new TextEncoder().encode(page(index));
  sizes.push(bytes.length);
  const url = `http://outlet-${index}.example/${id}.html`;
  await reader.readArticle({
    page: { bytes, contentType: 'text/html; charset=utf-8', url },
    entry: {
      title,
      url,
      author: undefined,
      summary: body.slice(0, 140),
      content: undefined,
      published: new Date(),
    },
    hints: { http: undefined, feed: undefined },
    outlet: 'Example Daily',
    seenAt: new Date(),
  });
}

async function readUpTo(end: number): Promise<void> {
  // Each thread gets its next page when it has finished one.
  const lines = Array.from({ length: 2 * threads }, async () => {
    while (next < end) {
      next += 1;
      await read(next - 1);
    }
  });
  await Promise.all(lines);
}

// By then the threads are warm, as in a running service.
await readUpTo(warmUp(count));
const [from, started, before] = [next, performance.now(), process.cpuUsage()];
await readUpTo(count);
const rate = (count - from) / ((performance.now() - started) / 1_000);
const { user, system } = process.cpuUsage(before);
// Milliseconds for each page.
const cpu = (user + system) / 1_000 / (count - from);
process.send?.({ rate, threads, cpu, median: sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] });
await reader.close();
process.disconnect?.();
