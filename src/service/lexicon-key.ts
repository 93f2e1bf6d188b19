import { parseTag } from '../core/language/language-codes.ts';
import { lexiconOf } from '../core/topics/languages.ts';
import { languageFault } from './check-routes.ts';

/**
 * The lexicon of a language that a person named: `en`, `eng`, `zh-Hant` → `en`, `en`, `zh`. The ISO 639-3 code where the
 * language has no lexicon.
 *
 * @returns the key, or what is wrong with the name
 */
export function lexiconKey(tag: string): { readonly key: string } | { readonly fault: string } {
  const fault = languageFault(tag);
  if (fault !== undefined) return { fault };
  const language = parseTag(tag)?.language ?? tag;
  return { key: lexiconOf(language) ?? language };
}
