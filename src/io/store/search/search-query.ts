import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';

/** The words of a search. */
export interface SearchedWords {
  readonly words: SearchText;
  /** Words that no found article may have. */
  readonly without: SearchText;
  /** Words with synonyms: an article that has one form of each is found too. */
  readonly meant: readonly MeantWord[];
}

/** A word of the query with its synonyms. */
interface MeantWord {
  readonly words: SearchText;
  /** Synonyms by language, or under `*`. */
  readonly also: readonly { readonly language: string; readonly spaced: string }[];
  /** Synonyms as `tsquery` text, for scripts without spaces. */
  readonly alsoPairs: readonly string[];
}

interface SearchText {
  /** For `websearch_to_tsquery`, stemmed by each language's rules; undefined where there is none. */
  readonly spaced: string | undefined;
  /** As `tsquery` text; all pairs must be present. */
  readonly pairs: string | undefined;
}

/** Languages by whose rules a query is stemmed, since its own language is unknown. */
const LANGUAGES = ['*', 'en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'tr'];

/**
 * All words as the text of one `tsquery`; undefined where the search has only filters. It is computed beforehand,
 * because the planner can estimate how frequent a constant is.
 */
export async function readQuery(db: Database, search: SearchedWords): Promise<string | undefined> {
  const query = queryOf(search);
  if (query === undefined) return undefined;
  const { rows } = await sql<{ query: string }>`SELECT (${query})::text AS query`.execute(db);
  return rows[0]?.query ?? '';
}

function queryOf({ words, without, meant }: SearchedWords): RawBuilder<unknown> | undefined {
  const known = meant.flatMap(meantBy);
  const any = [
    ...partsOf(words, ' && '),
    ...(known.length === 0 ? [] : [sql`(${sql.join(known, sql` && `)})`]),
  ];
  const unwanted = partsOf(without, ' || ');
  if (any.length === 0 && unwanted.length === 0) return undefined;
  const parts = [
    ...(any.length === 0 ? [] : [sql`(${sql.join(any, sql` || `)})`]),
    ...(unwanted.length === 0 ? [] : [sql`!!(${sql.join(unwanted, sql` || `)})`]),
  ];
  return sql.join(parts, sql` && `);
}

/** Any form of the word; nothing for punctuation alone. */
function meantBy({ words, also, alsoPairs }: MeantWord): RawBuilder<unknown>[] {
  const forms = [
    ...partsOf(words, ' && '),
    ...also.map(({ language, spaced }) => stemmed([language], spaced)),
    ...(alsoPairs.length === 0 ? [] : [sql`${alsoPairs.map((one) => `(${one})`).join(' | ')}::tsquery`]),
  ];
  return forms.length === 0 ? [] : [sql`(${sql.join(forms, sql` || `)})`];
}

function partsOf({ spaced, pairs }: SearchText, joint: ' && ' | ' || '): RawBuilder<unknown>[] {
  const own = [
    ...(spaced === undefined ? [] : [stemmed(LANGUAGES, spaced)]),
    ...(pairs === undefined ? [] : [sql`${pairs}::tsquery`]),
  ];
  return own.length === 0 ? [] : [sql`(${sql.join(own, sql.raw(joint))})`];
}

/**
 * Any of the stems that the languages give, each once. Where a language treats the word as a stop word the condition
 * is empty.
 */
function stemmed(languages: readonly string[], text: string): RawBuilder<unknown> {
  if (languages.length === 1)
    return sql`websearch_to_tsquery(chipwatch_configuration(${languages[0]}), ${text})`;
  return sql`(SELECT CASE WHEN bool_or(form = '') THEN '' ELSE string_agg('(' || form || ')', ' | ') END FROM (
    SELECT DISTINCT websearch_to_tsquery(chipwatch_configuration(tag), ${text})::text AS form FROM unnest(${languages as string[]}::text[]) tag) forms)::tsquery`;
}
