import { fitLogistic } from './logistic.ts';

/** Turns log-odds into calibrated ones: `scale × log-odds + shift`. */
export interface Calibration {
  readonly scale: number;
  readonly shift: number;
}

interface Judged {
  readonly logOdds: number;
  readonly isPositive: boolean;
  readonly weight: number;
}

/** Platt scaling (1999), on log-odds of articles that the weights were not fitted to. */
export function calibrate(judged: readonly Judged[]): Calibration {
  const { bias, weights } = fitLogistic(
    judged.map(({ logOdds, ...rest }) => ({ ...rest, columns: [0], values: [logOdds] })),
    1,
    { l1: 0, l2: 0.01 },
  );
  // Weights that predict nothing on unseen articles must have no effect; a negative scale would invert them.
  return { scale: Math.max(0, weights[0] ?? 0), shift: bias };
}
