import type { LanguageHints } from './detected-language.ts';
import { parseTag } from './language-codes.ts';

/** Prior for the languages of the shipped feeds and lexicons. */
const EXPECTED_NATS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'fra cmn deu jpn kor spa ita por rus nld pol tur arb vie hin'.split(' ').map((l) => [l, 1.5]),
  ),
  eng: 2,
  ind: 1,
  // Texts that resemble these languages are mostly in a larger one: English, Croatian, Spanish, Turkish, Dutch,
  // Danish.
  sco: -3,
  bos: -1,
  glg: -1,
  cat: -0.5,
  azj: -1,
  afr: -1,
  nno: -1,
};

/**
 * The weight of hints, as a likelihood ratio. Of 435 pages that we looked at, one in twenty had a wrong `lang`
 * attribute from its template (log 20 = 3). A feed's language is trusted a little less, a server's fixed
 * Content-Language least. None outweighs two characteristic words of the text.
 */
const HINT_NATS = { page: 3, feed: 2.5, http: 1.5 } as const;
/** Hints that agree are seldom independent, because one setting of a site writes them all. */
const MOST_HINT_NATS = 4;

/** Candidates for a text without evidence; Chinese by orthography. */
export const EXPECTED_LANGUAGES: readonly string[] = Object.entries(EXPECTED_NATS)
  .filter(([, nats]) => nats > 0)
  .flatMap(([language]) => (language === 'cmn' ? ['zh-Hans', 'zh-Hant'] : [language]));

/** The prior of a language in nats. `tag` distinguishes the orthographies of Chinese. */
export function priorOf(language: string, tag: string, hints: LanguageHints): number {
  let nats = 0;
  for (const source of ['page', 'feed', 'http'] as const) {
    const hint = parseTag(hints[source]);
    if (hint === undefined || hint.language !== language) continue;
    if (hint.script !== undefined && tag !== `zh-${hint.script}`) continue;
    nats += HINT_NATS[source];
  }
  return (EXPECTED_NATS[language] ?? 0) + Math.min(nats, MOST_HINT_NATS);
}
