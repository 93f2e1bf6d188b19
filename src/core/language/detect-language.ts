import type { DetectedLanguage, LanguageHints } from './detected-language.ts';
import { addEvidence, posterior, type Evidence } from './evidence.ts';
import { hanMisfit } from './han.ts';
import { parseTag, tagOf } from './language-codes.ts';
import { latinEvidence } from './latin.ts';
import { sampleText } from './sample.ts';
import { countScripts, type Script } from './scripts.ts';
import { sharedScriptEvidence } from './shared-scripts.ts';

/** Scripts that one language of the news is written in. */
const SINGLE: Partial<Readonly<Record<Script, string>>> = {
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
const HINT_WEIGHTS = { page: 2, http: 1.2, feed: 1.5 } as const;

/**
 * Names the language of a text. Synchronous; looks at no more than a few thousand characters.
 */
export function detectLanguage(text: string, hints: LanguageHints = {}): DetectedLanguage {
  const pieces = sampleText(text);
  const sample = pieces.join('\n');
  const counts = countScripts(sample);
  const of = (script: Script): number => counts.get(script) ?? 0;
  const eastAsian = of('Han') + of('Kana') + of('Hangul');
  let top: Script | undefined;
  let most = 0;
  let total = 0;
  for (const [script, count] of counts) {
    // One syllable or character of these says as much as two or three letters.
    const weight = script === 'Han' || script === 'Kana' || script === 'Hangul' ? 3 : 1;
    total += count * weight;
  }
  for (const [script, count] of counts) {
    if (script === 'Han' || script === 'Kana' || script === 'Hangul') continue;
    if (count > most) [top, most] = [script, count];
  }
  if (eastAsian * 3 > most) return eastAsianLanguage(sample, of, (eastAsian * 3) / total, hints);
  if (top === undefined) return UNDETERMINED;
  const share = most / total;
  const single = SINGLE[top];
  if (single !== undefined) return named(single, 0.99 * share, hints);
  const evidence: Evidence = new Map();
  for (const piece of pieces)
    addEvidence(evidence, top === 'Latin' ? latinEvidence(piece) : sharedScriptEvidence(piece, top));
  return decide(evidence, share, hints);
}

function decide(evidence: Evidence, share: number, hints: LanguageHints): DetectedLanguage {
  for (const source of ['page', 'http', 'feed'] as const) {
    const language = parseTag(hints[source])?.language;
    if (language !== undefined && evidence.has(language)) {
      evidence.set(language, evidence.get(language)! + HINT_WEIGHTS[source]);
    }
  }
  const best = evidence.size === 0 ? undefined : posterior(evidence)[0];
  if (best === undefined || best[1] < 0.5) return UNDETERMINED;
  return named(best[0], best[1] * share, hints);
}

function named(language: string, confidence: number, _hints: LanguageHints): DetectedLanguage {
  return { language, tag: tagOf(language), confidence: Math.min(1, confidence) };
}

function eastAsianLanguage(
  sample: string,
  of: (script: Script) => number,
  share: number,
  hints: LanguageHints,
): DetectedLanguage {
  const eastAsian = of('Han') + of('Kana') + of('Hangul');
  if (of('Hangul') >= 0.3 * eastAsian) return named('kor', 0.99 * share, hints);
  const misfit = hanMisfit(sample);
  const kana = of('Kana') / eastAsian;
  const chinese = Math.min(misfit.simplified, misfit.traditional);
  if (kana > 0.1 || (kana > 0.02 && misfit.japanese < chinese) || misfit.japanese < chinese - 0.5) {
    return named('jpn', 0.98 * share, hints);
  }
  const tag = misfit.traditional < misfit.simplified ? 'zh-Hant' : 'zh-Hans';
  return { language: 'cmn', tag, confidence: 0.98 * share };
}
