import { describe, expect, test } from 'vitest';
import { composeTestMessage } from '../../../src/core/messages/compose-test.ts';
import { channelAt, type Kind, KINDS } from './channel-at.ts';
import { json, SERVICES } from './fake-services.ts';
import { closedPort } from '../../support/listening.ts';
import { loopback, type Reply } from './loopback.ts';
import { message, storyFacts } from '../../core/messages/sample-messages.ts';

const never = new AbortController().signal;

describe.each(KINDS)('%s', (kind) => {
  test('delivers alerts, updates and digests that the service accepts', async () => {
    await using server = await loopback(SERVICES[kind]);
    const channel = channelAt(kind, server.url);
    const update = storyFacts({ development: 'now in force', outletCount: 7, languages: ['ja', 'en', 'de'] });
    const several = Array.from({ length: Math.min(channel.maxStories, 20) }, (_, i) =>
      storyFacts({ alertId: `a${i}`, title: `Story ${i}` }),
    );
    for (const sent of [
      message(),
      message({ kind: 'update', stories: [update] }),
      message({ kind: 'digest', stories: several, note: 'Held 22:00–07:00 by quiet hours.' }),
      message({ kind: 'overflow', stories: several }),
      composeTestMessage({ idempotencyKey: 'test-1', now: new Date(0), publicUrl: undefined }),
    ]) {
      const outcome = await channel.send(sent, never);
      expect(outcome, server.received.at(-1)?.body).toMatchObject({ status: 'delivered' });
    }
    await channel.close?.();
  });

  test('contains everything that a reader needs', async () => {
    await using server = await loopback(SERVICES[kind]);
    const channel = channelAt(kind, server.url);
    const story = storyFacts({
      development: 'now in force',
      outletCount: 7,
      languages: ['ja', 'en', 'de'],
      sample: true,
    });
    await channel.send(message({ kind: 'update', stories: [story] }), never);
    const said = JSON.stringify(JSON.parse(server.received[0]?.body ?? ''));
    const flat = flatten(said);
    for (const part of [
      story.title,
      'Denshi Shimbun',
      'Japanese',
      'Chip ban',
      'in force',
      story.topics[0]?.sentence ?? '',
      'news.example.jp/2026/11/ban?id=1&lang=ja',
      'watch.example.org/stories/story-1',
      'export control',
      'in one sentence',
      'now 7 outlets, 3 languages',
      kind === 'webhook' ? '"sample":true' : '[SAMPLE]',
    ]) {
      expect(flat, `${kind} must say ${part}`).toContain(flatten(part));
    }
    await channel.close?.();
  });

  test.each<[name: string, reply: Reply, outcome: object]>([
    [
      '429 with Retry-After',
      { status: 429, headers: { 'retry-after': '17' } },
      { status: 'retry', retryAfterMs: 17_000 },
    ],
    ['500', { status: 500 }, { status: 'retry' }],
    ['502 from a proxy', { status: 502, body: '<html>Bad gateway</html>' }, { status: 'retry' }],
    [
      '503 with Retry-After',
      { status: 503, headers: { 'retry-after': '120' } },
      { status: 'retry', retryAfterMs: 120_000 },
    ],
    [
      'Retry-After that asks for no time',
      { status: 503, headers: { 'retry-after': 'Sun, 22 Nov 2020 06:00:00 CST' } },
      { status: 'retry', retryAfterMs: 0 },
    ],
    [
      'Retry-After that makes no sense',
      { status: 503, headers: { 'retry-after': '-5' } },
      { status: 'retry', reason: 'HTTP 503' },
    ],
    ['408', { status: 408 }, { status: 'retry' }],
    ['a reset connection', 'reset', { status: 'retry' }],
    ['400', { status: 400, body: 'no' }, { status: kind === 'telegram' ? 'retry' : 'refused' }],
    ['401', { status: 401 }, { status: 'retry' }],
    ['403', { status: 403 }, { status: 'retry' }],
    ['404', { status: 404 }, { status: 'retry' }],
    ['410', { status: 410 }, { status: 'retry' }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:9/' } }, { status: 'retry' }],
    ['413', { status: 413 }, { status: 'refused', isTooLarge: true }],
    ['422', { status: 422 }, { status: 'refused', isTooLarge: false }],
    [
      '400 about the length',
      { status: 400, body: '{"ok":false,"description":"Bad Request: message is too long"}' },
      { status: 'refused', isTooLarge: true },
    ],
  ])('judges %s', async (_name, reply, outcome) => {
    await using server = await loopback(() => reply);
    const channel = channelAt(kind, server.url);
    const got = await channel.send(message(), never);
    expect(got).toMatchObject(outcome);
    expect(JSON.stringify(got)).not.toMatch(/s3cret|TEST-token/);
    expect(server.received).toHaveLength(1);
    await channel.close?.();
  });

  test('does not repeat an address that an error page quotes', async () => {
    await using server = await loopback(({ path }) => ({
      status: 404,
      body: `${'Nothing '.repeat(22)} at ${path}!`,
    }));
    const channel = channelAt(kind, server.url);
    const outcome = await channel.send(message(), never);
    expect(outcome).toMatchObject({ status: 'retry', reason: expect.stringContaining('404') });
    expect(JSON.stringify(outcome)).not.toMatch(/s3cret|TEST-token/);
    await channel.close?.();
  });

  test('retries when the server is missing', async () => {
    const port = await closedPort();
    const channel = channelAt(kind, `http://127.0.0.1:${port}`);
    const got = await channel.send(message(), never);
    expect(got).toMatchObject({
      status: 'retry',
      reason: expect.stringMatching(/127\.0\.0\.1:\d+ refuses connections: no server listens there$/),
    });
    expect(JSON.stringify(got)).not.toMatch(/s3cret|TEST-token/);
    await channel.close?.();
  });

  test('gives up on a slow server, which then gets the message twice with one key', async () => {
    await using server = await loopback((request, index) => (index === 0 ? 'hang' : SERVICES[kind](request)));
    const hasty = channelAt(kind, server.url, 0.3);
    const patient = channelAt(kind, server.url);
    const sent = message();
    expect(await hasty.send(sent, never)).toMatchObject({
      status: 'retry',
      reason: 'no answer within 0.3 s',
    });
    expect(await patient.send(sent, never)).toMatchObject({ status: 'delivered' });
    expect(server.received).toHaveLength(2);
    expect(server.received[1]?.body).toBe(server.received[0]?.body);
    await hasty.close?.();
    await patient.close?.();
  });

  test.each(['silence', 'reset'] as const)(
    'takes an acceptance whose body ends in %s for one',
    async (ending) => {
      await using server = await loopback(() => ({ status: 200, begun: '{"ok":true,"re', ending }));
      const channel = channelAt(kind, server.url, 0.5);
      expect(await channel.send(message(), never)).toMatchObject({ status: 'delivered' });
      await channel.close?.();
    },
  );

  test('stops when it is aborted', async () => {
    await using server = await loopback(() => 'hang');
    const channel = channelAt(kind, server.url);
    const stop = new AbortController();
    const outcome = channel.send(message(), stop.signal);
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    expect(await outcome).toMatchObject({ status: 'retry', reason: 'stopped before an answer came' });
    await channel.close?.();
  });

  test('works again after an hour of status 500', async () => {
    await using server = await loopback((request, index) =>
      index < 5 ? { status: 500 } : SERVICES[kind](request),
    );
    const channel = channelAt(kind, server.url);
    const statuses: string[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await channel.send(message(), never)).status);
    expect(statuses).toEqual(['retry', 'retry', 'retry', 'retry', 'retry', 'delivered']);
    await channel.close?.();
  });
});

describe("each service's own error messages", () => {
  test.each<[kind: Kind, reply: Reply, outcome: object]>([
    [
      'discord',
      json(429, { message: 'You are being rate limited.', retry_after: 0.65, global: false }),
      { status: 'retry', retryAfterMs: 650 },
    ],
    [
      'discord',
      json(404, { message: 'Unknown Webhook', code: 10_015 }),
      { status: 'retry', reason: expect.stringContaining('Unknown Webhook') },
    ],
    [
      'telegram',
      json(429, {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 35',
        parameters: { retry_after: 35 },
      }),
      { status: 'retry', retryAfterMs: 35_000 },
    ],
    [
      'telegram',
      json(403, { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }),
      { status: 'retry', reason: 'HTTP 403: Forbidden: bot was blocked by the user' },
    ],
    [
      'telegram',
      json(400, {
        ok: false,
        error_code: 400,
        description: 'Bad Request: group chat was upgraded',
        parameters: { migrate_to_chat_id: -100_123 },
      }),
      { status: 'retry', reason: expect.stringContaining('-100123') },
    ],
    [
      'telegram',
      json(400, { ok: false, error_code: 400, description: "Bad Request: can't parse entities" }),
      { status: 'refused', reason: expect.stringContaining('parse entities') },
    ],
    ...(['slack', 'discord', 'teams', 'ntfy'] as const).map((kind): [Kind, Reply, object] => [
      kind,
      { status: 200, body: '<!DOCTYPE html><title>Parked</title>' },
      { status: 'retry', reason: 'HTTP 200 with a web page: another server answered' },
    ]),
    ['telegram', { status: 200, body: '<html>Log in to the Wi-Fi</html>' }, { status: 'retry' }],
    [
      'teams',
      {
        status: 200,
        body: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x',
      },
      { status: 'retry' },
    ],
    [
      'slack',
      { status: 410, body: 'channel_is_archived' },
      { status: 'retry', reason: 'HTTP 410: channel_is_archived' },
    ],
    ['slack', { status: 404, body: 'no_service' }, { status: 'retry', reason: 'HTTP 404: no_service' }],
    [
      'ntfy',
      json(429, { code: 42_908, http: 429, error: 'limit reached: daily message quota reached' }),
      { status: 'retry' },
    ],
    ['ntfy', json(507, { code: 50_701, http: 507 }), { status: 'retry' }],
    ['webhook', { status: 409, body: 'already at it' }, { status: 'retry' }],
  ])('%s %j', async (kind, reply, outcome) => {
    await using server = await loopback(() => reply);
    const channel = channelAt(kind, server.url);
    expect(await channel.send(message(), never)).toMatchObject(outcome);
    await channel.close?.();
  });
});

/** What a reader sees, without escapes, quotes and the joints between styled pieces. */
function flatten(text: string): string {
  return text
    .replaceAll('\\\\', '')
    .replaceAll('&amp;', '&')
    .replaceAll(/"(?:type|style|weight|highlight|bold)":(?:"[^"]*"|true|\{"bold":true\})/g, '')
    .replaceAll(/<\/?b>|\*\*|"text":|[{}[\]",\\“”]/g, '')
    .replaceAll(/\s+/g, ' ');
}
