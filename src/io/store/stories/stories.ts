import { sql, type Selectable } from 'kysely';
import type { StoryRecord } from '../../../core/stories/story.ts';
import type { Database } from '../database.ts';
import type { StoriesTable } from '../schema.ts';
import { toJson } from '../clean-values.ts';
import { keysOfFortnight, keysOfFortnights } from './fortnight-keys.ts';
import { assignments, type Columns, rowsOf } from '../rows.ts';
import { featuresOf, type FeaturesById } from './story-members.ts';

export type StoryRow = Selectable<StoriesTable>;

/** The number of an advisory lock; any that nothing else uses. */
const PUBLISH_LOCK = 7_205_760;

/**
 * Lets one transaction publish at a time, over all workers: two reports of one event that arrive together must not
 * become two stories. Only matched articles come here, a few in a hundred.
 */
export async function lockPublishing(tx: Database): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${PUBLISH_LOCK})`.execute(tx);
}

/** A story as publishing knows it. */
export interface CachedStory
  extends Pick<StoryRow, 'title' | 'link' | 'sample'>,
    Pick<StoryWrite, 'outlets' | 'languages'> {
  readonly record: StoryRecord;
  readonly isMerged: boolean;
}

/**
 * For each of `wanted`, the stories that share a key with it and had a report since then: at most `limit`, most
 * shared keys first. Also the stories with these `ids`. Each story comes once.
 */
export async function nearStories(
  tx: Database,
  wanted: readonly { readonly keys: readonly number[]; readonly since: Date }[],
  ids: readonly string[],
  limit: number,
): Promise<CachedStory[]> {
  // The index has each story's keys with the fortnight of its latest report, so the keys are looked up for each fortnight
  // from `since` on. `OFFSET 0` keeps PostgreSQL from beginning with an index of time, or with all stories. Keys are
  // compared by a hash join (`IN`), because `= ANY` would compare each with each.
  const latest = sql`(SELECT max(last_report_at) FROM stories WHERE merged_into IS NULL)`;
  const near = sql<{ id: string }>`
    SELECT found.id FROM ${rowsOf({ keys: 'integer[]', since: 'timestamptz' }, wanted, 'wanted')}
    CROSS JOIN LATERAL (
      SELECT id FROM (
        SELECT story_id FROM story_keys
         WHERE looked_up(keys) && ${keysOfFortnights(sql`wanted.keys`, sql`wanted.since`, latest)}
        OFFSET 0
      ) AS meeting
      CROSS JOIN LATERAL (
        SELECT id, keys, last_report_at, merged_into FROM stories WHERE id = meeting.story_id OFFSET 0
      ) AS story
       WHERE last_report_at >= wanted.since AND merged_into IS NULL
       ORDER BY (SELECT count(*) FROM unnest(keys) AS k WHERE k IN (SELECT unnest(wanted.keys))) DESC, last_report_at DESC
       LIMIT ${limit}
    ) AS found`;
  const rows = await tx
    .selectFrom('stories')
    .select([
      'id',
      'title',
      'link',
      'sample',
      'outlets',
      'languages',
      'article_count',
      // The driver takes fifteen times as long for an array of numbers.
      sql<number[]>`array_to_json(keys)`.as('keys'),
      'members',
      'state',
      'first_report_at',
      'last_report_at',
      'merged_into',
    ])
    .where(sql<boolean>`id = ANY (ARRAY(${near} UNION SELECT unnest(${ids}::bigint[])))`)
    .execute();
  return cachedStories(tx, rows);
}

/** Rows as publishing knows them, with the features of their members. */
export async function cachedStories(
  tx: Database,
  rows: readonly Omit<StoryRow, 'created_at'>[],
): Promise<CachedStory[]> {
  const features = await featuresOf(
    tx,
    rows.flatMap(({ members }) => members),
  );
  return rows.map((row) => ({
    ...row,
    record: toRecord(row, features),
    isMerged: row.merged_into !== null,
  }));
}

/** A row as the story step knows it, with instants in epoch milliseconds. */
function toRecord(row: Omit<StoryRow, 'created_at'>, features: FeaturesById): StoryRecord {
  return {
    storyId: row.id,
    firstReport: row.first_report_at.getTime(),
    lastReport: row.last_report_at.getTime(),
    articleCount: row.article_count,
    keys: row.keys,
    members: row.members.flatMap((articleId) => {
      const own = features.get(articleId);
      return own === undefined ? [] : [{ articleId, features: own }];
    }),
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
    members: story.members.map(({ articleId }) => articleId),
    state: toJson(story.state),
    first_report_at: new Date(story.firstReport),
    last_report_at: new Date(story.lastReport),
  };
}

/** Stores a new story and returns its row, with the id that it got. */
export async function insertStory(tx: Database, story: StoryWrite): Promise<StoryRow> {
  return tx
    .with('added', (qb) => qb.insertInto('stories').values(columns(story)).returningAll())
    .with('found_by', (qb) =>
      qb
        .insertInto('story_keys')
        .columns(['story_id', 'keys'])
        .expression((eb) =>
          eb.selectFrom('added').select(['id', sql<number[]>`${lookedUp(story)}::integer[]`.as('keys')]),
        ),
    )
    .selectFrom('added')
    .selectAll()
    .executeTakeFirstOrThrow();
}

function lookedUp({ keys, lastReport }: StoryWrite): number[] {
  return keysOfFortnight(keys, new Date(lastReport));
}

const WRITTEN: Columns = {
  title: 'text',
  link: 'text',
  sample: 'boolean',
  outlets: 'text[]',
  languages: 'text[]',
  article_count: 'integer',
  keys: 'integer[]',
  members: 'bigint[]',
  state: 'jsonb',
  first_report_at: 'timestamptz',
  last_report_at: 'timestamptz',
};

/** Overwrites stories by their ids. */
export async function overwriteStories(
  tx: Database,
  stories: ReadonlyMap<string, StoryWrite>,
): Promise<void> {
  if (stories.size === 0) return;
  const rows = [...stories].map(([id, story]) => ({
    id,
    ...columns(story),
    state: story.state,
    looked_up: lookedUp(story),
  }));
  await sql`
    WITH story AS MATERIALIZED (
      SELECT * FROM ${rowsOf({ id: 'bigint', ...WRITTEN, looked_up: 'integer[]' }, rows, 'story')}
    ), written AS (
      UPDATE stories SET ${assignments(WRITTEN, 'story')} FROM story WHERE stories.id = story.id
    )
    INSERT INTO story_keys AS known (story_id, keys) SELECT id, looked_up FROM story
    ON CONFLICT (story_id) DO UPDATE SET keys = excluded.keys WHERE known.keys <> excluded.keys`.execute(tx);
}

/** Overwrites a story and returns its row. Throws where there is none. */
export async function updateStory(tx: Database, id: string, story: StoryWrite): Promise<StoryRow> {
  await overwriteStories(tx, new Map([[id, story]]));
  return tx.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Those of the ids that no story has; written as they are stored, without zeros in front. */
export async function missingStories(db: Database, ids: readonly string[]): Promise<string[]> {
  const possible = ids.filter((id) => /^[1-9]\d{0,17}$/.test(id));
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('stories')
    .select('id')
    .where(sql<boolean>`id = ANY (${possible}::bigint[])`)
    .execute();
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}

/** The story with this id, also one that was merged into another. */
export async function getStory(db: Database, id: string): Promise<StoryRow | undefined> {
  return db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The stories with the latest reports first, without those that were merged into others. */
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

/** Which of the given ids and canonical URLs belong to an article: its id by what was given. */
export async function findArticleIds(db: Database, names: readonly string[]): Promise<Map<string, string>> {
  const ids = names.filter((name) => /^\d{1,18}$/.test(name));
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'canonical_url'])
    .where(sql<boolean>`(canonical_url = ANY (${names}::text[]) OR id = ANY (${ids}::bigint[]))`)
    .execute();
  return new Map(rows.flatMap(({ id, canonical_url: url }) => [[id, id] as const, [url, id] as const]));
}

/** The article from which each story has its title, by the story's id. */
export async function titlingArticles(
  db: Database,
  storyIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('articles', (join) =>
      join.onRef('articles.story_id', '=', 'stories.id').onRef('articles.title', '=', 'stories.title'),
    )
    .where(sql<boolean>`stories.id = ANY (${storyIds}::bigint[])`)
    .select(['stories.id as story', 'articles.id as article'])
    .orderBy('articles.id', 'desc')
    .execute();
  return new Map(rows.map(({ story, article }) => [story, article]));
}
