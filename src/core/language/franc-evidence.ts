import { posterior, type LanguageEvidence } from './evidence.ts';
import { francCloseness, type ScriptExpressions } from './franc-model.ts';
import { individualLanguage } from './language-codes.ts';
import { languageModel } from './language-model.ts';
import { fileBeside, loadSync } from './load-sync.ts';

/**
 * Franc compares ranks of the 300 most frequent trigrams. On a headline it is often wrong (76 % right on our titles,
 * 99 % on articles), but on an article it is independent of our cue words and of eld, and it knows 187 languages,
 * three times as many as eld.
 */
export const FRANC_FROM_LETTERS = 150;
const FRANC_READS = 700;
const SHORTLIST = 6;
/** On an article franc's distances of the first and second language differ by about 0.05. */
const FRANC_NATS = 30;
/** Franc's codes where they differ from ours. */
const FRANC_CODES: Readonly<Record<string, string>> = { zsm: 'zlm' };

let expressions: ScriptExpressions | undefined;

/** Franc's scripts are loaded on first use. */
function closeness(prose: string, only?: readonly string[]): [code: string, closeness: number][] {
  expressions ??= loadSync<{ readonly expressions: ScriptExpressions }>(
    fileBeside('franc', './expressions.js'),
  ).expressions;
  return francCloseness(languageModel().franc, expressions, prose, only);
}

/** Adds franc's evidence to the languages that are still likely. */
export function weighFranc(evidence: LanguageEvidence, prose: string): void {
  const only = posterior(evidence)
    .slice(0, SHORTLIST)
    .map(([language]) => FRANC_CODES[language] ?? language);
  for (const [code, near] of closeness(prose.slice(0, FRANC_READS), only)) {
    const language = individualLanguage(code) ?? code;
    const nats = evidence.get(language);
    if (nats !== undefined) evidence.set(language, nats + (near - 1) * FRANC_NATS);
  }
}

/** How much closer an unknown language must be than the best known one. */
const CLOSER = 0.04;

/** The language of a long text that none of our tables knows: franc's, if it is clearly none of `known`. */
export function unknownLanguage(known: ReadonlySet<string>, prose: string): string | undefined {
  const ranked = closeness(prose.slice(0, 2 * FRANC_READS)).map(([code, near]): [string, number] => [
    individualLanguage(code) ?? code,
    near,
  ]);
  const [first] = ranked;
  if (first === undefined || first[0] === 'und' || known.has(first[0])) return undefined;
  const bestKnown = ranked.find(([language]) => known.has(language));
  return first[1] - (bestKnown?.[1] ?? 0) >= CLOSER ? first[0] : undefined;
}
