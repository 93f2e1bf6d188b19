import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { rssOf } from '../../support/poll-step.ts';
import { answeringServers, XML } from '../support/answering-servers.ts';
import { variantTest } from '../support/cases.ts';

const servers = answeringServers();
const COUNT = 40;
const feed = rssOf(
  Array.from({ length: COUNT }, (_, i) => ({
    title: `Report ${i * 7919} of the customs office`,
    link: `https://outlet.example/reports/${i * 104_729}`,
  })),
);
const [gzip, zlib, raw, brotli] = [
  gzipSync(feed),
  deflateSync(feed),
  deflateRawSync(feed),
  brotliCompressSync(feed),
];

function withByte(bytes: Buffer, fromEnd: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length - fromEnd]! ^= 0xff;
  return changed;
}

/** Data with the name of its file, an extra field and a comment in its header. */
const named = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 0x1c, 0, 0, 0, 0, 0, 3, 4, 0, 9, 9, 9, 9]),
  Buffer.from('feed.xml\0made at night\0'),
  gzip.subarray(10),
]);

describe('compressed answers are read as browsers read them', { timeout: 60_000 }, () => {
  const READ: readonly [name: string, announced: string, body: Uint8Array][] = [
    ['a comment after gzip', 'gzip', Buffer.concat([gzip, Buffer.from('<!-- cached at 09:00 -->')])],
    ['line ends after gzip', 'gzip', Buffer.concat([gzip, Buffer.from('\r\n\r\n')])],
    ['half a member after gzip', 'gzip', Buffer.concat([gzip, gzip.subarray(0, 7)])],
    ['a warning after zlib data', 'deflate', Buffer.concat([zlib, Buffer.from('Warning: timeout')])],
    ['text after gzip that is not announced', '', Buffer.concat([gzip, Buffer.from('done')])],
    ['raw deflate under gzip', 'gzip', raw],
    ['zlib data with a small window under gzip', 'gzip', deflateSync(feed, { windowBits: 10 })],
    ['brotli under deflate', 'deflate', brotli],
    ['brotli under zstd', 'zstd', brotli],
    ['zstd under br', 'br', zstdCompressSync(feed)],
    ['gzip under deflate', 'deflate', gzip],
    ['raw deflate under br', 'br', raw],
    ['raw deflate that is not announced', '', raw],
    ['gzip with names in its header, and text after it', 'gzip', Buffer.concat([named, Buffer.from('x')])],
  ];
  for (const [name, coding, body] of READ)
    variantTest(name, async () => {
      const headers = { ...XML, etag: '"one"', ...(coding === '' ? {} : { 'content-encoding': coding }) };
      const { items, last } = await servers.polls({ headers, body });
      expect([items.length, last.last_error, last.etag]).toEqual([COUNT, null, '"one"']);
    });

  const SUMS: readonly [name: string, announced: string, body: Uint8Array][] = [
    ['gzip', 'gzip', withByte(gzip, 8)],
    ['the length in gzip', 'gzip', withByte(gzip, 1)],
    ['zlib data', 'deflate', withByte(zlib, 1)],
    ['gzip with names in its header', 'gzip', withByte(named, 5)],
    ['gzip that is packed twice', 'gzip', gzipSync(withByte(gzip, 8))],
  ];
  for (const [name, coding, body] of SUMS)
    variantTest(`a wrong check sum of ${name}`, async () => {
      const headers = { ...XML, etag: '"one"', 'content-encoding': coding };
      const { items, last } = await servers.polls({ headers, body });
      expect([items.length, last.last_error, last.etag]).toEqual([COUNT, null, null]);
      expect(last.habits.oddities).toContain('damaged');
    });

  for (const [coding, body] of [
    ['gzip', gzip],
    ['deflate', raw],
    ['br', brotli],
  ] as const)
    variantTest(`${coding} data that ends too early brings what is there, and no validator`, async () => {
      const headers = { ...XML, etag: '"one"', 'content-encoding': coding };
      const { items, last } = await servers.polls({ headers, body: body.subarray(0, body.length / 2) });
      expect(items.length).toBeGreaterThan(0);
      expect(items.length).toBeLessThan(COUNT);
      expect([last.last_error, last.etag]).toEqual([null, null]);
    });

  variantTest('a picture that is announced as gzip is called what it is', async () => {
    const body = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
    const { last } = await servers.polls({ headers: { ...XML, 'content-encoding': 'gzip' }, body });
    expect(last.last_error).toMatch(/announced as gzip and is something else/);
  });
});
