import { UPPER } from '../matching/normalise.ts';
import type { ReadText } from './words.ts';

const MAX_MODELS = 12;
/** A letter-and-digit name, with a brand of capitals before it where there is one: `RTX 6000D`, `MI308`, `910C`, `HBM3E`. */
const MODEL =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}.,])(?:(\p{Script=Latin}{2,6}) )?([a-z]{0,5}\d{1,5}[a-z]{0,4})(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}%])/gu;
/**
 * Similar strings that are no products: sizes, quarters, halves, meetings of states, paper sizes, radio generations,
 * ordinals.
 */
const OTHER =
  /^(?:\d+(?:nm|mm|gb|tb|mb|gw|mw|kw|kg|km|hz|ghz|mhz|v|w|k|m|bn|mn|x|st|nd|rd|th|g|h|s|er|eme|ème|a|o|p)|[234]d|[qht][1-4]|g\d{1,2}|fy\d+|s\d|h2o|co2|\d+)$/;

/** Distinct product and part names in all texts, folded and without spaces. */
export function modelsIn(texts: readonly ReadText[]): string[] {
  const models = new Set<string>();
  for (const text of texts) collect(text, models);
  return [...models].slice(0, MAX_MODELS);
}

function collect(text: ReadText, models: Set<string>): void {
  for (const match of text.folded.matchAll(MODEL)) {
    const brand = match[1];
    const part = match[2]!;
    if (/^\d+$/.test(part)) {
      // Digits alone are a product only after a brand in capitals: `RTX 5090`.
      const capitals = brand !== undefined && [...brand].every((_, at) => isCapital(text, match.index + at));
      if (capitals && part.length >= 3 && !/^(?:19|20)\d\d$/.test(part)) models.add(brand + part);
    } else if (part.length >= 3 && !OTHER.test(part) && /\d/.test(part)) {
      models.add(part);
    }
    if (models.size >= MAX_MODELS) break;
  }
}

function isCapital(text: ReadText, at: number): boolean {
  return (text.normal.flags[at]! & UPPER) !== 0;
}
