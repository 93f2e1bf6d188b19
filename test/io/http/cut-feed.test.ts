import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLiveSource, type LiveSource } from '../../../src/io/http/live-source.ts';
import { FetchError } from '../../../src/io/http/page-source.ts';
import { type Listening, listening } from '../../support/listening.ts';

const TEXT = `<rss><channel>${'<item><title>Eins, zwei, drei</title></item>'.repeat(200)}</channel></rss>`;
const PACKED = gzipSync(
  Buffer.from(Array.from({ length: 4_000 }, (_, i) => `<i>${(i * 7919) % 10_007}</i>`).join('')),
);

/** How a server may end an answer before its end. */
const CUTS: Readonly<Record<string, readonly [head: string, body: Uint8Array]>> = {
  'a length that is not reached': [`Content-Length: ${TEXT.length}`, Buffer.from(TEXT.slice(0, 3_000))],
  'chunks without the last': [
    'Transfer-Encoding: chunked',
    Buffer.from(`bb8\r\n${TEXT.slice(0, 3_000)}\r\n`),
  ],
  'half a chunk': ['Transfer-Encoding: chunked', Buffer.from(`bb8\r\n${TEXT.slice(0, 1_500)}`)],
  'half of what is packed': [
    `Content-Encoding: gzip\r\nContent-Length: ${PACKED.length}`,
    PACKED.subarray(0, Math.floor(PACKED.length / 2)),
  ],
};

let server: Listening;
let source: LiveSource;
beforeAll(async () => {
  server = await listening(
    createServer(({ url, socket }) => {
      const [head, body] = CUTS[decodeURIComponent(url ?? '').slice(1)] ?? [
        'Content-Length: 0',
        Buffer.alloc(0),
      ];
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n${head}\r\n\r\n`,
      );
      socket.end(body);
    }),
  );
  source = createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true });
});
afterAll(async () => {
  await source.close();
  await server[Symbol.asyncDispose]();
});

describe.each(Object.keys(CUTS))('an answer cut by its connection: %s', (how) => {
  const get = (kind: 'feed' | 'page') =>
    source.get({ url: `http://127.0.0.1:${server.port}/${encodeURIComponent(how)}`, kind });

  test('is read as a feed up to the cut', async () => {
    const { status, body, oddities } = await get('feed');
    expect(status).toBe(200);
    expect(oddities).toHaveLength(1);
    expect(body.byteLength).toBeGreaterThan(1_000);
    expect(Buffer.from(body).toString()).toMatch(/^<(?:rss|i>)/);
  });
});

test('a page that is cut is an error', async () => {
  const url = `http://127.0.0.1:${server.port}/${encodeURIComponent('a length that is not reached')}`;
  await expect(source.get({ url, kind: 'page' })).rejects.toThrow(FetchError);
});
