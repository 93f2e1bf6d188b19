import { information } from './commonness.ts';
import { EVIDENCE, INDEX } from './evidence.ts';
import { quantityAgreement } from './quantities.ts';
import { likeness } from './sketch.ts';
import type { StoryFeatures, StoryMember, StoryQuantity, StoryRecord } from './story.ts';
import {
  type Field,
  IDENTIFYING,
  KIND,
  LEADING,
  LEADING_FIGURES,
  LISTED,
  LISTED_WEIGHT,
  type Subject,
  WEIGHTED,
} from './subject.ts';

/** Shares of copied text below this come from set phrases and quotations. */
export const QUOTED = 0.15;
/** Next month's report is last month's text with other figures: both give this many, and at most this share is the same. */
const FIGURES = 3;
const FIGURES_KEPT = 0.34;
/** Weight that only what stands in the title and again in the opening reaches. */
const MAIN_ACTION = 0.75;
/** What leads a story need not stand in each of its titles. */
const LED = 0.35;
const MOST_DAYS = 10;
const HOUR = 3_600_000;

export interface Comparison {
  /** In the order of `EVIDENCE`. */
  readonly values: Float64Array;
  /** Weight of each of the subject's items in the story, 0 where it is not there. */
  readonly shared: Float64Array;
  readonly figures: Float64Array;
}

/** Holds an article against the members of a story; one pass over what each member says. */
export function compareWithStory(subject: Subject, story: Pick<StoryRecord, 'members'>): Comparison {
  const { features, items } = subject;
  const shared = new Float64Array(items.length);
  const figures = new Float64Array(subject.figures.length);
  const values = new Float64Array(EVIDENCE.length);
  const set = (name: keyof typeof INDEX, value: number): void => {
    values[INDEX[name]] = value;
  };
  const most = (name: keyof typeof INDEX, value: number): void => {
    if (value > values[INDEX[name]]!) values[INDEX[name]] = value;
  };
  set('bias', 1);
  let nearest = Infinity;
  let missed = Infinity;
  let leading = 0;
  let otherFigures = false;
  let otherEdition = false;
  let told = 0;
  let samePeriod = false;
  let sameStance = false;
  let otherStance = false;
  let mainAction = 0;
  let mainNames = 0;
  for (const { features: member } of story.members) {
    const own = noteShared(subject, member, shared);
    most('closest', own.likeness);
    missed = Math.min(missed, own.missed);
    const sharedFigures = noteFigures(subject, member, figures);
    const first = leadingFigures(features.quantities, member.quantities);
    if (first === 'same') leading += 1;
    else if (first === 'other') otherFigures = true;
    if (isOtherEdition(features, member, first)) otherEdition = true;
    const fewer = Math.min(subject.figures.length, member.quantities.length);
    const periods = periodsOf(features, member);
    if (periods !== 'untold') told += 1;
    if (periods === 'same') samePeriod = true;
    const { containment } = likeness(
      { hashes: features.sketch, shingles: features.shingles },
      { hashes: member.sketch, shingles: member.shingles },
    );
    const refilled = periods === 'disjoint' || (fewer >= FIGURES && sharedFigures / fewer <= FIGURES_KEPT);
    if (containment > QUOTED) most(refilled ? 'refilled' : 'copied', containment - QUOTED);
    if (features.language === member.language) {
      set('sameLanguage', 1);
      most('words', vocabularyOf(features.terms, member.terms));
    }
    if (fewer > 0) most('figuresAgree', sharedFigures / fewer);
    mainAction = Math.max(mainAction, mainOf(features.actions, member.actions, MAIN_ACTION));
    mainNames = Math.max(mainNames, mainOf(features.entities, member.entities, LEADING));
    const stance = stanceOf(features, member);
    if (stance === 'same') sameStance = true;
    if (stance === 'changed') otherStance = true;
    nearest = Math.min(nearest, Math.abs(features.at - member.at));
  }
  sumUp(subject, shared, set);
  const agreeing = figures.reduce((sum, value, index) => sum + value * subject.figures[index]!.digits, 0);
  set('quantities', Math.min(6, agreeing));
  if (otherFigures && leading === 0) set('otherFigures', 1);
  if (!samePeriod && otherEdition) set('otherEdition', 1);
  for (const [name, field] of [
    ['otherPlaces', 'places'],
    ['otherModels', 'models'],
    ['otherDates', 'dates'],
  ] as const)
    if (isDisjoint(subject, field, shared, story.members)) set(name, 1);
  if (samePeriod) set('samePeriod', 1);
  else if (told > 0) set('otherPeriod', 1);
  if (sameStance) set('sameStance', 1);
  else if (otherStance) set('otherStance', 1);
  if (mainAction === 1) set('otherAction', 1);
  if (mainNames === 1) set('otherNames', 1);
  const first = story.members[0]!.features.genre;
  if (features.genre === 'round-up' || first === 'round-up') set('roundUp', 1);
  if (features.genre === 'analysis' || first === 'analysis') set('analysis', 1);
  set('days', Math.min(MOST_DAYS, nearest / (24 * HOUR)));
  set('crowd', Math.log2(story.members.length));
  set('missed', Math.min(8, missed));
  set('both', values[INDEX.covered]! * values[INDEX.ideasCovered]!);
  set('spread', Math.min(10, subject.subjects) / 10);
  if (GROUNDS.every((name) => values[INDEX[name]] === 0)) set('groundless', 1);
  return { values, shared, figures };
}

/** Whom, where, what, how much, when: two reports of one event have one of them in common, or are copies. */
const GROUNDS = [
  'copied',
  'refilled',
  'entities',
  'countries',
  'names',
  'places',
  'models',
  'quantities',
  'dates',
] as const;

function noteShared(
  { at, items, identity, ideas }: Subject,
  member: StoryFeatures,
  shared: Float64Array,
): { likeness: number; missed: number } {
  let all = 0;
  let both = 0;
  let missed = 0;
  for (const field of WEIGHTED) {
    const known = at.get(field);
    for (const [id, weight] of member[field] ?? []) {
      const index = known?.get(id);
      if (index !== undefined && weight > shared[index]!) shared[index] = weight;
      if (id.startsWith('country:')) continue;
      const digits = (index === undefined ? information(KIND[field], id) : items[index]!.digits) * weight;
      all += digits;
      if (index !== undefined) both += items[index]!.digits * Math.sqrt(weight * items[index]!.weight);
      else if (weight >= LEADING) missed += digits;
    }
  }
  for (const field of LISTED) {
    const known = at.get(field);
    if (known === undefined) continue;
    for (const id of member[field]) {
      const index = known.get(id);
      if (index !== undefined) shared[index] = LISTED_WEIGHT;
    }
  }
  const union = all + identity + ideas - both;
  return { likeness: union <= 0 ? 0 : Math.min(1, both / union), missed };
}

/** How many of the subject's figures the member gives. */
function noteFigures({ figures }: Subject, member: StoryFeatures, found: Float64Array): number {
  let count = 0;
  for (const [index, { quantity }] of figures.entries()) {
    let best = 0;
    for (const other of member.quantities) best = Math.max(best, quantityAgreement(quantity, other));
    if (best > 0) count += 1;
    if (best > found[index]!) found[index] = best;
  }
  return count;
}

const CAPS = {
  entities: 6,
  countries: 2,
  names: 6,
  places: 4,
  models: 4,
  actions: 3,
  ideas: 6,
  concepts: 3,
  dates: 2,
};

function sumUp(
  subject: Subject,
  shared: Float64Array,
  set: (name: keyof typeof INDEX, value: number) => void,
): void {
  const sums = {
    entities: 0,
    countries: 0,
    names: 0,
    places: 0,
    models: 0,
    actions: 0,
    ideas: 0,
    concepts: 0,
    dates: 0,
  };
  let identity = 0;
  let ideas = 0;
  let lead = 0;
  let leadIdeas = 0;
  let missing = 0;
  for (const [index, { field, country, digits, weight }] of subject.items.entries()) {
    const other = shared[index]!;
    if (other === 0) {
      if (weight >= LEADING && !country && WEIGHTED.includes(field as 'ideas')) missing += digits * weight;
      continue;
    }
    const common = digits * Math.sqrt(weight * other);
    sums[country ? 'countries' : field] += common;
    const own = digits * weight * Math.min(1, other / LEADING);
    if (IDENTIFYING.has(field) && !country) {
      identity += own;
      if (weight >= LEADING && other >= LED) lead += own;
    } else if (field === 'ideas' || field === 'actions') {
      ideas += own;
      if (weight >= LEADING && other >= LED) leadIdeas += own;
    }
  }
  for (const name of Object.keys(sums) as (keyof typeof sums)[]) set(name, Math.min(CAPS[name], sums[name]));
  set('missing', Math.min(8, missing));
  set('lead', subject.leads === 0 ? 0 : lead / subject.leads);
  set('leadIdeas', subject.leadIdeas === 0 ? 0 : leadIdeas / subject.leadIdeas);
  set('covered', subject.identity === 0 ? 0 : identity / subject.identity);
  set('ideasCovered', subject.ideas === 0 ? 0 : ideas / subject.ideas);
}

function isDisjoint(
  subject: Subject,
  field: Field,
  shared: Float64Array,
  members: readonly StoryMember[],
): boolean {
  const own = subject.at.get(field);
  if (own === undefined || !members.some(({ features }) => (features[field]?.length ?? 0) > 0)) return false;
  for (const index of own.values()) if (shared[index]! > 0) return false;
  return true;
}

type Weighted = readonly (readonly [id: string, weight: number])[];

/** 2 where both lead with the same, 1 where with other things, 0 where one leads with none. */
function mainOf(a: Weighted, b: Weighted, least: number): number {
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

/** Whether the figures that come first, in title and opening, are the same. */
function leadingFigures(
  a: readonly StoryQuantity[],
  b: readonly StoryQuantity[],
): 'same' | 'other' | 'untold' {
  let comparable = false;
  for (const own of a.slice(0, LEADING_FIGURES))
    for (const other of b.slice(0, LEADING_FIGURES)) {
      if (quantityAgreement(own, other) > 0) return 'same';
      if (own.unit === other.unit) comparable = true;
    }
  return comparable ? 'other' : 'untold';
}

/** Revenue for October after revenue for September: the first period differs, and so do the first figures. */
function isOtherEdition(a: StoryFeatures, b: StoryFeatures, figures: 'same' | 'other' | 'untold'): boolean {
  const [own] = a.periods;
  const [other] = b.periods;
  if (own === undefined || other === undefined || own.length !== other.length) return false;
  if (a.periods.includes(other) || b.periods.includes(own)) return false;
  return own.includes(':') || figures === 'other';
}

function vocabularyOf(
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

function periodsOf(a: StoryFeatures, b: StoryFeatures): 'same' | 'disjoint' | 'untold' {
  if (a.periods.length === 0 || b.periods.length === 0) return 'untold';
  return a.periods.some((period) => b.periods.includes(period)) ? 'same' : 'disjoint';
}

function stanceOf(a: StoryFeatures, b: StoryFeatures): 'same' | 'changed' | 'untold' {
  let told = false;
  for (const { topic, stance } of a.topics) {
    const other = b.topics.find((candidate) => candidate.topic === topic)?.stance;
    if (stance === undefined || other === undefined) continue;
    if (stance === other) return 'same';
    told = true;
  }
  return told ? 'changed' : 'untold';
}
