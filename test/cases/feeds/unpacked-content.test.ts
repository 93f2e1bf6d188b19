import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect } from 'vitest';
import { rssOf } from '../../support/poll-step.ts';
import { answeringServers, titled, XML } from '../support/answering-servers.ts';
import { variantTest } from '../support/cases.ts';

const servers = answeringServers();
const feed = titled('Chips held');

describe('the content is unpacked, whatever is announced', { timeout: 60_000 }, () => {
  const packed = gzipSync(feed);
  const READ: readonly [name: string, headers: Record<string, string>, body: Uint8Array | string][] = [
    [
      'two members of gzip',
      { 'content-encoding': 'gzip' },
      Buffer.concat([gzipSync(feed.slice(0, 99)), gzipSync(feed.slice(99))]),
    ],
    ['zeros after gzip', { 'content-encoding': 'gzip' }, Buffer.concat([packed, Buffer.alloc(64)])],
    ['gzip as a type', { 'content-type': 'application/x-gzip' }, packed],
    [
      'gzip in the name of the type and the header',
      { 'content-type': 'application/gzip', 'content-encoding': 'gzip' },
      gzipSync(packed),
    ],
    ['brotli, not announced', {}, brotliCompressSync(feed)],
    ['brotli within gzip', { 'content-encoding': 'br, gzip' }, gzipSync(brotliCompressSync(feed))],
    ['gzip within brotli, one announced', { 'content-encoding': 'br' }, brotliCompressSync(packed)],
    ['gzip within zstd, one announced', { 'content-encoding': 'zstd' }, zstdCompressSync(packed)],
    ['“GZIP” in capitals', { 'content-encoding': 'GZIP' }, packed],
    ['gzip of a cut feed, whose checksum is missing', { 'content-encoding': 'gzip' }, packed.subarray(0, -8)],
    ['an empty coding', { 'content-encoding': '' }, packed],
    ['“gzip,” with a comma', { 'content-encoding': 'gzip,' }, packed],
    ['“gzip deflate” with a blank', { 'content-encoding': 'gzip deflate' }, packed],
    ['plain text as gzip, after a byte order mark', { 'content-encoding': 'gzip' }, `\ufeff${feed}`],
  ];
  for (const [name, headers, body] of READ)
    variantTest(name, async () => {
      const { items, last } = await servers.polls({ headers: { ...XML, ...headers }, body });
      expect([items.length, last.last_error]).toEqual([1, null]);
    });
  for (const coding of ['gzip', 'br', 'zstd'] as const)
    variantTest(`${coding} data that is damaged in the middle is a failure`, async () => {
      const whole = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync }[coding](
        rssOf(
          Array.from({ length: 60 }, (_, i) => ({
            title: `Report ${i * 7919}`,
            link: `https://outlet.example/${i * 104_729}`,
          })),
        ),
      );
      const body = Buffer.from(whole);
      body.fill(0xff, body.length >> 2, body.length >> 1);
      const { items, last } = await servers.polls({ headers: { ...XML, 'content-encoding': coding }, body });
      expect([items.length, last.failures]).toEqual([0, 1]);
    });
  const words = 'Таможня задержала партию чипов – «серверы»';
  const document = (said: string, title = words) =>
    titled(title).replace('<?xml version="1.0"?>', `<?xml version="1.0" encoding="${said}"?>`);
  for (const [name, type, bytes, title] of [
    ['UTF-8 under iso-8859-1', 'text/xml; charset=ISO-8859-1', Buffer.from(document('utf-8')), words],
    [
      'a mark of UTF-8 before windows-1251',
      'text/xml; charset=windows-1251',
      Buffer.from(`\ufeff${document('windows-1251')}`),
      words,
    ],
    [
      'UTF-16 without a mark',
      'application/rss+xml',
      iconv.encode(document('UTF-16'), 'utf-16le', { addBOM: false }),
      words,
    ],
    [
      'UTF-16 of the other order, with a mark, under utf-8',
      'text/xml; charset=utf-8',
      iconv.encode(document('utf-8'), 'utf-16be', { addBOM: true }),
      words,
    ],
    [
      'a charset in single quotes',
      "text/xml; charset='windows-1251'",
      iconv.encode(document('windows-1251'), 'windows-1251'),
      words,
    ],
    [
      'GB 18030 as gb2312',
      'text/xml; charset=gb2312',
      iconv.encode(document('gb2312', '海关查获芯片，镕基公司否认'), 'gb18030'),
      '海关查获芯片，镕基公司否认',
    ],
  ] as const)
    variantTest(name, async () => {
      const { items } = await servers.polls({ headers: { 'content-type': type }, body: bytes });
      expect(items.map((item) => item.title)).toEqual([title]);
    });
});
