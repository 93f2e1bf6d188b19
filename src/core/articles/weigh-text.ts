const WIDE = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/;
const WIDE_ALL = new RegExp(WIDE.source, 'g');

/** Length in letters, a character of a script without spaces counted as two and a half. */
export function weigh(text: string): number {
  if (!WIDE.test(text)) return text.length;
  return text.length + 1.5 * (text.match(WIDE_ALL)?.length ?? 0);
}
