import { expect, test } from 'vitest';
import { channelConfigSchema } from '../../src/core/alerts/channel-config.ts';
import { testConsole } from '../support/web-console.ts';
import { webhookReceiver } from '../support/webhook-receiver.ts';

test('the page of the channels sends a test message for an owner and says what came back', async () => {
  await using hook = await webhookReceiver();
  await using gone = await webhookReceiver(() => 410);
  await using console = await testConsole(
    { auth: 'accounts' },
    {
      config: {
        channels: [
          channelConfigSchema.parse({ name: 'hook', kind: 'webhook', url: hook.url }),
          channelConfigSchema.parse({ name: 'gone', kind: 'webhook', url: gone.url }),
        ],
        routes: [{ name: 'everything', channels: ['hook'], updates: true, timeZone: 'UTC' }],
      },
    },
  );
  const [owner, analyst] = [await console.somebody('owner'), await console.somebody('analyst')];
  const page = async ({ cookie }: { readonly cookie: string }) =>
    (await fetch(`${console.web.url}/channels`, { headers: { cookie } })).text();
  const sent = async (
    { cookie, csrf }: { readonly cookie: string; readonly csrf: string },
    channel: string,
  ) => {
    const answer = await fetch(`${console.web.url}/channels/test`, {
      method: 'POST',
      headers: { cookie, accept: 'text/html' },
      body: new URLSearchParams({ csrf, channel }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect(await page(owner)).toContain('Send a test message');
  expect(await page(analyst)).not.toContain('Send a test message');
  expect((await sent(analyst, 'hook')).status).toBe(403);
  expect(hook.bodies).toEqual([]);

  expect(await sent(owner, 'hook')).toMatchObject({
    status: 200,
    text: expect.stringMatching(/delivered; the answer: .*204/) as string,
  });
  expect(JSON.stringify(hook.bodies)).toContain('test');
  expect(await sent(owner, 'gone')).toMatchObject({
    status: 502,
    text: expect.stringContaining('410') as string,
  });
  expect((await sent(owner, 'hok')).text).toContain('hook');
  const lines = await console.db.selectFrom('audit').select(['did', 'detail']).execute();
  expect(lines).toContainEqual({ did: 'POST /channels/test', detail: { channel: 'hook' } });
});
