import { gzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { answeringServers, XML, titled } from '../support/answering-servers.ts';
import { variantTest } from '../support/cases.ts';

const servers = answeringServers();
const feed = titled('Chips held');
const length = Buffer.byteLength(feed);
const TYPE = 'Content-Type: text/xml';
const chunk = (text: string, size = Buffer.byteLength(text).toString(16)) => `${size}\r\n${text}\r\n`;

describe('answers of uncommon servers', { timeout: 60_000 }, () => {
  const READ: readonly [name: string, answer: string | Buffer][] = [
    ['HTTP/1.0 without a length', `HTTP/1.0 200 OK\r\n${TYPE}\r\n\r\n${feed}`],
    ['a status line without a reason', `HTTP/1.1 200\r\n${TYPE}\r\nContent-Length: ${length}\r\n\r\n${feed}`],
    [
      'a status line with a blank at its end',
      `HTTP/1.1 200 \r\n${TYPE}\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'a status line in small letters',
      `http/1.1 200 ok\r\n${TYPE}\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'empty lines before the status line',
      `\r\n\r\nHTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'a version that does not exist',
      `HTTP/1.2 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'a version of another protocol',
      `HTTP/2 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'a header name with a blank',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nX Powered By: PHP\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'a header in UTF-8',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nX-Título: información\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'a zero byte in a header',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nX-A: a\0b\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'a header without a name',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\n: x\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'a second status line among the headers',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nHTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'sizes of chunks with zeros and capitals',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: Chunked\r\n\r\n${chunk(feed, `0000${length.toString(16).toUpperCase()}`)}0\r\n\r\n`,
    ],
    [
      'extensions of chunks and a trailer',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk(feed, `${length.toString(16)};a=b;c="d"`)}0\r\nX-Md5: 1\r\n\r\n`,
    ],
    [
      'chunks without the last one',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk(feed)}`,
    ],
    [
      '“chunked” twice',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n${chunk(feed)}0\r\n\r\n`,
    ],
    [
      '“identity” as transfer coding',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: identity\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      'gzip as transfer coding',
      Buffer.concat([
        Buffer.from(`HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: gzip\r\nConnection: close\r\n\r\n`),
        gzipSync(feed),
      ]),
    ],
    [
      'gzip as transfer coding, in chunks',
      Buffer.concat([
        Buffer.from(
          `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${gzipSync(feed).length.toString(16)}\r\n`,
        ),
        gzipSync(feed),
        Buffer.from('\r\n0\r\n\r\n'),
      ]),
    ],
    [
      'bytes after the announced length',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed}\n<!-- cached -->`,
    ],
    [
      'a length that is short by the last line feed',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\n\r\n${feed}\r\n`,
    ],
    [
      'a length in bytes of UTF-16',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${2 * length}\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'an early hint',
      `HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\n\r\n${feed}`,
    ],
    [
      '“Connection: keep-alive” and then the end',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nConnection: keep-alive\r\n\r\n${feed}`,
    ],
    [
      'a hundred headers',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\n${Array.from({ length: 150 }, (_, i) => `X-H${i}: ${'v'.repeat(100)}\r\n`).join('')}Content-Length: ${length}\r\n\r\n${feed}`,
    ],
  ];
  for (const [name, answer] of READ)
    variantTest(name, async () => {
      expect(await servers.raw(answer)).toMatchObject({ error: null, failures: 0, items: 1 });
    });
  for (const [name, answer, error] of [
    ['a status line of a radio server', `ICY 200 OK\r\n${TYPE}\r\n\r\n${feed}`, 'not HTTP'],
    ['bare carriage returns', `HTTP/1.1 200 OK\r${TYPE}\r\r${feed}`, 'not HTTP'],
    [
      'an announced length of 0',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: 0\r\n\r\n${feed}`,
      'found nothing',
    ],
  ] as const)
    variantTest(`${name} is refused, and the error is true`, async () => {
      const { failures, items, error: said } = await servers.raw(answer);
      expect([failures, items]).toEqual([1, 0]);
      expect(said).toContain(error);
    });
});

describe('a status that is not 200', { timeout: 60_000 }, () => {
  for (const status of [200, 202, 206, 214, 226, 299])
    variantTest(`${status} with a feed`, async () => {
      const { items } = await servers.polls({
        status,
        headers: { ...XML, 'content-range': 'bytes 0-9/10' },
        body: feed,
      });
      expect(items).toHaveLength(1);
    });
  for (const [status, body] of [
    [200, ''],
    [200, ' \n'],
    [202, ''],
    [204, ''],
    [205, ''],
    [200, '<html><title>Backend fetch failed</title></html>'],
    [200, '{"error":"not found"}'],
    [404, feed],
    [500, feed],
    [403, feed],
  ] as const)
    variantTest(
      `${status} with “${body.slice(0, 12).trim()}” is a failure whose validators are not kept`,
      async () => {
        const { states, requests } = await servers.polls(
          { headers: { ...XML, etag: '"good"' }, body: feed },
          { status, headers: { etag: '"bad"', 'last-modified': 'Mon, 02 Mar 2026 06:00:00 GMT' }, body },
          { headers: XML, body: feed },
        );
        expect(states[1]?.failures).toBe(1);
        expect(states[1]?.last_error).toBeTruthy();
        expect(requests[2]?.headers['if-none-match'] ?? '"good"').toBe('"good"');
      },
    );
  variantTest('304 twice without having been asked, then a feed', async () => {
    const { states, items } = await servers.polls(
      { status: 304, headers: { etag: '"a"' } },
      { status: 304, headers: { etag: '"a"' } },
      { headers: XML, body: feed },
    );
    expect(states.map(({ failures }) => failures)).toEqual([1, 2, 0]);
    expect(items).toHaveLength(1);
  });
  variantTest('304 after an answer with nothing but Cache-Control', async () => {
    const { states } = await servers.polls(
      { headers: { ...XML, 'cache-control': 'public, max-age=600' }, body: feed },
      { status: 304 },
    );
    expect(states.map(({ failures }) => failures)).toEqual([0, 1]);
  });
  variantTest('304 with another ETag than that which was sent', async () => {
    const { states, requests } = await servers.polls(
      { headers: { ...XML, etag: '"a"' }, body: feed },
      { status: 304, headers: { etag: 'W/"b"' } },
      { status: 304 },
    );
    expect(states.map(({ failures }) => failures)).toEqual([0, 0, 0]);
    expect(requests[2]?.headers['if-none-match']).toBeTruthy();
  });
});
