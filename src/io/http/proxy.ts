import type { Agent as AgentType, Dispatcher } from 'undici';
import type { ProxySettings } from './proxy-settings.ts';
import { Agent, loadProxyAgent } from './undici.ts';

/**
 * The undici dispatcher for the given options: direct, or through the proxies except for NO_PROXY hosts, which
 * are still reached by the guarded connector in `options.connect`.
 */
export function dispatcherFor(options: AgentType.Options, proxy: ProxySettings | undefined): Dispatcher {
  if (proxy === undefined) return new Agent(options);
  const ProxyAgent = loadProxyAgent();
  return new ProxyAgent({
    ...options,
    // An empty string switches a proxy off, where undefined would make undici read the environment itself.
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.except,
  });
}
