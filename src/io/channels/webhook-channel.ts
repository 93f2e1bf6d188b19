import { createHmac } from 'node:crypto';
import type { AlertMessage } from '../../core/messages/message.ts';
import type { Channel } from './channel.ts';
import type { WebhookConfig } from '../../core/alerts/channel-config.ts';
import { createHttpPoster } from './http-post.ts';

/**
 * Posts messages as JSON to the operator's address, signed after Standard Webhooks
 * (https://www.standardwebhooks.com). `webhook-id` is the idempotency key. `webhook-timestamp` is the time of this
 * attempt in Unix seconds. `webhook-signature` has one `v1,<base64>` for each secret, so that secrets can be rotated.
 */
export function createWebhookChannel(
  config: WebhookConfig,
  render: (message: AlertMessage) => string,
  now: () => number = Date.now,
): Channel {
  const poster = createHttpPoster(config);
  const secrets = [config.secret ?? []].flat();
  return {
    name: config.name,
    kind: 'webhook',
    maxStories: 200,
    send(message, signal) {
      const id = message.idempotencyKey;
      const body = render(message);
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
