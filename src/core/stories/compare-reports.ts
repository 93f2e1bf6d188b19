import { countryOf } from './place-countries.ts';
import type { StoryFeatures } from './story.ts';

type Weighted = readonly (readonly [id: string, weight: number, written?: string])[];

/**
 * 2 where both have the same main item, 1 where different ones, 0 where one has none. An item is a main one from the
 * weight `least` on. Countries do not count.
 */
export function mainOf(a: Weighted, b: Weighted, least: number): number {
  let hasA = false;
  let hasB = false;
  for (const [idB, weightB] of b) {
    if (weightB < least || idB.startsWith('country:')) continue;
    hasB = true;
    for (const [idA, weightA] of a) if (idA === idB && weightA >= least) return 2;
  }
  for (const [id, weight] of a) if (weight >= least && !id.startsWith('country:')) hasA = true;
  return hasA && hasB ? 1 : 0;
}

/**
 * Whether two reports are editions of a regular report, such as revenue for October after revenue for September: the
 * first period differs, and so do the first figures. `recalled` where one of them names the other's period too, as in
 * a comparison with the month before.
 */
export function otherEditionOf(
  a: StoryFeatures,
  b: StoryFeatures,
  figures: 'same' | 'other' | 'unknown',
): 'other' | 'recalled' | 'no' {
  const [own] = a.periods;
  const [other] = b.periods;
  if (own === undefined || other === undefined || own === other || own.length !== other.length) return 'no';
  if (a.periods.includes(other) || b.periods.includes(own)) return figures === 'other' ? 'recalled' : 'no';
  return own.includes(':') || figures === 'other' ? 'other' : 'no';
}

/** Cosine similarity of two vocabularies, terms with weights. */
export function vocabularyOf(
  own: ReadonlyMap<number, number>,
  ownNorm: number,
  others: readonly (readonly [number, number])[],
): number {
  let dot = 0;
  let norm = 0;
  for (let other = 0; other < others.length; other += 1) {
    const weight = others[other]![1];
    norm += weight * weight;
    const shared = own.get(others[other]![0]);
    if (shared !== undefined) dot += weight * shared;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(ownNorm * norm);
}

/** Whether two reports name a common period; `unknown` where one of them names none. */
export function periodsOf(a: StoryFeatures, b: StoryFeatures): 'same' | 'disjoint' | 'unknown' {
  if (a.periods.length === 0 || b.periods.length === 0) return 'unknown';
  return a.periods.some((period) => b.periods.includes(period)) ? 'same' : 'disjoint';
}

/**
 * Whether two reports give the same stance on some common topic, or only different ones; `unknown` where they have no
 * topic with a stance in common.
 */
export function compareStances(a: StoryFeatures, b: StoryFeatures): 'same' | 'changed' | 'unknown' {
  // An implied stance follows from words that are compared as such.
  const saidTopics = ({ topics }: StoryFeatures) =>
    topics.filter(({ impliedStance }) => impliedStance !== true);
  let bothSay = false;
  for (const { topic, stance } of saidTopics(a)) {
    const other = saidTopics(b).find((candidate) => candidate.topic === topic)?.stance;
    if (stance === undefined || other === undefined) continue;
    if (stance === other) return 'same';
    bothSay = true;
  }
  return bothSay ? 'changed' : 'unknown';
}

/**
 * Whether two lists have the same items or different ones. Places are compared with places only, countries with
 * countries.
 */
export function compareLists(
  a: readonly string[] = [],
  b: readonly string[] = [],
): 'same' | 'other' | 'unknown' {
  if (a.some((id) => b.includes(id))) return 'same';
  const countries = (ids: readonly string[]) => ids.some((id) => id.startsWith('country:'));
  if (a.length === 0 || b.length === 0 || countries(a) !== countries(b)) return 'unknown';
  return 'other';
}

export type EntityKind = 'organisation' | 'agency' | 'chip' | 'country';
/** The weight from which a country is a main item. It needs the title, because every report names countries. */
const COUNTRY_LEADS = 0.6;

/** For a kind of entity, 2 where both have the same main one, 1 where different ones, 0 where one has none. */
export function mainOfKind(a: StoryFeatures, b: StoryFeatures, kind: EntityKind, least: number): number {
  const bar = kind === 'country' ? COUNTRY_LEADS : least;
  const own = leadersIn(a, kind, bar, b, least / 2);
  const others = own === 'none' ? own : leadersIn(b, kind, bar, a, least / 2);
  if (own === 'none' || others === 'none') return 0;
  return own === 'shared' || others === 'shared' ? 2 : 1;
}

/**
 * Whether two reports have different main countries: `other` where the main country of each is not named in the
 * other, nor a place in it. When Japan tightens its rules and the United States tighten theirs, a third country that
 * both name does not make it one event.
 */
export function compareStates(a: StoryFeatures, b: StoryFeatures): 'same' | 'other' | 'unknown' {
  const own = statesLeading(a);
  const others = statesLeading(b);
  if (own.length === 0 || others.length === 0) return 'unknown';
  const unknown = (ids: readonly string[], { entities, places }: StoryFeatures): boolean =>
    ids.some(
      (id) => entities.every(([other]) => other !== id) && places.every(([place]) => countryOf(place) !== id),
    );
  return unknown(own, b) && unknown(others, a) ? 'other' : 'same';
}

function statesLeading({ entities, kinds, destinations = [] }: StoryFeatures): string[] {
  return entities
    .filter(
      ([id, weight], at) =>
        kinds?.[at] === 'country' && weight >= COUNTRY_LEADS && !destinations.includes(id),
    )
    .map(([id]) => id);
}

/** Whether a report has a main item of a kind, and whether the other report names it anywhere. */
function leadersIn(
  report: StoryFeatures,
  kind: EntityKind,
  bar: number,
  other: StoryFeatures,
  least: number,
): 'none' | 'shared' | 'alone' {
  let leads = false;
  const { entities, kinds } = report;
  for (let at = 0; at < entities.length; at += 1) {
    const [id, weight] = entities[at]!;
    // Entities are ordered by weight.
    if (weight < bar) break;
    if (kinds?.[at] !== kind) continue;
    leads = true;
    for (const [named, far] of other.entities) if (far >= least && named === id) return 'shared';
  }
  return leads ? 'alone' : 'none';
}
