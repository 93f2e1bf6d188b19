import { fitLogistic } from './logistic.ts';

/** What makes log-odds frequencies: `scale × log-odds + shift`. */
export interface Calibration {
  readonly scale: number;
  readonly shift: number;
}

interface Judged {
  readonly logOdds: number;
  readonly isPositive: boolean;
  readonly weight: number;
}

/** Platt's scaling (1999), on log-odds of articles that the weights were not fitted to. */
export function calibrate(judged: readonly Judged[]): Calibration {
  const { bias, weights } = fitLogistic(
    judged.map(({ logOdds, ...rest }) => ({ ...rest, columns: [0], values: [logOdds] })),
    1,
    { l1: 0, l2: 0.01 },
  );
  // Weights that predict nothing on unseen articles get no influence; a negative scale would invert them.
  return { scale: Math.max(0, weights[0] ?? 0), shift: bias };
}
