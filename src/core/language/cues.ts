import { CUE_ENDINGS } from './cue-endings.ts';
import { CUE_LETTERS } from './cue-letters.ts';
import { CUE_WORDS } from './cue-words.ts';
import { addNats, type LanguageEvidence } from './evidence.ts';
import { CALENDAR_WORDS, EVERYDAY_WORDS, HEADLINE_WORDS, PLACE_WORDS } from './headline-words.ts';

/** The languages of each word, from lists of words by language (`srp_cyrl` is a second list of `srp`). */
function invert(...tables: Readonly<Record<string, string>>[]): Map<string, Set<string>> {
  const inverted = new Map<string, Set<string>>();
  for (const [key, list] of tables.flatMap((table) => Object.entries(table))) {
    for (const word of list.split(/\s+/)) {
      const languages = inverted.get(word) ?? new Set();
      inverted.set(word, languages.add(key.slice(0, 3)));
    }
  }
  return inverted;
}

const LANGUAGES_OF_WORD = invert(CUE_WORDS, HEADLINE_WORDS, PLACE_WORDS, CALENDAR_WORDS, EVERYDAY_WORDS);
const LANGUAGES_OF_ENDING = invert(CUE_ENDINGS);

const CUES_OF_LETTER = new Map<string, number[]>();
for (const [cue, [letters]] of CUE_LETTERS.entries()) {
  for (const letter of letters) CUES_OF_LETTER.set(letter, [...(CUES_OF_LETTER.get(letter) ?? []), cue]);
}

const WORD_NATS = 2.2;
const LETTER_NATS = 0.9;
const ENDING_NATS = 0.9;
/** Repetitions of one word count less each time, so that a quoted sentence does not outweigh the text. */
const MOST_PER_WORD = 2;
const MOST_PER_CUE = 3;

/** Adds the evidence of words, endings and letters to the languages that are already in `evidence`. */
export function weighCues(evidence: LanguageEvidence, words: readonly string[]): void {
  weighWords(evidence, words);
  weighEndings(evidence, words);
  weighLetters(evidence, words);
}

/** The share of the distinct words that are listed for `language`. */
export function listedShare(words: readonly string[], language: string): number {
  const different = new Set(words);
  let listed = 0;
  for (const word of different) if (LANGUAGES_OF_WORD.get(word)?.has(language) === true) listed++;
  return different.size === 0 ? 0 : listed / different.size;
}

function weighWords(evidence: LanguageEvidence, words: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const word of words) {
    const languages = LANGUAGES_OF_WORD.get(word);
    if (languages === undefined) continue;
    const times = (seen.get(word) ?? 0) + 1;
    seen.set(word, times);
    if (times > MOST_PER_WORD) continue;
    for (const language of languages) addNats(evidence, language, WORD_NATS);
  }
}

function weighEndings(evidence: LanguageEvidence, words: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const word of words) {
    for (let length = 2; length <= 5 && length + 2 <= word.length; length++) {
      const ending = word.slice(-length);
      const languages = LANGUAGES_OF_ENDING.get(ending);
      if (languages === undefined) continue;
      const count = (counts.get(ending) ?? 0) + 1;
      counts.set(ending, count);
      if (count > MOST_PER_WORD) continue;
      for (const language of languages) addNats(evidence, language, ENDING_NATS);
    }
  }
}

function weighLetters(evidence: LanguageEvidence, words: readonly string[]): void {
  const counts = new Map<number, number>();
  for (const word of words) {
    for (const letter of word) {
      if (letter <= 'z') continue;
      for (const cue of CUES_OF_LETTER.get(letter) ?? []) counts.set(cue, (counts.get(cue) ?? 0) + 1);
    }
  }
  for (const [cue, count] of counts) {
    for (const language of CUE_LETTERS[cue]![1])
      addNats(evidence, language, LETTER_NATS * Math.min(count, MOST_PER_CUE));
  }
}
