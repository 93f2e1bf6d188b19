/** What differs between two sorted listings: lines that are gone with `-`, new ones with `+`. */
export function diffLines(before: string, after: string): string[] {
  const old = new Set(before.split('\n'));
  const now = new Set(after.split('\n'));
  const keyOf = (line: string) => line.replace(/: [^:]*$/, '');
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => ({ line, sign: '-' })),
    ...[...now].filter((line) => !old.has(line)).map((line) => ({ line, sign: '+' })),
  ]
    .toSorted((a, b) =>
      keyOf(a.line) < keyOf(b.line) ? -1 : keyOf(a.line) > keyOf(b.line) ? 1 : a.sign < b.sign ? 1 : -1,
    )
    .map(({ line, sign }) => `${sign} ${line.trim()}`);
}
