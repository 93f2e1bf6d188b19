import { eld } from 'eld/small';
import type { Evidence } from './evidence.ts';
import { individualLanguage } from './language-codes.ts';
import type { Script } from './scripts.ts';

const LETTERS: Partial<Readonly<Record<Script, readonly (readonly [RegExp, readonly string[]])[]>>> = {
  Cyrillic: [
    [/[ыэё]/gu, ['rus', 'bel']],
    [/[ії]/gu, ['ukr']],
    [/[є]/gu, ['ukr']],
    [/ў/gu, ['bel']],
    [/[ђћ]/gu, ['srp']],
    [/[јљњџ]/gu, ['srp', 'mkd']],
    [/[ѓќѕ]/gu, ['mkd']],
    [/[әғқңұһ]/gu, ['kaz']],
    [/[ү]/gu, ['kaz', 'khk', 'kir']],
    [/[ө]/gu, ['kaz', 'khk', 'kir']],
    [/[ӣӯҳҷ]/gu, ['tgk']],
    [/\b(?:и|в|на|не|что|с|по|для|из|от|за|при|это|как|его|к)\b/gu, ['rus']],
  ],
  Arabic: [
    [/[پچژگ]/gu, ['pes', 'urd', 'ckb', 'uig', 'pbu']],
    [/[ٹڈڑںےہ]/gu, ['urd']],
    [/[ةأإىؤ]/gu, ['arb']],
    [/[ۆێڕڵ]/gu, ['ckb']],
    [/[ټډړښځڅ]/gu, ['pbu']],
    [/[ېۇۈۋ]/gu, ['uig']],
  ],
  Devanagari: [],
  Hebrew: [],
};

export function sharedScriptEvidence(text: string, script: Script): Evidence {
  const evidence: Evidence = new Map();
  for (const [code, score] of Object.entries(eld.detect(text).getScores())) {
    const language = individualLanguage(code);
    if (language !== undefined) evidence.set(language, (25 * score) / (1 - score) / 10);
  }
  for (const [letters, languages] of LETTERS[script] ?? []) {
    const count = Math.min(4, text.match(letters)?.length ?? 0);
    for (const language of languages) evidence.set(language, (evidence.get(language) ?? 0) + count);
  }
  return evidence;
}
