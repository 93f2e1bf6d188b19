import { createHmac, timingSafeEqual } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { channelConfigSchema } from '../../../src/core/alerts/channel-config.ts';
import { openChannel } from '../../../src/pipeline/deliveries/open-channel.ts';
import { NO_TEMPLATES } from '../../../src/core/messages/template.ts';
import { webhookBody } from '../../../src/core/messages/webhook-body.ts';
import { createWebhookChannel, sign } from '../../../src/io/channels/webhook-channel.ts';
import { loopback, type Received } from './loopback.ts';
import { message } from '../../core/messages/sample-messages.ts';

const never = new AbortController().signal;
const OLD = `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`;
const NEW = `whsec_${Buffer.from('b'.repeat(32)).toString('base64')}`;

/** Verifies a request as receivers do, by https://www.standardwebhooks.com. */
function verify(secret: string, { headers, body }: Received, now: number): boolean {
  const id = String(headers['webhook-id']);
  const timestamp = String(headers['webhook-timestamp']);
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .map((each) => each.split(','))
    .filter(([version]) => version === 'v1')
    .some(([, signature]) => {
      const given = Buffer.from(signature ?? '', 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
}

function webhook(extra: object) {
  const parsed = channelConfigSchema.parse({ kind: 'webhook', name: 'hook', ...extra });
  if (parsed.kind !== 'webhook') throw new Error('a webhook was asked for');
  return parsed;
}

describe('webhook', () => {
  test('signs as the published example', () => {
    const body = '{"test": 2432232314}';
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    expect(sign(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('sends the same key and a new timestamp with every attempt, signed with every secret', async () => {
    await using server = await loopback(() => ({ status: 204 }));
    let now = Date.parse('2026-11-22T07:00:00.900Z');
    const config = webhook({ url: server.url, secret: [NEW, OLD], headers: { 'X-Team': 'desk' } });
    const channel = createWebhookChannel(
      config,
      (one) => webhookBody(one, NO_TEMPLATES),
      () => now,
    );
    const sent = message();
    await channel.send(sent, never);
    now += 3_600_000;
    await channel.send(sent, never);
    const [first, second] = server.received;
    if (first === undefined || second === undefined) throw new Error('two requests were sent');
    for (const request of [first, second]) {
      expect(request.headers).toMatchObject({
        'idempotency-key': sent.idempotencyKey,
        'webhook-id': sent.idempotencyKey,
        'content-type': 'application/json; charset=utf-8',
        'x-team': 'desk',
      });
    }
    expect(first.headers['webhook-timestamp']).toBe('1795330800');
    expect(second.headers['webhook-timestamp']).toBe('1795334400');
    for (const secret of [OLD, NEW]) {
      expect(verify(secret, first, now - 3_600_000)).toBe(true);
      expect(verify(secret, second, now)).toBe(true);
      expect(verify(secret, first, now)).toBe(false);
      expect(verify(secret, { ...second, body: second.body.replace('in force', 'eased') }, now)).toBe(false);
    }
    await channel.close?.();
  });

  test('contains the whole message as JSON, unchanged', async () => {
    await using server = await loopback(() => ({ status: 200 }));
    const sent = message();
    const channel = openChannel(
      webhook({ url: server.url, template: { story: '{{title}} ({{language}})' } }),
    );
    await channel.send(sent, never);
    const { idempotencyKey, ...rest } = sent;
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
      type: 'chipwatch.alert',
      timestamp: '2026-11-20T22:06:00.000Z',
      data: {
        ...(JSON.parse(JSON.stringify(rest)) as object),
        id: idempotencyKey,
        text: '米、先端AI半導体の対中輸出規制を強化 (Japanese)',
      },
    });
    expect(server.received[0]?.headers['webhook-signature']).toBeUndefined();
    await channel.close?.();
  });

  test('reads only the beginning of an endless response', async () => {
    await using server = await loopback(() => ({ status: 400, endless: 'x'.repeat(10_000) }));
    const channel = openChannel(webhook({ url: server.url }));
    const outcome = await channel.send(message(), never);
    if (outcome.status !== 'refused') throw new Error(outcome.status);
    expect(outcome.reason.length).toBeLessThan(250);
    await channel.close?.();
  });
});
