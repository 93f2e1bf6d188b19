import type { SparseRow } from './feature-table.ts';

/** Rows by column: the rows and values of column `c` are those from `starts[c]` to `starts[c + 1]`, rows ascending. */
export interface FeatureColumns {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
  readonly values: Float64Array;
}

/** @param rows the parts of each row */
export function byColumn(
  rows: readonly (readonly Pick<SparseRow, 'columns' | 'values'>[])[],
  columns: number,
): FeatureColumns {
  const starts = new Int32Array(columns + 1);
  for (const parts of rows)
    for (const part of parts) for (const column of part.columns) starts[column + 1]! += 1;
  for (let column = 0; column < columns; column++) starts[column + 1]! += starts[column]!;
  const found = new Int32Array(starts[columns]!);
  const values = new Float64Array(starts[columns]!);
  const next = starts.slice();
  for (const [row, parts] of rows.entries()) {
    for (const part of parts) {
      for (let at = 0; at < part.columns.length; at++) {
        const place = next[part.columns[at]!]!;
        next[part.columns[at]!] = place + 1;
        found[place] = row;
        values[place] = part.values[at]!;
      }
    }
  }
  return { rows: found, starts, values };
}
