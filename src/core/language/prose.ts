import { NAME_WORDS } from './name-words.ts';

/** Letters of one script, with the apostrophe that elides a Latin word: `l'`, `dell'`. */
const WORDS =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}]*['’]?|[\p{L}--\p{Script=Latin}][[\p{L}\p{M}]--\p{Script=Latin}]*/gv;
/** `H20`, `64-bit`, `RTX 6000D`: the same in every language. Not `64位`, because Han has no spaces. */
const CODES = /[\p{Script=Latin}_]*\d[\p{Script=Latin}\d_]*/gu;
const CODE_SYMBOLS = /[{}()[\];=<>_$|\\]/g;
/** The share of code characters above which a line is code. Prose may have a few (`${name}`, `[update]`). */
const CODE_SHARE = 0.12;
const FEW_SYMBOLS = 6;

/** The parts of a text that belong to a language. */
export interface Prose {
  /** Lower case; an elided word keeps its apostrophe, written `'`. */
  readonly words: readonly string[];
  /** The words as written, joined by spaces. */
  readonly text: string;
  /** Letters in `words`. */
  readonly letters: number;
}

/**
 * Leaves out what belongs to no language: program code, abbreviations, model numbers, and names that are in headlines
 * everywhere. Of a list of products nothing is left, and its language stays unknown.
 */
export function proseOf(text: string): Prose {
  const kept: string[] = [];
  const words: string[] = [];
  let letters = 0;
  const lines = text
    .split('\n')
    .filter(
      (line) => (line.match(CODE_SYMBOLS)?.length ?? 0) < Math.max(FEW_SYMBOLS, line.length * CODE_SHARE),
    );
  for (const line of lines) {
    // Abbreviations are the same in all languages. A line entirely in capitals is kept, because some editors set
    // titles so.
    const shouting = line === line.toUpperCase();
    // The pattern tries each letter of a word without a digit.
    const uncoded = /\d/.test(line) ? line.replace(CODES, ' ') : line;
    for (const [word] of uncoded.matchAll(WORDS)) {
      const plain = word.replace(/['’]$/u, '');
      const lower = plain.toLowerCase();
      if (NAME_WORDS.has(lower)) continue;
      if (!shouting && plain.length > 1 && plain !== lower && plain === plain.toUpperCase()) continue;
      kept.push(word);
      words.push(word === plain ? lower : `${lower}'`);
      letters += plain.length;
    }
  }
  return { words, text: kept.join(' '), letters };
}
