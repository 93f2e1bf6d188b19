import { HAN_VARIANTS } from './han-variants.ts';

/** What normalisation does to a UTF-16 unit. */
export const Fold = {
  UNKNOWN: 0,
  /** Replaced by the single unit in `FOLDED`. */
  UNIT: 1,
  DROP: 2,
  SPACE: 3,
  NEWLINE: 4,
  /** Replaced by the several units of `expansions`. */
  EXPAND: 5,
  /** Combines with the character before it. */
  MARK: 6,
  HIGH_SURROGATE: 7,
  HYPHEN: 8,
} as const;

const kinds = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);
const uppers = new Uint8Array(0x10000);
const expansions = new Map<number, string>();

/** Longer expansions (ﷺ has 18 letters) would make a short text grow too much; such characters are kept. */
const MAX_EXPANSION = 4;

const APOSTROPHES = "'’‘‛ʼʹ′`´＇";
const QUOTES = '"“”„‟«»‹›「」『』〝〞〟″＂《》';
const HYPHENS = '-‐‑‒–—―−－﹣';
/** Letters with variants of the same meaning. */
const SAME: Readonly<Record<string, string>> = {
  ё: 'е',
  ı: 'i',
  ς: 'σ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
};
const NUKTA = '\u093c';

const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const TATWEEL = 0x640;
const MARK = /[\p{M}\uff9e\uff9f\u1160-\u11ff]/u;

/**
 * NFKC, lower case, digits of all scripts to ASCII, quotes, apostrophes and Han variants to one form. Diacritics are
 * kept, because they distinguish words in Vietnamese, Turkish or Polish; each term decides whether they may be
 * missing.
 */
export function foldCharacter(character: string): string {
  const digit = decimalDigit(character);
  if (digit !== undefined) return digit;
  const lower = character.normalize('NFKC').toLowerCase().normalize('NFC').replaceAll('i̇', 'i');
  let result = '';
  for (const unit of lower) {
    if (unit === NUKTA) continue;
    if (unit === 'ß') result += 'ss';
    else if (APOSTROPHES.includes(unit)) result += "'";
    else if (QUOTES.includes(unit)) result += '"';
    else {
      const same = SAME[unit] ?? unit;
      const han = HAN_VARIANTS.get(same.charCodeAt(0));
      result += han === undefined ? same : String.fromCharCode(han);
    }
  }
  return result;
}

/** Arabic, Persian and Devanagari digits. NFKC folds full-width ones. */
function decimalDigit(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (code >= 0x966 && code <= 0x96f) return String(code - 0x966);
  return undefined;
}

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = kindOf(unit, character);
  if (kind === Fold.UNIT) {
    const form = APOSTROPHES.includes(character) ? "'" : foldCharacter(character);
    if (form.length === 1) {
      folded[unit] = form.charCodeAt(0);
    } else if (form.length === 0) {
      kinds[unit] = Fold.DROP;
      return Fold.DROP;
    } else if (form.length > MAX_EXPANSION) {
      folded[unit] = unit;
    } else {
      expansions.set(unit, form);
      kinds[unit] = Fold.EXPAND;
      return Fold.EXPAND;
    }
    const compatible = character.normalize('NFKC');
    uppers[unit] = compatible === compatible.toLowerCase() ? 0 : 1;
  }
  kinds[unit] = kind;
  return kind;
}

/** Vowel points and Koranic signs, which ordinary text omits. */
function isArabicPoint(unit: number): boolean {
  return unit >= 0x610 && unit <= 0x6ed && /\p{M}/u.test(String.fromCharCode(unit));
}

function kindOf(unit: number, character: string): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return Fold.HIGH_SURROGATE;
  if (unit >= 0xdc00 && unit <= 0xdfff) return Fold.UNIT;
  if (character === '\n' || character === '\r' || unit === 0x2028 || unit === 0x2029 || unit === 0x0b) {
    return Fold.NEWLINE;
  }
  if (character === '\u0085' || character === '\f') return Fold.NEWLINE;
  if (HYPHENS.includes(character)) return Fold.HYPHEN;
  if (/\s/u.test(character) && unit !== 0xfeff) return Fold.SPACE;
  if (unit === TATWEEL || character === NUKTA || isArabicPoint(unit)) return Fold.DROP;
  if (unit >= 0x1161 && unit <= 0x11ff) return Fold.MARK;
  if (IGNORABLE.test(character)) return Fold.DROP;
  if (MARK.test(character)) return Fold.MARK;
  return Fold.UNIT;
}

/** How `unit` is folded. The table is filled on demand, so a start costs nothing. */
export function foldKind(unit: number): number {
  const kind = kinds[unit]!;
  return kind === Fold.UNKNOWN ? learn(unit) : kind;
}

/** The folded form of a unit of kind `UNIT`. */
export function foldedUnit(unit: number): number {
  return folded[unit]!;
}

/** 1 where a unit of kind `UNIT` was a capital. */
export function isUpper(unit: number): number {
  return uppers[unit]!;
}

/** The folded form of a unit of kind `EXPAND`. */
export function expansion(unit: number): string {
  return expansions.get(unit) ?? '';
}

const KEEPS_MARKS_FROM = 0x0900;
const KEEPS_MARKS_TO = 0x109f;

/** Whether combining marks are letters of their own, as in Indic and South-East Asian scripts. */
export function marksAreLetters(base: number): boolean {
  return (base >= KEEPS_MARKS_FROM && base <= KEEPS_MARKS_TO) || (base >= 0x1780 && base <= 0x17ff);
}
