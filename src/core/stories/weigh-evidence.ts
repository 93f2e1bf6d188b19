import type { Comparison, Shared } from './compare-articles.ts';
import type { StoryReason } from './story.ts';

/** An article joins at this sum of evidence or above. */
export const JOIN_AT = 0;

/**
 * Weights are log-odds. Those of shared and contradicting things were fitted by logistic regression (L2, signs held) to the
 * pairs of the half of fixtures/stories.jsonl that may be tuned on and of the reports of one event in
 * fixtures/labelled.jsonl, all taken as if of one day, pairs that were nearly confused counted four times; then rounded.
 * Copies, vocabulary, periods and time, of which the pairs show too little, were set by hand. The bias was raised until
 * the nearest wrong story stayed a point below: a report wrongly joined hides an alert, one told twice does not.
 */
const BIAS = -9.3;
const COPIED = 9;
/** Shares of copied text below this come from set phrases and quotations. */
const QUOTED = 0.15;
/** What likeness of the text still counts when the figures in it changed … */
const REFILLED = 0.25;
/** … that is, when both give at least this many and at most this share is the same. */
const FIGURES = 3;
const FIGURES_KEPT = 0.34;
const WORDS = 10;
const MOST_WORDS = 0.4;
/** Two reports in one language share words and names by style alone. */
const SAME_LANGUAGE = -2.2;
const PER_DAY = -0.35;
const MOST_DAYS = 10;

/** How much each kind of shared thing adds for a digit of information, and up to how many digits. */
const SHARED = [
  ['both name', 'entities', 2, 6],
  ['both name', 'names', 1.9, 4],
  ['both place it in', 'places', 0.1, 4],
  ['both speak of', 'models', 0.15, 4],
  ['both give', 'quantities', 1.8, 6],
  ['both report', 'actions', 1.4, 4],
  ['both name the day', 'dates', 0.3, 3],
] as const;

/** How much full agreement adds. */
const AGREEING = [
  ['the names', 'entities', 3.4],
  ['the places', 'places', 1.5],
  ['the figures', 'quantities', 1.6],
  ['what happened', 'actions', 0.3],
  ['the concepts', 'concepts', 1.3],
  ['the topics', 'topics', 0.3],
] as const;

/** What it costs when both tell and nothing is the same. */
const CONTRADICTING = [
  ['they name different places', 'places', -0.9],
  ['no figure is the same', 'quantities', -0.9],
  ['they speak of different products', 'models', -0.9],
  ['they name different days', 'dates', -0.9],
] as const;
const OTHER_ACTION = -1.5;
const OTHER_NAMES = -1.4;
const OTHER_PERIOD = -3;
const OTHER_STANCE = -0.9;
const SAME_STANCE = 0.7;

/** Turns a comparison into weighted reasons in words, strongest first; their sum is the score. */
export function weighEvidence(comparison: Comparison): StoryReason[] {
  const reasons: StoryReason[] = [
    { says: 'two reports tell different events until shown otherwise', weight: BIAS },
  ];
  const add = (says: string, weight: number): void => {
    if (Math.abs(weight) >= 0.05) reasons.push({ says, weight: Math.round(weight * 100) / 100 });
  };
  const { copied, words, hoursApart } = comparison;
  if (copied > QUOTED) {
    const share = `${percent(copied)} of the shorter text stands in the other`;
    const weight = COPIED * (copied - QUOTED);
    if (isRefilled(comparison)) add(`${share}, with other figures`, weight * REFILLED);
    else add(share, weight);
  }
  if (words !== undefined) {
    add(
      `same language, ${percent(words)} of the vocabulary shared`,
      SAME_LANGUAGE + WORDS * Math.min(MOST_WORDS, words),
    );
  }
  for (const [what, kind, perDigit, most] of SHARED) {
    const shared = comparison[kind];
    if (shared.ids.length > 0) add(`${what} ${named(shared)}`, perDigit * Math.min(most, shared.digits));
  }
  for (const [what, kind, weight] of AGREEING) {
    add(`${percent(comparison[kind].share)} of ${what} agree`, weight * comparison[kind].share);
  }
  for (const [says, kind, weight] of CONTRADICTING) {
    if (comparison[kind].disjoint) add(says, weight);
  }
  if (comparison.mainAction === 'other') add('something else happened', OTHER_ACTION);
  if (comparison.mainNames === 'other') add('it is about others', OTHER_NAMES);
  if (comparison.periods === 'disjoint') add('they report on different periods', OTHER_PERIOD);
  if (comparison.stance === 'changed') add('the stance differs', OTHER_STANCE);
  if (comparison.stance === 'same') add('the stance is the same', SAME_STANCE);
  add(`${Math.round(hoursApart)} hours apart`, PER_DAY * Math.min(MOST_DAYS, hoursApart / 24));
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** The sum of the weights, to two digits. */
export function scoreOf(reasons: readonly StoryReason[]): number {
  return Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
}

/** Next month's report is last month's text with other figures: there likeness of the text means little. */
function isRefilled({ periods, quantities }: Comparison): boolean {
  return periods === 'disjoint' || (quantities.fewer >= FIGURES && quantities.share <= FIGURES_KEPT);
}

function named(shared: Shared): string {
  return shared.ids.slice(0, 4).join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
