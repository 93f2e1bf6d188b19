import type { Level } from './match.ts';

/** The confidences, in per cent, from which a topic is possible and sure. */
export interface Cuts {
  readonly possible: number;
  readonly sure: number;
}

/** Of topics whose weights are written by hand. */
export const HAND_CUTS: Cuts = { possible: 25, sure: 75 };

/**
 * The confidence in a topic whose weights are written by hand and not fitted to anything: rules that reach the
 * threshold give 75, half of it gives 25, one and a half 96, nothing 4. It is the logistic function of
 * `ln 3 × (4 score / threshold − 3)`: a convention that puts both kinds of topics on one scale, not a measured frequency.
 *
 * @param score sum of the rules' weights, counter-evidence subtracted
 */
export function handConfidence(score: number, threshold: number): number {
  return confidenceOf(Math.log(3) * ((4 * score) / threshold - 3));
}

/** Per cent, 0 to 100, of the log-odds. */
export function confidenceOf(logOdds: number): number {
  return Math.round(100 / (1 + Math.exp(-logOdds)));
}

/** The level that a confidence reaches, if any. */
export function levelOf(confidence: number, { possible, sure }: Cuts): Level | undefined {
  if (confidence >= sure) return 'sure';
  return confidence >= possible ? 'possible' : undefined;
}
