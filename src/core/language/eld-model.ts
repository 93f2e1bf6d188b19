import { buildGramTable, type Gram, type GramTable, slotOf } from './gram-table.ts';

/** The data of eld (github.com/nitotm/efficient-language-detector-js) as in its package. */
export interface EldData {
  readonly languages: Readonly<Record<string, string>>;
  /** For each n-gram, in eld's own byte codes, its frequency by language. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Eld's code for each byte above 127. */
  readonly dictionary: readonly string[];
}

export interface EldModel {
  /** ISO 639-1, by number. */
  readonly codes: readonly string[];
  readonly grams: GramTable;
  /** The letter for each byte. */
  readonly letters: Uint8Array;
}

/** Eld stores frequencies less this constant. */
const LEAST_SCORE = 53;
const LONGEST_TEXT = 1_000;
/** Eld stops at the first space after the first limit, and anywhere at the second. Bytes. */
const CUT_AFTER = 350;
const CUT_ANYWHERE_AFTER = 380;
const LONGEST_WORD = 70;
const SPACE = 0x20;
const GRAM = 4;
const STRIDE = 3;

/** Compiles the data of eld into arrays that threads can share. */
export function compileEld({ languages, ngrams, dictionary }: EldData): EldModel {
  const numbers = Object.keys(languages).map(Number);
  const letters = Uint8Array.from({ length: 256 }, (_, byte) =>
    byte < 128 ? byte : (dictionary[byte] ?? ' ').charCodeAt(0),
  );
  return {
    codes: Array.from({ length: Math.max(...numbers) + 1 }, (_, number) => languages[number] ?? ''),
    grams: buildGramTable(
      Object.entries(ngrams).map(([gram, scores]) => [
        pack(
          Uint8Array.from(gram, (letter) => letter.charCodeAt(0)),
          0,
          gram.length,
          false,
          false,
        ),
        Object.entries(scores).map(([language, score]) => [Number(language), score + LEAST_SCORE]),
      ]),
    ),
    letters,
  };
}

/**
 * How well the text's n-grams fit each language, by ISO 639-1: eld's sum over the distinct n-grams, divided by their
 * number. Languages that share none are left out.
 *
 * @param separators eld's own pattern of what separates words
 */
export function eldMeans(model: EldModel, text: string, separators: RegExp): Map<string, number> {
  const scores = new Float64Array(model.codes.length);
  const seen = new Set<number>();
  eachGram(wordsOf(model, text, separators), ({ low, high }) => {
    const key = high * 2 ** 32 + low;
    if (seen.has(key)) return;
    seen.add(key);
    const { grams } = model;
    const slot = slotOf(grams, low, high);
    for (let at = grams.starts[slot]!; at < grams.starts[slot + 1]!; at++)
      scores[grams.languages[at]!]! += grams.values[at]!;
  });
  const means = new Map<string, number>();
  for (const [number, code] of model.codes.entries()) {
    if (scores[number]! > 0) means.set(code, scores[number]! / seen.size);
  }
  return means;
}

/** The words at the beginning of the text, as eld's byte codes. */
function wordsOf({ letters }: EldModel, text: string, separators: RegExp): Uint8Array[] {
  const plain = text.slice(0, LONGEST_TEXT).replace(separators, ' ').trim().toLowerCase();
  const words: Uint8Array[] = [];
  let word: number[] = [];
  let bytes = 0;
  for (let at = 0; at < plain.length && bytes <= CUT_ANYWHERE_AFTER; at++) {
    const unit = plain.charCodeAt(at);
    if (unit === SPACE) {
      if (word.length > 0) words.push(Uint8Array.from(word));
      word = [];
      if (bytes > CUT_AFTER) break;
      bytes++;
      continue;
    }
    const isPair = unit >= 0xd800 && unit < 0xe000;
    // As in eld, half a surrogate pair is joined with the next unit.
    const code = isPair ? 0x10000 + (((unit & 0x3ff) << 10) | (plain.charCodeAt(++at) & 0x3ff)) : unit;
    const before = word.length;
    if (code < 0x80) word.push(code);
    else if (code < 0x800) word.push(letters[0xc0 | (code >> 6)]!, letters[0x80 | (code & 0x3f)]!);
    else {
      if (code < 0x10000) word.push(letters[0xe0 | (code >> 12)]!);
      else word.push(letters[0xf0 | (code >> 18)]!, letters[0x80 | ((code >> 12) & 0x3f)]!);
      word.push(letters[0x80 | ((code >> 6) & 0x3f)]!, letters[0x80 | (code & 0x3f)]!);
    }
    bytes += word.length - before;
  }
  if (word.length > 0) words.push(Uint8Array.from(word));
  return words;
}

/**
 * Calls `found` for each n-gram of the words: four bytes from every third byte on. The first n-gram of a word begins
 * with a space, the last one ends with a space.
 */
function eachGram(words: readonly Uint8Array[], found: (gram: Gram) => void): void {
  for (const word of words) {
    const length = Math.min(word.length, LONGEST_WORD);
    let at = 0;
    for (; at + GRAM < length; at += STRIDE) found(pack(word, at, at + GRAM, at === 0, false));
    // As in eld: of a word of three letters all from the first on, of a longer one the last four.
    const from = length === 3 ? 0 : Math.max(0, length - GRAM);
    found(pack(word, from, word.length, at === 0, true));
  }
}

const LONGEST_GRAM = 6;
/** Larger than any gram of six letters. */
const TOO_LONG = 0x80000000;

/** Packs up to six letters into two numbers. Longer grams are in no table. */
function pack(
  letters: Uint8Array,
  from: number,
  to: number,
  spaceBefore: boolean,
  spaceAfter: boolean,
): Gram {
  let low = 0;
  let high = 0;
  const push = (letter: number) => {
    high = ((high << 8) | (low >>> 24)) >>> 0;
    low = ((low << 8) | letter) >>> 0;
  };
  if (spaceBefore) push(SPACE);
  for (let at = from; at < to; at++) push(letters[at]!);
  if (spaceAfter) push(SPACE);
  const isTooLong = to - from + (spaceBefore ? 1 : 0) + (spaceAfter ? 1 : 0) > LONGEST_GRAM;
  return { low, high: isTooLong ? (high | TOO_LONG) >>> 0 : high };
}
