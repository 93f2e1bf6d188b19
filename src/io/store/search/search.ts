import { type RawBuilder, sql } from 'kysely';
import type { Level } from '../../../core/topics/match.ts';
import type { Database } from '../database.ts';
import { readQuery, type SearchedWords } from './search-query.ts';
import { NEWEST, spanOf, stepBack } from './search-steps.ts';
import { type ListedArticle, type StoryFilter, type ListPlace, tagsOf } from '../stories/story-list.ts';

/** A search for words, and the filters of stories, applied to each article. */
export interface ArticleSearch extends StoryFilter, SearchedWords {
  /** The account whose marks `state` means. */
  readonly reader?: string | undefined;
}

type ArticleOrder = 'latest' | 'relevance';

export interface FoundArticle extends ListedArticle {
  readonly sample: boolean;
  readonly story_id: string | null;
  /** The lead, and the beginning of the text. */
  readonly beginning: string;
  readonly topics: readonly { readonly topic: string; readonly label: string; readonly level: Level }[];
  /** How well it fits; null where that was not asked. */
  readonly score: number | null;
  readonly key: string;
}

/** Characters of an article that are searched for the passage to show. */
const BEGINNING = 12_000;

/**
 * How many of one outlet's newest articles are searched one by one. Fewer than of all outlets, because they are
 * stored far apart and take longer to read.
 */
const NEWEST_OF_OUTLET = 200;
/** Where the best come first: the search goes back until it has found `least` articles, and ranks at most `most`. */
const WEIGHED = { least: 100, most: 2_000 };

interface Paging {
  readonly limit: number;
  readonly after?: ListPlace | undefined;
  readonly order: ArticleOrder;
}

/** Articles that have the words: the latest first, or those that fit best. */
export async function searchArticles(
  db: Database,
  search: ArticleSearch,
  { limit, after, order }: Paging,
): Promise<FoundArticle[]> {
  const query = await readQuery(db, search);
  // The query has only words that every language treats as stop words.
  if (query === '') return [];
  const byScore = order === 'relevance' && query !== undefined;
  const ids = await candidates(db, search, query, {
    least: byScore ? Math.max(limit, WEIGHED.least) : limit,
    wanted: byScore ? WEIGHED.most : limit,
    after: byScore ? undefined : after,
  });
  if (ids.length === 0) return [];
  const score = byScore
    ? sql`(ts_rank(s.words, ${query}::tsquery, 1) + CASE WHEN to_tsvector('simple', a.title) @@ ${query}::tsquery THEN 1 ELSE 0 END)::numeric(8, 6)`
    : sql`NULL::numeric`;
  const key = byScore ? sql`best.score` : sql`best.reported_at`;
  const { rows } = await sql<FoundArticle>`
    WITH best AS (
      SELECT * FROM (SELECT s.article_id, s.reported_at, ${score} AS score FROM article_search s JOIN articles a ON a.id = s.article_id
                      WHERE s.article_id = ANY (${ids}::bigint[])) best
       ${after === undefined || !byScore ? sql`` : sql`WHERE (score, article_id) < (${after.key}::numeric, ${after.id}::bigint)`}
       ORDER BY ${key} DESC, article_id DESC LIMIT ${limit})
    SELECT a.id, a.title, a.canonical_url AS url, a.outlet, a.language_tag, a.reported_at, a.sample, a.story_id,
           left(concat_ws(E'\\n', a.lead, a.text), ${sql.lit(BEGINNING)}) AS beginning, best.score::float AS score, (${key})::text AS key,
           coalesce((SELECT jsonb_agg(jsonb_build_object('topic', m.topic, 'label', m.label, 'level', m.level) ORDER BY m.confidence DESC)
                       FROM matches m WHERE m.article_id = a.id), '[]') AS topics
      FROM best JOIN articles a ON a.id = best.article_id
     ORDER BY ${key} DESC, best.article_id DESC`.execute(db);
  return rows;
}

/** The ids of the latest articles that meet the search, found by going back in steps until there are enough. */
async function candidates(
  db: Database,
  search: ArticleSearch,
  query: string | undefined,
  {
    least,
    wanted,
    after,
  }: { readonly least: number; readonly wanted: number; readonly after: ListPlace | undefined },
): Promise<string[]> {
  const further = articleFilters(search);
  const joined = further.length === 0 ? sql`` : sql`JOIN articles a ON a.id = s.article_id`;
  const filters = [...ownFilters(search), ...further];
  const hasWords = query === undefined ? [] : [sql`s.words @@ ${query}::tsquery`];
  const bounds = boundsOf(search, after);
  const latest = sql`ORDER BY s.reported_at DESC, s.article_id DESC`;
  const ask = async (articles: RawBuilder<unknown>) => {
    const { rows } = await sql<{ id: string }>`
      SELECT article_id AS id FROM (${articles}) s ${latest} LIMIT ${wanted}`.execute(db);
    return rows.map(({ id }) => id);
  };

  // The newest articles of one outlet are found by the index of outlets: few of the newest of all may be its.
  const ofOutlet = search.outlet === undefined ? [] : [sql`s.outlet = ${search.outlet}`];
  const newest = sql`SELECT * FROM article_search s ${where([...ofOutlet, ...bounds])} ${latest} LIMIT ${sql.lit(search.outlet === undefined ? NEWEST : NEWEST_OF_OUTLET)}`;
  const first = await ask(
    sql`SELECT s.article_id, s.reported_at FROM (${newest}) s ${joined} ${where([...hasWords, ...filters])}`,
  );
  if (first.length >= least) return first;
  if (query === undefined)
    return ask(
      sql`SELECT s.article_id, s.reported_at FROM article_search s ${joined} ${where([...filters, ...bounds])}`,
    );
  const within = (periods: readonly string[] | undefined) => {
    const inTime = periods === undefined ? sql`` : sql`&& ${quoted(periods)}::tsquery`;
    // OFFSET 0 keeps the outer ORDER BY from the planner. With it, the planner may go through all articles in order
    // of time instead of using the index of words.
    return sql`SELECT s.article_id, s.reported_at FROM article_search s ${joined}
      ${where([sql`s.words @@ (${query}::tsquery ${inTime})`, ...filters, ...bounds])} OFFSET 0`;
  };
  if (search.outlet !== undefined) return ask(within(undefined));
  const span = await spanOf(db, where(bounds));
  return span === undefined ? first : stepBack(span, least, (periods) => ask(within(periods)));
}

/** Any of the periods, as `tsquery` text. */
function quoted(periods: readonly string[]): string {
  return periods.map((period) => `'${period}'`).join(' | ');
}

/** Conditions on the time of the report. */
function boundsOf({ since, until }: ArticleSearch, after: ListPlace | undefined): RawBuilder<unknown>[] {
  return [
    ...(since === undefined ? [] : [sql`s.reported_at >= ${since}`]),
    ...(until === undefined ? [] : [sql`s.reported_at <= ${until}`]),
    ...(after === undefined
      ? []
      : [sql`(s.reported_at, s.article_id) < (${after.key}::timestamptz, ${after.id}::bigint)`]),
  ];
}

/** Filters on columns of `article_search` itself. */
function ownFilters({ language, outlet }: ArticleSearch): RawBuilder<unknown>[] {
  return [
    ...(language === undefined ? [] : [sql`s.language_tag = ANY (${tagsOf(language)}::text[])`]),
    ...(outlet === undefined ? [] : [sql`s.outlet = ${outlet}`]),
  ];
}

function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** Filters on the article itself, and on what the reader marked of its story. */
function articleFilters({
  topic,
  level,
  stance,
  entities,
  state,
  reader = '',
}: ArticleSearch): RawBuilder<unknown>[] {
  const filters: RawBuilder<unknown>[] = [];
  const ofMatch = [
    ...(topic === undefined ? [] : [sql`m.topic = ${topic}`]),
    ...(level === undefined ? [] : [sql`m.level = ${level}`]),
    ...(stance === undefined ? [] : [sql`m.stance = ${stance}`]),
  ];
  if (ofMatch.length > 0)
    filters.push(
      sql`EXISTS (SELECT FROM matches m WHERE m.article_id = a.id AND ${sql.join(ofMatch, sql` AND `)})`,
    );
  for (const id of entities ?? []) filters.push(sql`a.entities @> ${JSON.stringify([{ id }])}::jsonb`);
  if (state !== undefined) {
    const marked = state === 'starred' ? sql`k.starred_at` : sql`k.read_at`;
    const ofReader = sql`SELECT FROM story_marks k WHERE k.story_id = a.story_id AND k.reader = ${reader} AND ${marked} IS NOT NULL`;
    filters.push(state === 'unread' ? sql`NOT EXISTS (${ofReader})` : sql`EXISTS (${ofReader})`);
  }
  return filters;
}
