import { addressesReader } from './addressed-reader.ts';
import { findWall } from './find-wall.ts';
import { guessWall, mostWords } from './guess-wall.ts';
import type { Refusal } from './refusal.ts';

/** How much of a page's beginning a wall's message has, and the longest beginning that can be one. Letters. */
const OPENING = 60;
const LONGEST = 450;
/** A longer title is a headline. Letters. */
const LABEL = 40;

/** Characters of scripts without spaces, and of Korean, say more than a letter. */
const WIDE = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** The length of a text in letters; a wide character counts as two. */
export function lengthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** What is known of the page and its entry. */
export interface OpeningClaim {
  /** Whether the page has the entry's headline, and whether it shares many words with the entry. */
  readonly isNamed: boolean;
  readonly isAlike: boolean;
  /** Whether both are in one language, as far as is known. A report in another one shares no words. */
  readonly isInLanguage: () => boolean;
}

/**
 * The kind of wall that a page begins with, before teasers of other articles: its first paragraphs are a wall's message.
 *
 * If the page has the entry's headline (`isNamed`), single words prove nothing, because many articles begin with a
 * request. If it shares many words with the entry (`isAlike`), its title must be a label as well.
 */
export function openingWall(
  title: string,
  text: string,
  { isNamed, isAlike, isInLanguage }: OpeningClaim,
): Refusal | undefined {
  const isLabel = lengthOf(title) <= LABEL;
  const opening = isAlike && !isLabel && !isNamed ? undefined : openingOf(text);
  if (opening === undefined) return undefined;
  const head = `${title}\n${opening}`;
  const isAsking = addressesReader(head);
  const wall = findWall(isNamed ? '' : title, opening);
  // A report on such things has their words, but a headline, and asks for nothing.
  if (wall !== undefined && (isLabel || isAsking || wall.isTitled)) return wall.kind;
  if (isNamed) return undefined;
  if (isAsking) return guessWall(head) ?? (isLabel && !isAlike ? 'unrelated' : undefined);
  return isLabel && isInLanguage() ? mostWords(head, 2, false) : undefined;
}

/** The first paragraphs; undefined where they are the whole text, or too long for a wall's message. */
function openingOf(text: string): string | undefined {
  let opening = '';
  let rest = text.trimStart();
  while (lengthOf(opening) < OPENING && rest !== '') {
    const end = rest.search(/\n|$/);
    opening += `${rest.slice(0, end)}\n`;
    rest = rest.slice(end).trimStart();
  }
  return rest === '' || lengthOf(opening) > LONGEST ? undefined : opening;
}
