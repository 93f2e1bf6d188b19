import type { Cuts } from '../confidence.ts';

/** The confidence in an article from weights that were fitted without it. */
export interface JudgedTopics {
  readonly confidence: number;
  readonly isPositive: boolean;
  readonly weight: number;
}

/**
 * `sure` begins where the F score with this weight of recall is best. Precision counts double, because readers who
 * get false alerts stop reading.
 */
const RECALL_WORTH = 0.5;
/** The share of a topic's articles that must be at least possible. */
const RECALL = 0.96;
/**
 * Less probable matches are dropped, even if some true ones are lost. Chosen from 10 to 20 by forecasts: with the share
 * above it finds .92 of the reports in archives, and of 208 ordinary items of technology news it makes one possible.
 */
const LEAST_POSSIBLE = 13;
/**
 * `sure` never begins below this confidence, whatever the fit says: about two of three such matches are right. Chosen
 * from 60 to 75 by forecasts: it is the lowest at which the precision on the real documents is above .92 and on the
 * second author's items .90. Sure matches wake people, possible ones are still listed.
 */
const LEAST_SURE = 66;
const HIGHEST_SURE = 95;
/**
 * Cuts whose F score differs by less are equal within the precision of a few hundred articles. The lowest of them is
 * chosen, because it misses least.
 */
const NOISE = 0.01;

/** Chooses the cuts: most sure matches are right, and nearly all matches are at least possible. */
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
