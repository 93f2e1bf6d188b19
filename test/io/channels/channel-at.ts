import { channelConfigSchema } from '../../../src/core/alerts/channel-config.ts';
import type { Channel } from '../../../src/io/channels/channel.ts';
import { openChannel } from '../../../src/pipeline/deliveries/open-channel.ts';
import { SERVICES } from './fake-services.ts';

export type Kind = keyof typeof SERVICES;
export const KINDS = Object.keys(SERVICES) as Kind[];

/** A channel of that kind whose service is at the URL. */
export function channelAt(kind: Kind, url: string, timeoutSeconds = 20): Channel {
  const address = {
    webhook: { url: `${url}/hook/s3cret` },
    slack: { url: `${url}/services/T0/B0/s3cret` },
    discord: { url: `${url}/api/webhooks/1/s3cret` },
    teams: { url: `${url}/workflows/s3cret` },
    telegram: { api: url, token: '123456:TEST-token', chat: '@desk' },
    ntfy: { server: url, topic: 'chips' },
  }[kind];
  return openChannel(channelConfigSchema.parse({ kind, name: kind, timeoutSeconds, ...address }));
}
