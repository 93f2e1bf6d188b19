import { stripVTControlCharacters } from 'node:util';

/**
 * Characters of a hostile title that could deceive a terminal, a mail header, an XML reader or a person: control
 * characters (C0, DEL, C1; white space among them becomes a space), bidi embeddings, overrides and isolates
 * (CVE-2021-42574), interlinear and invisible tag characters, zero-width space, byte order mark, and the two that XML
 * 1.0 forbids. LRM, RLM, ALM and the zero-width joiners are kept, because Arabic, Hebrew, Persian and emoji need
 * them.
 */
const UNSAFE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;

/** The same, with characters that end a line outside JSON. */
const UNSAFE_IN_JSON = new RegExp(`${UNSAFE.source}|[\\u0085\\u2028\\u2029]`, 'gu');

/** The text as one safe line: without unsafe characters, and with white space folded. */
export function plainLine(text: string): string {
  return safeText(text).trim();
}

/** Printable ASCII with single spaces, as most texts of a message are: there is nothing to remove or to fold. */
const SAFE = /^ ?[!-~]+(?: [!-~]+)* ?$/;

/** As `plainLine`, but with the white space at both ends, for a piece from the middle of a sentence. */
export function safeText(text: string): string {
  if (SAFE.test(text)) return text;
  return withoutUnsafe(text).replaceAll(/[\s\u0085]+/gu, ' ');
}

/** As `safeText` for each line; line breaks are kept. */
export function safeLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(safeText)
    .join('\n');
}

/** Escapes the unsafe characters of a JSON document. They occur only inside its strings. */
export function escapeUnsafe(json: string): string {
  return replaceUnsafe(json, (found) =>
    [...Array(found.length).keys()]
      .map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** The text with another text in place of each unsafe character or end of a line other than `\n` and `\r`. */
export function replaceUnsafe(text: string, replacement: (character: string) => string): string {
  return text.replaceAll(UNSAFE_IN_JSON, replacement);
}

function withoutUnsafe(text: string): string {
  return stripVTControlCharacters(text.toWellFormed()).replaceAll(UNSAFE, '');
}

/**
 * The address in a browser's form if it is http or https; undefined for others. Credentials are removed, because they
 * can make one site look like another. Characters that would end a link in some markup are percent-encoded.
 */
export function webLink(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null) return undefined;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.username = '';
  url.password = '';
  const rest = url.href.slice(url.origin.length).replaceAll(/["'<>`{}|\\^()[\]*]/g, percentEncode);
  return url.origin + rest;
}

/** An IPv4 address, or a name of at least two labels whose last one is no number. */
const DOTTED =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Whether every service accepts the link. `http://intranet/` and `http://[::1]/` are valid, but Discord refuses a
 * message with them, and Telegram shows no link.
 *
 * @param link from `webLink`
 */
export function isDottedLink(link: string): boolean {
  return DOTTED.test(new URL(link).hostname);
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
