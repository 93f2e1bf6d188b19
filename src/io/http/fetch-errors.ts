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
  const refusal = PROXY_REFUSAL.exec(detail);
  if (refusal !== null) return ['connection', refusedByProxy(refusal[1] ?? refusal[2]!, host)];
  const known = explainConnection(error, host);
  return known ? [known.code, known.sentence] : ['connection', `The fetch from ${host} failed: ${detail}.`];
}

/** The driver gives the status of a proxy in its message only. */
const PROXY_REFUSAL = /^Proxy response \((\d{3})\) !== 200|^Proxy Authentication Required \((\d{3})\)/;

function refusedByProxy(status: string, host: string): string {
  return status === '407'
    ? 'The proxy wants a user and a password (407): write them into HTTP_PROXY and HTTPS_PROXY (http://user:password@host:port).'
    : `The proxy answered ${status} and did not connect to ${host}.`;
}
