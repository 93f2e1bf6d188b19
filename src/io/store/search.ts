import { type RawBuilder, sql } from 'kysely';
import type { Level } from '../../core/topics/match.ts';
import type { Database } from './database.ts';
import { type ListedArticle, type StoryFilter, type ListPlace, tagsOf } from './story-list.ts';

/** What is searched for: words, and what stories are filtered by, of each article itself. */
export interface ArticleSearch extends Omit<StoryFilter, 'stance' | 'state'> {
  readonly words: SearchText;
  /** What no article that is found may have. */
  readonly without: SearchText;
  /** The same in other words: an article that has something of each of these will do as well. */
  readonly meant: readonly MeantWord[];
}

/** A word that was asked for, with what means the same. */
interface MeantWord {
  readonly words: SearchText;
  /** By language, or `*`. */
  readonly also: readonly { readonly language: string; readonly spaced: string }[];
  /** The same, as `tsquery` text. */
  readonly alsoPairs: readonly string[];
}

interface SearchText {
  /** For `websearch_to_tsquery`, stemmed as each language does; undefined where there is none. */
  readonly spaced: string | undefined;
  /** As `tsquery` text: all must be there. */
  readonly pairs: string | undefined;
}

export type ArticleOrder = 'latest' | 'relevance';

export interface FoundArticle extends ListedArticle {
  readonly sample: boolean;
  readonly story_id: string | null;
  /** The beginning of the text. */
  readonly beginning: string;
  readonly topics: readonly { readonly topic: string; readonly label: string; readonly level: Level }[];
  /** How well it fits; null where that was not asked. */
  readonly score: number | null;
  readonly key: string;
}

/** Languages whose stems a query is tried in: its own is not known. */
const LANGUAGES = ['*', 'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'tr'];
const BEGINNING = 4_000;

/**
 * Of the newest articles so many are looked through one by one. A word that is found too rarely among them is looked up in
 * the index of words, first within the recent ones: all that the index knows of a word of a hundredth of a million articles
 * would be ten thousand places to read. What is rarer still is fetched whole.
 */
const NEWEST = 2_000;
const RECENT = 64_000;
/** Articles that are weighed, where the best come first. */
const WEIGHED = 2_000;

/** Articles that have the words: the latest first, or those that fit best. */
export async function searchArticles(
  db: Database,
  search: ArticleSearch,
  {
    limit,
    after,
    order,
  }: { readonly limit: number; readonly after?: ListPlace | undefined; readonly order: ArticleOrder },
): Promise<FoundArticle[]> {
  const query = queryOf(search);
  const byScore = order === 'relevance' && query !== undefined;
  const filters = articleFilters(search);
  const joined = filters.length === 0 ? sql`` : sql`JOIN articles a ON a.id = s.article_id`;
  const hasWords = query === undefined ? [] : [sql`s.words @@ (SELECT query FROM asked)`];
  const bounds = [
    ...(search.since === undefined ? [] : [sql`s.reported_at >= ${search.since}`]),
    ...(search.until === undefined ? [] : [sql`s.reported_at <= ${search.until}`]),
    ...(after === undefined || byScore
      ? []
      : [sql`(s.reported_at, s.article_id) < (${after.key}::timestamptz, ${after.id}::bigint)`]),
  ];
  const wanted = byScore ? WEIGHED : limit;
  const best = byScore
    ? sql`SELECT c.article_id, c.reported_at, (ts_rank(s.words, asked.query, 1) + CASE WHEN to_tsvector('simple', a.title) @@ asked.query THEN 1 ELSE 0 END)::numeric(8, 6) AS score
            FROM chosen c JOIN article_search s USING (article_id) JOIN articles a ON a.id = c.article_id, asked`
    : sql`SELECT article_id, reported_at, NULL::numeric AS score FROM chosen`;
  const key = byScore ? sql`best.score` : sql`best.reported_at`;
  const { rows } = await sql<FoundArticle>`
    WITH asked AS MATERIALIZED (SELECT ${query ?? sql`NULL::tsquery`} AS query),
    newest AS MATERIALIZED (
      SELECT s.article_id, s.reported_at
        FROM (SELECT * FROM article_search s ${where(bounds)} ORDER BY s.reported_at DESC, s.article_id DESC LIMIT ${sql.lit(NEWEST)}) s ${joined} ${where([...hasWords, ...filters])}
       ORDER BY s.reported_at DESC, s.article_id DESC LIMIT ${wanted}),
    edge AS MATERIALIZED (
      SELECT s.reported_at FROM article_search s
       ${where([...(query === undefined ? [sql`false`] : [sql`(SELECT count(*) FROM newest) < ${limit}`]), ...bounds])}
       ORDER BY s.reported_at DESC, s.article_id DESC OFFSET ${sql.lit(RECENT)} LIMIT 1),
    recent AS MATERIALIZED (
      SELECT s.article_id, s.reported_at FROM article_search s ${joined}
       ${where([sql`s.reported_at >= (SELECT reported_at FROM edge)`, ...hasWords, ...filters, ...bounds])}),
    older AS MATERIALIZED (
      SELECT s.article_id, s.reported_at FROM article_search s ${joined}
       ${where([sql`(SELECT count(*) FROM newest) < ${limit}`, sql`(SELECT count(*) FROM recent) < ${limit}`, ...hasWords, ...filters, ...bounds])}
       ${query === undefined ? sql`ORDER BY s.reported_at DESC, s.article_id DESC LIMIT ${wanted}` : sql``}),
    chosen AS (
      SELECT * FROM (SELECT * FROM newest UNION SELECT * FROM recent UNION SELECT * FROM older) found ORDER BY reported_at DESC, article_id DESC LIMIT ${wanted}),
    best AS (
      SELECT * FROM (${best}) best ${after === undefined || !byScore ? sql`` : sql`WHERE (score, article_id) < (${after.key}::numeric, ${after.id}::bigint)`}
       ORDER BY ${key} DESC, article_id DESC LIMIT ${limit})
    SELECT a.id, a.title, a.canonical_url AS url, a.outlet, a.language_tag, a.reported_at, a.sample, a.story_id,
           left(a.text, ${sql.lit(BEGINNING)}) AS beginning, best.score::float AS score, (${key})::text AS key,
           coalesce((SELECT jsonb_agg(jsonb_build_object('topic', m.topic, 'label', m.label, 'level', m.level) ORDER BY m.confidence DESC)
                       FROM matches m WHERE m.article_id = a.id), '[]') AS topics
      FROM best JOIN articles a ON a.id = best.article_id
     ORDER BY ${key} DESC, best.article_id DESC`.execute(db);
  return rows;
}

function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** Filters on the article itself; all others are in the index of words. */
function articleFilters({ topic, level, language, outlet, entities }: ArticleSearch): RawBuilder<unknown>[] {
  const filters: RawBuilder<unknown>[] = [];
  if (topic !== undefined || level !== undefined)
    filters.push(
      sql`EXISTS (SELECT FROM matches m WHERE m.article_id = a.id ${topic === undefined ? sql`` : sql`AND m.topic = ${topic}`} ${level === undefined ? sql`` : sql`AND m.level = ${level}`})`,
    );
  if (language !== undefined) filters.push(sql`a.language_tag = ANY (${tagsOf(language)}::text[])`);
  if (outlet !== undefined) filters.push(sql`a.outlet = ${outlet}`);
  for (const id of entities ?? []) filters.push(sql`a.entities @> ${JSON.stringify([{ id }])}::jsonb`);
  return filters;
}

/** All in one `tsquery`; undefined where nothing is searched for but by filters. */
function queryOf({ words, without, meant }: ArticleSearch): RawBuilder<unknown> | undefined {
  const any = [
    ...partsOf(words, ' && '),
    ...(meant.length === 0 ? [] : [sql`(${sql.join(meant.map(meantBy), sql` && `)})`]),
  ];
  const unwanted = partsOf(without, ' || ');
  if (any.length === 0 && unwanted.length === 0) return undefined;
  const parts = [
    ...(any.length === 0 ? [] : [sql`(${sql.join(any, sql` || `)})`]),
    ...(unwanted.length === 0 ? [] : [sql`!!(${sql.join(unwanted, sql` || `)})`]),
  ];
  return sql.join(parts, sql` && `);
}

function meantBy({ words, also, alsoPairs }: MeantWord): RawBuilder<unknown> {
  const others = [
    ...also.map(({ language, spaced }) => stemmed([language], spaced)),
    ...(alsoPairs.length === 0 ? [] : [sql`${alsoPairs.map((one) => `(${one})`).join(' | ')}::tsquery`]),
  ];
  return sql`(${sql.join([...partsOf(words, ' && '), ...others], sql` || `)})`;
}

function partsOf({ spaced, pairs }: SearchText, joint: ' && ' | ' || '): RawBuilder<unknown>[] {
  const own = [
    ...(spaced === undefined ? [] : [stemmed(LANGUAGES, spaced)]),
    ...(pairs === undefined ? [] : [sql`${pairs}::tsquery`]),
  ];
  return own.length === 0 ? [] : [sql`(${sql.join(own, sql.raw(joint))})`];
}

/**
 * Any of the forms that the languages make of it, each once: most languages leave most words as they are. Where a language
 * does not count the word at all it asks for nothing.
 */
function stemmed(languages: readonly string[], text: string): RawBuilder<unknown> {
  if (languages.length === 1)
    return sql`websearch_to_tsquery(chipwatch_configuration(${languages[0]}), ${text})`;
  return sql`(SELECT CASE WHEN bool_or(form = '') THEN '' ELSE string_agg('(' || form || ')', ' | ') END FROM (
    SELECT DISTINCT websearch_to_tsquery(chipwatch_configuration(tag), ${text})::text AS form FROM unnest(${languages as string[]}::text[]) tag) forms)::tsquery`;
}
