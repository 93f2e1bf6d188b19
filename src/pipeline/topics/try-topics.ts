import { copyTopics } from '../../io/topics/topic-copy.ts';
import type { Database } from '../../io/store/database.ts';
import { judgedArticles } from '../../io/store/judged-articles.ts';
import { diffTopics, type TopicsDiff } from '../diff-topics.ts';
import { createReader, type Reader } from '../reader.ts';
import type { StoredText } from '../threads/classify-texts.ts';

/** A text of which people said what it is about. */
export interface LabelledText {
  readonly text: Pick<StoredText, 'title' | 'lead' | 'text' | 'language'>;
  readonly topics: readonly string[];
  /** Topics that were asked about; of others nothing is known. */
  readonly of: readonly string[];
}

/** How often a topic was right, and how much of it was found. */
export interface Quality {
  readonly topic: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface TriedTopics {
  readonly diff: TopicsDiff;
  readonly labelled: { readonly before: readonly Quality[]; readonly after: readonly Quality[] };
  readonly judged: { readonly before: readonly Quality[]; readonly after: readonly Quality[] };
}

export type Trying =
  | { readonly status: 'tried'; readonly tried: TriedTopics }
  /** A line for each fault, with file and line. */
  | { readonly status: 'faulty'; readonly message: string };

interface TryParts {
  readonly db: Database;
  readonly reader: Pick<Reader, 'classify'>;
  readonly topics: string;
  readonly entities: string;
}

const JUDGED = 2_000;
const BATCH = 20;

/** What a changed file of topics would change: over the archive, on labelled texts, and on what people judged. */
export async function tryTopics(
  { db, reader, topics, entities }: TryParts,
  {
    file,
    source,
    since,
    labelled,
  }: { file: string; source: string; since: Date; labelled: readonly LabelledText[] },
): Promise<Trying> {
  await using copy = await copyTopics(topics, [{ file, source }]);
  const after = createReader({ threads: 1, topics: copy.directory, entities });
  try {
    const rules = await after.useRules();
    if (rules.status === 'faulty')
      return { status: 'faulty', message: rules.message.replaceAll(`${copy.directory}/`, '') };
    const diff = await diffTopics(
      { db, before: reader, after },
      { topics: rules.topics, since, only: undefined, limit: 20 },
      { start: () => {}, step: () => {} },
    );
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
        labelled: { before: await measure(reader, labelled), after: await measure(after, labelled) },
        judged: { before: await measure(reader, judged), after: await measure(after, judged) },
      },
    };
  } finally {
    await after.close();
  }
}

/** Whether a file of topics can be used with the others; the faults otherwise. */
export async function checkTopicFile(
  topics: string,
  entities: string,
  { file, source }: { file: string; source: string },
): Promise<string | undefined> {
  await using copy = await copyTopics(topics, [{ file, source }]);
  const reader = createReader({ threads: 1, topics: copy.directory, entities });
  try {
    const rules = await reader.useRules();
    return rules.status === 'sound' ? undefined : rules.message.replaceAll(`${copy.directory}/`, '');
  } finally {
    await reader.close();
  }
}

/** Counts sure matches only: they are what alerts. */
async function measure(reader: Pick<Reader, 'classify'>, texts: readonly LabelledText[]): Promise<Quality[]> {
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
