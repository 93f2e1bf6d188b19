import { type ConnectionOptions, type HostConnections, openConnections } from './host-connections.ts';
import type { ProxySettings } from './proxy-settings.ts';
import { loadProxyAgent } from './undici.ts';

/**
 * Connections for the given options: direct, or through the proxies except for NO_PROXY hosts, which are still reached
 * by the guarded connector in `options.connect`.
 */
export function connectionsFor(
  options: ConnectionOptions,
  proxy: ProxySettings | undefined,
): HostConnections {
  if (proxy === undefined) return openConnections(options);
  const ProxyAgent = loadProxyAgent();
  const agent = new ProxyAgent({
    ...options,
    // An empty string switches a proxy off, where undefined would make undici read the environment itself.
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.except,
  });
  return { use: (_origin, send) => send(agent), close: () => agent.close() };
}
