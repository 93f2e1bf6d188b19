import { findWall } from '../plausibility/find-wall.ts';
import type { Refusal } from '../plausibility/refusal.ts';
import { plainText } from './plain-text.ts';

/** A longer page is not one that says that something is in the way. Characters of text. */
const MAX_TEXT = 1_500;
/** In a shorter one, one phrase is enough. */
const SHORT = 300;
const TITLE = /<title[^>]{0,200}>([^<]{1,300})/i;

/** What keeps readers out, if a page at a feed's address says so and little else; undefined otherwise. */
export function wallInPlace(html: string): Refusal | undefined {
  const text = plainText(html, { maxLength: MAX_TEXT + 1 });
  if (text.length > MAX_TEXT) return undefined;
  const signs = findWall(plainText(TITLE.exec(html)?.[1] ?? '', { maxLength: 300 }), text);
  const enough = text.length < SHORT ? 1 : 2;
  return signs !== undefined && (signs.isTitled || signs.phrases.length >= enough) ? signs.kind : undefined;
}
