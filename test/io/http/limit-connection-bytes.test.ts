import { afterEach, expect, test } from 'vitest';
import { createLiveSource, type LiveSource } from '../../../src/io/http/live-source.ts';
import { type Animal, openZoo, reply, type Zoo } from './zoo/zoo.ts';

const MIB = 2 ** 20;
const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
const LETTERS = 2 * MIB;
const ONE_BYTE_CHUNKS = Buffer.from(`${'1\r\nx\r\n'.repeat(LETTERS)}0\r\n\r\n`);

let zoo: Zoo;
let live: LiveSource;
let sent = 0;
afterEach(async () => {
  await live.close();
  await zoo.close();
});

async function open(animal: Animal, maxBytes: number): Promise<string> {
  zoo = await openZoo({ '/page': animal, '/sound': reply('<rss/>') });
  live = createLiveSource({
    userAgent: 'chipwatch/test',
    allowPrivateNetworks: true,
    maxBytes: { feed: maxBytes, page: maxBytes, robots: maxBytes, sitemap: maxBytes },
  });
  return zoo.url('/page');
}

/** Writes the same bytes for as long as the socket accepts them. */
const forEver =
  (head: string, again: Buffer): Animal =>
  (socket) => {
    sent = 0;
    socket.write(head);
    const more = () => {
      while (!socket.destroyed) {
        sent += again.byteLength;
        if (!socket.write(again)) return;
      }
    };
    socket.on('drain', more);
    more();
  };

test.each([
  ['chunk extensions without end', forEver(`${CHUNKED}1;x=`, Buffer.alloc(64 * 1024, 'e'))],
  [
    'one-byte chunks, each with a long extension',
    forEver(CHUNKED, Buffer.from(`1;x=${'e'.repeat(60_000)}\r\nx\r\n`)),
  ],
  [
    'interim answers without end',
    forEver('', Buffer.from(`HTTP/1.1 103 Early Hints\r\nLink: <${'e'.repeat(4_000)}>\r\n\r\n`)),
  ],
  ['trailers without end', forEver(`${CHUNKED}0\r\n`, Buffer.from(`X-Trailer: ${'e'.repeat(4_000)}\r\n`))],
])('%s are ended by the bytes on the connection', async (_name, animal) => {
  const url = await open(animal, MIB / 4);
  await expect(live.get({ url, kind: 'page' })).rejects.toMatchObject({ code: 'too-large' });
  // The socket buffers on both sides hold some bytes beyond the limit.
  expect(sent).toBeLessThan(16 * MIB);
});

test('a body in one-byte chunks takes its own size in memory, not an object for each chunk', async () => {
  const url = await open((socket) => {
    socket.write(CHUNKED);
    socket.write(ONE_BYTE_CHUNKS);
  }, 8 * MIB);
  await live.get({ url: zoo.url('/sound'), kind: 'page' });
  const used = () => {
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = used();
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, used() - before);
  }, 2);
  const { body } = await live.get({ url, kind: 'page' });
  clearInterval(timer);
  expect(body.byteLength).toBe(LETTERS);
  expect(most).toBeLessThan(100 * MIB);
});

test('a connection that is kept has the whole budget again for each request', async () => {
  const page = Buffer.alloc(MIB / 4, 'x');
  const url = await open(reply(page), MIB / 4);
  for (let request = 0; request < 8; request++)
    expect((await live.get({ url, kind: 'page' })).body.byteLength).toBe(page.byteLength);
  expect(zoo.connections()).toBe(1);
});
