import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel, SendOutcome } from './channel.ts';
import type { NtfyConfig } from '../../core/alerts/channel-config.ts';
import { createHttpPoster, refuseWebPage } from './http-post.ts';
import type { HttpAnswer } from './refused-in-body.ts';
import { jsonAnswer } from './json-answer.ts';

/** Publishes to an ntfy server. A repeat carries the same `sequence_id`, so that it replaces the first message. */
export function createNtfyChannel(config: NtfyConfig, render: (message: AlertMessage) => object): Channel {
  const poster = createHttpPoster(config);
  const authorization = authorizationOf(config);
  return {
    name: config.name,
    kind: 'ntfy',
    maxStories: 8,
    send(message, signal) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const body = JSON.stringify(render(message));
      return poster.post({ url: config.server, headers, body }, signal, judge);
    },
    close: () => poster.close(),
  };
}

function authorizationOf(config: NtfyConfig): string | undefined {
  if (config.token !== undefined) return `Bearer ${config.token}`;
  if (config.user === undefined) return undefined;
  return `Basic ${Buffer.from(`${config.user}:${config.password ?? ''}`).toString('base64')}`;
}

function judge(answer: HttpAnswer): SendOutcome | undefined {
  const { id } = jsonAnswer(answer.text);
  return answer.status === 200 && typeof id === 'string'
    ? { status: 'delivered', answer: `message ${id}` }
    : refuseWebPage(answer);
}
