import { ALL_LANGUAGES } from './languages.ts';

/** Groups of terms by name and language; `{chip-word}` in a term means any of them. */
export type TermGroups = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A term names a group that does not exist, or that has no terms for the language. */
export class TermGroupError extends Error {
  override name = 'TermGroupError';
}

const REFERENCE = /\{([^{}]*)\}/g;

/**
 * Replaces the groups in a term by alternatives: `ban on {chip-word}` becomes `ban on (chips|GPUs)`. Uses the terms
 * of the language and those of `*`. A group may not contain a group.
 *
 * @throws {TermGroupError} where there are no terms
 */
export function expandGroups(term: string, language: string, groups: TermGroups): string {
  if (!term.includes('{')) return term;
  return term.replaceAll(REFERENCE, (_, name: string) => {
    const group = groups.get(name);
    if (group === undefined) throw new TermGroupError(`"${term}": there is no group "${name}"`);
    const own = language === ALL_LANGUAGES ? [] : (group.get(language) ?? []);
    const words = [...(group.get(ALL_LANGUAGES) ?? []), ...own];
    if (words.length === 0)
      throw new TermGroupError(`"${term}": group "${name}" has nothing for ${language}`);
    return `(${words.join('|')})`;
  });
}
