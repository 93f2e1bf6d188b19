import type { Comparison, Shared } from './compare-articles.ts';
import type { StoryReason } from './story.ts';

/** An article joins at this sum of evidence or above: log-odds, so 0 would be as likely as not. */
export const JOIN_AT = 0;
const BIAS = -5.2;
/** Shares of copied text below this come from set phrases and quotations. */
const QUOTED = 0.15;

/** Turns a comparison into weighted reasons in words, strongest first; their sum is the score. */
export function weighEvidence(comparison: Comparison): StoryReason[] {
  const reasons: StoryReason[] = [
    { says: 'two reports are of different events until shown otherwise', weight: BIAS },
  ];
  const add = (says: string, weight: number): void => {
    if (Math.abs(weight) >= 0.05) reasons.push({ says, weight: Math.round(weight * 100) / 100 });
  };
  const { copied, words, hoursApart } = comparison;
  if (copied > QUOTED) {
    add(`${percent(copied)} of the shorter text stands in the other`, 10 * (copied - QUOTED));
  }
  if (words !== undefined) add(`vocabularies alike by ${percent(words)}`, 9 * words - 0.8);
  for (const [what, shared, perDigit, most] of [
    ['both name', comparison.entities, 0.3, 2.4],
    ['both name', comparison.names, 0.35, 2.4],
    ['both place it in', comparison.places, 0.5, 1.6],
    ['both speak of', comparison.models, 0.4, 1.2],
    ['both give', comparison.quantities, 0.55, 3.2],
    ['both report', comparison.actions, 0.35, 1.4],
    ['both touch on', comparison.concepts, 0.12, 0.8],
    ['both name the day', comparison.dates, 0.4, 0.8],
  ] as const) {
    if (shared.ids.length > 0) add(`${what} ${named(shared)}`, Math.min(most, perDigit * shared.digits));
  }
  add(`main names agree by ${percent(comparison.entities.share)}`, 2.2 * (comparison.entities.share - 0.35));
  add(
    `what happened agrees by ${percent(comparison.actions.share)}`,
    2.4 * (comparison.actions.share - 0.35),
  );
  if (comparison.places.disjoint) add('they name different places', -1.2);
  if (comparison.quantities.disjoint) add('no figure is the same', -0.7);
  if (comparison.models.disjoint) add('they speak of different products', -0.6);
  if (comparison.periods === 'disjoint') add('they report on different periods', -2.5);
  if (comparison.stance === 'changed') add('the stance differs', -0.4);
  if (comparison.topics.disjoint) add('they match different topics', -0.8);
  add(`${Math.round(hoursApart)} hours apart`, 0.5 - Math.min(4, hoursApart / 48));
  return reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** The sum of the weights, to two digits. */
export function scoreOf(reasons: readonly StoryReason[]): number {
  return Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
}

function named(shared: Shared): string {
  return shared.ids.slice(0, 4).join(', ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
