import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { listening } from '../../support/listening.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ResolvedAddress } from '../../../src/io/http/guarded-connect.ts';
import {
  createLiveSource,
  type LiveSource,
  type LiveSourceOptions,
} from '../../../src/io/http/live-source.ts';
import { userAgent } from '../../../src/io/http/user-agent.ts';
import { openZoo, redirect, reply, type Zoo } from './zoo/zoo.ts';

const AGENT = userAgent('1.2.3', 'https://watch.example/bot');
const loopback: ResolvedAddress = { address: '127.0.0.1', family: 4 };

let zoo: Zoo;
let open: LiveSource[] = [];
beforeEach(async () => {
  zoo = await openZoo({
    '/rss': reply('<rss/>', ['Set-Cookie: id=7', 'Vary: a', 'Vary: b']),
    '/closing': reply('<rss/>', ['Connection: close']),
    '/away': redirect('/rss'),
    '/plain': reply(gzipSync('<rss/>'), ['Content-Encoding: gzip']),
  });
});
afterEach(async () => {
  await Promise.all(open.map((source) => source.close()));
  open = [];
  await zoo.close();
});

function source(options: Partial<LiveSourceOptions> = {}): LiveSource {
  const live = createLiveSource({ userAgent: AGENT, ...options });
  open.push(live);
  return live;
}

describe('the connection', () => {
  test('goes to the address that was checked: the name is resolved once', async () => {
    const asked: string[] = [];
    const live = source({
      allowNetworks: ['127.0.0.1/32'],
      resolve: async (name) => {
        asked.push(name);
        return [loopback];
      },
    });
    const url = zoo.url('/rss', 'no-such-name.example');
    expect((await live.get({ url, kind: 'feed' })).status).toBe(200);
    expect(asked).toEqual(['no-such-name.example']);
    expect(zoo.requests[0]).toContain(`host: no-such-name.example:${zoo.port}`);
  });

  test('is refused once the name resolves to a private address', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const live = source({
      allowNetworks: ['127.0.0.1/32'],
      resolve: async () => [{ address: answers.shift() ?? 'none left', family: 4 }],
    });
    const url = zoo.url('/closing', 'rebind.example');
    expect((await live.get({ url, kind: 'feed' })).status).toBe(200);
    await expect(live.get({ url, kind: 'feed' })).rejects.toMatchObject({
      code: 'forbidden-address',
      transient: false,
      url,
      message: expect.stringMatching(/rebind\.example resolves to 127\.0\.0\.2, a loopback address/),
    });
    expect(zoo.connections()).toBe(1);
  });

  test('is refused when one address of several is private', async () => {
    const live = source({
      allowNetworks: ['127.0.0.1/32'],
      resolve: async () => [loopback, { address: '::1', family: 6 }],
    });
    await expect(live.get({ url: zoo.url('/rss', 'mixed.example'), kind: 'feed' })).rejects.toMatchObject({
      code: 'forbidden-address',
    });
    expect(zoo.connections()).toBe(0);
  });

  test('is never made to loopback under the default policy, by literal or by name', async () => {
    const live = source();
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]']) {
      await expect(live.get({ url: zoo.url('/rss', host), kind: 'feed' })).rejects.toMatchObject({
        code: 'forbidden-address',
      });
    }
    expect(zoo.connections()).toBe(0);
  });

  test.each([
    ['ENOTFOUND', /No server is known under the name gone\.example/],
    ['EAI_AGAIN', /could not be looked up just now/],
  ])('a name that fails with %s is a dns error', async (code, words) => {
    const live = source({ resolve: async () => Promise.reject(Object.assign(new Error(code), { code })) });
    await expect(live.get({ url: 'http://gone.example/', kind: 'feed' })).rejects.toMatchObject({
      code: 'dns',
      transient: true,
      message: expect.stringMatching(words),
    });
  });

  test('a name without any address is a dns error, and one that never resolves is a timeout', async () => {
    const none = source({ resolve: async () => [] });
    await expect(none.get({ url: 'http://gone.example/', kind: 'feed' })).rejects.toMatchObject({
      code: 'dns',
    });
    const never = source({ resolve: () => new Promise(() => {}), timeouts: { connectMs: 100 } });
    await expect(never.get({ url: 'http://slow.example/', kind: 'feed' })).rejects.toMatchObject({
      code: 'timeout',
    });
  });

  test('nobody listening, and no TLS where https was asked for', async () => {
    const { port } = zoo;
    const live = source({ allowPrivateNetworks: true });
    await expect(live.get({ url: `https://127.0.0.1:${port}/rss`, kind: 'feed' })).rejects.toMatchObject({
      code: 'tls',
    });
    await zoo.close();
    await expect(live.get({ url: `http://127.0.0.1:${port}/rss`, kind: 'feed' })).rejects.toMatchObject({
      code: 'connection',
      message: expect.stringMatching(/refuses connections/),
    });
    zoo = await openZoo({});
  });

  test('a network that is no CIDR block is refused at once', () => {
    expect(() => createLiveSource({ userAgent: AGENT, allowNetworks: ['10.0.0.0'] })).toThrow(RangeError);
  });
});

describe('the request', () => {
  const policy = { allowPrivateNetworks: true };

  test('names chipwatch and the accepted types, and sends no referrer', async () => {
    await source(policy).get({ url: zoo.url('/rss'), kind: 'feed' });
    const [head] = zoo.requests;
    expect(head).toContain('user-agent: chipwatch/1.2.3 (+https://watch.example/bot)');
    expect(head).toMatch(/accept: application\/rss\+xml, application\/atom\+xml/);
    expect(head).toContain('accept-encoding: gzip, deflate, br, zstd');
    expect(head).not.toMatch(/cookie|referer|authorization|if-none-match|if-modified/i);
  });

  test.each([
    ['page', /accept: text\/html/],
    ['robots', /accept: text\/plain/],
    ['sitemap', /accept: application\/xml/],
  ] as const)('asks for a %s as such', async (kind, accept) => {
    await source(policy).get({ url: zoo.url('/rss'), kind });
    expect(zoo.requests[0]).toMatch(accept);
  });

  test('carries validators, through redirects too, and drops those that no header could carry', async () => {
    const live = source(policy);
    const lastModified = 'Tue, 03 Feb 2026 04:00:00 GMT';
    await live.get({ url: zoo.url('/away'), kind: 'feed', etag: 'W/"a"', lastModified });
    expect(zoo.requests).toHaveLength(2);
    for (const head of zoo.requests) {
      expect(head).toContain('if-none-match: W/"a"');
      expect(head).toContain(`if-modified-since: ${lastModified}`);
    }
    await live.get({ url: zoo.url('/rss'), kind: 'feed', etag: '"a"\r\nX-Evil: 1', lastModified: '' });
    expect(zoo.requests[2]).not.toMatch(/evil|if-/i);
  });

  test('never sends a cookie back, nor credentials', async () => {
    const live = source(policy);
    const url = zoo.url('/rss').replace('http://', 'http://user:secret@');
    const first = await live.get({ url, kind: 'feed' });
    await live.get({ url, kind: 'feed' });
    expect(first.url).toBe(zoo.url('/rss'));
    expect(first.headers['set-cookie']).toBeUndefined();
    expect(zoo.requests.join('\n')).not.toMatch(/cookie|authorization|secret/i);
  });

  test('joins headers of one name', async () => {
    expect((await source(policy).get({ url: zoo.url('/rss'), kind: 'feed' })).headers['vary']).toBe('a, b');
  });

  test('a form is posted under the same guard', async () => {
    const form = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': 'https://news.example/ä' });
    expect((await source(policy).post({ url: zoo.url('/rss'), form })).status).toBe(200);
    expect(zoo.requests[0]).toMatch(/^POST \/rss[^]*content-type: application\/x-www-form-urlencoded/);
    await expect(source().post({ url: zoo.url('/rss'), form })).rejects.toMatchObject({
      code: 'forbidden-address',
    });
    expect((await source(policy).post({ url: zoo.url('/away'), form })).status).toBe(302);
  });
});

describe('through a proxy', () => {
  const environment = (rest: object = {}) => ({ HTTP_PROXY: `http://127.0.0.1:${zoo.port}`, ...rest });
  const publicly = async () => [{ address: '93.184.215.14', family: 4 }];

  test('http requests go to the proxy in absolute form, and the operator is notified', async () => {
    const live = source({ environment: environment(), resolve: publicly });
    expect(live.notices).toEqual([expect.stringMatching(/proxy.*must itself refuse private networks/)]);
    const response = await live.get({ url: 'http://news.example/rss', kind: 'feed' });
    expect(response.status).toBe(200);
    expect(zoo.requests[0]).toMatch(/^GET http:\/\/news\.example\/rss HTTP\/1\.1/);
    expect(zoo.requests[0]).not.toMatch(/referer|cookie/i);
  });

  test('addresses are still checked', async () => {
    const live = source({
      environment: environment(),
      resolve: async () => [{ address: '10.0.0.1', family: 4 }],
    });
    await expect(live.get({ url: 'http://intern.example/', kind: 'feed' })).rejects.toMatchObject({
      code: 'forbidden-address',
    });
    await expect(live.get({ url: 'http://169.254.169.254/', kind: 'feed' })).rejects.toMatchObject({
      code: 'forbidden-address',
    });
    expect(zoo.connections()).toBe(0);
  });

  test('a name that only the proxy knows is left to it', async () => {
    const live = source({
      environment: environment(),
      resolve: async () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
    });
    expect((await live.get({ url: 'http://news.example/rss', kind: 'feed' })).status).toBe(200);
  });

  test('https requests use a tunnel, and a refused tunnel is an error with a clear message', async () => {
    const live = source({ environment: environment(), resolve: publicly });
    await expect(live.get({ url: 'https://news.example/rss', kind: 'feed' })).rejects.toMatchObject({
      code: 'connection',
      message: 'The proxy answered 404 and did not connect to news.example.',
    });
    expect(zoo.requests[0]).toMatch(/^CONNECT news\.example:443 HTTP\/1\.1/);
  });

  test.each(['http', 'https'])('a proxy that wants a password is said to, for %s', async (scheme) => {
    const proxy = createServer((_, response) => response.writeHead(407).end());
    proxy.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    await using own = await listening(proxy);
    const live = source({ environment: { HTTP_PROXY: own.url }, resolve: publicly });
    await expect(live.get({ url: `${scheme}://news.example/rss`, kind: 'feed' })).rejects.toMatchObject({
      code: 'connection',
      message: expect.stringMatching(
        /^The proxy wants a user and a password \(407\): write them into HTTP_PROXY/,
      ),
    });
  });

  test('hosts in NO_PROXY are reached directly, under the full guard', async () => {
    const live = source({
      environment: environment({ NO_PROXY: 'news.example' }),
      allowNetworks: ['127.0.0.1/32'],
      resolve: async () => [loopback],
    });
    await live.get({ url: zoo.url('/rss', 'news.example'), kind: 'feed' });
    expect(zoo.requests[0]).toMatch(/^GET \/rss /);
  });

  test('the environment is not read unless it is passed', () => {
    expect(source().notices).toEqual([]);
    expect(source({ environment: {} }).notices).toEqual([]);
  });

  test('a proxy that is no URL is refused at once, without repeating what may be a password', () => {
    const make = () =>
      createLiveSource({ userAgent: AGENT, environment: { HTTPS_PROXY: 'ftp://u:secret@p' } });
    expect(make).toThrow(RangeError);
    expect(make).not.toThrow(/secret/);
  });
});

describe('the user agent', () => {
  test('has a contact if one is configured', () => {
    expect(userAgent('1.0.0', 'desk@watch.example')).toBe('chipwatch/1.0.0 (+desk@watch.example)');
    expect(userAgent('1.0.0', undefined)).toBe('chipwatch/1.0.0');
  });
  test.each(['two words', 'https://é.example', 'a\r\nX: 1', 'a(b)'])('refuses %j', (contact) => {
    expect(() => userAgent('1.0.0', contact)).toThrow(RangeError);
  });
});
