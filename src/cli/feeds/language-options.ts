import { InvalidArgumentError } from 'commander';
import { parseTag } from '../../core/language/language-codes.ts';
import { languageFault } from '../../service/check-routes.ts';
import { lexiconKey } from '../../service/lexicon-key.ts';

/** A language as a person gives it. @throws InvalidArgumentError with the tag that was probably meant */
export function languageOption(tag: string): string {
  const fault = languageFault(tag);
  if (fault !== undefined) throw new InvalidArgumentError(`${fault}.`);
  return tag;
}

/** A language as a person gives it, as its ISO 639-3 code. @throws InvalidArgumentError */
export function languageCodeOption(tag: string): string {
  return parseTag(languageOption(tag))?.language ?? tag;
}

/** A language as a person gives it, as the key of its lexicon. @throws InvalidArgumentError */
export function lexiconOption(tag: string): string {
  const found = lexiconKey(tag);
  if ('fault' in found) throw new InvalidArgumentError(`${found.fault}.`);
  return found.key;
}
