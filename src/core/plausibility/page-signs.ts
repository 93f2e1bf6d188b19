import { createHash } from 'node:crypto';
import { cleanUrl } from '../urls/clean-url.ts';
import { foldWords } from '../words/fold-words.ts';

/** A page with less text could be any site's. Letters. */
const SHORTEST = 20;
const MAX_TEXT = 20_000;

/**
 * Signs by which two addresses of a host are recognised as the same page: a fingerprint of title and text, and of the
 * address after a redirect. What changes from answer to answer (numbers, ids, the address itself) is left out.
 *
 * @param text the visible text
 */
export function pageSigns(page: {
  readonly requested: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
}): string[] {
  const host = URL.parse(page.url)?.host ?? '';
  const said = foldWords(`${page.title}\n${page.text.slice(0, MAX_TEXT)}`)
    .replace(/https?:\/\/\S+/g, '')
    .replace(/(?:[a-f\d]{4,}-?)+(?=[^\p{L}]|$)/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  const landed = cleanUrl(page.url);
  return [
    ...(said.length < SHORTEST ? [] : [digest(`text ${host}\n${said}`)]),
    ...(landed === cleanUrl(page.requested) ? [] : [digest(`address ${landed}`)]),
  ];
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
