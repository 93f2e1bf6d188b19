import { foldForSearch } from '../../core/search/fold-for-search.ts';
import { bareTerm } from '../../core/search/plain-terms.ts';

/** A concept with its terms of all languages, for search. */
export interface LexiconEntry {
  readonly id: string;
  /** Language of the lexicon (`*` for all) and term; a `*` at the end is a prefix. */
  readonly terms: readonly (readonly [language: string, term: string])[];
}

/**
 * The lexicon as bytes. Tens of thousands of words as objects would block the event loop of the receiving thread while
 * they are copied.
 */
export interface PackedLexicon {
  /** UTF-8: for each word, as search compares it, a line of the word, a tab and its entries' numbers. */
  readonly words: Uint8Array;
  /** Each a `LexiconEntry` as JSON. */
  readonly entries: readonly Uint8Array[];
}

export function packLexicon(entries: readonly LexiconEntry[]): PackedLexicon {
  const numbers = new Map<string, number[]>();
  for (const [number, { id, terms }] of entries.entries())
    for (const word of new Set([
      id.replaceAll(/[-_]/g, ' '),
      ...terms.map(([, term]) => foldForSearch(bareTerm(term))),
    ]))
      numbers.set(word, [...(numbers.get(word) ?? []), number]);
  const lines = [...numbers].map(([word, own]) => `${word}\t${own.join(' ')}`);
  return {
    words: Buffer.from(`\n${lines.join('\n')}\n`),
    entries: entries.map((entry) => Buffer.from(JSON.stringify(entry))),
  };
}

/** The entries that have this word. */
export function entriesOf({ words, entries }: PackedLexicon, word: string): LexiconEntry[] {
  const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
  const line = `\n${word}\t`;
  const at = bytes.indexOf(line);
  if (at < 0) return [];
  const from = at + Buffer.byteLength(line);
  return bytes
    .toString('utf8', from, bytes.indexOf('\n', from))
    .split(' ')
    .map((number) => JSON.parse(Buffer.from(entries[Number(number)]!).toString()) as LexiconEntry);
}
