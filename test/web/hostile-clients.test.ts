import { once } from 'node:events';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { openQueues, type Queues } from '../../src/io/queue/queues.ts';
import { recordAlive } from '../../src/io/store/liveness.ts';
import type { Service } from '../../src/service/open-service.ts';
import { startWeb, type Web } from '../../src/web/server/server.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let queues: Queues;
let web: Web;
let port: number;

const TOKEN = 'a-long-enough-token';

beforeAll(async () => {
  database = await testDatabase();
  queues = openQueues(
    await openQueueBackend({
      redisUrl: undefined,
      databaseUrl: database.url,
      redisPrefix: 'hostile',
      onError: () => {},
    }),
    { onError: () => {}, onFailed: () => {} },
  );
  web = await startWeb({
    config: {
      web: {
        host: '127.0.0.1',
        port: 0,
        publicUrl: 'https://watch.example/news/',
        hosts: ['chipwatch-web'],
        metricsToken: TOKEN,
      },
    },
    store: { db: database.db },
    pipeline: { db: database.db },
    queues,
    log: pino({ level: 'silent' }),
  } as unknown as Service);
  port = Number(new URL(web.url).port);
});

afterAll(async () => {
  await web.close();
  await queues.close(1_000);
  await database[Symbol.asyncDispose]();
});

/** Sends raw bytes; `ended` resolves with the whole response once the server has closed the connection. */
async function raw(bytes: string): Promise<{ socket: Socket; ended: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString('latin1');
  });
  socket.on('error', () => {});
  const ended = once(socket, 'close').then(() => answer);
  await once(socket, 'connect');
  socket.write(bytes);
  return { socket, ended };
}

async function statusFor(host: string): Promise<string> {
  const { ended } = await raw(`GET /alerts.json HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  return (await ended).split(' ')[1] ?? '';
}

describe('the Host header', () => {
  test.each([
    'evil.example',
    'evil.example:8787',
    'localhost.evil.example',
    'watch.example.evil.example',
    '127.0.0.1.evil.example',
    'xwatch.example',
    'evil.example@localhost',
  ])('%s is not ours', async (host) => {
    expect(await statusFor(host)).toMatch(/^4(21|00)$/);
  });
  test.each([
    '127.0.0.1',
    'localhost:99',
    '[::1]:8787',
    'watch.example',
    'WATCH.example:443',
    'chipwatch-web',
    '10.0.0.7',
  ])('%s is ours', async (host) => {
    expect(await statusFor(host)).toBe('200');
  });
});

test('a push is refused by its token before any of its body is taken', async () => {
  const length = 8 * 2 ** 20;
  const wrong = `/websub/1/${'0'.repeat(32)}`;
  const { ended } = await raw(
    `POST ${wrong} HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: ${length}\r\n\r\n<rss>`,
  );
  expect(await ended).toMatch(/^HTTP\/1\.1 404 /);
});

test.each([
  ['no HTTP at all', 'HELO there\r\n\r\n', 400],
  ['a header without end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}`, 431],
  ['a forged Host', 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
])('%s is answered with problem details', async (_name, sent, status) => {
  const { ended } = await raw(sent);
  const answer = await ended;
  expect(answer).toContain('application/problem+json');
  expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ type: 'about:blank', status });
});

test('no other request may have a large body', async () => {
  const { ended } = await raw(
    'POST /alerts.json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 8000000\r\n\r\n{',
  );
  expect(await ended).toMatch(/^HTTP\/1\.1 4\d\d /);
});

describe('event streams', () => {
  /** Opens a stream; resolves with its status and a function that closes it. */
  const stream = () =>
    new Promise<{ status: number; abort: () => void }>((resolve, reject) => {
      const request = get({ port, host: '127.0.0.1', path: '/events', agent: false }, (response) => {
        response.on('error', () => {});
        response.resume();
        resolve({ status: response.statusCode ?? 0, abort: () => request.destroy() });
      });
      request.on('error', reject);
    });

  test('no more are open than the limit, and closed ones free their place', async () => {
    const all = await Promise.all(Array.from({ length: 260 }, stream));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(200);
    expect(all.filter(({ status }) => status === 503)).toHaveLength(60);
    for (const { abort } of all) abort();
    await expect
      .poll(async () => {
        const one = await stream();
        one.abort();
        return one.status;
      })
      .toBe(200);
  });

  test('those that are aborted while they are being opened do not count', async () => {
    for (let round = 0; round < 4; round++) {
      const opened = await Promise.all(
        Array.from({ length: 100 }, () => raw('GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n')),
      );
      for (const { socket } of opened) socket.destroy();
      await Promise.all(opened.map(({ ended }) => ended));
    }
    await expect
      .poll(
        async () => {
          const some = await Promise.all(Array.from({ length: 200 }, stream));
          for (const { abort } of some) abort();
          return some.filter(({ status }) => status === 200).length;
        },
        { timeout: 10_000, interval: 500 },
      )
      .toBe(200);
  });
});

test('the dashboard cannot be framed and loads no fonts from other hosts', async () => {
  const response = await fetch(`${web.url}/queues/`);
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const text = await response.text();
  expect(text).toContain('id="root"');
  expect(text).not.toContain('googleapis');
});

test('/metrics asks for its token', async () => {
  expect((await fetch(`${web.url}/metrics`)).status).toBe(401);
  const wrong = await fetch(`${web.url}/metrics`, { headers: { authorization: 'Bearer wrong' } });
  expect(wrong.status).toBe(401);
  const right = await fetch(`${web.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(await right.text()).toContain('chipwatch_feeds');
});

test('/readyz says when a worker has stopped, /livez only that this process answers', async () => {
  const now = Date.now();
  await recordAlive(database.db, 'feeds', new Date(now));
  expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
  await recordAlive(database.db, 'feeds', new Date(now - 300_000));
  const ready = await fetch(`${web.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({
    healthy: false,
    problems: [expect.stringContaining('the feeds worker has not looked for work for 3')],
  });
  expect((await fetch(`${web.url}/health`)).status).toBe(503);
  expect((await fetch(`${web.url}/livez`)).status).toBe(200);
});
