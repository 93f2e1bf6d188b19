import type { Level } from './match.ts';

/** The confidences, in per cent, from which a topic is possible or sure. */
export interface Cuts {
  readonly possible: number;
  readonly sure: number;
}

/** For topics with hand-written weights. */
export const HAND_CUTS: Cuts = { possible: 25, sure: 75 };

/**
 * The confidence in a topic with hand-written weights that were not fitted. Rules that reach the threshold give 75,
 * half of it 25, one and a half times 96, nothing 4: the logistic function of `ln 3 × (4 score / threshold − 3)`.
 * This is a convention that puts both kinds of topics on one scale, not a measured frequency.
 *
 * @param score sum of the rules' weights minus counter-evidence
 */
export function handConfidence(score: number, threshold: number): number {
  return confidenceOf(Math.log(3) * ((4 * score) / threshold - 3));
}

/** Log-odds as per cent, 0 to 100. */
export function confidenceOf(logOdds: number): number {
  return Math.round(100 / (1 + Math.exp(-logOdds)));
}

/** The level of a confidence; undefined below possible. */
export function levelOf(confidence: number, { possible, sure }: Cuts): Level | undefined {
  if (confidence >= sure) return 'sure';
  return confidence >= possible ? 'possible' : undefined;
}
