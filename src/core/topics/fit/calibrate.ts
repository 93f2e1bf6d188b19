import { byColumn } from './feature-columns.ts';
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
    {
      columns: byColumn(
        judged.map(({ logOdds }) => [{ columns: Int32Array.of(0), values: Float64Array.of(logOdds) }]),
        1,
      ),
      allowed: Int32Array.of(0),
      isPositive: Uint8Array.from(judged, ({ isPositive }) => Number(isPositive)),
      weights: Float64Array.from(judged, ({ weight }) => weight),
    },
    { l1: 0, l2: 0.01 },
  );
  // Weights that predict nothing on unseen articles must have no effect; a negative scale would invert them.
  return { scale: Math.max(0, weights[0] ?? 0), shift: bias };
}
