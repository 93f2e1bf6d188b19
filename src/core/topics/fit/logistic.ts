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

const MAX_STEPS = 50;
const MAX_PASSES = 200;
/** Iteration stops when no weight changes by more than this. */
const TOLERANCE = 1e-4;
/** The curvature of a sample that is certain would be zero, and the step without bound. */
const LEAST_CURVATURE = 1e-4;

/**
 * Logistic regression with an elastic net: Newton steps on the loss, each by coordinate descent (Friedman, Hastie and
 * Tibshirani 2010). Deterministic: columns are visited in order. A step costs time linear in the values that are
 * not 0, for each pass.
 */
export function fitLogistic(samples: readonly Sample[], columns: number, penalty: Penalty): Logistic {
  const fit = new ElasticNet(samples, columns, penalty);
  for (let step = 0; step < MAX_STEPS && fit.step() > TOLERANCE; step++);
  return { bias: fit.bias, weights: fit.weights };
}

class ElasticNet {
  bias: number;
  readonly weights: Float64Array;
  private readonly samples: readonly Sample[];
  private readonly penalty: Penalty;
  /** The rows and values of column `c` are those from `starts[c]` to `starts[c + 1]`. */
  private readonly starts: Int32Array;
  private readonly rows: Int32Array;
  private readonly values: Float64Array;
  /** By row: the slope of the loss in the log-odds, and its curvature at the beginning of the step. */
  private readonly slopes: Float64Array;
  private readonly curvatures: Float64Array;
  private curvature = 0;

  constructor(samples: readonly Sample[], columns: number, penalty: Penalty) {
    this.samples = samples;
    this.penalty = penalty;
    ({ starts: this.starts, rows: this.rows, values: this.values } = byColumn(samples, columns));
    this.weights = new Float64Array(columns);
    this.slopes = new Float64Array(samples.length);
    this.curvatures = new Float64Array(samples.length);
    const positives = samples.reduce((sum, { isPositive, weight }) => sum + (isPositive ? weight : 0), 0);
    const total = samples.reduce((sum, { weight }) => sum + weight, 0);
    this.bias = Math.log((positives + 1) / (total - positives + 1));
  }

  /** One Newton step. Returns by how much a weight changed at most. */
  step(): number {
    this.approximate();
    const before = Float64Array.from(this.weights);
    const bias = this.bias;
    // After all columns only those with weights other than 0 are visited, because most stay there.
    const all = Int32Array.from(this.weights.keys());
    for (let round = 0; round < MAX_PASSES && this.pass(all) > TOLERANCE; round++) {
      const active = all.filter((column) => this.weights[column] !== 0);
      for (let pass = 0; pass < MAX_PASSES && this.pass(active) > TOLERANCE; pass++);
    }
    return before.reduce(
      (most, weight, column) => Math.max(most, Math.abs(this.weights[column]! - weight)),
      Math.abs(this.bias - bias),
    );
  }

  /** Approximates the loss by a parabola at the present weights. */
  private approximate(): void {
    const { samples, slopes, curvatures } = this;
    const logOdds = new Float64Array(samples.length).fill(this.bias);
    for (const [column, weight] of this.weights.entries()) {
      if (weight !== 0) this.addTo(logOdds, column, weight);
    }
    this.curvature = 0;
    for (const [row, { isPositive, weight }] of samples.entries()) {
      const probability = 1 / (1 + Math.exp(-logOdds[row]!));
      slopes[row] = weight * (probability - (isPositive ? 1 : 0));
      curvatures[row] = weight * Math.max(LEAST_CURVATURE, probability * (1 - probability));
      this.curvature += curvatures[row]!;
    }
  }

  /** Minimises the parabola along the bias and each of the columns. Returns the largest change. */
  private pass(columns: Int32Array): number {
    const { slopes, curvatures, weights, penalty } = this;
    let slope = 0;
    for (let row = 0; row < slopes.length; row++) slope += slopes[row]!;
    const shift = this.curvature > 0 ? -slope / this.curvature : 0;
    this.bias += shift;
    for (let row = 0; row < slopes.length; row++) slopes[row]! += shift * curvatures[row]!;
    let moved = Math.abs(shift);
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at]!;
      const before = weights[column]!;
      const gradient = this.gradientOf(column);
      if (before === 0 && Math.abs(gradient) <= penalty.l1) continue;
      const bound = this.curvatureOf(column);
      const after = shrink(before * bound - gradient, penalty.l1) / (bound + penalty.l2);
      if (after === before) continue;
      weights[column] = after;
      this.move(column, after - before);
      moved = Math.max(moved, Math.abs(after - before));
    }
    return moved;
  }

  private gradientOf(column: number): number {
    let gradient = 0;
    for (let at = this.starts[column]!; at < this.starts[column + 1]!; at++)
      gradient += this.slopes[this.rows[at]!]! * this.values[at]!;
    return gradient;
  }

  private curvatureOf(column: number): number {
    let curvature = 0;
    for (let at = this.starts[column]!; at < this.starts[column + 1]!; at++)
      curvature += this.curvatures[this.rows[at]!]! * this.values[at]! ** 2;
    return curvature;
  }

  private move(column: number, by: number): void {
    for (let at = this.starts[column]!; at < this.starts[column + 1]!; at++) {
      const row = this.rows[at]!;
      this.slopes[row]! += by * this.values[at]! * this.curvatures[row]!;
    }
  }

  private addTo(sums: Float64Array, column: number, weight: number): void {
    for (let at = this.starts[column]!; at < this.starts[column + 1]!; at++)
      sums[this.rows[at]!]! += weight * this.values[at]!;
  }
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
  const starts = new Int32Array(columns + 1);
  for (const sample of samples) for (const column of sample.columns) starts[column + 1]! += 1;
  for (let column = 0; column < columns; column++) starts[column + 1]! += starts[column]!;
  const rows = new Int32Array(starts[columns]!);
  const values = new Float64Array(starts[columns]!);
  const next = starts.slice();
  for (const [row, sample] of samples.entries()) {
    for (const [at, column] of sample.columns.entries()) {
      const place = next[column]!++;
      rows[place] = row;
      values[place] = sample.values[at]!;
    }
  }
  return { starts, rows, values };
}
