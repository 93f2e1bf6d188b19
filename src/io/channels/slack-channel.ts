import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel } from './channel.ts';
import type { SlackConfig } from '../../core/alerts/channel-config.ts';
import { createHttpPoster } from './http-post.ts';

/** Posts to a Slack incoming webhook in Block Kit. The service has no idempotency key: a repeat shows twice. */
export function createSlackChannel(config: SlackConfig, render: (message: AlertMessage) => object): Channel {
  const poster = createHttpPoster(config);
  return {
    name: config.name,
    kind: 'slack',
    // Three blocks each, and two above them.
    maxStories: 15,
    send(message, signal) {
      const body = JSON.stringify(render(message));
      return poster.post({ url: config.url, body }, signal);
    },
    close: () => poster.close(),
  };
}
