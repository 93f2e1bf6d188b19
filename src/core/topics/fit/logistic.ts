/** One row as a sparse list of columns with values; columns that are not listed are 0. */
export interface Sample {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly isPositive: boolean;
  /** The weight of the sample; all weights should add up to the number of samples. */
  readonly weight: number;
}

export interface Penalty {
  /** Shrinks weights and sets weak ones to zero. */
  readonly l1: number;
  /** Shrinks weights, the large ones most. */
  readonly l2: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: Float64Array;
}

const MAX_PASSES = 300;
/** Iteration stops when no weight changes by more than this in a pass. */
const TOLERANCE = 1e-3;

/**
 * Logistic regression with an elastic net, by coordinate descent on the quadratic bound of the loss (Böhning and
 * Lindsay 1988; Friedman, Hastie and Tibshirani 2010). Deterministic: columns are visited in order.
 */
export function fitLogistic(samples: readonly Sample[], columns: number, penalty: Penalty): Logistic {
  const { rows, values } = byColumn(samples, columns);
  const weights = new Float64Array(columns);
  const margins = new Float64Array(samples.length);
  const positives = samples.reduce((sum, { isPositive, weight }) => sum + (isPositive ? weight : 0), 0);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  let bias = Math.log((positives + 1) / (total - positives + 1));
  const residual = (row: number) => {
    const { isPositive, weight } = samples[row]!;
    return weight * (1 / (1 + Math.exp(-bias - margins[row]!)) - (isPositive ? 1 : 0));
  };
  const curvature = new Float64Array(columns);
  for (let column = 0; column < columns; column++) {
    for (const [at, row] of rows[column]!.entries()) {
      curvature[column]! += 0.25 * samples[row]!.weight * values[column]![at]! ** 2;
    }
  }
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let moved = 0;
    let slope = 0;
    for (let row = 0; row < samples.length; row++) slope += residual(row);
    bias -= slope / (0.25 * total);
    // Columns at zero are visited only in every tenth pass, because most of them stay there.
    const isFull = pass % 10 === 0;
    for (let column = 0; column < columns; column++) {
      const before = weights[column]!;
      if (before === 0 && !isFull) continue;
      const own = rows[column]!;
      const entries = values[column]!;
      let gradient = 0;
      for (let at = 0; at < own.length; at++) gradient += residual(own[at]!) * entries[at]!;
      const bound = curvature[column]! + penalty.l2;
      const after = shrink(before * curvature[column]! - gradient, penalty.l1) / bound;
      if (after === before) continue;
      weights[column] = after;
      for (let at = 0; at < own.length; at++) margins[own[at]!]! += (after - before) * entries[at]!;
      moved = Math.max(moved, Math.abs(after - before));
    }
    if (isFull && moved < TOLERANCE) break;
  }
  return { bias, weights };
}

/** The log-odds of a sample. */
export function logOddsOf(
  { bias, weights }: Logistic,
  { columns, values }: Pick<Sample, 'columns' | 'values'>,
): number {
  let sum = bias;
  for (let at = 0; at < columns.length; at++) sum += weights[columns[at]!]! * values[at]!;
  return sum;
}

function shrink(value: number, by: number): number {
  return value > by ? value - by : value < -by ? value + by : 0;
}

function byColumn(samples: readonly Sample[], columns: number) {
  const rows: number[][] = Array.from({ length: columns }, () => []);
  const values: number[][] = Array.from({ length: columns }, () => []);
  for (const [row, sample] of samples.entries()) {
    for (const [at, column] of sample.columns.entries()) {
      rows[column]!.push(row);
      values[column]!.push(sample.values[at]!);
    }
  }
  return { rows, values };
}
