import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLiveSource, type LiveSource } from '../../../src/io/http/live-source.ts';
import type { FetchErrorCode, PageRequest } from '../../../src/io/http/page-source.ts';
import { animals } from './zoo/animals.ts';
import { openZoo, type Zoo } from './zoo/zoo.ts';

const KIB = 1024;
const MAX = 256 * KIB;
const FEED = '<rss><channel><title>Puces &amp; douanes</title></channel></rss>';

let zoo: Zoo;
let live: LiveSource;
beforeAll(async () => {
  zoo = await openZoo(animals);
  // Loopback is allowed by name, so that all other guards work as in production.
  live = createLiveSource({
    userAgent: 'chipwatch/0 (+https://zoo.example)',
    allowNetworks: ['127.0.0.1/32'],
    timeouts: { connectMs: 1000, headersMs: 200, silenceMs: 200, totalMs: 2500 },
    maxBytes: { feed: MAX },
    resolve: async (name) => [{ address: name === 'intern.example' ? '10.0.0.7' : '127.0.0.1', family: 4 }],
  });
});
afterAll(async () => {
  await live.close();
  await zoo.close();
});

const get = (path: string, request: Partial<PageRequest> = {}) =>
  live.get({ url: zoo.url(path), kind: 'feed', ...request });
const text = async (path: string, request: Partial<PageRequest> = {}) =>
  new TextDecoder().decode((await get(path, request)).body);

describe('responses that are accepted', () => {
  test.each([
    '/sound',
    '/gzip',
    '/x-gzip',
    '/deflate',
    '/deflate-raw',
    '/brotli',
    '/zstd',
    '/stacked',
    '/plain-as-gzip',
    '/plain-as-brotli',
    '/plain-as-utf8',
    '/no-length',
    '/big-headers',
    '/nowhere',
    '/hop/5',
    '/utf8-hop',
    '/redirect-endless',
  ])('%s', async (path) => {
    expect(await text(path)).toBe(FEED);
  });

  test('a body of exactly the permitted size', async () => {
    expect((await get('/just-fits')).body.byteLength).toBe(MAX);
  });

  test('an empty body under a coding', async () => {
    expect(await get('/empty-gzip')).toMatchObject({ status: 200, body: new Uint8Array() });
  });

  test('a truncated coding gives what was decoded so far', async () => {
    const begun = await text('/cut-gzip');
    expect(begun.length).toBeGreaterThan(20);
    expect(FEED.startsWith(begun)).toBe(true);
  });

  test('an announced length that is too short ends the body there', async () => {
    expect(await text('/length-too-short')).toBe('<rss>');
  });

  test('an error status is a value, with the beginning of its page', async () => {
    const response = await get('/500-endless');
    expect(response.status).toBe(500);
    expect(response.body.byteLength).toBe(64 * KIB);
  });

  test.each([
    ['/429', 429, '120'],
    ['/503', 503, 'Fri, 31 Dec 2027 23:59:59 GMT'],
  ])('%s comes with its Retry-After', async (path, status, retryAfter) => {
    expect(await get(path)).toMatchObject({ status, headers: { 'retry-after': retryAfter } });
  });

  test('no content is an empty body', async () => {
    expect(await get('/no-content')).toMatchObject({ status: 204, body: new Uint8Array() });
  });

  test('a 304 has no body, even where the server sends one, and the next answer is not mixed up with it', async () => {
    expect(await get('/304-with-body', { etag: '"1"' })).toMatchObject({
      status: 304,
      body: new Uint8Array(),
    });
    expect(await text('/sound')).toBe(FEED);
  });

  test('a robots.txt that is too long is cut at 500 KiB', async () => {
    const response = await get('/robots.txt', { kind: 'robots' });
    expect(response.body.byteLength).toBe(500 * KIB);
  });

  test('a sitemap that is a gzip file is unpacked, and a page', async () => {
    expect(await text('/news.xml.gz', { kind: 'sitemap' })).toBe(FEED);
    expect(await text('/news.xml.gz', { kind: 'page' })).toBe(FEED);
  });
});

describe('responses that are refused', () => {
  const cases: readonly [path: string, code: FetchErrorCode, words: RegExp][] = [
    ['/slow-headers', 'timeout', /did not begin to answer/],
    ['/dripping-headers', 'timeout', /begin to answer|within 2\.5 s/],
    ['/slow-body', 'timeout', /stopped sending/],
    ['/dripping-body', 'timeout', /within 2\.5 s/],
    ['/endless-body', 'too-large', /more than 262144 bytes/],
    ['/too-long', 'too-large', /more than 262144 bytes/],
    ['/gzip-bomb', 'too-large', /unpacks to more/],
    ['/brotli-bomb', 'too-large', /unpacks to more/],
    ['/zstd-bomb', 'too-large', /unpacks to more/],
    ['/deflate-bomb', 'too-large', /unpacks to more/],
    ['/nested-bomb', 'too-large', /unpacks to more/],
    ['/tower', 'bad-encoding', /3 content codings/],
    ['/garbled-gzip', 'bad-encoding', /gzip data is damaged/],
    ['/garbled-brotli', 'bad-encoding', /br data is damaged/],
    ['/garbled-zstd', 'bad-encoding', /announced as zstd and is something else/],
    ['/unknown-coding', 'bad-encoding', /rot13/],
    ['/length-too-long', 'connection', /broke the connection off/],
    ['/two-lengths', 'bad-response', /length that .* announces/],
    ['/length-is-words', 'bad-response', /not HTTP/],
    ['/reset', 'connection', /broke the connection off/],
    ['/reset-before-headers', 'connection', /broke the connection off/],
    ['/closed-before-headers', 'connection', /broke the connection off/],
    ['/cut-chunks', 'connection', /broke the connection off/],
    ['/no-status', 'bad-response', /not HTTP/],
    ['/ssh', 'bad-response', /not HTTP/],
    ['/huge-headers', 'too-large', /more headers/],
    ['/loop', 'too-many-redirects', /in a circle/],
    ['/ping', 'too-many-redirects', /in a circle/],
    ['/hop/6', 'too-many-redirects', /more than 5 times/],
    ['/to-metadata', 'forbidden-address', /169\.254\.169\.254 is a link-local address.*redirects there/],
    ['/to-decimal', 'forbidden-address', /169\.254\.169\.254/],
    ['/to-private-name', 'forbidden-address', /intern\.example resolves to 10\.0\.0\.7, a private address/],
    ['/to-file', 'bad-url', /only http and https/],
    ['/to-ftp', 'bad-url', /only http and https/],
    ['/to-ssh-port', 'bad-url', /port 22/],
    ['/to-gibberish', 'bad-url', /not a web address/],
  ];
  test.concurrent.each(cases)('%s is %s', async (path, code, words) => {
    // A feed is read up to where its connection ended.
    const kind = code === 'connection' ? 'page' : 'feed';
    const failure = await get(path, { kind }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'FetchError', code, message: expect.stringMatching(words) });
  });

  test('a bomb is refused long before it is unpacked', async () => {
    const roomy = createLiveSource({ userAgent: 'x', allowPrivateNetworks: true });
    const failure = await roomy
      .get({ url: zoo.url('/gzip-bomb'), kind: 'feed' })
      .catch((error: unknown) => error);
    await roomy.close();
    expect(failure).toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/200 times its size/),
    });
  });

  test('the source still works after these responses', async () => {
    expect(await text('/sound')).toBe(FEED);
  });
});

describe('a redirect', () => {
  test('is reported hop by hop, and the response has the final URL without its fragment', async () => {
    const response = await get('/hop/3');
    expect(response.url).toBe(zoo.url('/sound'));
    expect(response.redirects).toEqual([
      { from: zoo.url('/hop/3'), to: zoo.url('/hop/2'), status: 301 },
      { from: zoo.url('/hop/2'), to: zoo.url('/hop/1'), status: 307 },
      { from: zoo.url('/hop/1'), to: zoo.url('/sound'), status: 308 },
    ]);
  });
});

test('a caller that gives up gets an aborted fetch at once', async () => {
  const caller = new AbortController();
  const fetching = get('/slow-body', { signal: caller.signal });
  setTimeout(() => caller.abort(), 30);
  await expect(fetching).rejects.toMatchObject({ code: 'aborted' });
  await expect(get('/sound', { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' });
});
