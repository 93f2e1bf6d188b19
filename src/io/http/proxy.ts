import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { ProxySettings } from './proxy-settings.ts';

/**
 * The undici dispatcher for the given options: direct, or through the proxies except for NO_PROXY hosts, which
 * are still reached by the guarded connector in `options.connect`.
 */
export function dispatcherFor(options: Agent.Options, proxy: ProxySettings | undefined): Dispatcher {
  if (proxy === undefined) return new Agent(options);
  return new EnvHttpProxyAgent({
    ...options,
    // An empty string switches a proxy off, where undefined would make undici read the environment itself.
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.except,
  });
}
