import { type RawBuilder, sql } from 'kysely';
import type { Ground, Level, Stance } from '../../../core/topics/match.ts';
import type { Database } from '../database.ts';
import type { StoryRow } from './stories.ts';

/** The filters of a list of stories; undefined ones are not applied. */
export interface StoryFilter {
  readonly topic?: string | undefined;
  readonly stance?: Stance | undefined;
  /** `sure`: at least one topic is; `possible`: none is. */
  readonly level?: Level | undefined;
  /** BCP 47; `zh` covers `zh-Hans`. */
  readonly language?: string | undefined;
  readonly outlet?: string | undefined;
  /** Ids of the gazetteer, countries included; the story's reports must name each of them. */
  readonly entities?: readonly string[] | undefined;
  /** With a report at this instant or later. */
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly state?: 'unread' | 'read' | 'starred' | undefined;
}

export type StoryOrder = 'latest' | 'first' | 'score';

/** The cursor of a list: sort key and id of the last story shown. */
export interface ListPlace {
  readonly key: string;
  readonly id: string;
}

/** The fields of a story that lists and the API show. */
export type ListedFacts = Pick<
  StoryRow,
  | 'id'
  | 'title'
  | 'link'
  | 'sample'
  | 'outlets'
  | 'languages'
  | 'article_count'
  | 'state'
  | 'first_report_at'
  | 'last_report_at'
>;

/** A story in a list. */
export interface ListedStory extends ListedFacts {
  /** When its first alert was decided; null where it has none. */
  readonly alerted_at: Date | null;
  readonly read_at: Date | null;
  readonly starred_at: Date | null;
  /** The highest confidence of its matches, in per cent. Only where the list is sorted by it. */
  readonly score: number | null;
  readonly key: string;
}

/**
 * Stories that pass the filter, in the order of the list.
 * @param reader the account whose marks are read
 */
export async function findStories(
  db: Database,
  {
    filter,
    order,
    after,
    limit,
    reader,
  }: {
    readonly filter: StoryFilter;
    readonly order: StoryOrder;
    readonly after?: ListPlace | undefined;
    readonly limit: number;
    readonly reader: string;
  },
): Promise<ListedStory[]> {
  const key = KEYS[order];
  const conditions = [
    sql`s.merged_into IS NULL`,
    ...conditionsOf(filter),
    ...(after === undefined ? [] : [sql`(${key}, s.id) < (${bound(order, after.key)}, ${after.id}::bigint)`]),
  ];
  const { rows } = await sql<ListedStory>`
    SELECT s.id, s.title, s.link, s.sample, s.outlets, s.languages, s.article_count, s.state, s.first_report_at, s.last_report_at,
           (SELECT min(a.created_at) FROM alerts a WHERE a.story_id = s.id AND a.hidden_by IS NULL) AS alerted_at,
           m.read_at, m.starred_at, ${order === 'score' ? key : sql`NULL::int`} AS score, (${key})::text AS key
      FROM stories s LEFT JOIN story_marks m ON m.story_id = s.id AND m.reader = ${reader}
     WHERE ${sql.join(conditions, sql` AND `)}
     ORDER BY ${key} DESC, s.id DESC
     LIMIT ${limit}`.execute(db);
  return rows;
}

const SCORE = sql`coalesce((SELECT max(mm.confidence) FROM articles aa JOIN matches mm ON mm.article_id = aa.id WHERE aa.story_id = s.id), 0)::int`;
const KEYS: Readonly<Record<StoryOrder, RawBuilder<unknown>>> = {
  latest: sql`s.last_report_at`,
  first: sql`s.first_report_at`,
  score: SCORE,
};

function bound(order: StoryOrder, key: string): RawBuilder<unknown> {
  return order === 'score' ? sql`${key}::int` : sql`${key}::timestamptz`;
}

function conditionsOf(filter: StoryFilter): RawBuilder<unknown>[] {
  const { topic, stance, level, language, outlet, entities, since, until, state } = filter;
  const holds = (part: object) => sql`s.state @> ${JSON.stringify(part)}::jsonb`;
  const conditions: RawBuilder<unknown>[] = [];
  if (topic !== undefined)
    conditions.push(
      level === 'sure'
        ? holds({ topics: [topic] })
        : sql`(${holds({ topics: [topic] })} OR ${holds({ possible: [topic] })})`,
    );
  if (stance !== undefined)
    conditions.push(holds({ stances: [topic === undefined ? { stance } : { topic, stance }] }));
  if (level === 'sure') conditions.push(sql`s.state->'topics' <> '[]'::jsonb`);
  if (level === 'possible') conditions.push(sql`s.state->'topics' = '[]'::jsonb`);
  if (language !== undefined) conditions.push(sql`s.languages && ${tagsOf(language)}::text[]`);
  if (outlet !== undefined) conditions.push(sql`s.outlets @> ARRAY[${outlet}]::text[]`);
  for (const id of entities ?? [])
    conditions.push(
      sql`s.id IN (SELECT e.story_id FROM articles e WHERE e.entities @> ${JSON.stringify([{ id }])}::jsonb AND e.story_id IS NOT NULL)`,
    );
  if (since !== undefined) conditions.push(sql`s.last_report_at >= ${since}`);
  if (until !== undefined) conditions.push(sql`s.last_report_at <= ${until}`);
  if (state === 'unread') conditions.push(sql`m.read_at IS NULL`);
  if (state === 'read') conditions.push(sql`m.read_at IS NOT NULL`);
  if (state === 'starred') conditions.push(sql`m.starred_at IS NOT NULL`);
  return conditions;
}

/** Chinese is stored with its script; `zh` means both. */
export function tagsOf(language: string): string[] {
  return language === 'zh' ? ['zh', 'zh-Hans', 'zh-Hant'] : [language];
}

/** The fields of an article that lists show. */
export interface ListedArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  readonly language_tag: string;
  readonly reported_at: Date;
}

/** A report as a list shows it: the headline, and the passage that matched. */
export interface ListedReport extends ListedArticle {
  readonly story_id: string;
  readonly entities: StoryEntities;
  readonly matches: readonly {
    readonly topic: string;
    readonly label: string;
    readonly level: Level;
    readonly confidence: number;
    readonly stance: Stance | null;
    readonly rules: readonly { readonly id: string }[];
    readonly passages: readonly StoredPassage[];
    readonly grounds: readonly Ground[];
  }[];
}

type StoryEntities = readonly { readonly id: string; readonly name: string; readonly kind: string }[];

interface StoredPassage {
  readonly field: 'title' | 'lead' | 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly together?: 'sentence' | 'nearby' | undefined;
  readonly terms: readonly {
    readonly start: number;
    readonly end: number;
    readonly concept: string;
    readonly text: string;
  }[];
}

/** The reports of each story that a list shows: in each language the earliest that matched, up to a limit. */
export async function listedReports(db: Database, storyIds: readonly string[]): Promise<ListedReport[]> {
  if (storyIds.length === 0) return [];
  const { rows } = await sql<ListedReport>`
    SELECT a.story_id, a.id, a.title, a.canonical_url AS url, a.outlet, a.language_tag, a.reported_at, a.entities,
           coalesce((SELECT jsonb_agg(jsonb_build_object('topic', m.topic, 'label', m.label, 'level', m.level,
               'confidence', m.confidence, 'stance', m.stance, 'rules', m.rules, 'passages', m.passages, 'grounds', m.grounds)
               ORDER BY m.level DESC, m.confidence DESC, m.topic)
             FROM matches m WHERE m.article_id = a.id), '[]') AS matches
      FROM (SELECT DISTINCT ON (story_id, language_tag) id FROM articles
             WHERE story_id = ANY (${storyIds as string[]}::bigint[])
             ORDER BY story_id, language_tag, (EXISTS (SELECT FROM matches WHERE article_id = articles.id)) DESC, reported_at, id) AS first
      JOIN articles a ON a.id = first.id
     ORDER BY a.story_id, a.reported_at, a.id`.execute(db);
  return rows;
}

export interface TopicLabel {
  readonly id: string;
  readonly label: string;
}

/** The values that the filters offer. */
export interface FilterChoices {
  readonly outlets: readonly string[];
  readonly languages: readonly string[];
  readonly topics: readonly TopicLabel[];
}

/** Read from the latest stories. An outlet without recent reports can still be given in the address. */
export async function filterChoices(db: Database): Promise<FilterChoices> {
  const { rows } = await sql<{ outlets: string[]; languages: string[] }>`
    WITH latest AS (SELECT outlets, languages FROM stories WHERE merged_into IS NULL ORDER BY last_report_at DESC, id DESC LIMIT 2000)
    SELECT (SELECT coalesce(array_agg(DISTINCT o ORDER BY o), '{}') FROM latest, unnest(outlets) AS o) AS outlets,
           (SELECT coalesce(array_agg(DISTINCT l ORDER BY l), '{}') FROM latest, unnest(languages) AS l) AS languages`.execute(
    db,
  );
  return {
    outlets: rows[0]?.outlets ?? [],
    languages: rows[0]?.languages ?? [],
    topics: await matchedTopics(db),
  };
}

/** The latest label of every topic that was ever matched, by id. */
export async function topicLabels(db: Database): Promise<ReadonlyMap<string, string>> {
  return labelsOf(await matchedTopics(db));
}

/** The labels of topics by id. */
export function labelsOf(topics: readonly TopicLabel[]): ReadonlyMap<string, string> {
  return new Map(topics.map(({ id, label }) => [id, label]));
}

/** Steps from one topic to the next in the index, and reads the latest label of each. */
async function matchedTopics(db: Database): Promise<TopicLabel[]> {
  const { rows } = await sql<TopicLabel>`
    WITH RECURSIVE named AS (
      (SELECT topic, label FROM matches ORDER BY topic, matched_at DESC LIMIT 1)
      UNION ALL
      SELECT next.topic, next.label FROM named CROSS JOIN LATERAL (
        SELECT topic, label FROM matches WHERE topic > named.topic ORDER BY topic, matched_at DESC LIMIT 1) AS next)
    SELECT topic AS id, label FROM named`.execute(db);
  return rows;
}
