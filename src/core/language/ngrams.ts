import { type EldModel, eldMeans } from './eld-model.ts';
import { addNats, type LanguageEvidence } from './evidence.ts';
import { individualLanguage } from './language-codes.ts';
import { languageModel } from './language-model.ts';
import { fileBeside, loadSync } from './load-sync.ts';
import type { Prose } from './prose.ts';
import type { Script } from './scripts.ts';

/** The model in use: its languages, ISO 639-3, and eld's pattern of separators. */
let loaded: { readonly eld: EldModel; readonly languages: ReadonlySet<string | undefined> } | undefined;
let separators: RegExp | undefined;

function languagesOf(eld: EldModel): ReadonlySet<string | undefined> {
  if (loaded?.eld !== eld)
    loaded = { eld, languages: new Set(eld.codes.map((code) => individualLanguage(code))) };
  return loaded.languages;
}

function wordSeparators(): RegExp {
  separators ??= loadSync<{ readonly separators: RegExp }>(
    fileBeside('eld/small', '../regexPatterns.js'),
  ).separators;
  return separators;
}

/**
 * Languages that eld does not know, with the languages it confuses them with: Galician scores about 64 as Portuguese
 * and as Spanish, where either of these scores 87 as itself and 45 as the other. The bonus raises the mean of the two
 * to what the language itself would score.
 */
const BETWEEN: Readonly<Record<string, readonly [relatives: readonly string[], bonus: number]>> = {
  sco: [['eng'], -12],
  nno: [['nob'], -4],
  ind: [['zsm'], 1],
  glg: [['por', 'spa'], 13],
  bos: [['hrv'], -3],
  srp: [['hrv'], -3],
  afr: [['nld'], -3],
  npi: [['hin', 'mar'], 1],
  mkd: [['srp', 'bul'], 3],
  pbu: [['pes'], -5],
  ydd: [['heb'], -5],
};

/** Eld reads at most about 350 bytes, and every third of them begins an n-gram. */
const MOST_NGRAMS = 120;
/**
 * The difference in eld's sum that counts as one nat. Chosen so that confidence agrees with accuracy
 * (`bench:language`).
 */
const ELD_PER_NAT = 60;
/** Hindi and Marathi share most n-grams: eld is right on articles, and hardly better than chance on headlines. */
const ELD_PER_NAT_DEVANAGARI = 200;
/** Eld's mean score of a text in a language that it does not know, by script. */
const FOREIGN_MEAN: Partial<Readonly<Record<Script, number>>> = { Latin: 20, Cyrillic: 75, Arabic: 42 };

/** Adds eld's evidence. Returns the mean log-frequency of the n-grams in the best language. */
export function weighNgrams(evidence: LanguageEvidence, { text, letters }: Prose, script: Script): number {
  const means = new Map<string, number>();
  for (const [code, mean] of eldMeans(languageModel().eld, text, wordSeparators())) {
    const language = individualLanguage(code);
    if (language !== undefined) means.set(language, mean);
  }
  const ngrams = Math.min(MOST_NGRAMS, (letters * (script === 'Latin' ? 1 : 2)) / 3);
  const perNat = script === 'Devanagari' ? ELD_PER_NAT_DEVANAGARI : ELD_PER_NAT;
  for (const language of evidence.keys()) {
    addNats(evidence, language, (meanFor(language, means, script) * ngrams) / perNat);
  }
  return Math.max(0, ...means.values());
}

function meanFor(language: string, means: ReadonlyMap<string, number>, script: Script): number {
  const own = means.get(language);
  if (own !== undefined) return own;
  const between = BETWEEN[language];
  if (between === undefined)
    return languagesOf(languageModel().eld).has(language) ? 0 : (FOREIGN_MEAN[script] ?? 0);
  const [relatives, bonus] = between;
  const sum = relatives.reduce((total, relative) => total + (means.get(relative) ?? 0), 0);
  return sum === 0 ? 0 : sum / relatives.length + bonus;
}
