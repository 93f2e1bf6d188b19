import { findPatterns } from '../../matching/matcher.ts';
import { normalise } from '../../matching/normalise.ts';
import type { Topics } from '../topics.ts';

/** Whether a term of any lexicon covers all of the words. */
export function isKnownTerm(words: string, topics: Topics): boolean {
  const text = normalise(words);
  let isKnown = false;
  for (const { matcher } of topics.lexicons.values()) {
    findPatterns(matcher, text, (_pattern, start, end) => {
      if (start === 0 && end >= text.length) isKnown = true;
    });
  }
  return isKnown;
}
