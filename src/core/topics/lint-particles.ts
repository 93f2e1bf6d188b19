import type { LexiconLanguage } from './languages.ts';

/** Words that lean on the word before them: at the beginning of a term that word was lost. */
const LEANING_BACK: Partial<Readonly<Record<LexiconLanguage, readonly string[]>>> = {
  // Others begin phrases that follow a name: के लिए, पर चलता, 에서 구동.
  hi: ['का', 'को', 'में', 'ने'],
  ko: ['을', '를', '은', '는', '의'],
  tr: ['mi', 'mı', 'mu', 'mü', 'de', 'da', 'ise', 'ile', 'için'],
};
/** Words that lean on the word after them: at the end of a term that word was lost. */
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
/** Japanese particles, which no word begins with where the next is Han or katakana. */
const JAPANESE = /^[をがはへの](?=[\p{Script=Han}\p{Script=Katakana}])/u;

/**
 * Says which particle has lost the word that it leans on, if one has: what is left where words were deleted. The edge of
 * a part between `~` leans on nothing, as does a word with `*`; a term that is a particle and nothing else is meant.
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
