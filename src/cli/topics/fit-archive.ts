import path from 'node:path';
import type { LabelledArticle } from '../../core/topics/fit/fit-topic.ts';
import type { Database } from '../../io/store/database.ts';
import { judgedArticles } from '../../io/store/judged-articles.ts';
import { copyTopics } from '../../io/topics/topic-copy.ts';
import { diffTopics, type TopicsDiff } from '../../pipeline/diff-topics.ts';
import { openRules, withProgress } from './archive-tools.ts';

/** A file of weights to be written. */
interface WeightFile {
  readonly topic: string;
  readonly after: string;
}

/** The latest judgements that are used; older ones concern rules and words that are gone. */
const MOST_JUDGEMENTS = 2_000;
const FEEDBACK = 'own feedback';

/** Judgements from the console as labelled articles; each is about one topic only. */
export async function feedback(db: Database): Promise<LabelledArticle[]> {
  const judged = await judgedArticles(db, MOST_JUDGEMENTS);
  return judged.map(({ title, lead, text, language, topic, relevant }) => ({
    article: { title, lead: lead ?? undefined, text, language },
    topics: relevant ? [topic] : [],
    judged: [topic],
    source: FEEDBACK,
  }));
}

/** What the new weights would change for the stored articles. Nothing is stored. */
export async function changesOfFit(
  db: Database,
  { topics, entities }: { readonly topics: string; readonly entities: string },
  files: readonly WeightFile[],
  scope: { readonly since: Date | undefined; readonly limit: number },
): Promise<TopicsDiff> {
  const weights = files.map(({ topic, after }) => ({
    file: path.join('weights', `${topic}.yaml`),
    source: after,
  }));
  await using copy = await copyTopics(topics, weights);
  await using before = await openRules({ topics, entities });
  await using after = await openRules({ topics: copy.directory, entities });
  const ids = files.map(({ topic }) => topic);
  return await withProgress((progress) =>
    diffTopics(
      { db, before: before.reader, after: after.reader },
      { ...scope, topics: ids, only: ids },
      progress,
    ),
  );
}
