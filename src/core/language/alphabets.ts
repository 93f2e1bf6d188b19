import { CUE_WORDS } from './cue-words.ts';
import { listedShare, weighCues } from './cues.ts';
import { lead, posterior, type LanguageEvidence } from './evidence.ts';
import { weighNgrams } from './ngrams.ts';
import type { Prose } from './prose.ts';
import type { Script } from './scripts.ts';

/** The languages that each script's texts are weighed between. */
const CANDIDATES: Partial<Readonly<Record<Script, readonly string[]>>> = {
  Cyrillic: ['rus', 'ukr', 'bel', 'bul', 'mkd', 'srp', 'kaz', 'kir', 'khk', 'tgk', 'uzn'],
  Arabic: ['arb', 'pes', 'urd', 'pbu', 'ckb', 'uig'],
  Devanagari: ['hin', 'mar', 'npi'],
  Hebrew: ['heb', 'ydd'],
};
const NOT_LATIN = new Set(Object.values(CANDIDATES).flat());
const ALSO_LATIN = ['srp', 'uzn'];
const LATIN = [
  ...Object.keys(CUE_WORDS).filter((code) => !NOT_LATIN.has(code) && code.length === 3),
  ...ALSO_LATIN,
];

/** Scripts that several languages share, of which we know the words. */
export const knowsScript = (script: Script): boolean =>
  script === 'Latin' || CANDIDATES[script] !== undefined;
const candidatesOf = (script: Script): readonly string[] => CANDIDATES[script] ?? LATIN;

/** So many nats between the best two need no n-grams to decide, which cost more than all else. */
const CLEAR_NATS = 12;
/** At least a quarter of the different words of an article are listed for its language where words are short … */
const FAMILIAR_SHARE = 0.25;
/** … and where they are long and inflected, the n-grams fit: 75 and more in Latin script, 13 to 40 when unknown. */
const FAMILIAR_MEAN = 55;

export interface WeighedAlphabet {
  /** One number per candidate, in nats. */
  readonly evidence: LanguageEvidence;
  /** Whether the text is in a language that the tables or eld know, rather than near one by chance. */
  readonly familiar: boolean;
}

/** Weighs the pieces of a text between the languages of `script`. */
export function weighAlphabet(pieces: readonly Prose[], script: Script): WeighedAlphabet {
  const evidence: LanguageEvidence = new Map(candidatesOf(script).map((language) => [language, 0]));
  for (const { words } of pieces) weighCues(evidence, words);
  const [[best] = ['und']] = posterior(evidence);
  const known = listedShare(
    pieces.flatMap((piece) => piece.words),
    best,
  );
  if (lead(evidence) >= CLEAR_NATS && known >= FAMILIAR_SHARE) return { evidence, familiar: true };
  const means = pieces.map((piece) => weighNgrams(evidence, piece, script));
  return { evidence, familiar: known >= FAMILIAR_SHARE || Math.max(0, ...means) >= FAMILIAR_MEAN };
}
