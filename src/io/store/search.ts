import { type RawBuilder, sql } from 'kysely';
import type { Level } from '../../core/topics/match.ts';
import type { Database } from './database.ts';
import { type StoryFilter, type StoryPlace, tagsOf } from './story-list.ts';

/** What is searched for: words, and what stories are filtered by, of each article itself. */
export interface ArticleSearch extends Omit<StoryFilter, 'stance' | 'state'> {
  /** Any of these; each is words and pairs that must all be there. */
  readonly words: {
    /** For `websearch_to_tsquery`, stemmed in each of these languages; undefined where there is none. */
    readonly spaced: string | undefined;
    readonly pairs: string | undefined;
  };
  /** What means the same in other words: by language, or `*`. */
  readonly also: readonly { readonly language: string; readonly spaced: string }[];
  /** The same, as `tsquery` text. */
  readonly alsoPairs: readonly string[];
}

export interface FoundArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  readonly language_tag: string;
  readonly reported_at: Date;
  readonly sample: boolean;
  readonly story_id: string | null;
  /** The beginning of the text. */
  readonly beginning: string;
  readonly topics: readonly { readonly topic: string; readonly label: string; readonly level: Level }[];
  readonly key: string;
}

/** Languages whose stems a query is tried in: its own is not known. */
const LANGUAGES = ['*', 'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'tr'];
const BEGINNING = 4_000;

/** Articles that have the words, the latest first. */
export async function searchArticles(
  db: Database,
  search: ArticleSearch,
  { limit, after }: { readonly limit: number; readonly after?: StoryPlace | undefined },
): Promise<FoundArticle[]> {
  const query = queryOf(search);
  const ofArticle = articleFilters(search);
  const conditions = [
    ...(query === undefined ? [] : [sql`s.words @@ (${query})`]),
    ...ofArticle,
    ...(search.since === undefined ? [] : [sql`s.reported_at >= ${search.since}`]),
    ...(search.until === undefined ? [] : [sql`s.reported_at <= ${search.until}`]),
    ...(after === undefined
      ? []
      : [sql`(s.reported_at, s.article_id) < (${after.key}::timestamptz, ${after.id}::bigint)`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
  const { rows } = await sql<FoundArticle>`
    SELECT a.id, a.title, a.canonical_url AS url, a.outlet, a.language_tag, a.reported_at, a.sample, a.story_id,
           left(a.text, ${sql.lit(BEGINNING)}) AS beginning, found.reported_at::text AS key,
           coalesce((SELECT jsonb_agg(jsonb_build_object('topic', m.topic, 'label', m.label, 'level', m.level) ORDER BY m.confidence DESC)
                       FROM matches m WHERE m.article_id = a.id), '[]') AS topics
      FROM (SELECT s.article_id, s.reported_at FROM article_search s ${
        ofArticle.length === 0 ? sql`` : sql`JOIN articles a ON a.id = s.article_id`
      } ${where}
             ORDER BY s.reported_at DESC, s.article_id DESC LIMIT ${limit}) AS found
      JOIN articles a ON a.id = found.article_id
     ORDER BY found.reported_at DESC, found.article_id DESC`.execute(db);
  return rows;
}

/** What is asked of the article itself; all else stands in the index of words. */
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
function queryOf({ words, also, alsoPairs }: ArticleSearch): RawBuilder<unknown> | undefined {
  const stemmed = (language: string, text: string) =>
    sql`websearch_to_tsquery(chipwatch_configuration(${language}), ${text})`;
  const own: RawBuilder<unknown>[] = [];
  const { spaced } = words;
  if (spaced !== undefined)
    own.push(
      sql`(${sql.join(
        LANGUAGES.map((language) => stemmed(language, spaced)),
        sql` || `,
      )})`,
    );
  if (words.pairs !== undefined) own.push(sql`(${words.pairs}::tsquery)`);
  const any = [
    ...(own.length === 0 ? [] : [sql`(${sql.join(own, sql` && `)})`]),
    ...also.map(({ language, spaced }) => stemmed(language, spaced)),
    ...(alsoPairs.length === 0 ? [] : [sql`(${alsoPairs.map((one) => `(${one})`).join(' | ')}::tsquery)`]),
  ];
  return any.length === 0 ? undefined : sql.join(any, sql` || `);
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

export async function savedSearches(db: Database, reader: string): Promise<SavedSearch[]> {
  return db
    .selectFrom('saved_searches')
    .select(['id', 'name', 'query'])
    .where('reader', '=', reader)
    .orderBy('name')
    .execute();
}

/** Keeps a search under a name; the same name again changes it. */
export async function saveSearch(
  db: Database,
  { reader, name, query }: { reader: string; name: string; query: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('saved_searches')
    .values({ reader, name, query, created_at: now })
    .onConflict((conflict) => conflict.columns(['reader', 'name']).doUpdateSet({ query }))
    .execute();
}

export async function removeSearch(db: Database, reader: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_searches')
    .where('id', '=', id)
    .where('reader', '=', reader)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
