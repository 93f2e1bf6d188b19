import { HAN_VARIANTS } from '../matching/han-variants.ts';

/** Accents of Latin and Cyrillic letters, vowel signs and tatweel of Arabic, and characters without width. */
const MARKS = /\p{sc=Inherited}|[\u0640\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const SAME: Readonly<Record<string, string>> = { ı: 'i', ى: 'ي', ی: 'ي', ک: 'ك', '’': "'", '‘': "'", ʼ: "'" };

/**
 * One spelling for words that differ in case, accents, width or Han variant, as two copies of a headline may. For
 * comparing, not for display.
 */
export function foldWords(text: string): string {
  if (!/[^\x20-\x7e\s]/.test(text)) return text.toLowerCase();
  const folded = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ıىیک’‘ʼ]/g, (character) => SAME[character] ?? character);
  return folded.replace(/[\u3400-\u9fff]+/g, simplified);
}

function simplified(run: string): string {
  let simple = '';
  for (const character of run) {
    const unit = character.charCodeAt(0);
    simple += String.fromCharCode(HAN_VARIANTS.get(unit) ?? unit);
  }
  return simple;
}
