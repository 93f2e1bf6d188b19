import type { LexiconLanguage } from './languages.ts';

/** Words that need a word before them. At the beginning of a term that word is missing. */
const LEANING_BACK: Partial<Readonly<Record<LexiconLanguage, readonly string[]>>> = {
  // Others may begin a phrase after a name: के लिए, पर चलता, 에서 구동.
  hi: ['का', 'को', 'में', 'ने'],
  ko: ['을', '를', '은', '는', '의'],
  tr: ['mi', 'mı', 'mu', 'mü', 'de', 'da', 'ise', 'ile', 'için'],
};
/** Words that need a word after them. At the end of a term that word is missing. */
const LEANING_ON: Partial<Readonly<Record<LexiconLanguage, readonly string[]>>> = {
  en: ['the', 'a', 'an', 'and', 'or'],
  fr: ['le', 'la', 'les', 'un', 'une', 'et', 'ou', 'du', 'des', 'aux'],
  de: ['der', 'die', 'das', 'den', 'dem', 'des', 'eine', 'einen', 'und', 'oder', 'zum', 'zur'],
  es: ['el', 'la', 'los', 'las', 'un', 'una', 'y', 'del', 'al'],
  it: ['il', 'lo', 'la', 'gli', 'un', 'una', 'e', 'del', 'della', 'dei', 'degli', 'delle'],
  pt: ['o', 'os', 'um', 'uma', 'e', 'do', 'da', 'dos', 'das'],
  nl: ['de', 'het', 'een', 'en', 'of'],
  pl: ['i', 'oraz', 'lub'],
  ru: ['и', 'или'],
  tr: ['ve', 'veya', 'bir'],
  vi: ['và', 'hoặc', 'của'],
  ar: ['و', 'أو'],
  hi: ['और', 'या'],
};
/** Japanese particles before Han or katakana; no word begins with them there. */
const JAPANESE = /^[をがはへの](?=[\p{Script=Han}\p{Script=Katakana}])/u;

/**
 * Finds a particle whose word is missing, as after words were deleted. The edges of parts between `~` and words with
 * `*` are accepted, as is a term that is only a particle.
 */
export function orphanedParticle(term: string, language: LexiconLanguage): string | undefined {
  if (term.includes(' ~ ') || term.includes('(')) return undefined;
  const words = term.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length < 2) return language === 'ja' && JAPANESE.test(term) ? term[0] : undefined;
  const first = words[0]!;
  const last = words.at(-1)!;
  if (LEANING_BACK[language]?.includes(first)) return first;
  if (LEANING_ON[language]?.includes(last)) return last;
  return undefined;
}

/** Prepositions that merge with the article, and how: `al posto di` is followed by a name, `al posto del` by a noun. */
const CONTRACTED: Partial<Readonly<Record<LexiconLanguage, Readonly<Record<string, string>>>>> = {
  es: { a: 'a(l|)', de: 'de(l|)' },
  fr: { à: '(à|au|aux)', de: "(de|du|des|d')" },
  it: {
    a: "a(|l|ll'|lla|i|gli|lle|llo)",
    da: "da(|l|ll'|lla|i|gli|lle)",
    di: "d(i|el|ell'|ella|ei|egli|elle|ello)",
    su: "su(|l|ll'|lla|i|gli|lle)",
  },
  pt: {
    a: '(a|à|ao|aos|às)',
    de: 'd(e|o|a|os|as)',
    em: '(em|no|na|nos|nas)',
    por: 'p(or|elo|ela|elos|elas)',
  },
};

/**
 * Finds a bare preposition at the end of a term of several words. Before an article it has another form, which the term
 * would miss.
 * @returns the preposition, and how it is written with all its forms
 */
export function bareContraction(
  term: string,
  language: LexiconLanguage,
): { readonly bare: string; readonly forms: string } | undefined {
  const bare = /\s(\S+)$/.exec(term)?.[1];
  const forms = bare === undefined ? undefined : CONTRACTED[language]?.[bare];
  return bare === undefined || forms === undefined ? undefined : { bare, forms };
}
