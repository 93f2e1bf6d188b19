import { shorten } from '../words/shorten.ts';
import type { ConceptDefinition } from './definition.ts';
import { ALL_LANGUAGES } from './languages.ts';

/** A term that probably contains a mistake. */
export interface BrokenTerm {
  readonly line: number;
  readonly message: string;
}

/** Latin and Cyrillic letters within one word: they look alike, and such a term never matches. */
const MIXED = /(?:\p{Script=Latin}\p{Script=Cyrillic})|(?:\p{Script=Cyrillic}\p{Script=Latin})/u;
const SPACED = new Set(['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ko', 'nl', 'pl', 'pt', 'ru', 'tr', 'vi']);

/** Finds typing mistakes: a word twice in a row, an alternative that matches nothing, mixed scripts. */
export function brokenTerms(concept: ConceptDefinition): BrokenTerm[] {
  const found: BrokenTerm[] = [];
  for (const lexicon of [concept.terms, concept.except]) {
    for (const [language, terms] of lexicon) {
      for (const { written, line } of terms) {
        const fault = faultOf(written, language);
        if (fault !== undefined) found.push({ line, message: `"${written}" (${language}): ${fault}` });
      }
    }
  }
  return found;
}

function faultOf(term: string, language: string): string | undefined {
  if (MIXED.test(term)) return 'Latin and Cyrillic letters in one word';
  if (language !== ALL_LANGUAGES && SPACED.has(language) && repeats(term)) return 'repeats a word';
  if (/[([]\s*\)|\|\|/.test(term))
    return 'has an alternative that is written twice, or nothing in parentheses';
  return undefined;
}

/**
 * The longest term that can be reviewed at a glance, in characters. Several terms, or a group, can replace a longer
 * one.
 */
const MOST_CHARACTERS = 160;
/**
 * The same limit in bytes, as many tools count lines: letters of other scripts take two or three. With its
 * indentation the line has 200.
 */
const MOST_BYTES = 194;
const ENCODER = new TextEncoder();

/** Finds terms that are too long to review. */
export function longTerms(concept: ConceptDefinition): BrokenTerm[] {
  return [concept.terms, concept.except].flatMap((lexicon) =>
    [...lexicon].flatMap(([language, terms]) =>
      terms
        .filter(
          ({ written }) => written.length > MOST_CHARACTERS || ENCODER.encode(written).length > MOST_BYTES,
        )
        .map(({ written, line }) => ({
          line,
          message: `"${shorten(written, 41)}" (${language}) of "${concept.id}" has ${written.length} characters in ${ENCODER.encode(written).length} bytes; write it as several terms, or name a group`,
        })),
    ),
  );
}

/** `निर्यात निर्यात नियम`: a word twice in a row, as after words between were deleted. */
function repeats(term: string): boolean {
  // In alternatives each word is written once. Two words alone are a reduplication (bim bim), which some languages
  // have.
  const words = term.toLowerCase().split(/\s+/);
  if (words.length < 3 || term.includes('(')) return false;
  return words.some((word, index) => index > 0 && word.length > 1 && word === words[index - 1]);
}

/** Languages in which a concept has very few terms, although others have many. */
export function thinLanguages(concept: ConceptDefinition): readonly { language: string; terms: number }[] {
  const sizes = [...concept.terms]
    .filter(([language]) => language !== ALL_LANGUAGES)
    .map(([language, terms]) => ({ language, terms: terms.length }));
  if (sizes.length < 8) return [];
  const median = sizes.map(({ terms }) => terms).sort((a, b) => a - b)[sizes.length >> 1]!;
  return sizes.filter(({ terms }) => terms * THIN < median);
}

/**
 * A language with less than a tenth of the usual number of lines is incomplete; compounds and word families explain a
 * smaller difference.
 */
const THIN = 10;
