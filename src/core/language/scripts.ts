/** Writing systems that determine the language or narrow it down. */
export type Script =
  | 'Latin'
  | 'Greek'
  | 'Cyrillic'
  | 'Armenian'
  | 'Hebrew'
  | 'Arabic'
  | 'Devanagari'
  | 'Bengali'
  | 'Gurmukhi'
  | 'Gujarati'
  | 'Oriya'
  | 'Tamil'
  | 'Telugu'
  | 'Kannada'
  | 'Malayalam'
  | 'Sinhala'
  | 'Thai'
  | 'Lao'
  | 'Tibetan'
  | 'Myanmar'
  | 'Georgian'
  | 'Ethiopic'
  | 'Khmer'
  | 'Hangul'
  | 'Kana'
  | 'Han';

/** First and last code point of each block of letters, ascending (source: Unicode Scripts.txt, letters only). */
const RANGES: readonly (readonly [number, number, Script])[] = [
  [0x41, 0x5a, 'Latin'],
  [0x61, 0x7a, 'Latin'],
  [0xc0, 0xd6, 'Latin'],
  [0xd8, 0xf6, 'Latin'],
  [0xf8, 0x24f, 'Latin'],
  [0x370, 0x3ff, 'Greek'],
  [0x400, 0x52f, 'Cyrillic'],
  [0x531, 0x587, 'Armenian'],
  [0x5d0, 0x5f2, 'Hebrew'],
  [0x620, 0x64a, 'Arabic'],
  [0x66e, 0x6d3, 'Arabic'],
  [0x6d5, 0x6ff, 'Arabic'],
  [0x750, 0x77f, 'Arabic'],
  [0x900, 0x963, 'Devanagari'],
  [0x971, 0x97f, 'Devanagari'],
  [0x980, 0x9e3, 'Bengali'],
  [0xa01, 0xa65, 'Gurmukhi'],
  [0xa70, 0xa75, 'Gurmukhi'],
  [0xa81, 0xae3, 'Gujarati'],
  [0xb01, 0xb63, 'Oriya'],
  [0xb82, 0xbd7, 'Tamil'],
  [0xc00, 0xc63, 'Telugu'],
  [0xc80, 0xce3, 'Kannada'],
  [0xd00, 0xd63, 'Malayalam'],
  [0xd81, 0xddf, 'Sinhala'],
  [0xe01, 0xe4e, 'Thai'],
  [0xe81, 0xecd, 'Lao'],
  [0xf40, 0xfbc, 'Tibetan'],
  [0x1000, 0x109f, 'Myanmar'],
  [0x10a0, 0x10ff, 'Georgian'],
  [0x1100, 0x11ff, 'Hangul'],
  [0x1200, 0x137f, 'Ethiopic'],
  [0x1780, 0x17d3, 'Khmer'],
  [0x1c90, 0x1cbf, 'Georgian'],
  [0x1e00, 0x1eff, 'Latin'],
  [0x1f00, 0x1fff, 'Greek'],
  [0x3005, 0x3005, 'Han'],
  // Without U+30FB, the middle dot, and U+30FC, the long mark: Chinese uses the dot in foreign names.
  [0x3041, 0x3096, 'Kana'],
  [0x30a1, 0x30fa, 'Kana'],
  [0x3131, 0x318e, 'Hangul'],
  [0x3400, 0x4dbf, 'Han'],
  [0x4e00, 0x9fff, 'Han'],
  [0xa960, 0xa97c, 'Hangul'],
  [0xac00, 0xd7a3, 'Hangul'],
  [0xf900, 0xfad9, 'Han'],
  [0xfb50, 0xfdfb, 'Arabic'],
  [0xfe70, 0xfefc, 'Arabic'],
  [0xff21, 0xff3a, 'Latin'],
  [0xff41, 0xff5a, 'Latin'],
  [0xff66, 0xff9d, 'Kana'],
  [0x20000, 0x3134f, 'Han'],
];

/** The script of a letter; undefined for digits, punctuation, marks and unknown scripts. */
function scriptOf(codePoint: number): Script | undefined {
  let low = 0;
  let high = RANGES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = RANGES[middle]!;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return range[2];
  }
  return undefined;
}

/** Letters per script. */
export function countScripts(text: string): Map<Script, number> {
  const counts = new Map<Script, number>();
  for (const char of text) {
    const script = scriptOf(char.codePointAt(0)!);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}
