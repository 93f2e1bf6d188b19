import type { Database } from '../../io/store/database.ts';
import { copyTopics } from '../../io/topics/topic-copy.ts';
import { diffTopics, type TopicsDiff } from '../../pipeline/topics/diff-topics.ts';
import type { FittedWeights } from '../../pipeline/topics/fit-weights.ts';
import { openRules, withProgress } from './archive-tools.ts';

/** What the new weights would change for the stored articles. Nothing is stored. */
export async function changesOfFit(
  db: Database,
  { topics, entities }: { readonly topics: string; readonly entities: string },
  files: FittedWeights['files'],
  scope: { readonly since: Date | undefined; readonly limit: number },
): Promise<TopicsDiff> {
  const weights = files.map(({ file, after }) => ({ file, source: after }));
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
