import { eld } from 'eld/small';
import { francAll } from 'franc';
import { CUE_WORDS } from './cue-words.ts';
import { addEvidence, type Evidence } from './evidence.ts';
import { individualLanguage } from './language-codes.ts';

/** The languages each word speaks for. */
const LANGUAGES_OF_WORD = new Map<string, string[]>();
for (const [language, words] of Object.entries(CUE_WORDS)) {
  for (const word of new Set(words.split(/\s+/))) {
    const languages = LANGUAGES_OF_WORD.get(word);
    if (languages === undefined) LANGUAGES_OF_WORD.set(word, [language]);
    else languages.push(language);
  }
}

/** Letters that belong to few languages. */
const LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ß/gu, ['deu']],
  [/[ñ¿¡]/gu, ['spa', 'glg', 'eus']],
  [/[ãõ]/gu, ['por', 'vie']],
  [/l·l|ŀl/gu, ['cat']],
  [/[œ]|\b[jldncsmt]['’](?=[aeiouyhéèêà])|\bqu['’]/gu, ['fra']],
  [/\b(?:dell|nell|sull|dall|all|un)['’]/gu, ['ita']],
  [/[ąęłńśźż]/gu, ['pol']],
  [/[ěřů]/gu, ['ces']],
  [/[ľĺŕô]/gu, ['slk']],
  [/[őű]/gu, ['hun']],
  [/[ğışİ]/gu, ['tur', 'azj']],
  [/[ə]/gu, ['azj']],
  [/[șță]/gu, ['ron']],
  [/[đć]/gu, ['hrv', 'srp', 'bos']],
  [/[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gu, ['vie']],
  [/[ðþ]/gu, ['isl']],
  [/[æø]/gu, ['dan', 'nob', 'nno']],
  [/[å]/gu, ['swe', 'dan', 'nob', 'nno']],
  [/[āēīūģķļņ]/gu, ['lvs']],
  [/[ėįųū]/gu, ['lit']],
  [/[ŵŷ]/gu, ['cym']],
];
const LETTER_WEIGHT = 1.2;
const WORD_WEIGHT = 2.2;

/** What eld calls one language and is several, or is near another that it does not know. */
const RELATIVES: Readonly<Record<string, readonly string[]>> = {
  nob: ['nno'],
  zsm: ['ind'],
  hrv: ['bos', 'srp'],
  por: ['glg'],
  nld: ['afr'],
};

function wordEvidence(words: readonly string[]): Evidence {
  const evidence: Evidence = new Map();
  for (const word of words) {
    for (const language of LANGUAGES_OF_WORD.get(word) ?? []) {
      evidence.set(language, (evidence.get(language) ?? 0) + WORD_WEIGHT);
    }
  }
  return evidence;
}

function letterEvidence(text: string): Evidence {
  const evidence: Evidence = new Map();
  for (const [letters, languages] of LETTERS) {
    const count = Math.min(3, text.match(letters)?.length ?? 0);
    if (count === 0) continue;
    for (const language of languages) {
      evidence.set(language, (evidence.get(language) ?? 0) + count * LETTER_WEIGHT);
    }
  }
  return evidence;
}

const MAX_NGRAMS = 60;
const ELD_TEMPERATURE = 60;

function eldEvidence(text: string, letters: number): Evidence {
  const evidence: Evidence = new Map();
  const ngrams = Math.min(MAX_NGRAMS, letters / 3);
  for (const [code, score] of Object.entries(eld.detect(text).getScores())) {
    const language = individualLanguage(code);
    if (language === undefined) continue;
    const mean = (25 * score) / (1 - score);
    const nats = (mean * ngrams) / ELD_TEMPERATURE;
    evidence.set(language, nats);
    for (const relative of RELATIVES[language] ?? []) evidence.set(relative, nats - 1);
  }
  return evidence;
}

const FRANC_FROM = 150;
const FRANC_WEIGHT = 30;

/** Franc is right on long texts and often wrong on short ones: it speaks from 150 letters on. */
function francEvidence(text: string): Evidence {
  const evidence: Evidence = new Map();
  for (const [code, score] of francAll(text)) {
    const language = individualLanguage(code);
    if (language !== undefined)
      evidence.set(language, Math.max(evidence.get(language) ?? 0, score * FRANC_WEIGHT));
  }
  return evidence;
}

/** Evidence for the languages in Latin script that one piece of text may be in. */
export function latinEvidence(text: string): Evidence {
  const prose = text.replace(/[\p{L}\p{M}]*\d[\p{L}\p{M}\d]*|\b\p{Lu}{2,}\b/gu, ' ');
  const lower = prose.toLowerCase();
  const words = lower.match(/[\p{L}\p{M}]+/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const evidence: Evidence = new Map();
  if (letters === 0) return evidence;
  addEvidence(evidence, eldEvidence(prose, letters));
  addEvidence(evidence, wordEvidence(words));
  addEvidence(evidence, letterEvidence(lower));
  if (letters >= FRANC_FROM) addEvidence(evidence, francEvidence(prose));
  return evidence;
}
