import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabelledArticle } from '../../core/topics/fit/find-features.ts';
import { LABELLED_ITEM, type LabelledItem } from '../../core/topics/fit/labelled-item.ts';
import { explainLines } from '../../core/yaml/explain-issues.ts';
import type { LabelledText } from '../../pipeline/topics/try-topics.ts';

type SourcedItem = LabelledItem & { readonly source: string };

/** The maximum number of texts that a change is tried on. */
const MOST = 600;

/** Those that come with the program, for topics that are kept elsewhere. */
const SHIPPED = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

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
    (_, index) => items[Math.floor(index * step)] as SourcedItem,
  ).map(({ lang, title, body, topics }) => ({
    text: { title, lead: undefined, text: body, language: lang },
    topics,
    of: known,
  }));
}

/** All of them, to fit weights to; each file is a source. */
export async function labelledArticles(topics: string): Promise<LabelledArticle[]> {
  return (await labelledItems(topics)).map(asLabelled);
}

function asLabelled({ lang, title, body, topics, judged, source }: SourcedItem): LabelledArticle {
  return { article: { title, text: body, language: lang }, topics, judged, source };
}

/** The maximum number of faulty lines that the answer lists. */
const MOST_LISTED = 10;
const OWN = 'your items';

/** Labelled items that somebody posts, as JSON Lines; or what is wrong with them, a line each. */
export function readLabelledLines(text: string): LabelledArticle[] | { readonly refused: string } {
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line.trim() }));
  const read = lines
    .filter((one) => one.text !== '')
    .map(({ line, text }) => ({ line, item: readLine(text) }));
  const faults = read.flatMap(({ line, item }) =>
    typeof item === 'string' ? [`line ${line}: ${item}`] : [],
  );
  if (faults.length > 0) {
    const more = faults.length - MOST_LISTED;
    return {
      refused: [...faults.slice(0, MOST_LISTED), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    };
  }
  return read.flatMap(({ item }) =>
    typeof item === 'string' ? [] : [asLabelled({ ...item, source: item.source ?? OWN })],
  );
}

function readLine(text: string): LabelledItem | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'this line is no JSON';
  }
  const parsed = LABELLED_ITEM.safeParse(value);
  return parsed.success ? parsed.data : explainLines(parsed.error.issues, value, LABELLED_ITEM);
}

async function labelledItems(topics: string): Promise<SourcedItem[]> {
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
        const item = readLine(one);
        return typeof item === 'string' ? [] : [{ ...item, source: item.source ?? source }];
      }),
  );
}

async function labelledFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => /^labelled.*\.jsonl$/.test(name)).map((name) => path.join(directory, name));
}
