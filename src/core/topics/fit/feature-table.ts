import { type Feature, featureName } from './feature.ts';
import { pairOf } from './pair-key.ts';

/** The features of an article that are not 0: their numbers in a table, and their values. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Numbers the features that articles have, in the order in which they are first found. */
export class FeatureTable {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** By `pairKey`. Articles have hundreds of pairs each, and names are long. */
  private readonly pairs = { pair: new Map<number, number>(), again: new Map<number, number>() };

  numberOf(feature: Feature): number {
    const name = featureName(feature);
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }

  /** @param concepts the names of concepts and families, by their numbers */
  numberOfPair(kind: 'pair' | 'again', key: number, concepts: readonly string[]): number {
    let number = this.pairs[kind].get(key);
    if (number === undefined) {
      const [concept, other] = pairOf(key)
        .map((one) => concepts[one]!)
        .sort();
      number = this.numberOf({ kind, concept: concept!, other: other! });
      this.pairs[kind].set(key, number);
    }
    return number;
  }
}

/** Collects a row. */
export class RowBuilder {
  private readonly columns: number[] = [];
  private readonly values: number[] = [];

  add(column: number, value: number): void {
    this.columns.push(column);
    this.values.push(value);
  }

  row(): SparseRow {
    return { columns: Int32Array.from(this.columns), values: Float64Array.from(this.values) };
  }
}
