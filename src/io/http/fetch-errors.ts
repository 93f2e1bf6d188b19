import { explainConnection } from '../connection-error.ts';
import { ForbiddenAddressError } from './address-guard.ts';
import { BadEncodingError, BodyTooLargeError } from './body-errors.ts';
import { FetchError, type FetchErrorCode } from './page-source.ts';
import { BadUrlError } from './request-url.ts';

/**
 * Translates any error of a fetch into a `FetchError`: what happened, where, what to do.
 *
 * @param asked the URL that the caller asked for; the error names it
 * @param hop the URL that was being fetched when it failed, possibly after redirects
 */
export function toFetchError(error: unknown, asked: string, hop: string): FetchError {
  if (error instanceof FetchError) return error;
  const host = URL.parse(hop)?.host ?? hop;
  const [code, sentence] = explain(error, host);
  const via = hop === asked || URL.parse(asked)?.href === hop ? '' : ` (${asked} redirects there.)`;
  return new FetchError(code, asked, `${sentence}${via}`, { cause: error });
}

function explain(error: unknown, host: string): [FetchErrorCode, string] {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof BadUrlError) return ['bad-url', detail];
  if (error instanceof ForbiddenAddressError) return ['forbidden-address', detail];
  if (error instanceof BodyTooLargeError)
    return ['too-large', `The answer of ${host} is too large: ${detail}.`];
  if (error instanceof BadEncodingError)
    return ['bad-encoding', `The answer of ${host} cannot be unpacked: ${detail}.`];
  const known = explainConnection(error, host);
  return known ? [known.code, known.sentence] : ['connection', `The fetch from ${host} failed: ${detail}.`];
}
