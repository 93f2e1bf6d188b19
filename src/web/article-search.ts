import { z } from 'zod';
import { searchWords } from '../core/search/search-words.ts';
import { type FoundArticle, searchArticles } from '../io/store/search.ts';
import type { Service } from '../service/open-service.ts';
import { getEntityNames } from './entity-names.ts';
import { type LexiconMeaning, meaningsOf } from './lexicon.ts';
import { decodePlace, encodePlace, storyFilterOf, storyQuery } from './story-query.ts';

/** What the archive can be asked for, on the page and in the API. */
export const searchQuery = storyQuery
  .pick({
    topic: true,
    level: true,
    language: true,
    outlet: true,
    country: true,
    entity: true,
    since: true,
    until: true,
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
  /** The cursor of the next page; undefined on the last. */
  readonly next: string | undefined;
  /** What else was searched for. */
  readonly meanings: readonly LexiconMeaning[];
  /** The query without what is not wanted. */
  readonly wanted: string;
}

/** Searches everything stored, whether a topic matched or not. */
export async function search(
  service: Pick<Service, 'config' | 'store'>,
  query: SearchQuery,
  limit: number,
): Promise<SearchResult> {
  const { topics, entities } = service.config;
  const names = await getEntityNames(entities);
  const { wanted, without, ...words } = searchWords(query.q ?? '');
  const meant = query.exact !== undefined ? [] : await meaningsOf(wanted, { topics, entities, names });
  const found = await searchArticles(
    service.store.db,
    {
      ...storyFilterOf({ ...query, sort: 'latest' }, names, new Date()),
      words,
      without,
      meant: meant.map(({ text, meanings }) => ({
        words: searchWords(text),
        also: meanings.flatMap(({ also }) => also),
        alsoPairs: meanings.flatMap(({ alsoPairs }) => alsoPairs),
      })),
    },
    { limit: limit + 1, after: decodePlace(query.after), order: query.sort },
  );
  const articles = found.slice(0, limit);
  const last = articles.at(-1);
  return {
    articles,
    next: found.length > limit && last !== undefined ? encodePlace(last) : undefined,
    meanings: meant.flatMap(({ meanings }) => meanings),
    wanted,
  };
}
