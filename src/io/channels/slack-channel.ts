import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel } from './channel.ts';
import type { SlackConfig } from '../../core/alerts/channel-config.ts';
import { createHttpPoster, refuseWebPage } from './http-post.ts';

/** Posts to a Slack incoming webhook in Block Kit. Slack has no idempotency key, so a repeat appears twice. */
export function createSlackChannel(config: SlackConfig, render: (message: AlertMessage) => object): Channel {
  const poster = createHttpPoster(config);
  return {
    name: config.name,
    kind: 'slack',
    // Slack allows 50 blocks: two at the top, three for each story.
    maxStories: 15,
    send(message, signal) {
      const body = JSON.stringify(render(message));
      return poster.post({ url: config.url, body }, signal, refuseWebPage);
    },
    close: () => poster.close(),
  };
}
