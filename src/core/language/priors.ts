import type { LanguageHints } from './detected-language.ts';
import { parseTag } from './language-codes.ts';

/** Languages of the shipped feeds and lexicons: likelier than the rest before anything is read. */
const EXPECTED_NATS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'fra cmn deu jpn kor spa ita por rus nld pol tur arb vie hin'.split(' ').map((l) => [l, 1.5]),
  ),
  eng: 2,
  ind: 1,
  // Most of what resembles them is in the larger neighbour: English, Croatian, Spanish, Turkish, Dutch, Danish.
  sco: -3,
  bos: -1,
  glg: -1,
  cat: -0.5,
  azj: -1,
  afr: -1,
  nno: -1,
};

/**
 * What others say of the text, as a likelihood ratio. On one page in twenty of 435 that we looked at the `lang`
 * attribute was its template's default and wrong (log 20 = 3); a feed's language we trust a little less, and a
 * server's fixed Content-Language least. None is worth more than two clear words of the text.
 */
const HINT_NATS = { page: 3, feed: 2.5, http: 1.5 } as const;
/** Hints that agree are seldom independent: one setting of one site writes them all. */
const MOST_HINT_NATS = 4;

/** Candidates for a text that says nothing itself; Chinese by orthography. */
export const EXPECTED_LANGUAGES: readonly string[] = Object.entries(EXPECTED_NATS)
  .filter(([, nats]) => nats > 0)
  .flatMap(([language]) => (language === 'cmn' ? ['zh-Hans', 'zh-Hant'] : [language]));

/** Nats to add for each language before the text is read. Chinese may be asked for by orthography. */
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
