import type { GazetteerData } from '../entities/gazetteer-data.ts';
import type { ConceptDefinition, TermDefinition } from './definition.ts';
import { ALL_LANGUAGES } from './languages.ts';

/** The prefix of concepts made from the gazetteer. */
export const ENTITY_PREFIX = 'entity:';

/** What the gazetteer gives to the topics. */
export interface EntityConcepts {
  /** One for each kind and country: `entity:maker:cn`. */
  readonly concepts: readonly ConceptDefinition[];
  /** Groups of all countries of a kind: `entity:maker`. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

const SINGLE_HAN = /^\p{Script=Han}$/u;

/**
 * Makes a concept of each kind and country of entity, so that rules and weights can ask for "a Chinese maker" without
 * a list of words. Names that mean the entity only in a certain context are left out, because rules cannot check it.
 */
export function entityConcepts(data: GazetteerData, file: string): EntityConcepts {
  const names: ReadonlyMap<string, readonly string[]> = new Map(
    [data.organisations, data.agencies, data.chips, data.countries].flatMap((section) =>
      Object.entries(section),
    ),
  );
  const doubtful = new Set(data.in_context.flatMap(({ id, terms }) => terms.map((term) => `${id} ${term}`)));
  const concepts: ConceptDefinition[] = [];
  const groups = new Map<string, readonly string[]>();
  for (const [kind, countries] of Object.entries(data.kinds)) {
    for (const [country, ids] of Object.entries(countries)) {
      const terms = ids.flatMap((id) =>
        (names.get(id) ?? [])
          .filter((name) => !doubtful.has(`${id} ${name}`) && !SINGLE_HAN.test(name))
          .map((term): TermDefinition => ({ term, written: term, near: [], words: 0, line: 1 })),
      );
      concepts.push({
        id: `${ENTITY_PREFIX}${kind}:${country}`,
        terms: new Map([[ALL_LANGUAGES, terms]]),
        except: new Map([
          [ALL_LANGUAGES, data.ignore.map((term) => ({ term, written: term, near: [], words: 0, line: 1 }))],
        ]),
        file,
        line: 1,
      });
    }
    const members = Object.keys(countries).map((country) => `${ENTITY_PREFIX}${kind}:${country}`);
    groups.set(`${ENTITY_PREFIX}${kind}`, members);
  }
  return { concepts, groups };
}
