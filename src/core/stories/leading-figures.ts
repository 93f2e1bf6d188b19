import { measuresTheSame, quantityAgreement } from './compare-quantities.ts';
import type { StoryFeatures, StoryQuantity } from './story.ts';
import { LEADING_FIGURES, type Subject } from './subject.ts';

/** How many of the subject's figures the member gives. */
export function noteFigures(
  { figures }: Subject,
  member: Pick<StoryFeatures, 'quantities'>,
  found: Float64Array,
): number {
  let count = 0;
  for (let index = 0; index < figures.length; index += 1) {
    const { quantity } = figures[index]!;
    let best = 0;
    for (const other of member.quantities) best = Math.max(best, quantityAgreement(quantity, other));
    if (best > 0) count += 1;
    if (best > found[index]!) found[index] = best;
  }
  return count;
}

export interface LeadingFigures {
  /** Whether the first figures, in title and opening, are the same. */
  readonly first: 'same' | 'other' | 'unknown';
  /** Whether the first figures of the same kind differ: amounts of money, counts of one thing, shares. */
  readonly otherAmount: boolean;
  readonly otherCount: boolean;
}

/**
 * Amounts in two currencies agree less than this. They often agree by chance, so they do not outweigh a count that
 * differs.
 */
const ROUNDED = 0.7;
const MONEY = /^[A-Z]{3}$/;

/** Compares the first figures of two reports. */
export function leadingFigures(a: readonly StoryQuantity[], b: readonly StoryQuantity[]): LeadingFigures {
  const ownCount = Math.min(a.length, LEADING_FIGURES);
  const otherCount = Math.min(b.length, LEADING_FIGURES);
  if (ownCount === 0 || otherCount === 0) return NO_FIGURES;
  let same = false;
  let converted = false;
  const agreed: string[] = [];
  const differing: string[] = [];
  for (let own = 0; own < ownCount; own += 1)
    for (let other = 0; other < otherCount; other += 1) {
      const agreement = quantityAgreement(a[own]!, b[other]!);
      if (agreement > 0) {
        if (agreement >= ROUNDED) same = true;
        else converted = true;
        agreed.push(kindOf(a[own]!), kindOf(b[other]!));
      } else if (measuresTheSame(a[own]!, b[other]!)) differing.push(kindOf(a[own]!));
    }
  const differs = differing.filter((kind) => !agreed.includes(kind));
  return {
    first: same ? 'same' : differing.length > 0 && !converted ? 'other' : 'unknown',
    otherAmount: differs.includes('money'),
    otherCount: differs.some((kind) => kind !== 'money' && kind !== '%' && kind !== 'n' && kind !== 'x'),
  };
}

const NO_FIGURES: LeadingFigures = { first: 'unknown', otherAmount: false, otherCount: false };

function kindOf({ unit, of }: StoryQuantity): string {
  return MONEY.test(unit) ? 'money' : (of ?? unit);
}
