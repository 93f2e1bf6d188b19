import type { FastifyRequest } from 'fastify';
import { isRole, type Visitor } from '../route.ts';

/** `web.proxy` of the configuration. */
export interface AuthProxySettings {
  readonly addresses: readonly string[];
  readonly userHeader: string;
  readonly roleHeader?: string | undefined;
  readonly role: 'reader' | 'analyst' | 'owner';
}

/**
 * The visitor that the authenticating proxy names; undefined where the request does not come from the proxy, since
 * anybody could send its headers. An unknown role gives no access.
 */
export function proxyVisitor(
  proxy: AuthProxySettings | undefined,
  request: Pick<FastifyRequest, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined };
  },
): Omit<Visitor, 'csrf'> | undefined {
  if (proxy === undefined) return undefined;
  const from = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  if (!proxy.addresses.includes(from)) return undefined;
  const name = single(request.headers[proxy.userHeader.toLowerCase()]);
  if (name === undefined) return undefined;
  const said =
    proxy.roleHeader === undefined
      ? proxy.role
      : (single(request.headers[proxy.roleHeader.toLowerCase()]) ?? '');
  return { id: `proxy:${name}`, name, role: isRole(said) ? said : undefined, via: 'proxy' };
}

/** A header that came twice is ignored. */
function single(value: string | string[] | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' || text.length > 200 || text.includes(',') ? undefined : text;
}
