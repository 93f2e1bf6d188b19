import { compileMatcher, type Matcher } from '../matching/matcher.ts';
import { WordClass, wordClass } from '../matching/script.ts';
import { parseTerm, TermError, type Pattern } from '../matching/term.ts';
import type { EntityMention } from '../topics/match.ts';
import { GazetteerError, type GazetteerData } from './gazetteer-data.ts';

export type EntityKind = EntityMention['kind'];

export interface Entity {
  /** Stable across languages: `nvidia`, `h20`, `country:us`. */
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
}

/** When a term counts only in company. */
export interface Context {
  readonly near: ReadonlySet<string>;
  /** In UTF-16 units of normalised text. */
  readonly within: number;
}

/** What a pattern means when it is found. */
export type Meaning =
  | {
      readonly type: 'entity';
      readonly entity: Entity;
      readonly context: Context | undefined;
      readonly alone: boolean;
    }
  /** Keeps its span free of entities. */
  | { readonly type: 'ignore' }
  /** Vouches for the names that need this context. */
  | { readonly type: 'beside'; readonly context: Context };

/** A gazetteer compiled for one pass over a text. */
export interface Gazetteer {
  readonly matcher: Matcher;
  /** For each pattern of the matcher. */
  readonly meanings: readonly Meaning[];
  readonly entities: ReadonlyMap<string, Entity>;
}

const SECTIONS = [
  ['organisations', 'organisation'],
  ['agencies', 'agency'],
  ['chips', 'chip'],
  ['countries', 'country'],
] as const;

/**
 * Compiles a gazetteer. Terms are written as in topics: `=US` for these capitals only, `китайск*` for a beginning,
 * `(a|b)` for alternatives. A term that is a single Han character counts only where it stands alone (美、中 in
 * headlines), never inside a word. Names of four Latin letters and more may end in an s that is not theirs.
 *
 * @throws {GazetteerError} for terms that cannot be read, an id in two sections, a term of two entities, and
 * contexts that name unknown entities; one line per fault.
 */
export function compileGazetteer(data: GazetteerData): Gazetteer {
  const faults: string[] = [];
  const patterns: Pattern[] = [];
  const meanings: Meaning[] = [];
  const entities = new Map<string, Entity>();
  const owners = new Map<string, string>();

  const add = (where: string, term: string, meaning: (pattern: Pattern) => Meaning): void => {
    try {
      for (const pattern of parseTerm(term, { accentsOptional: true })) {
        patterns.push(pattern);
        meanings.push(meaning(pattern));
      }
    } catch (error) {
      if (!(error instanceof TermError)) throw error;
      faults.push(`entities: ${where}: ${error.message}`);
    }
  };

  for (const [section, kind] of SECTIONS) {
    for (const [id, terms] of Object.entries(data[section])) {
      const entity: Entity = { id, name: displayName(terms[0]!), kind };
      if (/[()|*]/.test(entity.name))
        faults.push(`entities: ${section}.${id}: "${entity.name}" is no plain name to show`);
      if (entities.has(id)) faults.push(`entities: ${section}.${id}: the id is in another section too`);
      entities.set(id, entity);
      for (const term of new Set(terms)) {
        const owner = owners.get(term);
        if (owner !== undefined) faults.push(`entities: ${section}.${id}: "${term}" belongs to ${owner}`);
        owners.set(term, id);
        for (const form of withGenitive(term)) {
          add(`${section}.${id}`, form, (pattern) => ({
            type: 'entity',
            entity,
            context: undefined,
            alone: isSingleHan(pattern),
          }));
        }
      }
    }
  }
  for (const { id, terms, near, within, beside } of data.in_context) {
    const entity = entities.get(id);
    const unknown = [id, ...near].filter((name) => !entities.has(name));
    for (const name of unknown) faults.push(`entities: in_context.${id}: there is no entity "${name}"`);
    if (entity === undefined) continue;
    const context: Context = { near: new Set(near), within };
    for (const term of terms) {
      add(`in_context.${id}`, term, () => ({ type: 'entity', entity, context, alone: false }));
    }
    for (const term of beside) {
      add(`in_context.${id}`, term, () => ({ type: 'beside', context }));
    }
  }
  for (const phrase of data.ignore) add('ignore', phrase, () => ({ type: 'ignore' }));
  if (faults.length > 0) throw new GazetteerError(faults.join('\n'));
  return { matcher: compileMatcher(patterns), meanings, entities };
}

/** The name to show has no term syntax in it. */
const displayName = (term: string): string => term.replace(/^=/, '');

/** German writes `Nvidias Chips`, English `two H100s`: names of four letters and more take an s. */
function withGenitive(term: string): readonly string[] {
  return /[a-z\d]{4}$/i.test(term) && !/[s|)]$/i.test(term) && !/^=?\d+$/.test(term)
    ? [term, `${term}s`]
    : [term];
}

function isSingleHan({ units }: Pattern): boolean {
  return units.length === 1 && wordClass(units[0]!) === WordClass.HAN;
}
