import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLiveSource, type LiveSource } from '../../../src/io/http/live-source.ts';
import type { FetchErrorCode, PageRequest } from '../../../src/io/http/page-source.ts';
import { type Animal, openZoo, redirect, reply, type Zoo } from './zoo/zoo.ts';

const KIB = 1024;
const MAX = 256 * KIB;
const FEED = '<rss><channel><title>Puces &amp; douanes</title></channel></rss>';
const NULS = Buffer.alloc(4 * KIB * KIB);

/** Sends `piece` again and again until the other side hangs up. */
function drip(piece: string, everyMs: number): Animal {
  return (socket) => {
    const timer = setInterval(() => socket.write(piece), everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

const animals: Record<string, Animal> = {
  '/sound': reply(FEED, ['Content-Type: text/xml', 'ETag: "1"', 'Set-Cookie: id=7']),
  '/slow-headers': drip('', 50),
  '/dripping-headers': (socket, request) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    drip('X-Drip: 1\r\n', 20)(socket, request);
  },
  '/slow-body': (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>'),
  '/dripping-body': (socket, request) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
    drip('<item/>', 20)(socket, request);
  },
  '/endless-body': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `10000\r\n${'x'.repeat(0x1_00_00)}\r\n`;
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    more();
  },
  '/too-long': reply('x'.repeat(MAX + 1)),
  '/just-fits': reply('x'.repeat(MAX)),
  '/gzip-bomb': reply(gzipSync(NULS), ['Content-Encoding: gzip']),
  '/brotli-bomb': reply(brotliCompressSync(NULS), ['Content-Encoding: br']),
  '/zstd-bomb': reply(zstdCompressSync(NULS), ['Content-Encoding: zstd']),
  '/deflate-bomb': reply(deflateSync(NULS), ['Content-Encoding: deflate']),
  '/nested-bomb': reply(gzipSync(gzipSync(NULS)), ['Content-Encoding: gzip, gzip']),
  '/tower': reply(gzipSync(gzipSync(gzipSync(FEED))), ['Content-Encoding: gzip, gzip, gzip']),
  '/gzip': reply(gzipSync(FEED), ['Content-Encoding: gzip']),
  '/x-gzip': reply(gzipSync(FEED), ['Content-Encoding: X-GZIP']),
  '/deflate': reply(deflateSync(FEED), ['Content-Encoding: deflate']),
  '/deflate-raw': reply(deflateRawSync(FEED), ['Content-Encoding: deflate']),
  '/brotli': reply(brotliCompressSync(FEED), ['Content-Encoding: br']),
  '/zstd': reply(zstdCompressSync(FEED), ['Content-Encoding: zstd']),
  '/stacked': reply(brotliCompressSync(gzipSync(FEED)), ['Content-Encoding: gzip, br']),
  '/plain-as-gzip': reply(FEED, ['Content-Encoding: gzip']),
  '/plain-as-brotli': reply(FEED, ['Content-Encoding: br']),
  '/plain-as-utf8': reply(FEED, ['Content-Encoding: utf-8']),
  '/empty-gzip': reply('', ['Content-Encoding: gzip']),
  '/cut-gzip': reply(gzipSync(FEED).subarray(0, -12), ['Content-Encoding: gzip']),
  '/garbled-gzip': reply(Buffer.concat([gzipSync(FEED).subarray(0, 10), Buffer.alloc(40, 0xff)]), [
    'Content-Encoding: gzip',
  ]),
  '/garbled-brotli': reply(Buffer.alloc(40, 0xff), ['Content-Encoding: br']),
  '/garbled-zstd': reply(Buffer.alloc(40, 0xff), ['Content-Encoding: zstd']),
  '/unknown-coding': reply(FEED, ['Content-Encoding: rot13']),
  '/length-too-long': (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${FEED.length + 9}\r\n\r\n${FEED}`),
  '/length-too-short': (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n${FEED}`),
  '/two-lengths': (socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: ${FEED.length}\r\n\r\n${FEED}`),
  '/length-is-words': (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: all\r\n\r\n${FEED}`),
  '/no-length': (socket) => socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${FEED}`),
  '/reset': (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n${FEED}`, () => socket.resetAndDestroy());
  },
  '/reset-before-headers': (socket) => socket.resetAndDestroy(),
  '/closed-before-headers': (socket) => socket.end(),
  '/cut-chunks': (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n'),
  '/no-status': (socket) => socket.end('<html>I speak no HTTP</html>'),
  '/ssh': (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
  '/huge-headers': reply(FEED, [`X-Huge: ${'h'.repeat(100 * KIB)}`]),
  '/big-headers': reply(FEED, [`Content-Security-Policy: ${'h'.repeat(30 * KIB)}`]),
  '/no-content': (socket) => socket.write('HTTP/1.1 204 No Content\r\n\r\n'),
  '/304-with-body': (socket) =>
    socket.write(`HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nContent-Length: ${FEED.length}\r\n\r\n${FEED}`),
  '/429': reply('slow down', ['Retry-After: 120'], '429 Too Many Requests'),
  '/503': reply('later', ['Retry-After: Fri, 31 Dec 2027 23:59:59 GMT'], '503 Service Unavailable'),
  '/500-endless': (socket) => {
    socket.write('HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n');
    const timer = setInterval(() => socket.write(`1000\r\n${'x'.repeat(0x1000)}\r\n`), 1);
    socket.on('close', () => clearInterval(timer));
  },
  '/robots.txt': reply(`User-agent: *\nDisallow: /a\n${'#'.repeat(600 * KIB)}`),
  '/news.xml.gz': reply(gzipSync(FEED), ['Content-Type: application/gzip']),
  '/loop': redirect('/loop'),
  '/ping': redirect('/pong'),
  '/pong': redirect('/ping'),
  '/hop/5': redirect('hop/4'),
  '/hop/hop/4': redirect('/hop/3'),
  '/hop/3': redirect('/hop/2', 301),
  '/hop/2': redirect('/hop/1', 307),
  '/hop/1': redirect('/sound#part', 308),
  '/hop/6': redirect('/hop/5', 303),
  '/utf8-hop': redirect('/é'),
  '/%C3%A9': reply(FEED),
  '/nowhere': reply(FEED, [], '302 Found'),
  '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  '/to-decimal': redirect('http://2852039166/latest/meta-data/'),
  '/to-private-name': redirect('http://intern.example/'),
  '/to-file': redirect('file:///etc/passwd'),
  '/to-ftp': redirect('ftp://127.0.0.1/'),
  '/to-ssh-port': redirect('http://127.0.0.1:22/'),
  '/to-gibberish': redirect('http://[::'),
  '/redirect-endless': (socket) => {
    socket.write(
      'HTTP/1.1 302 Found\r\nLocation: /sound\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n',
    );
  },
};

let zoo: Zoo;
let live: LiveSource;
beforeAll(async () => {
  zoo = await openZoo(animals);
  // Loopback is let through by name, so that all other guards stand as they do in production.
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

describe('answers that are read', () => {
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

  test('a coding that breaks off gives what was decoded so far', async () => {
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

describe('answers that are refused', () => {
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
    ['/garbled-zstd', 'bad-encoding', /zstd data is damaged/],
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
    const failure = await get(path).catch((error: unknown) => error);
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

  test('the source still works after all that', async () => {
    expect(await text('/sound')).toBe(FEED);
  });
});

describe('a redirect', () => {
  test('is told hop by hop, and the answer carries the final URL without its fragment', async () => {
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
