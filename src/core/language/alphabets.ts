import { CUE_WORDS } from './cue-words.ts';
import { listedShare, weighCues } from './cues.ts';
import { lead, posterior, type LanguageEvidence } from './evidence.ts';
import { weighNgrams } from './ngrams.ts';
import type { Prose } from './prose.ts';
import type { Script } from './scripts.ts';

/** For each script, the languages among which texts in it are classified. */
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

/** Whether a script is shared by several languages whose words we know. */
export const knowsScript = (script: Script): boolean =>
  script === 'Latin' || CANDIDATES[script] !== undefined;
const candidatesOf = (script: Script): readonly string[] => CANDIDATES[script] ?? LATIN;

/** With a lead of so many nats the n-grams, the most expensive step, are not needed. */
const CLEAR_NATS = 12;
/** Thresholds for a familiar language. At least this share of the distinct words is listed for it … */
const FAMILIAR_SHARE = 0.25;
/**
 * … or, for long, inflected words, the n-grams fit this well: 75 and more in Latin script, 13 to 40 for an unknown
 * language.
 */
const FAMILIAR_MEAN = 55;

export interface WeighedAlphabet {
  /** Nats for each candidate language. */
  readonly evidence: LanguageEvidence;
  /** Whether the tables or eld know the language, so that it is not just the nearest by chance. */
  readonly familiar: boolean;
}

/** Collects the evidence for each language of `script` from the pieces of a text. */
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
