import type { Cuts } from '../confidence.ts';

/** An article's confidence by weights that had not seen it. */
export interface JudgedTopics {
  readonly confidence: number;
  readonly isPositive: boolean;
  readonly weight: number;
}

/**
 * Sure begins where F is best with precision worth twice as much as recall: readers who get false alerts stop
 * reading.
 */
const RECALL_WORTH = 0.5;
/** How many of the articles on a topic should be possible at least. */
const RECALL = 0.95;
/** Matches that are less probable than this are dropped, even if true ones are lost. */
const LEAST_POSSIBLE = 10;
/** `sure` never begins below this confidence, whatever the fit says. */
const LEAST_SURE = 60;
const HIGHEST_SURE = 95;
/** Cuts whose F differs by less are equally good as far as a few hundred articles tell: the lowest of them misses least. */
const NOISE = 0.01;

/** The cuts at which what is sure is mostly right and what is possible is nearly all. */
export function chooseCuts(judged: readonly JudgedTopics[]): Cuts {
  const sums = (cut: number) => {
    let found = 0;
    let right = 0;
    let all = 0;
    for (const { confidence, isPositive, weight } of judged) {
      if (isPositive) all += weight;
      if (confidence < cut) continue;
      found += weight;
      if (isPositive) right += weight;
    }
    return { precision: found === 0 ? 1 : right / found, recall: all === 0 ? 1 : right / all };
  };
  const worth = (cut: number) => {
    const { precision, recall } = sums(cut);
    return ((1 + RECALL_WORTH) * precision * recall) / (RECALL_WORTH * precision + recall || 1);
  };
  const tried = Array.from({ length: HIGHEST_SURE - LEAST_SURE + 1 }, (_, index) => LEAST_SURE + index).map(
    (cut) => ({ cut, f: worth(cut) }),
  );
  const best = Math.max(...tried.map(({ f }) => f));
  const sure = tried.find(({ f }) => f >= best - NOISE)?.cut ?? HIGHEST_SURE;
  let possible = sure;
  while (possible > LEAST_POSSIBLE && sums(possible).recall < RECALL) possible--;
  return { possible, sure };
}
