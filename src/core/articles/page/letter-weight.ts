/** A Chinese character carries about as much as two and a half Latin letters. */
const WIDE_WEIGHT = 2.5;
const WIDE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const WIDE_ALL = new RegExp(WIDE.source, 'g');

/** The average weight of a letter in this text; 1 for Latin letters. */
export function letterWeight(text: string): number {
  const wide = WIDE.test(text) ? (text.match(WIDE_ALL)?.length ?? 0) : 0;
  return 1 + ((WIDE_WEIGHT - 1) * wide) / text.length;
}
