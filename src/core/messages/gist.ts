import { ENTITY_PREFIX } from '../topics/entity-concepts.ts';
import type { EntityMention, Stance } from '../topics/match.ts';
import { GIST_LABELS, type Label, type ReaderLanguage } from './gist-labels.ts';
import { plainLine } from './plain-text.ts';
import { shorten } from '../words/shorten.ts';

/** The facts of a gist, from matches and gazetteer, independent of language. */
export interface GistFacts {
  /** BCP 47, of the headline. */
  readonly language: string;
  /** Strongest first. */
  readonly topics: readonly {
    readonly id: string;
    readonly label: string;
    readonly stance: Stance | undefined;
    /** Concepts of the match, the strongest passage's first. */
    readonly concepts: readonly string[];
  }[];
  /** Most often named first. */
  readonly entities: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
}

/** How many of each part are shown. */
interface TextBudget {
  readonly countries: number;
  readonly actors: number;
  readonly measures: number;
  readonly objects: number;
}

/** A line on a phone. */
const GIST_MAX = 90;
const SEPARATOR = ' · ';

/** From everything that fits a line in most languages down to one word of each kind. */
const BUDGETS: readonly TextBudget[] = [
  { countries: 2, actors: 1, measures: 2, objects: 3 },
  { countries: 2, actors: 1, measures: 2, objects: 2 },
  { countries: 2, actors: 1, measures: 1, objects: 2 },
  { countries: 1, actors: 1, measures: 1, objects: 1 },
  { countries: 1, actors: 0, measures: 1, objects: 1 },
];

/**
 * A summary of a headline for readers who cannot read it: `China · customs · inspect · RTX Pro 6000D, H20 · in
 * force`. Made from entities and concepts; nothing is translated. Undefined where the headline is in the reader's
 * language or no topic matched. Never empty.
 */
export function gistOf(facts: GistFacts, reader: ReaderLanguage): string | undefined {
  if (facts.topics.length === 0 || facts.language.split('-')[0]?.toLowerCase() === reader) return undefined;
  const versions = BUDGETS.map((room) => write(facts, reader, room));
  return shorten(versions.find((text) => text.length <= GIST_MAX) ?? versions.at(-1)!, GIST_MAX);
}

/** Measures that the stance names already: an easing is `eased`, an evasion is `evaded`. */
const SAID_BY_STANCE: Readonly<Record<string, string>> = {
  eased: 'release',
  evaded: 'evasion',
} satisfies Partial<Record<Stance, string>>;

function write(facts: GistFacts, reader: ReaderLanguage, room: TextBudget): string {
  const stance = facts.topics.find((topic) => topic.stance !== undefined)?.stance;
  const topics = facts.topics.map((topic) => ({
    ...topic,
    concepts: topic.concepts.map(withoutCountry).filter((id) => id !== SAID_BY_STANCE[stance ?? '']),
  }));
  const concepts = topics.flatMap((topic) => topic.concepts);
  const countries = countriesOf(facts, reader).slice(0, room.countries);
  const who = countries.length > 0 ? countries : labelsOf(GIST_LABELS.who, concepts, reader);
  const exact = labelsOf(GIST_LABELS.measures, concepts, reader);
  // Each topic contributes one measure before any contributes two.
  const first = topics.map((topic) => measureOf(topic, reader));
  const measures = distinct([
    ...first.filter((label) => exact.includes(label)),
    ...first.filter((label) => !exact.includes(label)),
    ...exact,
  ]);
  const parts = [
    ...who.slice(0, room.countries),
    ...labelsOf(GIST_LABELS.actors, concepts, reader).slice(0, room.actors),
    ...measures.slice(0, room.measures),
    thingsOf(facts, concepts, reader).slice(0, room.objects).join(', '),
    stance === undefined ? '' : GIST_LABELS.stances[stance][reader],
  ];
  return distinct(parts.map(plainLine).filter(Boolean)).join(SEPARATOR);
}

/** The labels that a section has for these concepts, in the section's order. */
function labelsOf(
  section: Readonly<Record<string, Label>>,
  concepts: readonly string[],
  reader: ReaderLanguage,
): string[] {
  return distinct(
    Object.entries(section).flatMap(([id, label]) => (concepts.includes(id) ? [label[reader]] : [])),
  );
}

/** The measure that a topic reports. */
function measureOf({ id, label, concepts }: GistFacts['topics'][number], reader: ReaderLanguage): string {
  return (
    labelsOf(GIST_LABELS.measures, concepts, reader)[0] ??
    ownConcepts(concepts)[0] ??
    labelsOf(GIST_LABELS.vague, concepts, reader)[0] ??
    GIST_LABELS.topics[id]?.[reader] ??
    label
  );
}

/** The chips by name; where none is named, their maker and kind. */
function thingsOf({ entities }: GistFacts, concepts: readonly string[], reader: ReaderLanguage): string[] {
  const named = (kind: EntityMention['kind']) =>
    distinct(entities.filter((one) => one.kind === kind).map(({ name }) => name));
  const chips = named('chip');
  if (chips.length > 0) return chips;
  return distinct([
    ...named('organisation').slice(0, 2),
    ...labelsOf(GIST_LABELS.objects, concepts, reader).slice(0, 1),
  ]);
}

/** The countries: first those of agencies that act, then the most frequently named. */
function countriesOf({ topics, entities }: GistFacts, reader: ReaderLanguage): string[] {
  const acting = topics
    .flatMap(({ concepts }) => concepts)
    .filter((id) => ACTING.has(withoutCountry(id)))
    .map((id) => id.slice(id.lastIndexOf(':') + 1));
  const named = entities.flatMap(({ id, kind }) =>
    kind === 'country' ? [id.replace('country:', '')] : kind === 'agency' ? [id.split('-')[0] ?? ''] : [],
  );
  return distinct([...acting, ...named].flatMap((code) => GIST_LABELS.countries[code]?.[reader] ?? []));
}

/** Kinds of entities whose country is the one that acts. A maker may only be affected. */
const ACTING: ReadonlySet<string> = new Set([
  'entity:customs-agency',
  'entity:licensing-authority',
  'entity:prosecutor',
]);

/** `entity:customs-agency:cn` is `entity:customs-agency`; other concepts stay. */
function withoutCountry(concept: string): string {
  return concept.startsWith(ENTITY_PREFIX) ? concept.split(':').slice(0, 2).join(':') : concept;
}

const SECTIONS = [
  GIST_LABELS.who,
  GIST_LABELS.actors,
  GIST_LABELS.measures,
  GIST_LABELS.vague,
  GIST_LABELS.objects,
];

/** Whether the reviewed labels know a concept, even to leave it out. */
export function isLabelled(concept: string): boolean {
  const id = withoutCountry(concept);
  return GIST_LABELS.silent.includes(id) || SECTIONS.some((labels) => Object.hasOwn(labels, id));
}

/** Concepts of an operator's own topics have no labels. Their ids are shown, since the operator chose the words. */
function ownConcepts(concepts: readonly string[]): string[] {
  return concepts.filter((id) => !isLabelled(id)).map((id) => id.replaceAll(/[_:-]+/g, ' '));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
