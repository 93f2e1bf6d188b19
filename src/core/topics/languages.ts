/**
 * The languages for which terms may be written, by their keys in topic files, with the ISO 639-3 codes of each. A
 * Chinese lexicon holds both scripts, because matching folds them into one.
 */
const LEXICON_LANGUAGES = {
  en: ['eng'],
  fr: ['fra'],
  zh: ['cmn', 'zho', 'yue', 'wuu', 'lzh', 'nan', 'hak'],
  de: ['deu', 'gsw', 'bar'],
  ja: ['jpn'],
  ko: ['kor'],
  es: ['spa'],
  it: ['ita'],
  pt: ['por'],
  ru: ['rus'],
  nl: ['nld', 'afr'],
  pl: ['pol'],
  tr: ['tur'],
  ar: ['arb', 'ara', 'ary', 'arz', 'apc'],
  vi: ['vie'],
  hi: ['hin'],
} as const;

export type LexiconLanguage = keyof typeof LEXICON_LANGUAGES;

/** Terms of `*` count in every language. */
export const ALL_LANGUAGES = '*' as const;

/** The lexicon `*` is for texts in a language without one: it has only the terms of `*`. */
export type LexiconKey = LexiconLanguage | typeof ALL_LANGUAGES;

export const LEXICON_KEYS = Object.keys(LEXICON_LANGUAGES) as readonly LexiconLanguage[];

const BY_CODE: ReadonlyMap<string, LexiconLanguage> = new Map(
  LEXICON_KEYS.flatMap((key) => LEXICON_LANGUAGES[key].map((code): [string, LexiconLanguage] => [code, key])),
);

/** The lexicon of an ISO 639-3 language, or undefined where there is none of its own. */
export function lexiconOf(language: string): LexiconLanguage | undefined {
  return BY_CODE.get(language);
}

/** Languages in which accents are often omitted, and hardly ever distinguish words of our vocabulary. */
const ACCENTS_OPTIONAL: ReadonlySet<string> = new Set(['fr', 'es', 'pt', 'it', 'pl', 'tr', 'de', 'nl', 'en']);

/** Whether a term of the language also matches without its accents. */
export function accentsOptional(language: string): boolean {
  return ACCENTS_OPTIONAL.has(language);
}

type Script = 'latin' | 'cyrillic' | 'arabic' | 'devanagari' | 'han' | 'kana' | 'hangul';

const SCRIPTS: Readonly<Record<LexiconLanguage, Script>> = {
  en: 'latin',
  fr: 'latin',
  zh: 'han',
  de: 'latin',
  ja: 'kana',
  ko: 'hangul',
  es: 'latin',
  it: 'latin',
  pt: 'latin',
  ru: 'cyrillic',
  nl: 'latin',
  pl: 'latin',
  tr: 'latin',
  ar: 'arabic',
  vi: 'latin',
  hi: 'devanagari',
};

const SCRIPT_LETTERS: Readonly<Record<Script, RegExp>> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  arabic: /\p{Script=Arabic}/u,
  devanagari: /\p{Script=Devanagari}/u,
  han: /\p{Script=Han}/u,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  hangul: /\p{Script=Hangul}/u,
};

/** The lexicons for a text of unknown language: those whose script it contains. */
export function plausibleLexicons(text: string): LexiconLanguage[] {
  const seen = new Map<Script, boolean>();
  return LEXICON_KEYS.filter((key) => {
    const script = SCRIPTS[key];
    let found = seen.get(script);
    if (found === undefined) {
      found = SCRIPT_LETTERS[script].test(text);
      seen.set(script, found);
    }
    return found;
  });
}
