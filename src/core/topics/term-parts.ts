import { type Pattern, parseTerm } from '../matching/term.ts';

/** How many words may be between two parts of a term. */
export const PART_GAP_WORDS = 4;

/**
 * Parses a term in parts: `stop* ~ (buying|orders)` matches where the second follows the first within a few words of
 * the same sentence. A term without `~` has one part.
 *
 * @throws {TermError} as `parseTerm` does, for each part
 */
export function parseParts(term: string, options: { readonly accentsOptional?: boolean }): Pattern[][] {
  return term.split(/(?<=\s)~(?=\s)/).map((part) => parseTerm(part.trim(), options));
}
