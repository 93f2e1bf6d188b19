import { detectLanguage } from '../language/detect-language.ts';
import { lexiconOf, type LexiconLanguage } from './languages.ts';

/** Letters beyond a to z of languages in Latin script. Foreign names keep theirs, so a single one proves little. */
const LETTERS: Partial<Readonly<Record<LexiconLanguage, string>>> = {
  en: 'éèïöüñçâêàáíóôäåøœæ',
  fr: 'àâæçéèêëîïôœùûüÿ',
  de: 'äöüßéèà',
  es: 'áéíóúüñ',
  it: 'àèéìíîòóùú',
  pt: 'àáâãçéêíóôõúü',
  nl: 'áéëïóöüèêç',
  pl: 'ąćęłńóśźż',
  tr: 'çğıöşüâîû',
};
const LATIN_BEYOND_ASCII = /[^\p{ASCII}]/gu;
/** The scripts of the other languages. Latin is in each of them, because makers and models keep their names. */
const OWN_SCRIPT: Partial<Readonly<Record<LexiconLanguage, RegExp>>> = {
  ru: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  hi: /\p{Script=Devanagari}/u,
  ko: /\p{Script=Hangul}|\p{Script=Han}/u,
  ja: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
  zh: /\p{Script=Han}/u,
};
/** Letters of a script. Marks that several scripts share, such as the long vowel of kana, are left out. */
const ANY_LETTER = /(?!\p{Script=Common})\p{L}/gu;
const LATIN = /\p{Script=Latin}/u;

/**
 * Words that are frequent in one of these languages and absent in the others. Short words that several share (`de`,
 * `in`, `me`) are left out.
 */
const ONLY: Partial<Readonly<Record<LexiconLanguage, readonly string[]>>> = {
  en: ['the', 'of', 'with', 'from', 'which', 'these', 'been', 'into', 'its'],
  fr: ['les', 'aux', 'dans', 'avec', 'sur', 'sont', 'ses', 'cette', 'du'],
  de: ['der', 'und', 'für', 'mit', 'nicht', 'wird', 'werden', 'von', 'zur', 'auf'],
  es: ['los', 'las', 'sin', 'hacia', 'según', 'fue', 'muy'],
  it: ['della', 'degli', 'gli', 'che', 'nella', 'delle', 'sono', 'dei'],
  pt: ['não', 'uma', 'pelo', 'pela', 'são'],
  nl: ['het', 'een', 'voor', 'niet', 'naar', 'aan', 'zijn'],
  pl: ['się', 'dla', 'przez', 'jest', 'oraz', 'przy'],
  tr: ['ve', 'bir', 'için', 'ile', 'olarak', 'gibi'],
  vi: ['của', 'và', 'cho', 'không', 'với', 'được', 'các'],
};
/** With fewer words the detector only guesses. */
const LEAST_WORDS = 3;
const SURE = 0.9;

/**
 * Says that a term is under the wrong language, if that is certain: another script; a letter that the language lacks,
 * together with a word or the detector's result for another language; or function words of another language, where
 * the detector agrees. A short term proves nothing and passes.
 */
export function wrongLanguage(term: string, language: LexiconLanguage): string | undefined {
  const letters = term.match(ANY_LETTER) ?? [];
  const script = OWN_SCRIPT[language];
  if (script !== undefined) {
    const foreign = letters.find((letter) => !script.test(letter) && !LATIN.test(letter));
    if (foreign !== undefined) return `“${foreign}” is no letter of this language`;
    if (letters.some((letter) => script.test(letter))) return undefined;
    return onlyWordsOf(term).length > 0 ? 'is written in another language' : undefined;
  }
  const foreign = letters.find((letter) => !LATIN.test(letter));
  if (foreign !== undefined) return `“${foreign}” is no letter of this language`;
  const [other, ...more] = onlyWordsOf(term).filter((one) => one !== language);
  if (other !== undefined && more.length === 0 && !onlyWordsOf(term).includes(language)) {
    const guess = detectLanguage(term);
    if (lexiconOf(guess.language) === other) return `reads like ${other}`;
  }
  if (wordsOf(term).length < LEAST_WORDS || !hasForeignLetter(term, language)) return undefined;
  const guess = detectLanguage(term);
  const detected = lexiconOf(guess.language);
  return detected !== undefined && detected !== language && guess.confidence >= SURE
    ? `reads like ${detected}`
    : undefined;
}

function wordsOf(term: string): string[] {
  return term.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

function onlyWordsOf(term: string): LexiconLanguage[] {
  const words = new Set(wordsOf(term));
  return (Object.entries(ONLY) as [LexiconLanguage, readonly string[]][])
    .filter(([, only]) => only.some((word) => words.has(word)))
    .map(([language]) => language);
}

function hasForeignLetter(term: string, language: LexiconLanguage): boolean {
  const own = LETTERS[language];
  if (own === undefined) return false;
  const marked = term.toLowerCase().normalize('NFC').match(LATIN_BEYOND_ASCII) ?? [];
  return marked.some((letter) => LATIN.test(letter) && !own.includes(letter));
}
