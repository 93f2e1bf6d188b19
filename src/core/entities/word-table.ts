/** A word found at a place. */
export interface FoundWord<Value> {
  readonly word: string;
  readonly value: Value;
  /** UTF-16 offset behind the word. */
  readonly end: number;
}

/** Words of many languages with their meaning. */
export interface WordTable<Value> {
  /** The meaning of a single whole word, upper and lower case alike. */
  readonly get: (word: string) => Value | undefined;
  /** The longest word that begins at `from` and ends there too: no letter follows, but in East Asia. */
  readonly at: (text: string, from: number) => FoundWord<Value> | undefined;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

/** Whether a word is written in a script without spaces (Hangul counted in: its particles follow directly). */
export const isUnspacedWord = (word: string): boolean => UNSPACED.test(word);

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const key = (word: string): string => word.toLowerCase().replace(/\s+/g, '|');

/** Builds a table from rows of words separated by white space; `|` in a word stands for a space. */
export function wordTable<Value>(rows: readonly (readonly [Value, string])[]): WordTable<Value> {
  const values = new Map<string, Value>();
  for (const [value, words] of rows) {
    for (const word of words.trim().split(/\s+/)) values.set(key(word), value);
  }
  const source = [...values.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      const spaced = word.split('|').map(escape).join(String.raw`\s{1,2}`);
      return isUnspacedWord(word) || /[^\p{L}]$/u.test(word)
        ? spaced
        : String.raw`${spaced}(?![\p{L}\p{M}\d])`;
    });
  const expression = new RegExp(`(?:${source.join('|')})`, 'iuy');
  // Most places have no word; asking for its first letter costs a hundredth of trying them all.
  const initials = new Set([...values.keys()].map((word) => word[0]));
  return {
    get: (word) => values.get(word.toLowerCase()),
    at: (text, from) => {
      if (from >= text.length || !initials.has(text[from]!.toLowerCase())) return undefined;
      expression.lastIndex = from;
      const word = expression.exec(text)?.[0];
      if (word === undefined) return undefined;
      return { word, value: values.get(key(word))!, end: from + word.length };
    },
  };
}
