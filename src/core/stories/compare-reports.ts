import type { StoryFeatures } from './story.ts';

type Weighted = readonly (readonly [id: string, weight: number, written?: string])[];

/** 2 where both lead with the same, 1 where with other things, 0 where one leads with none. */
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
 * Revenue for October after revenue for September: the first period differs, and so do the first figures. `recalled` where one
 * of them names the other's period too, as a report does that compares with the month before.
 */
export function otherEditionOf(
  a: StoryFeatures,
  b: StoryFeatures,
  figures: 'same' | 'other' | 'untold',
): 'other' | 'recalled' | 'no' {
  const [own] = a.periods;
  const [other] = b.periods;
  if (own === undefined || other === undefined || own === other || own.length !== other.length) return 'no';
  if (a.periods.includes(other) || b.periods.includes(own)) return figures === 'other' ? 'recalled' : 'no';
  return own.includes(':') || figures === 'other' ? 'other' : 'no';
}

export function vocabularyOf(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): number {
  const inB = new Map(b);
  let dot = 0;
  let normA = 0;
  let normB = 0;
  for (const [term, weight] of a) {
    normA += weight * weight;
    dot += weight * (inB.get(term) ?? 0);
  }
  for (const [, weight] of b) normB += weight * weight;
  return dot === 0 ? 0 : dot / Math.sqrt(normA * normB);
}

export function periodsOf(a: StoryFeatures, b: StoryFeatures): 'same' | 'disjoint' | 'untold' {
  if (a.periods.length === 0 || b.periods.length === 0) return 'untold';
  return a.periods.some((period) => b.periods.includes(period)) ? 'same' : 'disjoint';
}

export function compareStances(a: StoryFeatures, b: StoryFeatures): 'same' | 'changed' | 'untold' {
  let told = false;
  for (const { topic, stance } of a.topics) {
    const other = b.topics.find((candidate) => candidate.topic === topic)?.stance;
    if (stance === undefined || other === undefined) continue;
    if (stance === other) return 'same';
    told = true;
  }
  return told ? 'changed' : 'untold';
}

/** Whether two lists name the same or others; places are held against places only, and countries against countries. */
export function heldAgainst(
  a: readonly string[] = [],
  b: readonly string[] = [],
): 'same' | 'other' | 'untold' {
  if (a.some((id) => b.includes(id))) return 'same';
  const countries = (ids: readonly string[]) => ids.some((id) => id.startsWith('country:'));
  if (a.length === 0 || b.length === 0 || countries(a) !== countries(b)) return 'untold';
  return 'other';
}

export type EntityKind = 'organisation' | 'agency' | 'chip' | 'country';
/** Countries stand in every report: they lead one from the title only. */
const COUNTRY_LEADS = 0.6;

/** For each kind, 2 where both lead with the same, 1 where with others, 0 where one leads with none of the kind. */
export function mainByKind(a: StoryFeatures, b: StoryFeatures, least: number): Record<EntityKind, number> {
  const found = { organisation: 0, agency: 0, chip: 0, country: 0 };
  for (const kind of Object.keys(found) as EntityKind[]) {
    const bar = kind === 'country' ? COUNTRY_LEADS : least;
    const own = a.entities.filter(([, weight], at) => a.kinds?.[at] === kind && weight >= bar);
    const others = b.entities.filter(([, weight], at) => b.kinds?.[at] === kind && weight >= bar);
    if (own.length === 0 || others.length === 0) continue;
    // What leads one may stand further down in the other.
    const shared =
      own.some(([id]) => b.entities.some(([other, weight]) => other === id && weight >= least / 2)) ||
      others.some(([id]) => a.entities.some(([other, weight]) => other === id && weight >= least / 2));
    found[kind] = shared ? 2 : 1;
  }
  return found;
}
