import { compileMatcher, findPatterns } from '../matching/matcher.ts';
import type { NormalisedText } from '../matching/normalise.ts';
import { type Pattern, parseTerm } from '../matching/term.ts';

export interface Phrase {
  readonly id: string;
  /** Indices of normalised units. */
  readonly start: number;
  readonly end: number;
}

export interface PhraseFinder {
  /** In order; of overlapping phrases the first and longest. */
  readonly find: (text: NormalisedText) => Phrase[];
}

/**
 * Compiles a table of lines `id | term, term, …`; terms are written as in `parseTerm`, accents may be left out.
 *
 * @throws {TermError} for a term that cannot be read.
 */
export function compilePhrases(table: string): PhraseFinder {
  const patterns: Pattern[] = [];
  const ids: string[] = [];
  for (const line of table.split('\n')) {
    const bar = line.indexOf('|');
    if (bar < 0) continue;
    const id = line.slice(0, bar).trim();
    for (const term of line.slice(bar + 1).split(',')) {
      if (term.trim() === '') continue;
      for (const pattern of parseTerm(term.trim(), { accentsOptional: true })) {
        patterns.push(pattern);
        ids.push(id);
      }
    }
  }
  const matcher = compileMatcher(patterns);
  return {
    find(text) {
      const hits: Phrase[] = [];
      findPatterns(matcher, text, (pattern, start, end) => hits.push({ id: ids[pattern]!, start, end }));
      hits.sort((a, b) => a.start - b.start || b.end - a.end);
      let reached = 0;
      return hits.filter(({ start, end }) => {
        if (start < reached) return false;
        reached = end;
        return true;
      });
    },
  };
}
