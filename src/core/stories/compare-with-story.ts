import { leadingFigures, noteFigures } from './leading-figures.ts';
import {
  compareLists,
  type EntityKind,
  mainOfKind,
  mainOf,
  otherEditionOf,
  periodsOf,
  compareStances,
  compareStates,
  vocabularyOf,
} from './compare-reports.ts';
import { CONTRADICTING_FACTS, EVIDENCE, INDEX, WHAT_DIFFERS } from './evidence.ts';
import { isDisjoint, noteShared, sumUp } from './shared-items.ts';
import { textSimilarity } from './sketch.ts';
import type { StoryFeatures, StoryMember, StoryRecord } from './story.ts';
import { LEADING, type Subject } from './subject.ts';

/** A share of copied text below this comes from set phrases and quotations. */
export const QUOTED = 0.15;
/**
 * How regular reports are recognised: both texts have at least this many figures, and at most this share of the
 * figures is the same.
 */
const FIGURES = 3;
const FIGURES_KEPT = 0.34;
/** A copy with another place or amount is about another event, unless nearly all of its text is the same. */
const EDITED = 0.85;
/** A weight that an item has only when it is in the title and in the opening. */
const MAIN_ACTION = 0.75;
/** The weight of a name that is in the text twice, or also in the title. */
const MAIN_NAME = 0.8;
/** The weight of a place that is only in the title. */
const IN_TITLE = 0.5;
const MOST_DAYS = 10;
const HOUR = 3_600_000;

export interface Comparison {
  /** Values in the order of `EVIDENCE`. */
  readonly values: Float64Array;
  /** The weight of each of the subject's items in the story; 0 where it is absent. */
  readonly shared: Float64Array;
  readonly figures: Float64Array;
  /** In the order of `EVIDENCE`: whether some member has the same fact (`AGREES`), another one (`DIFFERS`), or both. */
  readonly facts: Uint8Array;
}

const AGREES = 1;
const DIFFERS = 2;

/** A comparison to be filled by `compareWithStory`. A decision makes up to forty, and reuses two. */
export function emptyComparison({ items, figures }: Subject): Comparison {
  return {
    values: new Float64Array(EVIDENCE.length),
    shared: new Float64Array(items.length),
    figures: new Float64Array(figures.length),
    facts: new Uint8Array(EVIDENCE.length),
  };
}

/**
 * Compares an article with the members of a story, in one pass over each member.
 *
 * @param comparison of the same subject, no longer needed, which is overwritten and returned
 */
export function compareWithStory(
  subject: Subject,
  { members }: Pick<StoryRecord, 'members'>,
  comparison: Comparison = emptyComparison(subject),
): Comparison {
  const { features } = subject;
  const { values, shared, figures, facts } = comparison;
  values.fill(0);
  shared.fill(0);
  figures.fill(0);
  facts.fill(0);
  let nearest = Infinity;
  let missed = Infinity;
  let withPeriods = 0;
  for (let at = 0; at < members.length; at += 1) {
    const member = members[at]!.features;
    const own = noteShared(subject, member, shared);
    most(values, INDEX.closest, own.similarity);
    missed = Math.min(missed, own.missed);
    const sharedFigures = noteFigures(subject, member, figures);
    const { contradicted, otherFirst } = noteContradictions(features, member, facts);
    const periods = periodsOf(features, member);
    if (periods !== 'unknown') withPeriods += 1;
    if (periods === 'same') values[INDEX.samePeriod] = 1;
    const fewer = Math.min(subject.figures.length, member.quantities.length);
    if (fewer > 0) most(values, INDEX.figuresAgree, sharedFigures / fewer);
    const containment = containmentOf(features, member);
    if (containment > QUOTED) {
      const refilled =
        periods === 'disjoint' ||
        (otherFirst && sharedFigures === 0) ||
        (fewer >= FIGURES && sharedFigures / fewer <= FIGURES_KEPT) ||
        (contradicted && containment < EDITED);
      most(values, refilled ? INDEX.refilled : INDEX.copied, containment - QUOTED);
    }
    if (features.language === member.language) {
      values[INDEX.sameLanguage] = 1;
      most(values, INDEX.words, vocabularyOf(subject.terms, subject.termsNorm, member.terms));
    }
    nearest = Math.min(nearest, Math.abs(features.at - member.at));
  }
  sumUp(subject, shared, values);
  noteFacts(subject, members, comparison);
  let agreeing = 0;
  for (let at = 0; at < figures.length; at += 1) agreeing += figures[at]! * subject.figures[at]!.digits;
  values[INDEX.quantities] = Math.min(6, agreeing);
  if (values[INDEX.samePeriod] === 1) values[INDEX.otherEdition] = 0;
  else if (withPeriods > 0) values[INDEX.otherPeriod] = 1;
  if ((facts[INDEX.otherStance]! & AGREES) > 0) values[INDEX.sameStance] = 1;
  if (subject.leadIdeas > 0 && values[INDEX.leadIdeas] === 0) values[INDEX.otherLead] = 1;
  noteGenre(features, members[0]!.features, values);
  values[INDEX.days] = Math.min(MOST_DAYS, nearest / (24 * HOUR));
  values[INDEX.crowd] = Math.log2(members.length);
  values[INDEX.missed] = Math.min(8, missed);
  values[INDEX.both] = values[INDEX.covered]! * values[INDEX.ideasCovered]!;
  values[INDEX.spread] = Math.min(10, subject.subjects) / 10;
  values[INDEX.groundless] = sharesNothing(values) ? 1 : 0;
  values[INDEX.bias] = 1;
  return comparison;
}

function most(values: Float64Array, index: number, value: number): void {
  if (value > values[index]!) values[index] = value;
}

function containmentOf(a: StoryFeatures, b: StoryFeatures): number {
  return textSimilarity(
    { hashes: a.sketch, shingles: a.shingles },
    { hashes: b.sketch, shingles: b.shingles },
  ).containment;
}

const FACTS = Array.from(WHAT_DIFFERS, (names) => names.map((name) => INDEX[name]));
const LISTS = [
  [INDEX.otherPlaces, 'places'],
  [INDEX.otherModels, 'models'],
  [INDEX.otherDates, 'dates'],
] as const;

/** A fact contradicts where some member has a different value and none has the same. */
function noteFacts(
  subject: Subject,
  members: readonly StoryMember[],
  { values, shared, facts }: Comparison,
): void {
  for (let index = 0; index < facts.length; index += 1) if (facts[index] === DIFFERS) values[index] = 1;
  for (const [index, field] of LISTS) if (isDisjoint(subject, field, shared, members)) values[index] = 1;
  let differing = 0;
  for (const indexes of FACTS) {
    let differs = 0;
    for (const index of indexes) differs = Math.max(differs, values[index]!);
    differing += differs;
  }
  values[INDEX.differing] = Math.max(0, differing - 1);
}

/**
 * Evidence that two reports share who, where, what or how much. Two reports of one event have some of it, or one is a
 * copy.
 */
const SHARING = (['copied', 'entities', 'countries', 'names', 'places', 'models', 'quantities'] as const).map(
  (name) => INDEX[name],
);
/**
 * The weight of the date of the report's own day. Every report of that day names it, so it alone must not join
 * reports about two countries.
 */
const TODAY = 0.35;

/** Whether the two share nothing of who, where, what and how much, and no date but that of the report's own day. */
function sharesNothing(values: Float64Array): boolean {
  const dayAlone = values[INDEX.otherCountry] === 1 ? TODAY : 0;
  return SHARING.every((index) => values[index] === 0) && values[INDEX.dates]! <= dayAlone;
}

const CONTRADICTING: ReadonlySet<number> = new Set(CONTRADICTING_FACTS.map((name) => INDEX[name]));

const KINDS = [
  ['organisation', INDEX.otherCompany],
  ['agency', INDEX.otherAgency],
  ['chip', INDEX.otherProduct],
  ['country', INDEX.otherCountry],
] as const satisfies readonly (readonly [EntityKind, number])[];

/**
 * Notes where a member differs from the subject: amount, destination, court, actor. Returns whether one of them
 * differs, and whether the first figures do.
 */
function noteContradictions(
  features: StoryFeatures,
  member: StoryFeatures,
  facts: Uint8Array,
): { readonly contradicted: boolean; readonly otherFirst: boolean } {
  let contradicted = mainOf(features.places, member.places, IN_TITLE) === 1;
  const note = (index: number, verdict: 'same' | 'other' | 'unknown'): void => {
    if (verdict === 'same') facts[index]! |= AGREES;
    else if (verdict === 'other') {
      facts[index]! |= DIFFERS;
      if (CONTRADICTING.has(index)) contradicted = true;
    }
  };
  const main = (index: number, verdict: number): void =>
    note(index, verdict === 2 ? 'same' : verdict === 1 ? 'other' : 'unknown');
  const { first, otherAmount, otherCount } = leadingFigures(features.quantities, member.quantities);
  note(INDEX.otherFigures, first);
  if (first === 'same') {
    facts[INDEX.otherAmount]! |= AGREES;
    facts[INDEX.otherCount]! |= AGREES;
  }
  if (otherAmount) note(INDEX.otherAmount, 'other');
  if (otherCount) note(INDEX.otherCount, 'other');
  const edition = otherEditionOf(features, member, first);
  if (edition !== 'no') facts[edition === 'other' ? INDEX.otherEdition : INDEX.nextEdition]! |= DIFFERS;
  else if (features.periods[0] !== undefined && features.periods[0] === member.periods[0])
    facts[INDEX.nextEdition]! |= AGREES;
  main(INDEX.otherAction, mainOf(features.actions, member.actions, MAIN_ACTION));
  main(INDEX.otherNames, mainOf(features.entities, member.entities, LEADING));
  main(INDEX.otherPersons, mainOf(features.names, member.names, MAIN_NAME));
  for (const [kind, index] of KINDS) main(index, mainOfKind(features, member, kind, LEADING));
  note(INDEX.otherActor, compareStates(features, member));
  if (features.actor !== undefined && member.actor !== undefined)
    note(INDEX.otherState, features.actor === member.actor ? 'same' : 'other');
  note(INDEX.otherDestination, compareLists(features.destinations, member.destinations));
  note(INDEX.otherCourt, compareLists(features.courts, member.courts));
  const stance = compareStances(features, member);
  note(INDEX.otherStance, stance === 'changed' ? 'other' : stance);
  return { contradicted, otherFirst: first === 'other' };
}

/** Notes a round-up or an analysis. A round-up belongs to no event, so only copies of it belong to its story. */
function noteGenre(features: StoryFeatures, first: StoryFeatures, values: Float64Array): void {
  const roundUps = [features, first].filter(({ genre }) => genre === 'round-up').length;
  if (roundUps === 1 || (roundUps === 2 && values[INDEX.copied] === 0)) values[INDEX.roundUp] = 1;
  if (features.genre === 'analysis' || first.genre === 'analysis') values[INDEX.analysis] = 1;
}
