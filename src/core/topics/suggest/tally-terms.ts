/** A term that is more frequent in near misses than in other articles. */
export interface SuggestedTerm {
  readonly term: string;
  /** Dunning's log-likelihood (1993) of the two document frequencies; 10.8 occurs by chance once in a thousand. */
  readonly strength: number;
  /** Numbers of near misses with the term, and of other articles with it. */
  readonly near: number;
  readonly other: number;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly title: string;
  readonly url: string;
}

/** How many terms to suggest, and how frequent each must be. */
export interface SuggestLimits {
  /** Near misses that a term must stand in. */
  readonly least: number;
  readonly terms: number;
}

interface Count {
  near: number;
  other: number;
  readonly outlets: Set<string>;
  readonly examples: Example[];
}

const EXAMPLES = 3;
/** The maximum number of candidates for one language; the rarest are dropped first. */
const MOST_CANDIDATES = 200_000;
/** A term in this share of other articles is an ordinary word. */
const COMMON = 0.2;
/** By chance the value is below this in 99.9 % of cases. */
const LEAST_STRENGTH = 10.83;

/**
 * Counts in how many articles of one language each term occurs. All near misses are added first, then the other
 * articles; only terms of the former are counted, so they bound the memory.
 */
export class TermTally {
  readonly #counts = new Map<string, Count>();
  readonly #outlets = new Set<string>();
  #near = 0;
  #other = 0;

  get near(): number {
    return this.#near;
  }

  get other(): number {
    return this.#other;
  }

  addNear(terms: ReadonlySet<string>, outlet: string, example: Example): void {
    this.#near += 1;
    this.#outlets.add(outlet);
    for (const term of terms) {
      let count = this.#counts.get(term);
      if (count === undefined) {
        if (this.#counts.size >= MOST_CANDIDATES) this.#forgetRarest();
        count = { near: 0, other: 0, outlets: new Set(), examples: [] };
        this.#counts.set(term, count);
      }
      count.near += 1;
      if (count.outlets.size < 2) count.outlets.add(outlet);
      if (count.examples.length < EXAMPLES) count.examples.push(example);
    }
  }

  addOther(terms: ReadonlySet<string>): void {
    this.#other += 1;
    for (const term of terms) {
      const count = this.#counts.get(term);
      if (count !== undefined) count.other += 1;
    }
  }

  #forgetRarest(): void {
    for (const [term, { near }] of this.#counts) if (near === 1) this.#counts.delete(term);
    // If nothing is rare any more, the oldest are dropped.
    for (const term of this.#counts.keys()) {
      if (this.#counts.size < MOST_CANDIDATES) break;
      this.#counts.delete(term);
    }
  }

  /** The strongest terms first. Leaves out a term that a longer one replaces, and terms of only one outlet. */
  suggest({ least, terms }: SuggestLimits): SuggestedTerm[] {
    const strong = [...this.#counts]
      .filter(
        ([, { near, other, outlets }]) =>
          near >= least &&
          other <= COMMON * this.#other &&
          (outlets.size > 1 || this.#outlets.size === 1) &&
          near * this.#other > other * this.#near,
      )
      .map(([term, { near, other, examples }]) => ({
        term,
        strength: logLikelihood(near, this.#near, other, this.#other),
        near,
        other,
        examples,
      }))
      .filter(({ strength }) => strength >= LEAST_STRENGTH)
      .sort((a, b) => b.strength - a.strength || b.term.length - a.term.length || (a.term < b.term ? -1 : 1));
    const kept: SuggestedTerm[] = [];
    for (const candidate of strong) {
      if (kept.length === terms) break;
      if (!kept.some((other) => saysTheSame(other, candidate))) kept.push(candidate);
    }
    return kept;
  }
}

/** Whether a candidate is part of a kept term, or a longer form of it, in the same articles. */
function saysTheSame(kept: SuggestedTerm, candidate: SuggestedTerm): boolean {
  const [longer, shorter] = kept.term.length >= candidate.term.length ? [kept, candidate] : [candidate, kept];
  return longer.term.includes(shorter.term) && longer.near >= 0.8 * shorter.near;
}

/** Twice the logarithm of how much more likely two frequencies are than one. */
function logLikelihood(near: number, nearAll: number, other: number, otherAll: number): number {
  const share = (near + other) / (nearAll + otherAll);
  const part = (seen: number, expected: number) => (seen === 0 ? 0 : seen * Math.log(seen / expected));
  return (
    2 *
    (part(near, nearAll * share) +
      part(nearAll - near, nearAll * (1 - share)) +
      part(other, otherAll * share) +
      part(otherAll - other, otherAll * (1 - share)))
  );
}
