import { sql } from 'kysely';
import type { StoryFeatures } from '../../../core/stories/story.ts';
import type { Database } from '../database.ts';

/** The features of articles by their ids. */
export type FeaturesById = ReadonlyMap<string, StoryFeatures>;

/** The features of these articles. A story has only the ids of its members, or each report would write them all again. */
export async function featuresOf(tx: Database, articleIds: readonly string[]): Promise<FeaturesById> {
  if (articleIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('articles')
    .select(['id', 'features'])
    .where(sql<boolean>`id = ANY (${[...new Set(articleIds)]}::bigint[])`)
    .where('features', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, features }) => [id, features!]));
}
