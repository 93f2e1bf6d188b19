/** Words with the article, after which at least three letters stay; a shorter rest is another word (`الى`). */
const ARTICLE = /^ال(?=\p{Script=Arabic}{3})/u;
/** A word that may have the article: three letters or more, and no preposition. */
const NOUN =
  /^(?!(?:إلى|الى|على|عند|منذ|لدى|حتى|بين|بعد|قبل|دون|ضد|نحو|غير|لل\p{L}+)$)\p{Script=Arabic}{3,}$/u;
const SEVERAL_ARABIC_WORDS = / \p{Script=Arabic}/u;
/** Of longer phrases all words have the article, or none: the number of combinations doubles with each word. */
const MOST_WORDS = 4;

/** Vietnamese open syllables in which the mark of the tone stands on either vowel, in the older and the newer way. */
const OLDER = ['òóỏõọ', 'òóỏõọ', 'ùúủũụ'].flatMap((marked, at) =>
  Array.from(marked, (letter) => letter + 'aey'[at]),
);
const NEWER = ['oàáảãạ', 'oèéẻẽẹ', 'uỳýỷỹỵ'].flatMap(([bare, ...marked]) =>
  marked.map((letter) => bare + letter),
);
// After q, u belongs to the consonant and has no mark.
const OLDER_SYLLABLE = new RegExp(`(?<!q)(?:${OLDER.join('|')})(?!\\p{L})`, 'gu');
const NEWER_SYLLABLE = new RegExp(`(?<!q)(?:${NEWER.join('|')})(?!\\p{L})`, 'gu');

/**
 * The other ways in which people write a phrase: Arabic with or without the article before each further word
 * (`دوائر متكاملة`, `الدوائر المتكاملة`; a term may have one before its first word anyway), Vietnamese with the mark of
 * the tone on either vowel (`hóa`, `hoá`).
 *
 * @returns the phrase itself first
 */
export function spellingsOf(phrase: string): string[] {
  return [phrase, ...withTonesMoved(phrase), ...withArticles(phrase)];
}

function withTonesMoved(phrase: string): string[] {
  const newer = phrase.replace(OLDER_SYLLABLE, (syllable) => NEWER[OLDER.indexOf(syllable)]!);
  const older = phrase.replace(NEWER_SYLLABLE, (syllable) => OLDER[NEWER.indexOf(syllable)]!);
  return [newer, older].filter((text) => text !== phrase);
}

function withArticles(phrase: string): string[] {
  if (!SEVERAL_ARABIC_WORDS.test(phrase)) return [];
  const [first, ...further] = phrase.split(' ');
  const bare = further.map((word) => word.replace(ARTICLE, ''));
  const may = bare.map((word) => NOUN.test(word));
  if (!may.includes(true)) return [];
  const choices = further.map((word, at) => (may[at] === true ? [bare[at]!, `ال${bare[at]!}`] : [word]));
  const all =
    further.length < MOST_WORDS
      ? choices.reduce<string[][]>(
          (done, next) => done.flatMap((words) => next.map((word) => [...words, word])),
          [[]],
        )
      : [choices.map((words) => words[0]!), choices.map((words) => words.at(-1)!)];
  return all.map((words) => [first, ...words].join(' ')).filter((text) => text !== phrase);
}
