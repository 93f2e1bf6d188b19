import { stripVTControlCharacters } from 'node:util';

/** Prints one JSON document, for `--json`. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints one line. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints rows under a header, columns aligned; the last column is cut at the terminal's edge. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const clean = rows.map((row) => row.map(plain));
  const widths = header.map((title, column) =>
    Math.max(width(title), ...clean.map((row) => width(row[column] ?? ''))),
  );
  // Some terminals say that they are 0 columns wide.
  const limit = (process.stdout.isTTY && process.stdout.columns) || Number.POSITIVE_INFINITY;
  const line = (cells: readonly string[]) =>
    cut(
      cells
        .map((cell, column) =>
          column === cells.length - 1 ? cell : cell + ' '.repeat(widths[column]! - width(cell)),
        )
        .join('  '),
      limit,
    );
  print(line(header.map((title) => title.toUpperCase())));
  for (const row of clean) print(line(row));
}

/** `2026-01-31 08:00` in UTC, for tables; `-` where there is none. */
export function minute(date: Date | null | undefined): string {
  return date === null || date === undefined ? '-' : date.toISOString().slice(0, 16).replace('T', ' ');
}

/** What a stranger wrote, made safe for a terminal: one line, no control or direction characters. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .trim();
}

/** Columns that a terminal gives the text: East Asian wide characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

function cut(text: string, limit: number): string {
  if (width(text) <= limit) return text;
  let columns = 0;
  let kept = '';
  for (const character of text) {
    columns += width(character);
    if (columns > limit - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
