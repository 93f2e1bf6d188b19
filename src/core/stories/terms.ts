import { commonTerms } from '../words/common-terms.ts';
import { hash32 } from './hash.ts';
import { grammarCharacters, stopWords } from '../words/stop-words.ts';
import type { Word } from './words.ts';

const MAX_TERMS = 44;
const STEM = 6;
/** Words that count as the text's opening, where news reports the event. */
const BEGINNING = 60;

/**
 * Content terms in text order: stems of words, pairs of Han characters, katakana words, the first two syllables of
 * Korean words. Words are cut to six letters instead of being analysed, so that `restrict` and `restrictions` agree.
 */
function termsOf(words: readonly Word[]): string[] {
  const terms: string[] = [];
  let katakana = '';
  let previous = '';
  const flush = (): void => {
    if (katakana.length >= 2) terms.push(katakana);
    katakana = '';
  };
  for (const word of words) {
    if (!word.joined) {
      flush();
      previous = '';
    }
    if (/^[\u30a1-\u30fa\u30fc]$/u.test(word.text)) {
      katakana += word.text;
      previous = '';
      continue;
    }
    flush();
    if (word.unspaced) {
      const grammar = grammarCharacters.has(word.text) || /[\u3040-\u309f]/u.test(word.text);
      if (!grammar && previous !== '') terms.push(previous + word.text);
      previous = grammar ? '' : word.text;
      continue;
    }
    previous = '';
    const term = stem(word.text);
    if (term !== undefined) terms.push(term);
  }
  flush();
  return terms;
}

function stem(word: string): string | undefined {
  if (/^[가-힣]/u.test(word)) return word.length < 2 ? undefined : word.slice(0, 2);
  if (/^\d+$/.test(word) || word.length < 3 || stopWords.has(word)) return undefined;
  return word.slice(0, STEM);
}

/** How much a term distinguishes reports, from 0 to 1; near 0 for a term in half of our reports. */
function termRarity(term: string): number {
  const level = commonTerms.get(term);
  return level === undefined ? 1 : level;
}

/** The most characteristic terms of the text, hashed, weighted by frequency, position and rarity. */
export function weighTerms(title: readonly Word[], text: readonly Word[]): [number, number][] {
  const weights = new Map<string, number>();
  const add = (terms: readonly string[], weight: number): void => {
    for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  add(termsOf(title), 1.2);
  add(termsOf(text.slice(0, BEGINNING)), 0.8);
  add(termsOf(text.slice(BEGINNING)), 0.4);
  return [...weights]
    .map(([term, weight]): [number, number] => [
      hash32(term),
      Math.round(Math.min(1, 0.45 + weight / 4) * termRarity(term) * 100) / 100,
    ])
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_TERMS);
}
