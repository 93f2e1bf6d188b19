import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Whether one of two stories was taken out of the other. */
export async function wereSplit(tx: Database, one: string, other: string): Promise<boolean> {
  const row = await tx
    .selectFrom('ledger')
    .select('id')
    .where('story_id', '=', one)
    .where('event', '=', 'story.split')
    .where(sql<boolean>`${other} IN (detail->>'into', detail->>'from')`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Stories of several articles with a report since then, by id: what the nightly check looks at. */
export async function storiesToCheck(
  db: Database,
  { since, after, limit }: { since: Date; after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where('last_report_at', '>=', since)
    .where('merged_into', 'is', null)
    .where('article_count', '>', 2)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a split of these articles was proposed already. */
export async function wasProposed(
  db: Database,
  storyId: string,
  articleIds: readonly string[],
): Promise<boolean> {
  const row = await db
    .selectFrom('ledger')
    .select('id')
    .where('story_id', '=', storyId)
    .where('event', '=', 'story.split-proposed')
    .where(sql<boolean>`detail->'articles' = ${JSON.stringify(articleIds)}::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Articles of a story that came from these other stories, which were merged into it. */
export async function articlesFrom(
  db: Database,
  storyId: string,
  merged: readonly string[],
): Promise<ReadonlySet<string>> {
  if (merged.length === 0) return new Set();
  const rows = await db
    .selectFrom('ledger')
    .innerJoin('articles', 'articles.id', 'ledger.article_id')
    .select('articles.id')
    .where('ledger.story_id', '=', storyId)
    .where('ledger.event', '=', 'story.moved')
    .where(sql<boolean>`ledger.detail->>'from' = ANY (${merged as string[]}::text[])`)
    .where('articles.story_id', '=', storyId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
