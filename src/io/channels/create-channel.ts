import type { Channel } from './channel.ts';
import type { ChannelConfig } from './channel-config.ts';
import { createConsoleChannel } from './console-channel.ts';
import { createWebhookChannel } from './webhook-channel.ts';

/** Builds the channel that a piece of configuration describes. Nothing is sent or connected yet. */
export function createChannel(config: ChannelConfig): Channel {
  switch (config.kind) {
    case 'console':
      return createConsoleChannel(config);
    case 'webhook':
      return createWebhookChannel(config);
    default:
      throw new Error(`channel kind ${config.kind} is not built yet`);
  }
}
