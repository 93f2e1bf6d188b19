import { knowsScript, weighAlphabet } from './alphabets.ts';
import type { DetectedLanguage, LanguageHints } from './detected-language.ts';
import { weighEastAsian } from './east-asian.ts';
import { posterior, type LanguageEvidence } from './evidence.ts';
import { tagOf } from './language-codes.ts';
import { EXPECTED_LANGUAGES, priorOf } from './priors.ts';
import { proseOf, type Prose } from './prose.ts';
import { sampleText } from './sample.ts';
import { countScripts, type Script } from './scripts.ts';
import { FRANC_FROM_LETTERS, unknownLanguage, weighFranc } from './franc-evidence.ts';

/** Scripts that only one language of the news uses. */
const ONLY_LANGUAGE: Partial<Readonly<Record<Script, string>>> = {
  Greek: 'ell',
  Armenian: 'hye',
  Bengali: 'ben',
  Gurmukhi: 'pan',
  Gujarati: 'guj',
  Oriya: 'ory',
  Tamil: 'tam',
  Telugu: 'tel',
  Kannada: 'kan',
  Malayalam: 'mal',
  Sinhala: 'sin',
  Thai: 'tha',
  Lao: 'lao',
  Tibetan: 'bod',
  Myanmar: 'mya',
  Georgian: 'kat',
  Ethiopic: 'amh',
  Khmer: 'khm',
};

const UNDETERMINED: DetectedLanguage = { language: 'und', tag: 'und', confidence: 0 };
/** One Han character, kana or Hangul syllable counts as about three letters. */
const LETTERS_PER_CHARACTER = 3;
/** With a lower posterior the guess is wrong too often to choose a lexicon by it. */
const UNSURE = 0.4;
/** Confidence when only franc knows the language. */
const FRANC_ALONE = 0.6;

/**
 * Detects the language of a text: ISO 639-3 of the individual language, BCP 47 with the script for Chinese, and `und`
 * when unsure. Synchronous, without side effects; reads at most a few thousand characters, and accepts any string,
 * lone surrogates included.
 *
 * Evidence from words, endings, letters, n-grams (eld) and, for long text, trigrams (franc) is summed in nats, hints
 * are added as priors, and `confidence` is the posterior of the best language times its script's share of the text.
 */
export function detectLanguage(text: string, hints: LanguageHints = {}): DetectedLanguage {
  const sample = sampleText(text);
  const pieces = sample.map(proseOf);
  const prose = pieces.map((piece) => piece.text).join('\n');
  const counts = countScripts(prose);
  const of = (script: Script): number => counts.get(script) ?? 0;
  const eastAsian = LETTERS_PER_CHARACTER * (of('Han') + of('Kana') + of('Hangul'));
  let [top, most]: [Script | undefined, number] = [undefined, 0];
  let total = eastAsian;
  for (const [script, count] of counts) {
    if (script === 'Han' || script === 'Kana' || script === 'Hangul') continue;
    total += count;
    if (count > most) [top, most] = [script, count];
  }
  if (eastAsian > most) {
    return decide(weighEastAsian(sample.join('\n'), of('Kana'), of('Hangul')), eastAsian / total, hints);
  }
  // Only names and numbers: then only a hint can decide.
  if (top === undefined)
    return decide(new Map(EXPECTED_LANGUAGES.map((language) => [language, 0])), 1, hints);
  const only = ONLY_LANGUAGE[top];
  if (only !== undefined) return { language: only, tag: tagOf(only), confidence: (0.99 * most) / total };
  if (!knowsScript(top)) return UNDETERMINED;
  return decideAlphabet(pieces, prose, top, most / total, hints);
}

function decideAlphabet(
  pieces: readonly Prose[],
  prose: string,
  script: Script,
  share: number,
  hints: LanguageHints,
): DetectedLanguage {
  const { evidence, familiar } = weighAlphabet(pieces, script);
  const letters = pieces.reduce((sum, piece) => sum + piece.letters, 0);
  if (letters < FRANC_FROM_LETTERS) return decide(evidence, share, hints);
  if (!familiar) {
    const language = unknownLanguage(new Set(evidence.keys()), prose);
    if (language !== undefined) return { language, tag: tagOf(language), confidence: FRANC_ALONE * share };
  }
  weighFranc(evidence, prose);
  return decide(evidence, share, hints);
}

/** In the evidence Chinese is split by orthography, as `zh-Hans` and `zh-Hant`. */
const languageOf = (candidate: string): string => (candidate.startsWith('zh-') ? 'cmn' : candidate);

function decide(evidence: LanguageEvidence, share: number, hints: LanguageHints): DetectedLanguage {
  const weighed = new Map<string, number>();
  for (const [candidate, nats] of evidence) {
    weighed.set(candidate, nats + priorOf(languageOf(candidate), candidate, hints));
  }
  const byLanguage = new Map<string, { tag: string; share: number }>();
  for (const [candidate, part] of posterior(weighed)) {
    const language = languageOf(candidate);
    const likelier = byLanguage.get(language);
    if (likelier !== undefined) likelier.share += part;
    else byLanguage.set(language, { tag: language === candidate ? tagOf(language) : candidate, share: part });
  }
  let [best, bestTag, bestShare] = ['und', 'und', 0];
  for (const [language, { tag, share: part }] of byLanguage) {
    if (part > bestShare) [best, bestTag, bestShare] = [language, tag, part];
  }
  if (bestShare < UNSURE) return UNDETERMINED;
  return { language: best, tag: bestTag, confidence: bestShare * share };
}
