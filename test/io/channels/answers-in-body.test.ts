import { describe, expect, test } from 'vitest';
import { message } from '../../core/messages/sample-messages.ts';
import { channelAt, KINDS } from './channel-at.ts';
import { json } from './fake-services.ts';
import { loopback } from './loopback.ts';

const never = new AbortController().signal;

describe.each(KINDS)('%s', (kind) => {
  test.each<[body: object, outcome: object]>([
    [
      { ok: false, error: 'channel_not_found' },
      { status: 'retry', reason: expect.stringContaining('channel_not_found') },
    ],
    [
      { ok: false, error: 'msg_too_long' },
      { status: 'refused', isTooLarge: true },
    ],
    [{ success: false, error: 'the integration is disabled' }, { status: 'retry' }],
    [{ errcode: 310_000, errmsg: 'sign not match' }, { status: 'retry' }],
  ])('judges a 200 by its body: %j', async (body, outcome) => {
    await using server = await loopback(() => json(200, body));
    const channel = channelAt(kind, server.url);
    expect(await channel.send(message(), never)).toMatchObject(outcome);
    await channel.close?.();
  });

  test.each(['{"ok":true}', '{"errcode":0,"errmsg":"ok"}', '{"success":"false"}', '[{"ok":false}]', 'ok'])(
    'counts 200 with %s as its service does',
    async (body) => {
      await using server = await loopback(() => ({ status: 200, body }));
      const channel = channelAt(kind, server.url);
      const expected = kind === 'telegram' && body !== '{"ok":true}' ? 'retry' : 'delivered';
      expect(await channel.send(message(), never)).toMatchObject({ status: expected });
      await channel.close?.();
    },
  );

  test('waits until the date of a Retry-After', async () => {
    const date = new Date(Date.now() + 90_000).toUTCString();
    await using server = await loopback(() => ({ status: 429, headers: { 'retry-after': date } }));
    const channel = channelAt(kind, server.url);
    const got = await channel.send(message(), never);
    expect(got.status === 'retry' ? got.retryAfterMs : 0).toBeGreaterThan(60_000);
    expect(got.status === 'retry' ? got.retryAfterMs : Infinity).toBeLessThanOrEqual(90_000);
    await channel.close?.();
  });
});
