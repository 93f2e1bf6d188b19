/** A designation made of letters and digits: `H20`, `6000D`, `MI308X`, `3A6000`. */
export interface ModelNumber {
  /** Capitals, without hyphens: `KX-7000` and `KX7000` are one. */
  readonly model: string;
  /** UTF-16 offsets into the text as given. */
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<![A-Za-z0-9_])(?=[A-Za-z]{0,8}-?\d)[A-Za-z]{0,8}-?\d{1,6}[A-Za-z]{0,4}\d{0,5}[A-Za-z]{0,3}(?![A-Za-z0-9_])/g;
/** Sizes, ordinals, resolutions and decades: letters and digits, but no name of anything. */
const NO_MODEL =
  /^(?:\d+(?:nm|mm|cm|km|kg|[kmgtp]?b|[kmgtp]?bit|[kmgt]?hz|[kmg]?w|wh|v|a|h|s|x|k|m|bn|tn|st|nd|rd|th|er|e|eme|p|pm|am|s)|\d[dg]|-?\d+|[a-z]|fy\d+|q\d|h[12]|[ivx]+|covid-?19)$/i;

/** The model numbers of a text, in order. Those that a hyphen joins to a number alone (`RTX-6000`) are given whole. */
export function extractModelNumbers(text: string): ModelNumber[] {
  const found: ModelNumber[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!/[A-Za-z]/.test(token) || !/\d/.test(token) || NO_MODEL.test(token)) continue;
    found.push({ model: token.replace('-', '').toUpperCase(), start: index, end: index + token.length });
  }
  return found;
}
