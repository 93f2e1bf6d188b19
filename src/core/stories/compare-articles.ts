import { type FeatureKind, information } from './commonness.ts';
import { quantityKind } from './keys.ts';
import { quantityAgreement } from './quantities.ts';
import { likeness } from './sketch.ts';
import type { StoryFeatures, StoryQuantity } from './story.ts';

type Weighted = readonly (readonly [id: string, weight: number, written?: string])[];

/** Weight that only what stands in the title and again in the opening reaches. */
const MAIN_ACTION = 0.75;
/** Weight of a name that stands in the title. */
const MAIN_NAME = 0.6;

/** What two articles have in common and where they contradict each other; all shares run from 0 to 1. */
export interface Comparison {
  /** Share of the shorter text that stands in the longer one. */
  readonly copied: number;
  /** Only within a language: likeness of the vocabularies. */
  readonly words: number | undefined;
  readonly entities: Shared;
  readonly names: Shared;
  readonly places: Shared;
  readonly models: Shared;
  readonly quantities: Shared;
  readonly actions: Shared;
  readonly concepts: Shared;
  readonly topics: Shared;
  readonly dates: Shared;
  /** `disjoint` where both report on periods and none is the same. */
  readonly periods: 'same' | 'disjoint' | 'untold';
  /** What the titles and openings say happened, and of whom. */
  readonly mainAction: 'shared' | 'other' | 'untold';
  readonly mainNames: 'shared' | 'other' | 'untold';
  readonly stance: 'same' | 'changed' | 'untold';
  readonly hoursApart: number;
}

export interface Shared {
  /** What both have, strongest first, as shown to people. */
  readonly ids: readonly string[];
  /** Information of what both have, in decimal digits, by prominence. */
  readonly digits: number;
  /** Shared information as a share of all of it. */
  readonly share: number;
  /** How many the one with fewer has. */
  readonly fewer: number;
  /** True where both have some and share none. */
  readonly disjoint: boolean;
}

export function compareArticles(a: StoryFeatures, b: StoryFeatures): Comparison {
  const { containment } = likeness(
    { hashes: a.sketch, shingles: a.shingles },
    { hashes: b.sketch, shingles: b.shingles },
  );
  return {
    copied: containment,
    words: a.language === b.language ? vocabulary(a.terms, b.terms) : undefined,
    entities: sharedWeighted(a.entities, b.entities, 'entity'),
    names: sharedWeighted(a.names, b.names, 'name'),
    places: sharedWeighted(a.places, b.places, 'place'),
    models: sharedWeighted(evenly(a.models), evenly(b.models), 'model'),
    quantities: sharedQuantities(a.quantities, b.quantities),
    actions: sharedWeighted(a.actions, b.actions, 'action'),
    concepts: sharedWeighted(evenly(a.concepts), evenly(b.concepts), 'concept'),
    topics: sharedWeighted(
      evenly(a.topics.map(({ topic }) => topic)),
      evenly(b.topics.map(({ topic }) => topic)),
      'topic',
    ),
    dates: sharedWeighted(evenly(a.dates), evenly(b.dates), 'date'),
    periods: periodsOf(a, b),
    mainAction: mainOf(a.actions, b.actions, MAIN_ACTION),
    mainNames: mainOf(withoutCountries(a.entities), withoutCountries(b.entities), MAIN_NAME),
    stance: stanceOf(a, b),
    hoursApart: Math.abs(a.at - b.at) / 3_600_000,
  };
}

function evenly(ids: readonly string[]): Weighted {
  return ids.map((id) => [id, 1] as const);
}

function sharedWeighted(a: Weighted, b: Weighted, kind: FeatureKind): Shared {
  const inB = new Map(b.map(([id, weight]) => [id, weight]));
  const shared: { id: string; digits: number }[] = [];
  let all = 0;
  let both = 0;
  for (const [id, weight, written] of a) {
    const digits = information(kind, id);
    const other = inB.get(id);
    if (other === undefined) {
      all += digits * weight;
      continue;
    }
    inB.delete(id);
    const common = digits * Math.sqrt(weight * other);
    shared.push({ id: written ?? id, digits: common });
    both += common;
    all += digits * Math.max(weight, other);
  }
  for (const [id, weight] of inB) all += information(kind, id) * weight;
  return {
    ids: shared.sort((x, y) => y.digits - x.digits).map(({ id }) => id),
    digits: both,
    share: all === 0 ? 0 : both / all,
    fewer: Math.min(a.length, b.length),
    disjoint: a.length > 0 && b.length > 0 && shared.length === 0,
  };
}

function sharedQuantities(a: readonly StoryQuantity[], b: readonly StoryQuantity[]): Shared {
  const free = new Set(b);
  const shared: { id: string; digits: number }[] = [];
  for (const quantity of a) {
    let best: { other: StoryQuantity; agreement: number } | undefined;
    for (const other of free) {
      const agreement = quantityAgreement(quantity, other);
      if (agreement > (best?.agreement ?? 0)) best = { other, agreement };
    }
    if (best === undefined) continue;
    free.delete(best.other);
    const digits = information(quantityKind(quantity), '') * best.agreement * precision(quantity.value);
    shared.push({ id: shownQuantity(quantity), digits });
  }
  const both = shared.reduce((sum, { digits }) => sum + digits, 0);
  const fewer = Math.min(a.length, b.length);
  return {
    ids: shared.sort((x, y) => y.digits - x.digits).map(({ id }) => id),
    digits: both,
    share: fewer === 0 ? 0 : shared.length / fewer,
    fewer,
    disjoint: fewer > 0 && shared.length === 0,
  };
}

const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });

function shownQuantity({ value, unit }: StoryQuantity): string {
  return unit === 'n' || unit === 'x' ? SHORT.format(value) : `${SHORT.format(value)} ${unit}`;
}

/** 2,437 is the same figure by chance less often than 2,000. */
function precision(value: number): number {
  const significant = String(value)
    .replace(/[.-]/g, '')
    .replace(/^0+|0+$/g, '').length;
  return significant <= 1 ? 0.6 : significant === 2 ? 0.85 : 1.15;
}

function vocabulary(
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

function mainOf(a: Weighted, b: Weighted, least: number): Comparison['mainAction'] {
  const mainA = a.filter(([, weight]) => weight >= least).map(([id]) => id);
  const mainB = new Set(b.filter(([, weight]) => weight >= least).map(([id]) => id));
  if (mainA.length === 0 || mainB.size === 0) return 'untold';
  return mainA.some((id) => mainB.has(id)) ? 'shared' : 'other';
}

function withoutCountries(entities: Weighted): Weighted {
  return entities.filter(([id]) => !id.startsWith('country:'));
}

function periodsOf(a: StoryFeatures, b: StoryFeatures): Comparison['periods'] {
  if (a.periods.length === 0 || b.periods.length === 0) return 'untold';
  return a.periods.some((period) => b.periods.includes(period)) ? 'same' : 'disjoint';
}

function stanceOf(a: StoryFeatures, b: StoryFeatures): Comparison['stance'] {
  let told = false;
  for (const { topic, stance } of a.topics) {
    const other = b.topics.find((candidate) => candidate.topic === topic)?.stance;
    if (stance === undefined || other === undefined) continue;
    if (stance === other) return 'same';
    told = true;
  }
  return told ? 'changed' : 'untold';
}
