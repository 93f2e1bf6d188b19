/** Alternatives in a term. */
const ALTERNATIVES = /\(([^()]*)\)/;
/** Terms with more forms are left out, because they slow the search and add little. */
const FORMS = 8;

/**
 * A term of the lexicons (see `matching/term.ts`) as words to search for: alternatives written out, a `*` at the end
 * kept as a prefix. Empty for terms that no index can find: an open beginning, or parts with a gap.
 */
export function plainTerms(term: string): string[] {
  if (/[~{}]|(?:^|\s)\*/.test(term)) return [];
  let forms = [term.replace(/^=/, '')];
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
