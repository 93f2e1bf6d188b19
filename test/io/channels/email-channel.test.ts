import { type AddressInfo, connect, createServer } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { describe, expect, test } from 'vitest';
import { type ChannelConfig, channelConfigSchema } from '../../../src/core/alerts/channel-config.ts';
import { openChannel } from '../../../src/pipeline/deliveries/open-channel.ts';
import { closedPort } from '../../support/listening.ts';
import { decodeWords, mailServer, part } from './mail-server.ts';
import { message, storyFacts } from '../../core/messages/sample-messages.ts';

const never = new AbortController().signal;

function email(port: number, extra: object = {}): ChannelConfig {
  return channelConfigSchema.parse({
    kind: 'email',
    name: 'mail',
    host: '127.0.0.1',
    port,
    tls: 'none',
    from: 'Chipwatch <watch@desk.example>',
    to: ['ana@desk.example', 'Bo <bo@desk.example>'],
    ...extra,
  });
}

describe('email', () => {
  test('sends complete text and HTML', async () => {
    await using server = await mailServer();
    const channel = openChannel(email(server.port));
    const story = storyFacts({
      sample: true,
      development: 'now in force',
      outletCount: 7,
      languages: ['ja', 'en'],
    });
    const outcome = await channel.send(message({ kind: 'update', stories: [story] }), never);
    expect(outcome).toEqual({ status: 'delivered', answer: expect.stringContaining('queued as 4XyZ') });
    const mail = server.mails[0];
    expect(mail?.to).toEqual(['ana@desk.example', 'bo@desk.example']);
    expect(mail?.from).toBe('watch@desk.example');
    expect(decodeWords(mail?.headers.get('subject') ?? '')).toBe(
      '[SAMPLE] Update (now in force): Chip ban, in force: 米、先端AI半導体の対中輸出規制を強化',
    );
    const text = part(mail?.raw ?? '', 'text/plain');
    const html = part(mail?.raw ?? '', 'text/html');
    for (const body of [text, html.replaceAll(/<\/?mark>/g, '').replaceAll('&amp;', '&')]) {
      for (const said of [
        '[SAMPLE]',
        'Chip ban · in force',
        'Update: now in force',
        story.title,
        'Denshi Shimbun · Japanese',
        'now 7 outlets, 2 languages',
        story.topics[0]?.sentence ?? '',
        story.link,
        story.storyUrl ?? '',
        'export control “輸出規制”',
      ]) {
        expect(body).toContain(said);
      }
    }
    expect(html).toContain('<blockquote lang="ja" dir="auto"');
    expect(html).toContain('<mark>輸出規制</mark>');
  });

  test('threads by story, repeats under one Message-ID', async () => {
    await using server = await mailServer();
    const channel = openChannel(email(server.port));
    const first = message({ idempotencyKey: 'd1' });
    await channel.send(first, never);
    await channel.send(first, never);
    await channel.send(
      message({ idempotencyKey: 'd2', kind: 'update', stories: [storyFacts({ development: 'eased' })] }),
      never,
    );
    await channel.send(message({ idempotencyKey: 'd3', stories: [storyFacts({ storyId: 'other' })] }), never);
    await channel.send(
      message({ idempotencyKey: 'd4', kind: 'digest', stories: [storyFacts(), storyFacts()] }),
      never,
    );
    const id = server.mails.map((mail) => mail.headers.get('message-id'));
    const thread = server.mails.map((mail) => mail.headers.get('references'));
    expect(id[0]).toMatch(/^<[0-9a-f]{40}@desk\.example>$/);
    expect(id[1]).toBe(id[0]);
    expect(new Set(id)).toHaveProperty('size', 4);
    expect(thread[0]).toMatch(/^<story-[0-9a-f]{40}@desk\.example>$/);
    expect(thread[2]).toBe(thread[0]);
    expect(thread[3]).not.toBe(thread[0]);
    expect(thread[4]).toBeUndefined();
    expect(server.mails[2]?.headers.get('in-reply-to')).toBe(thread[0]);
  });

  test('offers to unsubscribe in one click, and asks robots not to answer', async () => {
    await using server = await mailServer();
    const extra = {
      unsubscribeUrl: 'https://desk.example/u?x=1',
      unsubscribeMail: 'List <stop@desk.example>',
    };
    await openChannel(email(server.port, extra)).send(message(), never);
    await openChannel(email(server.port)).send(message(), never);
    const [headers, without] = server.mails.map((mail) => mail.headers);
    expect(headers?.get('list-unsubscribe')).toBe('<https://desk.example/u?x=1>, <mailto:stop@desk.example>');
    expect(headers?.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers?.get('auto-submitted')).toBe('auto-generated');
    expect(headers?.get('list-id')).toBe('<compliance.chipwatch.desk.example>');
    expect(without?.has('list-unsubscribe')).toBe(false);
  });

  test('a title cannot add a header, a tag or a line', async () => {
    await using server = await mailServer();
    const title = 'x\r\nBcc: victim@evil.example\r\n\r\n<script>alert(1)</script>\n.\r\nMAIL FROM:<a@b>';
    const hostile = message({
      idempotencyKey: 'k\r\nX-Evil: 1',
      route: 'r\r\nX-Evil: 2',
      stories: [storyFacts({ title })],
    });
    await openChannel(email(server.port)).send(hostile, never);
    expect(server.mails).toHaveLength(1);
    const headers = server.mails[0]?.headers;
    expect([...(headers?.keys() ?? [])].filter((name) => name === 'bcc' || name === 'x-evil')).toEqual([]);
    expect(server.mails[0]?.to).toEqual(['ana@desk.example', 'bo@desk.example']);
    expect(part(server.mails[0]?.raw ?? '', 'text/html')).not.toContain('<script>');
  });

  test('retries only the recipients that the server postponed', async () => {
    let greylisted = true;
    await using server = await mailServer({
      onRcptTo({ address }, _session, done) {
        if (!address.startsWith('bo@') || !greylisted) return done();
        done(Object.assign(new Error('Greylisted, come back'), { responseCode: 451 }));
      },
    });
    const channel = openChannel(email(server.port));
    expect(await channel.send(message(), never)).toMatchObject({
      status: 'retry',
      reason: expect.stringContaining('451'),
    });
    greylisted = false;
    expect(await channel.send(message(), never)).toMatchObject({ status: 'delivered' });
    expect(server.mails.map((mail) => mail.to)).toEqual([['ana@desk.example'], ['bo@desk.example']]);
    expect(server.mails[1]?.headers.get('message-id')).toBe(server.mails[0]?.headers.get('message-id'));
  });

  test('delivers to the known recipients and names the unknown ones', async () => {
    await using server = await mailServer({
      onRcptTo({ address }, _session, done) {
        if (!address.startsWith('bo@')) return done();
        done(Object.assign(new Error('5.1.1 No such user'), { responseCode: 550 }));
      },
    });
    const outcome = await openChannel(email(server.port)).send(message(), never);
    expect(outcome).toMatchObject({
      status: 'delivered',
      answer: expect.stringMatching(/queued.*; refused: bo@desk\.example: 550/),
      refused: expect.stringMatching(/^bo@desk\.example: 550 5\.1\.1 No such user/),
    });
  });

  const rejecting = (responseCode: number) => (_: unknown, __: unknown, done: (error?: Error) => void) =>
    done(Object.assign(new Error('no'), { responseCode }));

  test.each<[name: string, options: SMTPServerOptions, status: string]>([
    ['a bounced address', { onRcptTo: rejecting(550) }, 'retry'],
    ['a mail that is too large', { onMailFrom: rejecting(552) }, 'refused'],
    ['a mailbox that is full for now', { onRcptTo: rejecting(452) }, 'retry'],
    ['a sender that is not let in', { onMailFrom: rejecting(553) }, 'retry'],
    ['a server about to close', { onMailFrom: rejecting(421) }, 'retry'],
    [
      'content refused',
      {
        onData: (stream, _, done) => {
          stream.resume();
          stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })));
        },
      },
      'refused',
    ],
    [
      'a server out of disk',
      {
        onData: (stream, _, done) => {
          stream.resume();
          stream.on('end', () => done(Object.assign(new Error('disk'), { responseCode: 451 })));
        },
      },
      'retry',
    ],
  ])('judges %s', async (_name, options, status) => {
    await using server = await mailServer(options);
    expect(await openChannel(email(server.port)).send(message(), never)).toMatchObject({ status });
    expect(server.mails).toEqual([]);
  });

  test.each<[name: string, options: SMTPServerOptions]>([
    ['to MAIL FROM', { onMailFrom: rejecting(552) }],
    [
      'after the content',
      {
        onData: (stream, _, done) => {
          stream.resume();
          const error = Object.assign(new Error('5.3.4 Message too big'), { responseCode: 554 });
          stream.on('end', () => done(error));
        },
      },
    ],
  ])('knows that a mail is too large when the server says so %s', async (_name, options) => {
    await using server = await mailServer(options);
    const outcome = await openChannel(email(server.port)).send(message(), never);
    expect(outcome).toMatchObject({ status: 'refused', isTooLarge: true });
  });

  test('retries after a wrong password, and never shows it', async () => {
    await using server = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) =>
        done(Object.assign(new Error('Invalid login'), { responseCode: 535 })),
    });
    const outcome = await openChannel(email(server.port, { user: 'ana', password: 's3cret' })).send(
      message(),
      never,
    );
    expect(outcome).toMatchObject({ status: 'retry', reason: expect.stringContaining('535') });
    expect(JSON.stringify(outcome)).not.toContain('s3cret');
  });

  test('retries when the server is missing, silent or disconnects', async () => {
    const port = await closedPort();
    expect(await openChannel(email(port)).send(message(), never)).toMatchObject({ status: 'retry' });
    await using silent = await mailServer({ onConnect: () => {} });
    const hasty = openChannel(email(silent.port, { timeoutSeconds: 0.3 }));
    expect(await hasty.send(message(), never)).toMatchObject({ status: 'retry' });
    const stop = new AbortController();
    const outcome = openChannel(email(silent.port)).send(message(), stop.signal);
    stop.abort();
    expect(await outcome).toMatchObject({ status: 'retry', reason: 'stopped before an answer came' });
  });

  test('sends again, under the same Message-ID, where the connection ends after the text and before the answer', async () => {
    await using server = await mailServer();
    let cuts = 1;
    const proxy = createServer((client) => {
      const upstream = connect(server.port, '127.0.0.1');
      client.pipe(upstream);
      for (const socket of [client, upstream]) socket.on('error', () => {});
      client.on('close', () => upstream.destroy());
      upstream.on('data', (answer) => {
        // The server has the mail, and the sender never hears of it.
        if (answer.includes('queued as') && cuts > 0) {
          cuts -= 1;
          client.destroy();
        } else client.write(answer);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const channel = openChannel(email((proxy.address() as AddressInfo).port));
    const one = message({ idempotencyKey: 'd1' });
    expect(await channel.send(one, never)).toMatchObject({ status: 'retry' });
    expect(await channel.send(one, never)).toMatchObject({ status: 'delivered' });
    const ids = server.mails.map((mail) => mail.headers.get('message-id'));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    await channel.close?.();
    proxy.close();
  });

  test('does not fall back to plain text where TLS is asked for', async () => {
    await using server = await mailServer();
    const outcome = await openChannel(email(server.port, { tls: 'starttls' })).send(message(), never);
    expect(outcome.status).not.toBe('delivered');
    expect(server.mails).toEqual([]);
  });
});
