import type { Config } from '../config/load-config.ts';
import { allowList } from '../io/http/address-guard.ts';
import { lazySource } from '../io/http/lazy-source.ts';
import type { LiveSource } from '../io/http/live-source.ts';
import { userAgent } from '../io/http/user-agent.ts';
import { openSample, withSample } from './sample-outlet.ts';
import { VERSION } from './version.ts';

/** The live web, with the bundled sample outlet where the configuration enables it. */
export async function openSource(
  config: Pick<Config, 'http' | 'sample' | 'file' | 'lineOf'>,
): Promise<LiveSource> {
  const own = config.http.allowPrivateNetworks;
  const live = lazySource({
    userAgent: userAgent(VERSION, config.http.contact),
    environment: process.env,
    ...(typeof own === 'boolean' ? { allowPrivateNetworks: own } : allowList(own)),
  });
  return config.sample === undefined
    ? live
    : { ...live, ...withSample(live, await openSample(config.sample, config)) };
}
