/**
 * The class of a UTF-16 unit for word boundaries. There is a boundary between two neighbours of different classes
 * (`H20芯片`, `AI칩`) and beside `NONE`.
 */
export const WordClass = {
  NONE: 0,
  /** Latin, Greek, Cyrillic and other alphabets, with the digits. */
  ALPHABETIC: 1,
  HANGUL: 2,
  HAN: 3,
  HIRAGANA: 4,
  KATAKANA: 5,
  /** Thai, Lao, Khmer, Burmese: written without spaces. */
  UNSPACED: 6,
  ARABIC: 7,
  INDIC: 8,
} as const;
export type WordClass = (typeof WordClass)[keyof typeof WordClass];

const LETTER = /[\p{L}\p{N}\p{M}_]/u;

function classify(unit: number): WordClass {
  if (unit < 0x80) {
    const isWord =
      (unit >= 0x30 && unit <= 0x39) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0x61 && unit <= 0x7a) ||
      unit === 0x5f;
    return isWord ? WordClass.ALPHABETIC : WordClass.NONE;
  }
  // Astral characters: letters were folded to the BMP before, or are rare ideographs.
  if (unit >= 0xd800 && unit <= 0xdfff) return WordClass.NONE;
  if (!LETTER.test(String.fromCharCode(unit))) return WordClass.NONE;
  if (unit >= 0x0600 && unit <= 0x08ff) return WordClass.ARABIC;
  if (unit >= 0x0900 && unit <= 0x0dff) return WordClass.INDIC;
  if ((unit >= 0x0e00 && unit <= 0x0eff) || (unit >= 0x1000 && unit <= 0x109f)) return WordClass.UNSPACED;
  if (unit >= 0x1780 && unit <= 0x17ff) return WordClass.UNSPACED;
  if (unit >= 0x3040 && unit <= 0x309f) return WordClass.HIRAGANA;
  if ((unit >= 0x30a0 && unit <= 0x30ff) || (unit >= 0x31f0 && unit <= 0x31ff)) return WordClass.KATAKANA;
  if (unit >= 0x3005 && unit <= 0x3007) return WordClass.HAN;
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return WordClass.HAN;
  if ((unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0xac00 && unit <= 0xd7a3)) return WordClass.HANGUL;
  return WordClass.ALPHABETIC;
}

const UNKNOWN = 255;
const cache = new Uint8Array(0x10000).fill(UNKNOWN);

/** The word class of a (normalised) UTF-16 unit. */
export function wordClass(unit: number): WordClass {
  const known = cache[unit]!;
  if (known !== UNKNOWN) return known as WordClass;
  const found = classify(unit);
  cache[unit] = found;
  return found;
}

/** Whether word edges are invisible in this class, so that a term may begin or end anywhere. */
export function isUnspaced(wordClass: WordClass): boolean {
  return wordClass === WordClass.HAN || wordClass === WordClass.HIRAGANA || wordClass === WordClass.UNSPACED;
}
