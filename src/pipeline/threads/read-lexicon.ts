import { plainTerms } from '../../core/search/plain-terms.ts';
import { readDefinitions } from '../models/load-topics.ts';
import { packLexicon, type PackedLexicon } from './packed-lexicon.ts';

/** Runs inside a thread, because reading a hundred files of terms would block the event loop too long. */
export async function run({
  topics,
  entities,
}: {
  topics: string;
  entities?: string;
}): Promise<PackedLexicon> {
  const { concepts } = await readDefinitions(topics, entities);
  return packLexicon(
    [...concepts.values()]
      .filter(({ id }) => !id.startsWith('entity:'))
      .map(({ id, terms }) => ({
        id,
        terms: [...terms].flatMap(([language, list]) =>
          list
            .filter(({ near }) => near.length === 0)
            .flatMap(({ term }) => plainTerms(term).map((plain) => [language, plain] as const)),
        ),
      })),
  );
}
