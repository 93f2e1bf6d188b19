import type { TopicWarning } from '../../core/topics/check-topics.ts';
import { copyTopics } from '../../io/topics/topic-copy.ts';
import { newestArticles } from '../../io/store/articles/archive.ts';
import type { Database } from '../../io/store/database.ts';
import { judgedArticles } from '../../io/store/articles/judged-articles.ts';
import { diffTopics, type TopicsDiff } from './diff-topics.ts';
import { createDocumentReader, type DocumentReader } from '../threads/document-reader.ts';
import { checkOnThread } from './long-work.ts';
import type { StoredText } from '../threads/classify-texts.ts';

/** A text with the topics that people gave it. */
export interface LabelledText {
  readonly text: Pick<StoredText, 'title' | 'lead' | 'text' | 'language'>;
  readonly topics: readonly string[];
  /** The topics that people judged for this text. Whether it is on other topics is unknown. */
  readonly of: readonly string[];
}

/** Precision and recall of a topic. */
export interface Quality {
  readonly topic: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface TriedTopics {
  readonly diff: TopicsDiff;
  /** Articles within the time that was asked for. The newest `diff.articles` of them were read. */
  readonly articles: number;
  readonly labelled: { readonly before: readonly Quality[]; readonly after: readonly Quality[] };
  readonly judged: { readonly before: readonly Quality[]; readonly after: readonly Quality[] };
  /** What is valid in the changed files but probably not intended. */
  readonly warnings: readonly TopicWarning[];
}

export type Trying =
  | { readonly status: 'tried'; readonly tried: TriedTopics }
  /** A line for each fault, with file and line. */
  | { readonly status: 'faulty'; readonly message: string };

interface TryParts {
  readonly db: Database;
  readonly reader: Pick<DocumentReader, 'classify'>;
  readonly topics: string;
  readonly entities: string;
}

/** Limits on the articles that are read, and on the milliseconds, because a person waits for the result. */
const NEWEST = 4_000;
const LONGEST = 60_000;
const JUDGED = 500;
const BATCH = 20;

/** Progress of a try. */
export interface TryProgress {
  /** Called with the number of articles to read. */
  start(articles: number): void;
  step(): void;
}

/**
 * The effect of changed topic files: on the newest articles of the archive, on labelled texts, and on people's
 * judgements. Texts are read on threads.
 */
export async function tryTopics(
  { db, reader, topics, entities }: TryParts,
  {
    files,
    since,
    labelled,
  }: {
    readonly files: readonly { readonly file: string; readonly source: string }[];
    readonly since: Date;
    readonly labelled: readonly LabelledText[];
  },
  progress: TryProgress,
  signal: AbortSignal = new AbortController().signal,
): Promise<Trying> {
  await using copy = await copyTopics(topics, files);
  const after = createDocumentReader({ threads: 1, topics: copy.directory, entities });
  try {
    const rules = await after.useRules();
    if (rules.status === 'faulty')
      return { status: 'faulty', message: rules.message.replaceAll(`${copy.directory}/`, '') };
    const newest = await newestArticles(db, since, NEWEST);
    const began = performance.now();
    const [diff, warnings] = await Promise.all([
      diffTopics(
        { db, before: reader, after },
        {
          topics: rules.topics,
          since: newest.since,
          only: undefined,
          limit: 20,
          isOver: () => performance.now() - began > LONGEST,
        },
        progress,
      ),
      checkOnThread({ topics: copy.directory, entities }, signal),
    ]);
    const judged = (await judgedArticles(db, JUDGED)).map(
      ({ topic, relevant, ...text }): LabelledText => ({
        text: { ...text, lead: text.lead ?? undefined },
        topics: relevant ? [topic] : [],
        of: [topic],
      }),
    );
    return {
      status: 'tried',
      tried: {
        diff,
        warnings: warnings.filter((warning) => files.some(({ file }) => file === warning.file)),
        articles: newest.articles,
        labelled: { before: await measure(reader, labelled), after: await measure(after, labelled) },
        judged: { before: await measure(reader, judged), after: await measure(after, judged) },
      },
    };
  } finally {
    await after.close();
  }
}

/** Whether a topic file is valid together with the others; otherwise its faults. */
export async function checkTopicFile(
  topics: string,
  entities: string,
  { file, source }: { file: string; source: string },
): Promise<string | undefined> {
  await using copy = await copyTopics(topics, [{ file, source }]);
  const reader = createDocumentReader({ threads: 1, topics: copy.directory, entities });
  try {
    const rules = await reader.useRules();
    return rules.status === 'sound' ? undefined : rules.message.replaceAll(`${copy.directory}/`, '');
  } finally {
    await reader.close();
  }
}

/** Counts sure matches only, because only these alert. */
async function measure(
  reader: Pick<DocumentReader, 'classify'>,
  texts: readonly LabelledText[],
): Promise<Quality[]> {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>();
  for (let at = 0; at < texts.length; at += BATCH) {
    const batch = texts.slice(at, at + BATCH);
    const readings = await reader.classify({
      articles: batch.map(({ text }) => ({
        ...text,
        reportedAt: new Date(0),
        outlet: '',
        url: 'https://labelled.invalid/',
        isInStory: false,
        kept: [],
      })),
      only: undefined,
    });
    for (const [index, { topics, of }] of batch.entries()) {
      const found = new Set(
        (readings[index]?.matches ?? []).filter(({ level }) => level === 'sure').map(({ topic }) => topic),
      );
      for (const topic of of) {
        const count = counts.get(topic) ?? { right: 0, wrong: 0, missed: 0 };
        counts.set(topic, count);
        if (found.has(topic)) count[topics.includes(topic) ? 'right' : 'wrong'] += 1;
        else if (topics.includes(topic)) count.missed += 1;
      }
    }
  }
  return [...counts]
    .map(([topic, count]) => ({ topic, ...count }))
    .sort((a, b) => (a.topic < b.topic ? -1 : 1));
}
