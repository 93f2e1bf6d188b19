import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { LabelledArticle } from '../core/topics/fit/fit-topic.ts';
import type { LabelledText } from '../pipeline/topics/try-topics.ts';

const line = z.object({
  lang: z.string(),
  title: z.string(),
  body: z.string(),
  topics: z.array(z.string()),
  judged: z.array(z.string()).optional(),
  /** The author; the file's name where the item has none. */
  source: z.string(),
});

/** The maximum number of texts that a change is tried on. */
const MOST = 600;

/** Those that come with the program, for topics that are kept elsewhere. */
const SHIPPED = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/**
 * The labelled texts beside the topics (`labelled*.jsonl` in the project's `fixtures/`), which `topics test` and
 * `topics fit` read, or else the shipped ones; empty where there are none. At most 600 of them.
 */
export async function labelledTexts(topics: string): Promise<LabelledText[]> {
  const items = await labelledItems(topics);
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

/** All of them, to fit weights to; each file is a source. */
export async function labelledArticles(topics: string): Promise<LabelledArticle[]> {
  return (await labelledItems(topics)).map(({ lang, title, body, topics, judged, source }) => ({
    article: { title, text: body, language: lang },
    topics,
    judged,
    source,
  }));
}

async function labelledItems(topics: string): Promise<z.output<typeof line>[]> {
  const beside = await labelledFiles(path.resolve(topics, '../../fixtures'));
  const found = beside.length > 0 ? beside : await labelledFiles(SHIPPED);
  const files = await Promise.all(
    found.map(async (file) => ({ source: path.basename(file), text: await readFile(file, 'utf8') })),
  );
  return files.flatMap(({ source, text }) =>
    text
      .split('\n')
      .filter((one) => one !== '')
      .flatMap((one) => {
        const parsed = line.safeParse({ source, ...(JSON.parse(one) as object) });
        return parsed.success ? [parsed.data] : [];
      }),
  );
}

async function labelledFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => /^labelled.*\.jsonl$/.test(name)).map((name) => path.join(directory, name));
}
