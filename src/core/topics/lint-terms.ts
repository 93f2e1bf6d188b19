import type { ConceptDefinition } from './definition.ts';
import { ALL_LANGUAGES } from './languages.ts';

/** A line that hardly means what it says. */
export interface BrokenTerm {
  readonly line: number;
  readonly message: string;
}

/** Letters that look alike and are mixed up in typing; within one word they make a term that never matches. */
const MIXED = /(?:\p{Script=Latin}\p{Script=Cyrillic})|(?:\p{Script=Cyrillic}\p{Script=Latin})/u;
const SPACED = new Set(['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ko', 'nl', 'pl', 'pt', 'ru', 'tr', 'vi']);

/** Finds lines that a slip of the pen made: a word twice in a row, an empty alternative of all, mixed scripts. */
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

/** A longer term cannot be reviewed at a glance; several terms, or a group, say the same. Characters. */
const MOST_CHARACTERS = 160;
/** As many tools count a line: letters of other scripts take two or three. With its indentation the line has 200. */
const MOST_BYTES = 194;
const ENCODER = new TextEncoder();

/** Terms that cannot be reviewed. */
export function longTerms(concept: ConceptDefinition): BrokenTerm[] {
  return [concept.terms, concept.except].flatMap((lexicon) =>
    [...lexicon].flatMap(([language, terms]) =>
      terms
        .filter(
          ({ written }) => written.length > MOST_CHARACTERS || ENCODER.encode(written).length > MOST_BYTES,
        )
        .map(({ written, line }) => ({
          line,
          message: `"${written.slice(0, 40)}…" (${language}) of "${concept.id}" has ${written.length} characters in ${ENCODER.encode(written).length} bytes; write it as several terms, or name a group`,
        })),
    ),
  );
}

/** `निर्यात निर्यात नियम`: what is left where words in between were deleted. */
function repeats(term: string): boolean {
  // In alternatives each word is said once; two words alone are a reduplication (bim bim), which languages have.
  const words = term.toLowerCase().split(/\s+/);
  if (words.length < 3 || term.includes('(')) return false;
  return words.some((word, index) => index > 0 && word.length > 1 && word === words[index - 1]);
}

/** Languages in which a concept has hardly any terms, though others have many. */
export function thinLanguages(concept: ConceptDefinition): readonly { language: string; terms: number }[] {
  const sizes = [...concept.terms]
    .filter(([language]) => language !== ALL_LANGUAGES)
    .map(([language, terms]) => ({ language, terms: terms.length }));
  if (sizes.length < 8) return [];
  const median = sizes.map(({ terms }) => terms).sort((a, b) => a - b)[sizes.length >> 1]!;
  return sizes.filter(({ terms }) => terms * THIN < median);
}

/** A language with less than a tenth of the usual lines is a hole; families and compounds explain less than that. */
const THIN = 10;
