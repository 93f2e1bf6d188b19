import { stripVTControlCharacters } from 'node:util';

/**
 * What a hostile title could use against a terminal, a mail header, an XML reader or a reader's eyes: control characters
 * (C0, DEL, C1; those that are white space become a space), bidi embeddings, overrides and isolates (CVE-2021-42574),
 * interlinear and invisible tag characters, zero-width space, byte order mark and the two that XML 1.0 forbids.
 * LRM, RLM, ALM and the zero-width joiners stay: Arabic, Hebrew, Persian and emoji need them.
 */
const UNSAFE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** The same, and what ends a line in other languages than JSON. */
const UNSAFE_IN_JSON = new RegExp(`${UNSAFE.source}|[\\u0085\\u2028\\u2029]`, 'gu');

/** One line of text that shows as what it says: unsafe characters gone, white space (tabs, newlines) one space. */
export function plainLine(text: string): string {
  return safeText(text).trim();
}

/** Like `plainLine`, but keeps the white space at both ends, for a piece out of the middle of a sentence. */
export function safeText(text: string): string {
  return withoutUnsafe(text).replaceAll(/[\s\u0085]+/gu, ' ');
}

/** Like `safeText` for each line of a text of several; line breaks stay. */
export function safeLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(safeText)
    .join('\n');
}

/** Writes the unsafe characters of a JSON document as escapes. Outside its strings it has none. */
export function escapeUnsafe(json: string): string {
  return json.replaceAll(UNSAFE_IN_JSON, (found) =>
    [...Array(found.length).keys()]
      .map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function withoutUnsafe(text: string): string {
  return stripVTControlCharacters(text.toWellFormed()).replaceAll(UNSAFE, '');
}

/**
 * The address as a browser would write it, when it is one to follow (http, https); all others are no links.
 * Credentials go, being made to deceive, and what would end a link in some markup is percent-encoded.
 */
export function webLink(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  const rest = url.href.slice(url.origin.length).replaceAll(/["'<>`{}|\\^()[\]*]/g, percentEncode);
  return url.origin + rest;
}

/** An IPv4 address, or a name of two labels at least whose last one is no number. */
const DOTTED =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Whether every service takes the link for one. `http://intranet/` and `http://[::1]/` lead somewhere, but some hold
 * them ill-formed: Discord refuses the message, Telegram shows no link.
 *
 * @param link as `webLink` writes it
 */
export function isDottedLink(link: string): boolean {
  return DOTTED.test(new URL(link).hostname);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
