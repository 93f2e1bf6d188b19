import { isIP } from 'node:net';

/**
 * Whether a request's Host header names us. A page on the web can point a name of its own at our address and read our
 * answers (DNS rebinding), but the header then has that name. An IP address cannot be rebound, so any is accepted.
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
