import type { Channel } from './channel.ts';
import type { ChannelConfig } from './channel-config.ts';
import { createConsoleChannel } from './console-channel.ts';
import { createDiscordChannel } from './discord-channel.ts';
import { createEmailChannel } from './email-channel.ts';
import { createNtfyChannel } from './ntfy-channel.ts';
import { createSlackChannel } from './slack-channel.ts';
import { createTeamsChannel } from './teams-channel.ts';
import { createTelegramChannel } from './telegram-channel.ts';
import { createWebhookChannel } from './webhook-channel.ts';

/** Builds the channel that a piece of configuration describes. Nothing is sent or connected yet. */
export function createChannel(config: ChannelConfig): Channel {
  switch (config.kind) {
    case 'console':
      return createConsoleChannel(config);
    case 'webhook':
      return createWebhookChannel(config);
    case 'slack':
      return createSlackChannel(config);
    case 'discord':
      return createDiscordChannel(config);
    case 'teams':
      return createTeamsChannel(config);
    case 'telegram':
      return createTelegramChannel(config);
    case 'email':
      return createEmailChannel(config);
    case 'ntfy':
      return createNtfyChannel(config);
  }
}
