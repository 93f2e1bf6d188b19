import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { LabelledText } from '../pipeline/topics/try-topics.ts';

const line = z.object({
  lang: z.string(),
  title: z.string(),
  body: z.string(),
  topics: z.array(z.string()),
});

/** The maximum number of texts that are read. */
const MOST = 600;

/** Those that come with the program, for topics that are kept elsewhere. */
const SHIPPED = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/**
 * The labelled texts beside the topics (`labelled*.jsonl` in the project's `fixtures/`), which `topics test` and
 * `topics fit` read, or else the shipped ones; empty where there are none.
 */
export async function labelledTexts(topics: string): Promise<LabelledText[]> {
  const beside = await labelledFiles(path.resolve(topics, '../../fixtures'));
  const found = beside.length > 0 ? beside : await labelledFiles(SHIPPED);
  const files = await Promise.all(found.map((file) => readFile(file, 'utf8')));
  const items = files
    .flatMap((text) => text.split('\n'))
    .filter((text) => text !== '')
    .flatMap((text) => {
      const parsed = line.safeParse(JSON.parse(text));
      return parsed.success ? [parsed.data] : [];
    });
  const known = [...new Set(items.flatMap(({ topics }) => topics))];
  // Taken evenly over all files, so that no author is left out.
  const step = Math.max(1, items.length / MOST);
  return Array.from(
    { length: Math.min(MOST, items.length) },
    (_, index) => items[Math.floor(index * step)] as z.output<typeof line>,
  ).map(({ lang, title, body, topics }) => ({
    text: { title, lead: undefined, text: body, language: lang },
    topics,
    of: known,
  }));
}

async function labelledFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => /^labelled.*\.jsonl$/.test(name)).map((name) => path.join(directory, name));
}
