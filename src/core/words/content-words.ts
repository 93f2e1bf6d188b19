import { grammarCharacters, stopWords } from './stop-words.ts';
import { foldWords } from './fold-words.ts';

/** Inflected forms of a word mostly share this many letters. */
export const STEM = 5;
/** Longer texts are cut, in UTF-16 units; a headline's words appear early in the text. */
const MAX_TEXT = 10_000;

/** Runs of one script each: Japanese has no spaces between its words. */
const RUN =
  /[\p{sc=Han}々]+|[\p{sc=Katakana}ー]+|\p{sc=Hangul}+|\p{sc=Hiragana}+|[\p{sc=Latin}\p{N}]+|(?:(?![\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Hangul}])[\p{L}\p{M}])+/gu;
/** Thai, Lao, Khmer and Burmese: the engine's dictionaries divide them into words. */
const WITHOUT_SPACES = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
let segmenter: Intl.Segmenter | undefined;
/** Letters that Vietnamese has and other Latin alphabets lack. */
const VIETNAMESE = /[đơư\u1ea0-\u1ef9]/giu;
const ARABIC_ARTICLE = /^(?:[وبفكل]?ال|لل)(?=\p{L}{3})/u;

/**
 * The words of a text that show its subject: stems of long words, numbers, acronyms, pairs of Han characters and, in
 * Vietnamese, pairs of syllables. Another spelling, case or inflection mostly gives the same words.
 */
export function contentWords(text: string): Set<string> {
  const start = text.slice(0, MAX_TEXT);
  const words = new Set<string>();
  const acronyms = new Set((start.match(/\b[A-Z][A-Z0-9]{2}\b/g) ?? []).map((word) => word.toLowerCase()));
  const folded = foldWords(start);
  for (const [run] of folded.matchAll(RUN)) {
    if (WITHOUT_SPACES.test(run)) addSegments(run, words);
    else addRun(run, acronyms, words);
  }
  if ((start.match(VIETNAMESE)?.length ?? 0) > 2) addPairs(folded, words);
  return words;
}

function addSegments(run: string, words: Set<string>): void {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  for (const { segment } of segmenter.segment(run))
    if (segment.length >= 3) words.add(segment.slice(0, 2 * STEM));
}

function addRun(run: string, acronyms: ReadonlySet<string>, words: Set<string>): void {
  const first = run.codePointAt(0) ?? 0;
  if (first < 0x80) return addLatin(run, acronyms, words);
  // Particles and endings.
  if (/^\p{sc=Hiragana}/u.test(run)) return;
  if (first >= 0x3400 && /^[\p{sc=Han}々]/u.test(run)) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at++) {
      const [one = '', two = ''] = [characters[at], characters[at + 1]];
      if (!grammarCharacters.has(one) && !grammarCharacters.has(two)) words.add(one + two);
    }
  } else if (/^\p{sc=Hangul}/u.test(run)) {
    // Particles are attached to the end of a word.
    if (run.length >= 2) words.add(run.slice(0, 2));
  } else if (/\p{N}/u.test(run)) {
    if (run.length >= 2) words.add(run);
  } else addWord(run, acronyms, words);
}

/** A run of Latin letters and digits that begins with one of ASCII: most of most texts. */
function addLatin(run: string, acronyms: ReadonlySet<string>, words: Set<string>): void {
  if (/\p{N}/u.test(run)) {
    if (run.length >= 2) words.add(run);
  } else addLong(run, 4, acronyms, words);
}

function addWord(word: string, acronyms: ReadonlySet<string>, words: Set<string>): void {
  const bare = word.replace(ARABIC_ARTICLE, '');
  const isAlphabet = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u.test(bare);
  addLong(bare, isAlphabet ? 4 : 3, acronyms, words);
}

/** Adds a word of at least so many letters, if it is no stop word, or a shorter one that is an acronym. */
function addLong(word: string, shortest: number, acronyms: ReadonlySet<string>, words: Set<string>): void {
  if (word.length < shortest) {
    if (acronyms.has(word)) words.add(word);
  } else if (!stopWords.has(word)) words.add(word.slice(0, STEM));
}

function addPairs(folded: string, words: Set<string>): void {
  const syllables = folded.match(/\p{L}+/gu) ?? [];
  for (let at = 0; at + 1 < syllables.length; at++) {
    const pair = `${syllables[at]} ${syllables[at + 1]}`;
    if (pair.length >= 5) words.add(pair);
  }
}
