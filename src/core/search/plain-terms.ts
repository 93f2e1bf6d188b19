/** One of a concept's terms; `forms` are more than one where the term has alternatives. */
const ALTERNATIVES = /\(([^()]*)\)/;
/** Terms of more forms than that are left out: they would make the search slow and add little. */
const FORMS = 8;

/**
 * A term of the lexicons (see `matching/term.ts`) as words that can be searched for: alternatives written out, a `*` at the
 * end kept as a prefix. None for what no index finds: an open beginning, parts with a gap.
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
