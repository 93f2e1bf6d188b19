import { normalise, SPACE } from '../matching/normalise.ts';
import type { Pattern } from '../matching/term.ts';
import type { ConceptDefinition, TermDefinition } from './definition.ts';
import { ALL_LANGUAGES, accentsOptional } from './languages.ts';
import { parseParts } from './term-parts.ts';

/** Says why a term can never be found, or never counts; undefined where it can. */
export function neverCounts(
  term: TermDefinition,
  language: string,
  concept: ConceptDefinition,
  concepts: ReadonlyMap<string, ConceptDefinition>,
): string | undefined {
  // In regular expressions it makes a part optional; a term finds the character itself.
  if (term.term.includes('?')) return 'can match only a question mark: write (x|) where x may be missing';
  const parts = parseParts(term.term, { accentsOptional: accentsOptional(language) });
  const folded = parts.flat().find((pattern) => !isFolded(pattern));
  if (folded !== undefined) return 'can never match: texts are folded, and this is not';
  if (term.near.length > 0 && !term.near.some((id) => hasTerms(concepts.get(id), language)))
    return `can never count: ${term.near.join(' and ')} ${term.near.length === 1 ? 'has' : 'have'} no terms for ${language}`;
  if (parts.length > 1) return undefined;
  const exceptions = [language, ALL_LANGUAGES].flatMap((key) => concept.except.get(key) ?? []);
  // An exception that is the term itself is reported elsewhere, as a contradiction.
  const hidden = exceptions.find(({ term: exception }) => {
    const spans = parseParts(exception, { accentsOptional: accentsOptional(language) }).flat();
    return parts
      .flat()
      .every((pattern) =>
        spans.some((span) => span.units.length < pattern.units.length && standsWithin(span, pattern)),
      );
  });
  return hidden === undefined
    ? undefined
    : `can never count: its exception "${hidden.written}" stands within it`;
}

function hasTerms(concept: ConceptDefinition | undefined, language: string): boolean {
  return (
    concept !== undefined &&
    [language, ALL_LANGUAGES].some((key) => (concept.terms.get(key) ?? []).length > 0)
  );
}

/** Whether normalising the pattern's own text gives the pattern; otherwise it can never match. */
function isFolded({ units }: Pattern): boolean {
  const text = normalise(String.fromCharCode(...units));
  if (text.length !== units.length) return false;
  return units.every((unit, at) => text.units[at] === unit);
}

/** Whether the second pattern is found wherever the first is. */
function standsWithin(inner: Pattern, outer: Pattern): boolean {
  if (inner.capitals !== undefined) return false;
  const last = outer.units.length - inner.units.length;
  for (let at = 0; at <= last; at++) {
    const end = at + inner.units.length;
    const startsWord = at === 0 ? outer.closedLeft : outer.units[at - 1] === SPACE;
    const endsWord = end === outer.units.length ? outer.closedRight : outer.units[end] === SPACE;
    if ((inner.closedLeft && !startsWord) || (inner.closedRight && !endsWord)) continue;
    if (inner.units.every((unit, index) => unit === outer.units[at + index])) return true;
  }
  return false;
}
