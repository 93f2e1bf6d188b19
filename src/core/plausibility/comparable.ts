import { detectLanguage } from '../language/detect-language.ts';
import { countScripts } from '../language/scripts.ts';

/** A shorter text is not long enough to be in another language than its headline. UTF-16 units. */
const LONG = 1_500;
/** In a shorter text, the script may be that of a few names. UTF-16 units. */
const ENOUGH_TEXT = 200;

/** Whether two texts can have words in common: same script and, for a long text, same language. */
export function isComparable(text: string, said: string): boolean {
  if (text.length >= ENOUGH_TEXT && mainScript(text) !== mainScript(said)) return false;
  if (text.length < LONG) return true;
  return isSameLanguage(text, said);
}

/** As `isComparable`, for texts of any length. A language that is not certain counts as the same. */
export function isAlike(text: string, said: string): boolean {
  return mainScript(text) === mainScript(said) && isSameLanguage(text, said);
}

function isSameLanguage(text: string, said: string): boolean {
  const [page, entry] = [detectLanguage(text), detectLanguage(said)];
  return page.language === entry.language || page.language === 'und' || entry.language === 'und';
}

function mainScript(text: string): string | undefined {
  let best: [string, number] | undefined;
  for (const [script, count] of countScripts(text.slice(0, 4_000)))
    if (count > (best?.[1] ?? 0)) best = [script, count];
  // Japanese uses both scripts in varying shares.
  return best?.[0] === 'Kana' ? 'Han' : best?.[0];
}
