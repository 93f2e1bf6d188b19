/** A Chinese character carries about as much as two and a half Latin letters, a Korean syllable as two. */
const WIDE_WEIGHT = 2.5;
const KOREAN_WEIGHT = 2;
const WIDE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const WIDE_ALL = new RegExp(WIDE.source, 'g');
const KOREAN = /[\uac00-\ud7af]/g;

/** The average weight of a letter in this text; 1 for Latin letters. */
export function letterWeight(text: string): number {
  if (!WIDE.test(text)) return 1;
  const wide = text.match(WIDE_ALL)?.length ?? 0;
  const korean = text.match(KOREAN)?.length ?? 0;
  return 1 + ((WIDE_WEIGHT - 1) * (wide - korean) + (KOREAN_WEIGHT - 1) * korean) / text.length;
}
