import { ALL_LANGUAGES } from './languages.ts';

/** Terms that are written in many places, by name and language; `{chip-word}` stands for any of them. */
export type TermGroups = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A term names a group that does not exist, or that has no terms for the language. */
export class TermGroupError extends Error {
  override name = 'TermGroupError';
}

const REFERENCE = /\{([^{}]*)\}/g;

/**
 * Writes the groups of a term out as alternatives: `ban on {chip-word}` becomes `ban on (chips|GPUs)`. The terms of
 * the language count, and those of `*`. A group may not name a group.
 *
 * @throws {TermGroupError} where there is nothing to write.
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
