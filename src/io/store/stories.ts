import { sql, type Selectable } from 'kysely';
import type { StoryRecord } from '../../core/stories/story.ts';
import type { Database } from './database.ts';
import type { StoriesTable } from './schema.ts';
import { toJson } from './clean-values.ts';

export type StoryRow = Selectable<StoriesTable>;

/** Any number will do, as long as nothing else uses it. */
const PUBLISH_LOCK = 7_205_760;

/**
 * One publication at a time, over all workers, until the transaction ends: two reports of one event that arrive
 * together must not become two stories. Only matched articles come here, a few in a hundred.
 */
export async function lockPublishing(tx: Database): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${PUBLISH_LOCK})`.execute(tx);
}

/** Stories that share a key with the article and had a report within the window, most shared keys first. */
export async function candidateStories(
  tx: Database,
  keys: readonly number[],
  since: Date,
  limit: number,
): Promise<StoryRecord[]> {
  const wanted = sql`${keys as number[]}::integer[]`;
  const rows = await tx
    .selectFrom('stories')
    .selectAll()
    .where(sql<boolean>`keys && ${wanted}`)
    .where('last_report_at', '>=', since)
    .where('merged_into', 'is', null)
    .orderBy(sql`(SELECT count(*) FROM unnest(keys) AS k WHERE k = ANY (${wanted}))`, 'desc')
    .orderBy('last_report_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

export function toRecord(row: StoryRow): StoryRecord {
  return {
    storyId: row.id,
    firstReport: row.first_report_at.getTime(),
    lastReport: row.last_report_at.getTime(),
    articleCount: row.article_count,
    keys: row.keys,
    members: row.members,
    state: row.state,
  };
}

export interface StoryWrite extends Omit<StoryRecord, 'storyId'> {
  readonly title: string;
  readonly link: string;
  readonly sample: boolean;
  readonly outlets: readonly string[];
  readonly languages: readonly string[];
}

function columns(story: StoryWrite) {
  return {
    title: story.title,
    link: story.link,
    sample: story.sample,
    outlets: [...story.outlets],
    languages: [...story.languages],
    article_count: story.articleCount,
    keys: [...story.keys],
    members: toJson(story.members),
    state: toJson(story.state),
    first_report_at: new Date(story.firstReport),
    last_report_at: new Date(story.lastReport),
  };
}

export async function insertStory(tx: Database, story: StoryWrite): Promise<StoryRow> {
  return tx.insertInto('stories').values(columns(story)).returningAll().executeTakeFirstOrThrow();
}

export async function updateStory(tx: Database, id: string, story: StoryWrite): Promise<StoryRow> {
  return tx
    .updateTable('stories')
    .set(columns(story))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function getStory(db: Database, id: string): Promise<StoryRow | undefined> {
  return db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The stories with the latest reports first, those merged into others left out. */
export async function listStories(
  db: Database,
  { topic, since, limit }: { topic: string | undefined; since: Date | undefined; limit: number },
): Promise<StoryRow[]> {
  return db
    .selectFrom('stories')
    .selectAll()
    .where('merged_into', 'is', null)
    .$if(since !== undefined, (query) => query.where('last_report_at', '>=', since as Date))
    .$if(topic !== undefined, (query) =>
      query.where(sql<boolean>`(state->'topics' ? ${topic} OR state->'possible' ? ${topic})`),
    )
    .orderBy('last_report_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The ids of those articles among the given ids and canonical URLs that exist, by what was given. */
export async function findArticleIds(db: Database, names: readonly string[]): Promise<Map<string, string>> {
  const ids = names.filter((name) => /^\d{1,18}$/.test(name));
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'canonical_url'])
    .where(sql<boolean>`(canonical_url = ANY (${names}::text[]) OR id = ANY (${ids}::bigint[]))`)
    .execute();
  return new Map(rows.flatMap(({ id, canonical_url: url }) => [[id, id] as const, [url, id] as const]));
}
