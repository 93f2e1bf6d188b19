import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelsCommand } from '../../src/cli/channels.ts';
import { pacingSchema, pausePacing } from '../../src/core/alerts/pacing.ts';
import { changeChannel } from '../../src/io/store/channels.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { type WebhookReceiver, webhookReceiver } from '../support/webhook-receiver.ts';

const SECRET = 's3cret-path';
let hook: WebhookReceiver;
let gone: WebhookReceiver;
let busy: WebhookReceiver;
const DAY = 86_400_000;

let cli: TestCli;
beforeAll(async () => {
  hook = await webhookReceiver();
  gone = await webhookReceiver(() => 410);
  busy = await webhookReceiver(() => 503);
  cli = await testCli(() => [channelsCommand()], {
    channels: [
      { name: 'terminal', kind: 'console' },
      { name: 'hook', kind: 'webhook', url: `${hook.url}/${SECRET}` },
      { name: 'gone', kind: 'webhook', url: gone.url },
      { name: 'busy', kind: 'webhook', url: busy.url, pace: { burst: 2, everySeconds: 3 } },
      { name: 'nobody', kind: 'webhook', url: 'http://127.0.0.1:9/' },
    ],
    routes: [
      { name: 'all', channels: ['hook', 'busy'] },
      { name: 'bans', channels: ['hook'] },
    ],
  });
});
afterAll(async () => {
  await cli[Symbol.asyncDispose]();
  for (const receiver of [hook, gone, busy]) await receiver[Symbol.asyncDispose]();
});

describe('test', () => {
  test('sends a message that is marked as a test, and says what came back', async () => {
    const { code, stdout } = await cli.run('channels', 'test', 'hook');
    expect(stdout).toMatch(/^hook: delivered; the answer: .*204/);
    expect(code).toBe(0);
    expect(hook.bodies).toHaveLength(1);
    expect(JSON.stringify(hook.bodies[0])).toMatch(/"kind":"test"|"type":"[a-z.]*test"/);
  });

  test.each([
    ['gone', 'retry', /410/],
    ['busy', 'retry', /503/],
    ['nobody', 'retry', /./],
  ])('%s: %s, exit 1', async (name, status, says) => {
    const result = await cli.run('channels', 'test', name, '--json');
    expect(result.code).toBe(1);
    const outcome = JSON.parse(result.stdout) as { status: string; reason: string };
    expect(outcome).toMatchObject({ channel: name, status });
    expect(outcome.reason).toMatch(says);
  });

  test('the console’s message leaves standard output to the JSON', async () => {
    const { stdout, stderr } = await cli.run('channels', 'test', 'terminal', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'delivered' });
    expect(stderr).toContain('[TEST]');
  });

  test('an unknown channel exits with 3 and names those that there are', async () => {
    const result = await cli.run('channels', 'test', 'pager');
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('known: terminal, hook, gone, busy, nobody');
  });
});

describe('list', () => {
  test('shows who uses a channel and whether it rests', async () => {
    const until = new Date(Date.now() + 600_000);
    await changeChannel(
      cli.db,
      'busy',
      (state) => ({
        state: {
          breaker: { state: 'open', failures: 5, openings: 1, until: until.getTime() },
          pacing: state.pacing,
        },
        result: undefined,
      }),
      { text: '503 Service Unavailable', at: new Date('2026-02-03T04:05:00Z') },
    );
    const channels = await cli.json<{ name: string }[]>('channels', 'list');
    const of = (name: string) => channels.find((one) => one.name === name);
    expect(of('hook')).toMatchObject({ kind: 'webhook', routes: ['all', 'bans'], state: 'ok', pace: null });
    expect(of('terminal')).toMatchObject({ routes: [] });
    expect(of('busy')).toMatchObject({
      state: 'resting',
      restsUntil: until.toISOString(),
      pace: { burst: 2, everyMs: 3_000 },
      lastError: '503 Service Unavailable',
    });
    const { stdout } = await cli.run('channels', 'list');
    expect(stdout).toMatch(/resting until .* busy +webhook +all +2, then one in 3 s/);
  });

  test('shows that a channel rests because its service asked for it', async () => {
    const now = new Date();
    await changeChannel(cli.db, 'nobody', () => ({
      state: { breaker: {}, pacing: pausePacing(pacingSchema.parse({}), now, 365 * DAY) },
      result: undefined,
    }));
    const channels = await cli.json<{ name: string }[]>('channels', 'list');
    expect(channels.find((one) => one.name === 'nobody')).toMatchObject({
      state: 'resting',
      restsUntil: new Date(now.getTime() + DAY).toISOString(),
    });
  });

  test('shows no address, because a webhook’s address is its password', async () => {
    const { stdout } = await cli.run('channels', 'list');
    expect(stdout).not.toContain(SECRET);
    expect((await cli.run('channels', 'list', '--json')).stdout).not.toContain(SECRET);
  });
});
