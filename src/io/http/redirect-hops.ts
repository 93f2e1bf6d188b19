import type { Exchange } from './answer.ts';
import { FetchError, type PageResponse } from './page-source.ts';

const MAX_REDIRECTS = 5;
/** With an address, a 300 (multiple choices) names the preferred one (RFC 9110 §15.4.1). */
const REDIRECTS: ReadonlySet<number> = new Set([300, 301, 302, 303, 307, 308]);

/** The target of a redirect, as written; undefined where the answer is none. */
export function redirectTarget(answer: Pick<Exchange, 'statusCode' | 'headers'>): string | undefined {
  if (!REDIRECTS.has(answer.statusCode)) return undefined;
  const header = answer.headers['location'];
  const location = Array.isArray(header) ? header[0] : header;
  return location === undefined || location.trim() === '' ? undefined : asUtf8(location.trim());
}

/** Servers write raw UTF-8 into Location, which arrives as Latin-1. */
function asUtf8(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1');
  const utf8 = bytes.toString('utf8');
  return bytes.toString('latin1') !== latin1 || utf8.includes('\ufffd') ? latin1 : utf8;
}

/**
 * @param asked the URL that the caller asked for
 * @throws FetchError `too-many-redirects`
 */
export function refuseEndless(asked: string, redirects: PageResponse['redirects']): void {
  const last = redirects.at(-1);
  if (redirects.length > MAX_REDIRECTS) {
    throw new FetchError(
      'too-many-redirects',
      asked,
      `${asked} redirects more than ${MAX_REDIRECTS} times; the last hop leads to ${last?.to}.`,
    );
  }
}

/** @throws FetchError `too-many-redirects` */
export function refuseLoop(asked: string, back: string): never {
  throw new FetchError('too-many-redirects', asked, `${asked} redirects in a circle (back to ${back}).`);
}
