/** Alternatives in a term. */
const ALTERNATIVES = /\(([^()]*)\)/;
/** An open beginning before a script that is indexed by pairs. */
const OPEN_IN_PAIRS = /^\*[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\*?$/u;
/** Terms with more forms are left out, because they slow the search and add little. */
const FORMS = 8;

/**
 * A term of the lexicons (see `matching/term.ts`) as words to search for: alternatives written out, a `*` at the end
 * kept as a prefix. Empty for terms that no index can find: an open beginning, or parts with a gap.
 */
export function plainTerms(term: string): string[] {
  // Scripts that are indexed by pairs of characters are found within a word.
  const closed = OPEN_IN_PAIRS.test(term) ? term.slice(1) : term;
  if (/[~{}]|(?:^|\s)\*/.test(closed)) return [];
  let forms = [closed.replace(/^=/, '')];
  while (forms.some((form) => form.includes('('))) {
    forms = forms.flatMap((form) => {
      const found = ALTERNATIVES.exec(form);
      if (found === null) return [form];
      return (found[1] as string)
        .split('|')
        .map(
          (choice) => `${form.slice(0, found.index)}${choice}${form.slice(found.index + found[0].length)}`,
        );
    });
    if (forms.length > FORMS) return [];
  }
  return forms
    .map((form) => form.replaceAll(/\s+/g, ' ').trim())
    .filter((form) => form.length > 1 && !/[()|]/.test(form));
}

/** The term without the `*` of a prefix, in lower case. */
export function bareTerm(term: string): string {
  return term.replace(/\*$/, '').toLowerCase();
}
