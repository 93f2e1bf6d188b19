import { isIP } from 'node:net';
import { type AddressPolicy, checkAddress } from './address-guard.ts';
import { bareHost } from './guarded-connect.ts';

/** A URL that is never fetched. */
export class BadUrlError extends Error {
  override readonly name = 'BadUrlError';
}

/**
 * Ports from 1024 up that the Fetch standard blocks ("bad port"): services of other protocols there could be attacked
 * by HTTP.
 */
const BAD_PORTS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);

/**
 * Reads a URL that is about to be fetched, and refuses what must not be. The URL parser has already turned decimal,
 * octal and hexadecimal IPv4 literals into dotted quads. Credentials and the fragment are dropped; neither is ever
 * sent.
 *
 * @throws BadUrlError
 * @throws ForbiddenAddressError for a literal address that is not public
 */
export function requestUrl(text: string, policy: AddressPolicy): URL {
  const url = URL.parse(text);
  if (url === null) throw new BadUrlError(`“${text}” is not a web address.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BadUrlError(`${text} is not fetched: only http and https are, not ${url.protocol}`);
  }
  const port = url.port === '' ? undefined : Number(url.port);
  if (port !== undefined && ((port < 1024 && port !== 80 && port !== 443) || BAD_PORTS.has(port))) {
    throw new BadUrlError(`${url.href} is not fetched: port ${port} belongs to another protocol.`);
  }
  const literal = bareHost(url.hostname);
  if (isIP(literal) !== 0) checkAddress(literal, literal, policy);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}
