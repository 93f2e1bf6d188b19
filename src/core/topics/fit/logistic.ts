import type { FeatureColumns } from './feature-columns.ts';

/** What a model is fitted to. */
export interface Samples {
  readonly columns: FeatureColumns;
  /** The columns that may have a weight, ascending. */
  readonly allowed: Int32Array;
  /** By row: 1 or 0. */
  readonly isPositive: Uint8Array;
  /** By row; all weights should add up to the number of rows that count. A row of weight 0 does not count. */
  readonly weights: Float64Array;
}

export interface Penalty {
  /** Shrinks weights and sets weak ones to zero. */
  readonly l1: number;
  /** Shrinks weights, the large ones most. */
  readonly l2: number;
}

export interface Logistic {
  readonly bias: number;
  /** By column. */
  readonly weights: Float64Array;
}

const MAX_STEPS = 50;
const MAX_PASSES = 200;
/** Iteration stops when no weight changes by more than this. */
const TOLERANCE = 3e-4;
/**
 * A step is only taken as exactly as the last one was long: the parabola of an early step is far from the loss, and its
 * minimum need not be found to the last digit. This share of the last change is enough.
 */
const EXACTNESS = 0.1;
const FIRST_TOLERANCE = 0.1;
const NEAR_TOLERANCE = 0.01;
/** The curvature of a sample that is certain would be zero, and the step without bound. */
const LEAST_CURVATURE = 1e-4;

/**
 * Logistic regression with an elastic net: Newton steps on the loss, each by coordinate descent (Friedman, Hastie and
 * Tibshirani 2010). Deterministic: columns are visited in order. A step costs time linear in the values that are
 * not 0, for each pass.
 * @param near a model of nearly the same samples, from which fewer steps are needed; the loss is convex, so the result is
 * the same within the tolerance
 */
export function fitLogistic(samples: Samples, penalty: Penalty, near?: Logistic): Logistic {
  const fit = new ElasticNet(samples, penalty, near);
  let tolerance = near === undefined ? FIRST_TOLERANCE : NEAR_TOLERANCE;
  for (let step = 0; step < MAX_STEPS; step++) {
    const moved = fit.step(tolerance);
    if (moved <= TOLERANCE && tolerance <= TOLERANCE) break;
    tolerance = Math.max(TOLERANCE, Math.min(tolerance, EXACTNESS * moved));
  }
  return { bias: fit.bias, weights: fit.weights };
}

class ElasticNet {
  bias: number;
  readonly weights: Float64Array;
  private readonly samples: Samples;
  private readonly penalty: Penalty;
  /** By row: the slope of the loss in the log-odds, and its curvature at the beginning of the step. */
  private readonly slopes: Float64Array;
  private readonly curvatures: Float64Array;
  private curvature = 0;
  /** By column, of this step; below 0 where not computed. */
  private readonly bounds: Float64Array;

  constructor(samples: Samples, penalty: Penalty, near: Logistic | undefined) {
    const { columns, allowed, isPositive, weights } = samples;
    this.samples = samples;
    this.penalty = penalty;
    this.weights = new Float64Array(columns.starts.length - 1);
    this.slopes = new Float64Array(weights.length);
    this.curvatures = new Float64Array(weights.length);
    this.bounds = new Float64Array(this.weights.length);
    if (near !== undefined) {
      for (const column of allowed) this.weights[column] = near.weights[column]!;
      this.bias = near.bias;
      return;
    }
    let positives = 0;
    let total = 0;
    for (let row = 0; row < weights.length; row++) {
      total += weights[row]!;
      positives += weights[row]! * isPositive[row]!;
    }
    this.bias = Math.log((positives + 1) / (total - positives + 1));
  }

  /** One Newton step. Returns by how much a weight changed at most. */
  step(tolerance: number): number {
    this.approximate();
    const before = Float64Array.from(this.weights);
    const bias = this.bias;
    // After all columns only those with weights other than 0 are visited, because most stay there.
    const { allowed } = this.samples;
    for (let round = 0; round < MAX_PASSES && this.pass(allowed) > tolerance; round++) {
      const active = allowed.filter((column) => this.weights[column] !== 0);
      for (let pass = 0; pass < MAX_PASSES && this.pass(active) > tolerance; pass++);
    }
    return before.reduce(
      (most, weight, column) => Math.max(most, Math.abs(this.weights[column]! - weight)),
      Math.abs(this.bias - bias),
    );
  }

  /** Approximates the loss by a parabola at the present weights. */
  private approximate(): void {
    const { slopes, curvatures } = this;
    const { allowed, isPositive, weights } = this.samples;
    const logOdds = new Float64Array(weights.length).fill(this.bias);
    for (const column of allowed) {
      const weight = this.weights[column]!;
      if (weight !== 0) this.addTo(logOdds, column, weight);
    }
    this.curvature = 0;
    for (let row = 0; row < weights.length; row++) {
      const probability = 1 / (1 + Math.exp(-logOdds[row]!));
      slopes[row] = weights[row]! * (probability - isPositive[row]!);
      curvatures[row] = weights[row]! * Math.max(LEAST_CURVATURE, probability * (1 - probability));
      this.curvature += curvatures[row]!;
    }
    this.bounds.fill(-1);
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
    const { rows, starts, values } = this.samples.columns;
    let gradient = 0;
    for (let at = starts[column]!; at < starts[column + 1]!; at++)
      gradient += this.slopes[rows[at]!]! * values[at]!;
    return gradient;
  }

  private curvatureOf(column: number): number {
    const known = this.bounds[column]!;
    if (known >= 0) return known;
    const { rows, starts, values } = this.samples.columns;
    let curvature = 0;
    for (let at = starts[column]!; at < starts[column + 1]!; at++)
      curvature += this.curvatures[rows[at]!]! * values[at]! ** 2;
    this.bounds[column] = curvature;
    return curvature;
  }

  private move(column: number, by: number): void {
    const { rows, starts, values } = this.samples.columns;
    for (let at = starts[column]!; at < starts[column + 1]!; at++) {
      const row = rows[at]!;
      this.slopes[row]! += by * values[at]! * this.curvatures[row]!;
    }
  }

  private addTo(sums: Float64Array, column: number, weight: number): void {
    const { rows, starts, values } = this.samples.columns;
    for (let at = starts[column]!; at < starts[column + 1]!; at++) sums[rows[at]!]! += weight * values[at]!;
  }
}

function shrink(value: number, by: number): number {
  return value > by ? value - by : value < -by ? value + by : 0;
}
