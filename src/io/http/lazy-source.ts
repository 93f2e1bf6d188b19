import { checkPolicy } from './address-guard.ts';
import type { LiveSource, LiveSourceOptions } from './live-source.ts';
import { PROXY_NOTICE, proxyOf } from './proxy-settings.ts';

/**
 * The live web for a process that may never ask it: the HTTP client is loaded for the first request. The settings are
 * checked at once.
 *
 * @throws RangeError for an invalid proxy or allowed network
 */
export function lazySource(options: LiveSourceOptions): LiveSource {
  checkPolicy(options);
  const proxy = proxyOf(options.environment ?? {});
  let loading: Promise<LiveSource> | undefined;
  const load = async () => (await import('./live-source.ts')).createLiveSource(options);
  const live = () => (loading ??= load());
  return {
    notices: proxy === undefined ? [] : [PROXY_NOTICE],
    get: async (request) => (await live()).get(request),
    post: async (request) => (await live()).post(request),
    close: async () => (await loading)?.close(),
  };
}
