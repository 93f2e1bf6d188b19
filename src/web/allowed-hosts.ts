import { isIP } from 'node:net';

/**
 * Whether a request's Host header names us. A page on the web can point a name of its own at our address and then read
 * what we answer (DNS rebinding); the header still holds that name. An address cannot be rebound, so any is taken.
 *
 * @param header undefined for HTTP/1.0 without one, which no browser sends
 * @param names from `ownNames`
 */
export function isOwnHost(header: string | undefined, names: ReadonlySet<string>): boolean {
  if (header === undefined) return true;
  const host = URL.parse(`http://${header}/`)?.hostname.replace(/\.$/, '');
  if (host === undefined || /[/?#@\\\s]/.test(header)) return false;
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return true;
  return names.has(host) || host === 'localhost' || host.endsWith('.localhost');
}

/** The names that the configuration gives us, in lower case. */
export function ownNames(web: {
  readonly host: string;
  readonly publicUrl?: string | undefined;
  readonly hosts?: readonly string[] | undefined;
}): ReadonlySet<string> {
  const names = [web.host, URL.parse(web.publicUrl ?? '')?.hostname ?? '', ...(web.hosts ?? [])];
  return new Set(names.map((name) => name.toLowerCase()).filter((name) => name !== ''));
}
