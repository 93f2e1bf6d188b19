import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/** The words of a search. */
export interface SearchedWords {
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

/** Languages whose stems a query is tried in: its own is not known. */
const LANGUAGES = ['*', 'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'tr'];

/**
 * All words in one `tsquery`, as text; undefined where nothing is searched for but by filters. It is made before the search:
 * of a constant the planner knows how frequent it is.
 */
export async function readQuery(db: Database, search: SearchedWords): Promise<string | undefined> {
  const query = queryOf(search);
  if (query === undefined) return undefined;
  const { rows } = await sql<{ query: string }>`SELECT (${query})::text AS query`.execute(db);
  return rows[0]?.query ?? '';
}

function queryOf({ words, without, meant }: SearchedWords): RawBuilder<unknown> | undefined {
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
