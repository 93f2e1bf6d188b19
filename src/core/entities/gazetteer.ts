import { compileMatcher, type Matcher } from '../matching/matcher.ts';
import { parseTerm, TermError, type Pattern } from '../matching/term.ts';
import type { EntityMention } from '../topics/match.ts';
import { GazetteerError, type GazetteerData } from './gazetteer-data.ts';

type EntityKind = EntityMention['kind'];

export interface Entity {
  /** The same in all languages: `nvidia`, `h20`, `country:us`. */
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** The country of an agency, from the beginning of its id: `us-bis` gives `country:us`. */
  readonly country: string | undefined;
}

/** What must be near a term for it to count. */
export interface Context {
  readonly near: ReadonlySet<string>;
  /** In UTF-16 units of normalised text. */
  readonly within: number;
}

/** The meaning of a pattern. */
type Meaning =
  | {
      readonly type: 'entity';
      readonly entity: Entity;
      readonly context: Context | undefined;
      readonly alone: boolean;
    }
  /** A phrase in which no entity is to be found. */
  | { readonly type: 'ignore' }
  /** A word that satisfies this context. */
  | { readonly type: 'beside'; readonly context: Context };

/** A gazetteer compiled for one pass over a text. */
export interface Gazetteer {
  readonly matcher: Matcher;
  /** The index in `meanings` for each pattern of the matcher. */
  readonly meaningOf: Uint32Array;
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
 * Compiles a gazetteer. Terms are written as in topics: `=US` for exactly these capitals, `китайск*` for a beginning,
 * `(a|b)` for alternatives. A single Han character counts only outside words (美、中 in headlines). Names of
 * organisations and chips with four Latin letters or more may have an s added.
 *
 * @throws {GazetteerError} for invalid terms, an id in two sections, a term of two entities, and contexts that name
 * unknown entities; one line for each fault
 */
export function compileGazetteer(data: GazetteerData): Gazetteer {
  const faults: string[] = [];
  const entities = collectEntities(data, faults);
  const terms = new Terms(faults);
  addNames(data, entities, terms);
  addContexts(data, entities, terms);
  checkKinds(data, entities, faults);
  for (const phrase of data.ignore) terms.add('ignore', phrase, { type: 'ignore' });
  if (faults.length > 0) throw new GazetteerError(faults.join('\n'));
  return {
    matcher: compileMatcher(terms.patterns),
    meaningOf: Uint32Array.from(terms.meaningOf),
    meanings: terms.meanings,
    entities,
  };
}

/** Collects patterns with their meanings, and faults. */
class Terms {
  readonly patterns: Pattern[] = [];
  readonly meanings: Meaning[] = [];
  /** For each pattern; all forms of a name share a meaning. */
  readonly meaningOf: number[] = [];
  readonly faults: string[];
  /** The entity of each pattern that needs no context. */
  readonly owners = new Map<string, string>();

  constructor(faults: string[]) {
    this.faults = faults;
  }

  add(where: string, term: string, meaning: Meaning): void {
    if (this.meanings.at(-1) !== meaning) this.meanings.push(meaning);
    for (const pattern of this.parse(where, term)) {
      if (meaning.type === 'entity' && meaning.context === undefined)
        this.claim(where, term, pattern, meaning.entity);
      this.patterns.push(pattern);
      this.meaningOf.push(this.meanings.length - 1);
    }
  }

  private parse(where: string, term: string): readonly Pattern[] {
    try {
      return parseTerm(term, { accentsOptional: true });
    } catch (error) {
      if (!(error instanceof TermError)) throw error;
      this.faults.push(`entities: ${where}: ${error.message}`);
      return [];
    }
  }

  private claim(where: string, term: string, pattern: Pattern, entity: Entity): void {
    const form = [String.fromCharCode(...pattern.units), pattern.capitals, pattern.openRight].join('\n');
    const owner = this.owners.get(form) ?? entity.id;
    if (owner !== entity.id) this.faults.push(`entities: ${where}: "${term}" belongs to ${owner}`);
    this.owners.set(form, owner);
  }
}

function collectEntities(data: GazetteerData, faults: string[]): ReadonlyMap<string, Entity> {
  const entities = new Map<string, Entity>();
  for (const [section, kind] of SECTIONS) {
    for (const [id, [first = '']] of Object.entries(data[section])) {
      const name = first.replace(/^=/, '');
      if (/[()|*]/.test(name)) faults.push(`entities: ${section}.${id}: "${name}" is no plain name to show`);
      if (entities.has(id)) faults.push(`entities: ${section}.${id}: the id is in another section too`);
      const country = `country:${id.slice(0, id.indexOf('-'))}`;
      entities.set(id, {
        id,
        name,
        kind,
        country: kind === 'agency' && Object.hasOwn(data.countries, country) ? country : undefined,
      });
    }
  }
  return entities;
}

function addNames(data: GazetteerData, entities: ReadonlyMap<string, Entity>, terms: Terms): void {
  const needy = new Set(data.in_context.flatMap(({ id, terms }) => terms.map((term) => `${id} ${term}`)));
  for (const [section, kind] of SECTIONS) {
    const takesGenitive = kind === 'organisation' || kind === 'chip';
    for (const [id, names] of Object.entries(data[section])) {
      const entity = entities.get(id)!;
      for (const name of new Set(names)) {
        if (needy.has(`${id} ${name}`)) continue;
        const meaning: Meaning = { type: 'entity', entity, context: undefined, alone: SINGLE_HAN.test(name) };
        for (const form of takesGenitive ? withGenitive(name) : [name])
          terms.add(`${section}.${id}`, form, meaning);
      }
    }
  }
}

function addContexts(data: GazetteerData, entities: ReadonlyMap<string, Entity>, terms: Terms): void {
  for (const { id, terms: names, near, within, beside } of data.in_context) {
    const where = `in_context.${id}`;
    for (const name of [id, ...near]) {
      if (!entities.has(name)) terms.faults.push(`entities: ${where}: there is no entity "${name}"`);
    }
    const entity = entities.get(id);
    if (entity === undefined) continue;
    const context: Context = { near: new Set(near), within };
    for (const name of names) terms.add(where, name, { type: 'entity', entity, context, alone: false });
    for (const term of beside) terms.add(where, term, { type: 'beside', context });
  }
}

function checkKinds({ kinds }: GazetteerData, entities: ReadonlyMap<string, Entity>, faults: string[]): void {
  for (const [kind, countries] of Object.entries(kinds)) {
    for (const [country, ids] of Object.entries(countries)) {
      for (const id of ids) {
        if (!entities.has(id)) faults.push(`entities: kinds.${kind}.${country}: there is no entity "${id}"`);
      }
    }
  }
}

const SINGLE_HAN = /^\p{Script=Han}$/u;

/** Adds the s of `Nvidias Chips` and `two H100s` to names of four letters or more. */
function withGenitive(term: string): readonly string[] {
  return /[a-z\d]{4}$/i.test(term) && !/[s|)]$/i.test(term) && !/^=?\d+$/.test(term)
    ? [term, `${term}s`]
    : [term];
}
