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
  for (const [index, { quantity }] of figures.entries()) {
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

/** Two amounts in two currencies agree less than this, and often by chance: they do not excuse a count that differs. */
const ROUNDED = 0.7;
const MONEY = /^[A-Z]{3}$/;

/** Compares the first figures of two reports. */
export function leadingFigures(a: readonly StoryQuantity[], b: readonly StoryQuantity[]): LeadingFigures {
  let same = false;
  let converted = false;
  let comparable = false;
  const agreed = new Set<string>();
  const differing = new Set<string>();
  for (const own of a.slice(0, LEADING_FIGURES))
    for (const other of b.slice(0, LEADING_FIGURES)) {
      const kind = kindOf(own);
      const agreement = quantityAgreement(own, other);
      if (agreement > 0) {
        if (agreement >= ROUNDED) same = true;
        else converted = true;
        agreed.add(kind);
        agreed.add(kindOf(other));
      } else if (measuresTheSame(own, other)) {
        comparable = true;
        differing.add(kind);
      }
    }
  const differ = [...differing].filter((kind) => !agreed.has(kind));
  return {
    first: same ? 'same' : comparable && !converted ? 'other' : 'unknown',
    otherAmount: differ.includes('money'),
    otherCount: differ.some((kind) => kind !== 'money' && kind !== '%' && kind !== 'n' && kind !== 'x'),
  };
}

function kindOf({ unit, of }: StoryQuantity): string {
  return MONEY.test(unit) ? 'money' : (of ?? unit);
}
