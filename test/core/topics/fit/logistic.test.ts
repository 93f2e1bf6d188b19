import { expect, test } from 'vitest';
import { byColumn } from '../../../../src/core/topics/fit/feature-columns.ts';
import { type Logistic, type Samples, fitLogistic } from '../../../../src/core/topics/fit/logistic.ts';

interface Sample {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  readonly isPositive: boolean;
  readonly weight: number;
}

function toSamples(rows: readonly Sample[], columns: number): Samples {
  return {
    columns: byColumn(
      rows.map(({ columns: own, values }) => [
        { columns: Int32Array.from(own), values: Float64Array.from(values) },
      ]),
      columns,
    ),
    allowed: Int32Array.from({ length: columns }, (_, column) => column),
    isPositive: Uint8Array.from(rows, ({ isPositive }) => Number(isPositive)),
    weights: Float64Array.from(rows, ({ weight }) => weight),
  };
}

function logOddsOf({ bias, weights }: Logistic, { columns, values }: Sample): number {
  return columns.reduce((sum, column, at) => sum + weights[column]! * values[at]!, bias);
}

/** Samples whose columns predict more or less, some of them correlated; without a random generator. */
function samples(): Sample[] {
  return Array.from({ length: 200 }, (_, row) => {
    const bits = [row % 2, (row >> 1) % 2, (row * 7) % 5 < 2 ? 1 : 0, row % 11 === 0 ? 1 : 0, row % 2];
    const columns = bits.flatMap((bit, column) => (bit === 1 ? [column] : []));
    return {
      columns,
      values: columns.map((column) => 1 + column / 3),
      isPositive: (bits[0]! + bits[2]! + (row % 3 === 0 ? 1 : 0)) % 3 > 1,
      weight: row % 4 === 0 ? 1.6 : 0.8,
    };
  });
}

test.each([
  { l1: 0.5, l2: 1 },
  { l1: 3, l2: 3 },
  { l1: 0, l2: 0.01 },
])('no weight could be changed for the better with %j', (penalty) => {
  const rows = samples();
  const model = fitLogistic(toSamples(rows, 5), penalty);
  const slope = (valueOf: (sample: Sample) => number) =>
    rows.reduce((sum, sample) => {
      const probability = 1 / (1 + Math.exp(-logOddsOf(model, sample)));
      return sum + sample.weight * (probability - (sample.isPositive ? 1 : 0)) * valueOf(sample);
    }, 0);
  expect(slope(() => 1)).toBeCloseTo(0, 1);
  for (const [column, weight] of model.weights.entries()) {
    const own = slope(({ columns, values }) => values[columns.indexOf(column)] ?? 0) + penalty.l2 * weight;
    if (weight === 0) expect(Math.abs(own)).toBeLessThanOrEqual(penalty.l1 + 0.05);
    else expect(own).toBeCloseTo(-Math.sign(weight) * penalty.l1, 1);
  }
});

test('a strong penalty leaves the share of positives', () => {
  const rows = samples();
  const { bias, weights } = fitLogistic(toSamples(rows, 5), { l1: 1e6, l2: 0 });
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const positive = rows.reduce((sum, { weight, isPositive }) => sum + (isPositive ? weight : 0), 0);
  expect([...weights]).toEqual([0, 0, 0, 0, 0]);
  expect(1 / (1 + Math.exp(-bias))).toBeCloseTo(positive / total, 4);
});

test('without samples nothing is predicted', () => {
  expect(fitLogistic(toSamples([], 1), { l1: 0, l2: 0.01 })).toEqual({
    bias: 0,
    weights: new Float64Array(1),
  });
});

test('from a model of nearly the same samples the result is the same', () => {
  const penalty = { l1: 0.5, l2: 1 };
  const all = toSamples(samples(), 5);
  const part = { ...all, weights: all.weights.map((weight, row) => (row % 5 === 0 ? 0 : weight)) };
  const near = fitLogistic(part, penalty, fitLogistic(all, penalty));
  const own = fitLogistic(part, penalty);
  expect(near.bias).toBeCloseTo(own.bias, 3);
  for (const [column, weight] of own.weights.entries()) expect(near.weights[column]).toBeCloseTo(weight, 3);
});

test('rows without weight and columns that are not allowed do not count', () => {
  const penalty = { l1: 0.5, l2: 1 };
  const all = toSamples(samples(), 5);
  const rows = samples().filter((_, row) => row % 5 !== 0);
  const weights = all.weights.map((weight, row) => (row % 5 === 0 ? 0 : weight));
  const allowed = Int32Array.of(0, 2);
  const own = fitLogistic({ ...toSamples(rows, 5), allowed }, penalty);
  const weighted = fitLogistic({ ...all, allowed, weights }, penalty);
  expect([...weighted.weights].map((weight) => weight !== 0)).toEqual([true, false, true, false, false]);
  for (const [column, weight] of own.weights.entries())
    expect(weighted.weights[column]).toBeCloseTo(weight, 3);
});
