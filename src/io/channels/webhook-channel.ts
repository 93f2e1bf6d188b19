import { createHmac } from 'node:crypto';
import type { Channel } from './channel.ts';
import type { WebhookConfig } from './channel-config.ts';
import { createHttpPoster } from './http-post.ts';
import { FULL_ROOM } from './story-view.ts';
import { channelTemplates } from './template.ts';

/**
 * Posts messages as JSON to an address of the operator's, signed after Standard Webhooks
 * (https://www.standardwebhooks.com): `webhook-id` is the idempotency key, `webhook-timestamp` the time of this
 * attempt in Unix seconds, `webhook-signature` one `v1,<base64>` for each secret, so that secrets can be rotated.
 */
export function createWebhookChannel(config: WebhookConfig, now: () => number = Date.now): Channel {
  const poster = createHttpPoster(config);
  const secrets = [config.secret ?? []].flat();
  const templates = channelTemplates(config.template);
  return {
    name: config.name,
    kind: 'webhook',
    maxStories: 200,
    send(message, signal) {
      const { idempotencyKey: id, ...data } = message;
      const texts = message.stories
        .map((story) => templates.story(message, story, FULL_ROOM, (value) => value))
        .filter((text) => text !== undefined);
      const body = JSON.stringify({
        type: `chipwatch.${message.kind}`,
        timestamp: message.createdAt.toISOString(),
        data: { id, ...data, ...(texts.length === 0 ? {} : { text: texts.join('\n\n') }) },
      });
      const seconds = Math.floor(now() / 1000);
      const signatures = secrets.map((secret) => sign(secret, id, seconds, body));
      const headers = {
        ...config.headers,
        'idempotency-key': id,
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        ...(signatures.length === 0 ? {} : { 'webhook-signature': signatures.join(' ') }),
      };
      return poster.post({ url: config.url, headers, body }, signal);
    },
    close: () => poster.close(),
  };
}

/** `v1,<base64 of HMAC-SHA256>` over `id.timestamp.body`; the key is what follows `whsec_`, base64-decoded. */
export function sign(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}
