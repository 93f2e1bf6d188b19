import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadEncodingError, BodyTooLargeError } from '../../../src/io/http/body-errors.ts';
import { unpackBody } from '../../../src/io/http/decompress.ts';

const limits = { maxBytes: 100_000, overflow: 'refuse', unpackFiles: false } as const;

const codings = {
  identity: (bytes: Buffer) => bytes,
  gzip: gzipSync,
  deflate: deflateSync,
  'deflate, identity': deflateRawSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
  'br, gzip': (bytes: Buffer) => gzipSync(brotliCompressSync(bytes)),
} satisfies Record<string, (bytes: Buffer) => Buffer>;

const coding = fc.constantFrom(...Object.keys(codings)) as fc.Arbitrary<keyof typeof codings>;
const text = fc
  .string({ unit: 'binary', maxLength: 2000 })
  .map((words) => Buffer.from(`<rss>${words}</rss>`));

describe('a body', () => {
  test('is decoded to what was encoded', async () => {
    await fc.assert(
      fc.asyncProperty(text, coding, async (bytes, name) => {
        expect(Buffer.from(await unpackBody(codings[name](bytes), name, limits))).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  test('that is damaged gives what could be decoded or a known error, never anything else', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        text,
        coding,
        damage,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (bytes, name, flips, cut) => {
          const packed = Buffer.from(codings[name](bytes));
          for (const [at, value] of flips) packed[at % packed.byteLength] = value;
          const wire = packed.subarray(0, Math.ceil(packed.byteLength * cut));
          const outcome = await unpackBody(wire, name, limits).catch((error: unknown) => error);
          if (outcome instanceof Uint8Array) return;
          if (outcome instanceof BadEncodingError || outcome instanceof BodyTooLargeError) return;
          expect(outcome).toBe('an error of ours');
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    ['RSS', '<?xml version="1.0"?><rss version="2.0"><channel><title>Ärger im Hafen</title></channel></rss>'],
    ['a page', '<!doctype html><html lang="ja"><title>港の新聞</title><p>本文</p></html>'],
    ['JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
  ])('of %s in brotli is decoded without a header, and told', async (_, document) => {
    let told = 0;
    const onHidden = () => told++;
    const body = await unpackBody(brotliCompressSync(document), undefined, { ...limits, onHidden });
    expect(Buffer.from(body).toString()).toBe(document);
    expect(told).toBe(1);
  });

  test('of other bytes without a header stays as it is', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
    const latin = Buffer.from('<rss>\xe9t\xe9</rss>', 'latin1');
    const utf16 = Buffer.from('<rss>港</rss>', 'utf16le');
    const words = brotliCompressSync('neither markup nor JSON, but so many words');
    for (const bytes of [picture, latin, utf16, words])
      expect(Buffer.from(await unpackBody(bytes, undefined, limits))).toEqual(bytes);
  });

  test('in brotli without a header is refused where it is too large', async () => {
    const bomb = brotliCompressSync(`<rss>${' '.repeat(200_000)}</rss>`);
    await expect(unpackBody(bomb, undefined, limits)).rejects.toThrow(BodyTooLargeError);
  });

  test('keeps its beginning where truncation is allowed', async () => {
    const packed = gzipSync('ab'.repeat(1000));
    const begun = await unpackBody(packed, 'gzip', { ...limits, maxBytes: 501, overflow: 'truncate' });
    expect(Buffer.from(begun).toString()).toBe(`${'ab'.repeat(250)}a`);
    const nothing = await unpackBody(packed.subarray(0, 5), 'gzip', limits);
    expect(nothing.byteLength).toBe(0);
  });
});
