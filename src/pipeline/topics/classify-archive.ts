import {
  type ArchivedArticle,
  type ArchiveSpan,
  readArchive,
  toMatch,
} from '../../io/store/articles/archive.ts';
import type { Database } from '../../io/store/database.ts';
import { ThreadCrashError, ThreadDeadlineError } from '../../io/threads/thread-errors.ts';
import type { DocumentReader } from '../threads/document-reader.ts';
import type { ClassifiedText, StoredText } from '../threads/classify-texts.ts';

/** The maximum number of articles that are read from the database and classified in one task. */
const BATCH = 50;
/** The maximum number of characters in one task, so that it stays short. The last article may exceed it. */
const MAX_CHARACTERS = 400_000;

/** Which articles and topics to classify again, and what to report. */
export interface ArchiveScope {
  /** Ids, in the order in which they are printed. */
  readonly topics: readonly string[];
  /** Those of them that were asked for; all if undefined. */
  readonly only: readonly string[] | undefined;
  /** Only articles that were read at this instant or later. */
  readonly since: Date | undefined;
  /** How many articles are listed for each topic and kind of change; all are counted. */
  readonly limit: number;
  /** Called between batches. Once it returns true, the remaining articles are left out. */
  readonly isOver?: () => boolean;
}

export interface ArchiveProgress {
  /** Called once with the number of articles. */
  start(articles: number): void;
  /** Called after each article. */
  step(title: string): void;
}

/** One stored article with the result of each set of rules. */
export interface Reclassified {
  readonly article: ArchivedArticle;
  /** In the order of the readers; undefined where the article ended its thread or took too long. */
  readonly readings: readonly (ClassifiedText | undefined)[];
}

/**
 * Classifies a span of the archive again, in batches on the threads of each reader.
 *
 * @param only the topics to classify; the others stay as stored. All if undefined.
 */
export async function* classifyArchive(
  db: Database,
  readers: readonly Pick<DocumentReader, 'classify'>[],
  span: ArchiveSpan,
  only: readonly string[] | undefined,
): AsyncGenerator<readonly Reclassified[]> {
  for await (const articles of readArchive(db, span, BATCH)) {
    const texts = articles.map((article) => storedText(article, only));
    const readings = await Promise.all(readers.map((reader) => classifyAll(reader, texts, only)));
    yield articles.map((article, index) => ({
      article,
      readings: readings.map((reading) => reading[index]),
    }));
  }
}

function storedText({ row, matches }: ArchivedArticle, only: readonly string[] | undefined): StoredText {
  return {
    title: row.title,
    lead: row.lead ?? undefined,
    text: row.text,
    language: row.language,
    reportedAt: row.reported_at,
    outlet: row.outlet,
    url: row.canonical_url,
    isInStory: row.story_id !== null,
    kept: only === undefined ? [] : matches.filter(({ topic }) => !only.includes(topic)).map(toMatch),
  };
}

async function classifyAll(
  reader: Pick<DocumentReader, 'classify'>,
  texts: readonly StoredText[],
  only: readonly string[] | undefined,
): Promise<(ClassifiedText | undefined)[]> {
  const results: (ClassifiedText | undefined)[] = [];
  for (const articles of portions(texts)) results.push(...(await classifyPortion(reader, articles, only)));
  return results;
}

/** Classifies a batch. If one article ends its thread, the others are tried again one by one. */
async function classifyPortion(
  reader: Pick<DocumentReader, 'classify'>,
  articles: readonly StoredText[],
  only: readonly string[] | undefined,
): Promise<readonly (ClassifiedText | undefined)[]> {
  try {
    return await reader.classify({ articles, only });
  } catch (error) {
    if (!(error instanceof ThreadCrashError) && !(error instanceof ThreadDeadlineError)) throw error;
    if (articles.length === 1) return [undefined];
    const middle = articles.length >> 1;
    return [
      ...(await classifyPortion(reader, articles.slice(0, middle), only)),
      ...(await classifyPortion(reader, articles.slice(middle), only)),
    ];
  }
}

function portions(texts: readonly StoredText[]): StoredText[][] {
  const all: StoredText[][] = [];
  let characters = MAX_CHARACTERS;
  for (const text of texts) {
    if (characters >= MAX_CHARACTERS) {
      all.push([]);
      characters = 0;
    }
    all.at(-1)!.push(text);
    characters += text.text.length;
  }
  return all;
}
