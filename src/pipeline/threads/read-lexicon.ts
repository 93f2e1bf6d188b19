import { plainTerms } from '../../core/search/plain-terms.ts';
import { readDefinitions } from '../topics/load-topics.ts';

/** A concept with its terms of all languages, for search. */
export interface LexiconEntry {
  readonly id: string;
  /** Language of the lexicon (`*` for all) and term; a `*` at the end is a prefix. */
  readonly terms: readonly (readonly [language: string, term: string])[];
}

/** Runs inside a thread, because reading a hundred files of terms would block the event loop too long. */
export async function run({
  topics,
  entities,
}: {
  topics: string;
  entities?: string;
}): Promise<LexiconEntry[]> {
  const { concepts } = await readDefinitions(topics, entities);
  return [...concepts.values()]
    .filter(({ id }) => !id.startsWith('entity:'))
    .map(({ id, terms }) => ({
      id,
      terms: [...terms].flatMap(([language, list]) =>
        list
          .filter(({ near }) => near.length === 0)
          .flatMap(({ term }) => plainTerms(term).map((plain) => [language, plain] as const)),
      ),
    }));
}
