import { createRequire } from 'node:module';
import type measureString from 'string-width';
import { jsonText } from '../core/messages/json-text.ts';
import { plainLine } from '../core/messages/plain-text.ts';
import { shorten } from '../core/words/shorten.ts';
import { once } from '../core/words/once.ts';

const PLAIN_ASCII = /^[\x20-\x7E]*$/;

/** The library compiles its patterns for emoji when it is loaded, which takes longer than the rest of most lists. */
const measurer = once(() => {
  const { default: measure } = createRequire(import.meta.url)('string-width') as {
    default: typeof measureString;
  };
  return measure;
});

/** The columns that a text takes on a terminal. */
function stringWidth(text: string): number {
  return PLAIN_ASCII.test(text) ? text.length : measurer()(text);
}

/** Prints one JSON document, for `--json`. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonText(value, 2)}\n`);
}

/** Prints one line. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints rows under a header, columns aligned; the last column is cut at the terminal's edge. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const clean = rows.map((row) => row.map(plain));
  const widths = header.map((title, column) =>
    Math.max(stringWidth(title), ...clean.map((row) => stringWidth(row[column] ?? ''))),
  );
  // Some terminals say that they are 0 columns wide.
  const limit = (process.stdout.isTTY && process.stdout.columns) || Number.POSITIVE_INFINITY;
  const line = (cells: readonly string[]) =>
    shorten(
      cells
        .map((cell, column) =>
          column === cells.length - 1 ? cell : cell + ' '.repeat(widths[column]! - stringWidth(cell)),
        )
        .join('  '),
      limit,
      stringWidth,
    );
  print(line(header.map((title) => title.toUpperCase())));
  for (const row of clean) print(line(row));
}

/** `2026-01-31 08:00` in UTC, for tables; `-` where there is none. */
export function minute(date: Date | null | undefined): string {
  return date === null || date === undefined ? '-' : date.toISOString().slice(0, 16).replace('T', ' ');
}

/** Text from outside, made safe for a terminal: one line, no control or direction characters. */
export function plain(text: string): string {
  return plainLine(text);
}

/** A title, with its gist if the reader cannot read the language of the title. */
export function withGist(title: string, gist: string | undefined): string {
  return gist === undefined ? title : `${title} [${gist}]`;
}
