import { leadingFigures, noteFigures } from './leading-figures.ts';
import {
  heldAgainst,
  type EntityKind,
  mainByKind,
  mainOf,
  otherEditionOf,
  periodsOf,
  compareStances,
  compareStates,
  vocabularyOf,
} from './compare-reports.ts';
import { CONTRADICTING_FACTS, EVIDENCE, type EvidenceName, INDEX, WHAT_DIFFERS } from './evidence.ts';
import { isDisjoint, noteShared, sumUp } from './shared-items.ts';
import { textSimilarity } from './sketch.ts';
import type { StoryFeatures, StoryRecord } from './story.ts';
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
/** A place in the title alone. */
const IN_TITLE = 0.5;
const MOST_DAYS = 10;
const HOUR = 3_600_000;

export interface Comparison {
  /** Values in the order of `EVIDENCE`. */
  readonly values: Float64Array;
  /** The weight of each of the subject's items in the story; 0 where it is absent. */
  readonly shared: Float64Array;
  readonly figures: Float64Array;
}

/** Which facts contradict: some member has a different value and none has the same. */
interface Contradictions {
  readonly agreed: Set<EvidenceName>;
  readonly differing: Set<EvidenceName>;
}

/** Compares an article with the members of a story, in one pass over each member. */
export function compareWithStory(subject: Subject, story: Pick<StoryRecord, 'members'>): Comparison {
  const { features, items } = subject;
  const shared = new Float64Array(items.length);
  const figures = new Float64Array(subject.figures.length);
  const values = new Float64Array(EVIDENCE.length);
  const set = (name: EvidenceName, value: number): void => {
    values[INDEX[name]] = value;
  };
  const most = (name: EvidenceName, value: number): void => {
    if (value > values[INDEX[name]]!) values[INDEX[name]] = value;
  };
  set('bias', 1);
  let nearest = Infinity;
  let missed = Infinity;
  let withPeriods = 0;
  const said: Contradictions = { agreed: new Set(), differing: new Set() };
  for (const { features: member } of story.members) {
    const own = noteShared(subject, member, shared);
    most('closest', own.similarity);
    missed = Math.min(missed, own.missed);
    const sharedFigures = noteFigures(subject, member, figures);
    const { contradicted, otherFirst } = noteContradictions(features, member, said);
    const fewer = Math.min(subject.figures.length, member.quantities.length);
    const periods = periodsOf(features, member);
    if (periods !== 'unknown') withPeriods += 1;
    if (periods === 'same') set('samePeriod', 1);
    const { containment } = textSimilarity(
      { hashes: features.sketch, shingles: features.shingles },
      { hashes: member.sketch, shingles: member.shingles },
    );
    const refilled =
      periods === 'disjoint' ||
      (otherFirst && sharedFigures === 0) ||
      (fewer >= FIGURES && sharedFigures / fewer <= FIGURES_KEPT) ||
      (contradicted && containment < EDITED);
    if (containment > QUOTED) most(refilled ? 'refilled' : 'copied', containment - QUOTED);
    if (features.language === member.language) {
      set('sameLanguage', 1);
      most('words', vocabularyOf(subject.terms, subject.termsNorm, member.terms));
    }
    if (fewer > 0) most('figuresAgree', sharedFigures / fewer);
    nearest = Math.min(nearest, Math.abs(features.at - member.at));
  }
  sumUp(subject, shared, set);
  const agreeing = figures.reduce((sum, value, index) => sum + value * subject.figures[index]!.digits, 0);
  set('quantities', Math.min(6, agreeing));
  for (const name of said.differing) if (!said.agreed.has(name)) set(name, 1);
  for (const [name, field] of [
    ['otherPlaces', 'places'],
    ['otherModels', 'models'],
    ['otherDates', 'dates'],
  ] as const)
    if (isDisjoint(subject, field, shared, story.members)) set(name, 1);
  const differing = WHAT_DIFFERS.filter((names) => names.some((name) => values[INDEX[name]] === 1));
  set('differing', Math.max(0, differing.length - 1));
  if (values[INDEX.samePeriod] === 1) set('otherEdition', 0);
  else if (withPeriods > 0) set('otherPeriod', 1);
  if (said.agreed.has('otherStance')) set('sameStance', 1);
  if (subject.leadIdeas > 0 && values[INDEX.leadIdeas] === 0) set('otherLead', 1);
  noteGenre(features, story.members[0]!.features, values, set);
  set('days', Math.min(MOST_DAYS, nearest / (24 * HOUR)));
  set('crowd', Math.log2(story.members.length));
  set('missed', Math.min(8, missed));
  set('both', values[INDEX.covered]! * values[INDEX.ideasCovered]!);
  set('spread', Math.min(10, subject.subjects) / 10);
  const dayAlone = values[INDEX.otherCountry] === 1 ? TODAY : 0;
  if (GROUNDS.every((name) => values[INDEX[name]] === 0) && values[INDEX.dates]! <= dayAlone)
    set('groundless', 1);
  return { values, shared, figures };
}

/** Evidence of who, where, what, how much, when. Two reports of one event share some of it, or are copies. */
const GROUNDS = ['copied', 'entities', 'countries', 'names', 'places', 'models', 'quantities'] as const;
/**
 * The information in the present day's date. Every report of the day names it, so it alone must not join reports
 * about two countries.
 */
const TODAY = 0.35;

const CONTRADICTING: ReadonlySet<EvidenceName> = new Set(CONTRADICTING_FACTS);

const BY_KIND: Readonly<Record<EntityKind, EvidenceName>> = {
  organisation: 'otherCompany',
  agency: 'otherAgency',
  chip: 'otherProduct',
  country: 'otherCountry',
};

/** Notes where a member differs from the subject: amount, destination, court, actor. Returns whether one does, and whether the first figures do. */
function noteContradictions(
  features: StoryFeatures,
  member: StoryFeatures,
  { agreed, differing }: Contradictions,
): { readonly contradicted: boolean; readonly otherFirst: boolean } {
  let contradicted = mainOf(features.places, member.places, IN_TITLE) === 1;
  const note = (name: EvidenceName, verdict: 'same' | 'other' | 'unknown'): void => {
    if (verdict === 'same') agreed.add(name);
    else if (verdict === 'other') {
      differing.add(name);
      if (CONTRADICTING.has(name)) contradicted = true;
    }
  };
  const main = (name: EvidenceName, verdict: number): void =>
    note(name, verdict === 2 ? 'same' : verdict === 1 ? 'other' : 'unknown');
  const { first, otherAmount, otherCount } = leadingFigures(features.quantities, member.quantities);
  note('otherFigures', first);
  if (first === 'same') for (const name of ['otherAmount', 'otherCount'] as const) agreed.add(name);
  if (otherAmount) note('otherAmount', 'other');
  if (otherCount) note('otherCount', 'other');
  const edition = otherEditionOf(features, member, first);
  if (edition !== 'no') differing.add(edition === 'other' ? 'otherEdition' : 'nextEdition');
  else if (features.periods[0] !== undefined && features.periods[0] === member.periods[0])
    agreed.add('nextEdition');
  main('otherAction', mainOf(features.actions, member.actions, MAIN_ACTION));
  main('otherNames', mainOf(features.entities, member.entities, LEADING));
  main('otherPersons', mainOf(features.names, member.names, MAIN_NAME));
  for (const [kind, verdict] of Object.entries(mainByKind(features, member, LEADING)))
    main(BY_KIND[kind as EntityKind], verdict);
  note('otherActor', compareStates(features, member));
  if (features.actor !== undefined && member.actor !== undefined)
    note('otherState', features.actor === member.actor ? 'same' : 'other');
  for (const [name, own, other] of [
    ['otherDestination', features.destinations, member.destinations],
    ['otherCourt', features.courts, member.courts],
  ] as const)
    note(name, heldAgainst(own, other));
  const stance = compareStances(features, member);
  note('otherStance', stance === 'changed' ? 'other' : stance);
  return { contradicted, otherFirst: first === 'other' };
}

/** Notes a round-up. It belongs to no event, and only its own copies belong to its story. */
function noteGenre(
  features: StoryFeatures,
  first: StoryFeatures,
  values: Float64Array,
  set: (name: EvidenceName, value: number) => void,
): void {
  const roundUps = [features, first].filter(({ genre }) => genre === 'round-up').length;
  if (roundUps === 1 || (roundUps === 2 && values[INDEX.copied] === 0)) set('roundUp', 1);
  if (features.genre === 'analysis' || first.genre === 'analysis') set('analysis', 1);
}
