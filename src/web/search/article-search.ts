import { z } from 'zod';
import { searchWords } from '../../core/search/search-words.ts';
import { type FoundArticle, searchArticles } from '../../io/store/search/search.ts';
import type { Service } from '../../service/open-service.ts';
import { getEntityNames } from './entity-names.ts';
import { decodePlace, pageOfRows } from '../cursor.ts';
import { type LexiconMeaning, meaningsOf } from './lexicon.ts';
import { storyFilterOf, storyQuery } from './story-query.ts';

/** The parameters of a search, on the page and in the API. */
export const searchQuery = storyQuery
  .pick({
    topic: true,
    stance: true,
    level: true,
    language: true,
    outlet: true,
    country: true,
    entity: true,
    since: true,
    until: true,
    state: true,
    after: true,
  })
  .extend({
    q: z.string().trim().max(300).optional().describe('Words; "in a row", -not, this OR that'),
    exact: z
      .enum(['yes'])
      .optional()
      .describe('Only these words, not what means the same in other languages'),
    sort: z
      .enum(['latest', 'relevance'])
      .default('latest')
      .describe('`relevance`: what fits best; of frequent words only the newest articles are weighed'),
  });

export type SearchQuery = z.output<typeof searchQuery>;

interface SearchResult {
  readonly articles: readonly FoundArticle[];
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
  /** The synonyms that were searched for. */
  readonly meanings: readonly LexiconMeaning[];
  /** The query without the words that are excluded. */
  readonly wanted: string;
}

/**
 * Searches all stored articles, whether a topic matched or not.
 * @param reader the account whose marks are read
 */
export async function search(
  service: Pick<Service, 'config' | 'store'>,
  query: SearchQuery,
  { limit, reader }: { readonly limit: number; readonly reader: string },
): Promise<SearchResult> {
  const { topics, entities } = service.config;
  const names = await getEntityNames(entities);
  const { wanted, without, ...words } = searchWords(query.q ?? '');
  const meant = query.exact !== undefined ? [] : await meaningsOf(wanted, { topics, entities, names });
  // Without words there is nothing to rank by.
  const isRanked = query.sort === 'relevance' && query.q !== undefined;
  const found = await searchArticles(
    service.store.db,
    {
      ...storyFilterOf({ ...query, sort: 'latest' }, names, new Date()),
      reader,
      words,
      without,
      meant: meant.map(({ text, meanings }) => ({
        words: searchWords(text),
        also: meanings.flatMap(({ also }) => also),
        alsoPairs: meanings.flatMap(({ alsoPairs }) => alsoPairs),
      })),
    },
    {
      limit: limit + 1,
      after: decodePlace(query.after, isRanked ? 'decimal' : 'time'),
      order: isRanked ? 'relevance' : 'latest',
    },
  );
  const { shown, next } = pageOfRows(found, limit, (article) => article);
  return {
    articles: shown,
    next,
    meanings: meant.flatMap(({ meanings }) => meanings),
    wanted,
  };
}

/** A search as the query string of its page, without the cursor. */
export function searchText({ after: _after, sort, ...query }: SearchQuery): string {
  const fields = { ...query, ...(sort === 'latest' ? {} : { sort }) };
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
}

/** The search that a query string asks for. */
export function readSearch(text: string): SearchQuery | undefined {
  const fields = Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== ''));
  return searchQuery.safeParse(fields).data;
}

/** A query string reduced to the parameters of a search; undefined where it is none. */
export function normalSearch(text: string): string | undefined {
  const query = readSearch(text);
  return query === undefined ? undefined : searchText(query);
}
