import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { caseTest, variantTest } from '../support/cases.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

/** Polls a feed whose server sends exactly these bytes. */
async function read(answer: Uint8Array | string) {
  const sockets = new Set<Socket>();
  let asked = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('data', () => {
      asked += 1;
      socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const step = await bench.watch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`);
    const { failures, last_error, habits } = await step.poll('2026-03-02T09:00:00Z');
    const items = await bench.pipeline.db
      .selectFrom('items')
      .select('title')
      .where('feed_id', '=', step.id)
      .execute();
    return { failures, error: last_error, oddities: habits.oddities, items: items.length, asked };
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

const READ = { failures: 0, error: null, items: 1, oddities: ['irregular'] };
const feed = rssOf([{ title: 'Chips held', link: 'https://outlet.example/held' }]);
const length = Buffer.byteLength(feed);
const TYPE = 'Content-Type: application/rss+xml';
const chunked = `${length.toString(16)}\r\n${feed}\r\n0\r\n\r\n`;

describe('responses that browsers accept and a strict parser refuses', () => {
  for (const name of ['cl-te', 'cl-twice', 'bare-lf'])
    caseTest(`feeds/17-http-length-and-chunked ${name}`, async () => {
      const path = `../../../fixtures/cases/feeds/17-http-length-and-chunked/${name}.http`;
      expect(await read(readFileSync(new URL(path, import.meta.url)))).toMatchObject(READ);
    });

  const VARIANTS: readonly [name: string, answer: string][] = [
    [
      'a wrong length beside chunks',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: 12\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunked}`,
    ],
    [
      'chunks first, then the length',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n${TYPE}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${chunked}`,
    ],
    [
      'one length twice in one header',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}, ${length}\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'a blank before a colon',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nX-Served-By : cache 7\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'a control character in a header',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nX-Note: a\u0001b\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'a blank after the size of a chunk',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\nX : y\r\nConnection: close\r\n\r\n${length.toString(16)}  \r\n${feed}\r\n0\r\n\r\n`,
    ],
    ['bare line feeds, no length, and the end of the connection', `HTTP/1.0 200 OK\n${TYPE}\n\n${feed}`],
    ...[`+${length}`, 'unknown', '-1', '', `${length + 50}`, `7, ${length}`].map((said): [string, string] => [
      `“${said}” as the length of a whole document`,
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${said}\r\nConnection: close\r\n\r\n${feed}`,
    ]),
    [
      'two lengths that differ, of a whole document',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\nContent-Length: 7\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'an interim answer that was not asked for',
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'a header that goes on in the next line, and a line that is none',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nX-Note: a\r\n  b\r\ngarbage\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed}`,
    ],
    [
      'chunks that bare line feeds end',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${length.toString(16)}\n${feed}\n0\n\n`,
    ],
    [
      'chunks that are announced and not sent',
      `HTTP/1.1 200 OK\r\n${TYPE}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${feed}`,
    ],
  ];
  for (const [name, answer] of VARIANTS)
    variantTest(name, async () => {
      expect(await read(answer)).toMatchObject(READ);
    });

  variantTest('a valid response is requested once', async () => {
    const answer = `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed}`;
    expect(await read(answer)).toMatchObject({ items: 1, oddities: [], asked: 1 });
  });
  variantTest('a response that is not HTTP is refused as such', async () => {
    const { items, failures, error } = await read('SSH-2.0-OpenSSH_9.9\r\n');
    expect({ items, failures }).toEqual({ items: 0, failures: 1 });
    expect(error).toContain('HTTP');
  });
  for (const said of [`${length}\r\nContent-Length: 7`, 'unknown'])
    variantTest(`a document that is cut, under the length ${said}, is no answer`, async () => {
      const answer = `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${said}\r\nConnection: close\r\n\r\n${feed.slice(0, -9)}`;
      expect(await read(answer)).toMatchObject({ items: 0, failures: 1 });
    });
  variantTest('a document that its connection cuts is read up to the break', async () => {
    const answer = `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${feed.slice(0, -9)}`;
    expect(await read(answer)).toMatchObject({ items: 1, failures: 0, oddities: ['cut'] });
  });
  variantTest('the length of what was packed', async () => {
    const head = `HTTP/1.1 200 OK\r\n${TYPE}\r\nContent-Encoding: gzip\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
    const packed = gzipSync(`${feed}`);
    expect(await read(Buffer.concat([Buffer.from(head), packed]))).toMatchObject(READ);
    expect(await read(Buffer.concat([Buffer.from(head), packed.subarray(0, -9)]))).toMatchObject({
      items: 1,
      failures: 0,
      oddities: ['cut'],
    });
  });
});
