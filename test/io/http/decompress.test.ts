import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadEncodingError, BodyTooLargeError, readBody } from '../../../src/io/http/decompress.ts';

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

/** The bytes as a socket might hand them over: in pieces of `size`. */
function* pieces(bytes: Buffer, size: number): Iterable<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

describe('a body', () => {
  test('comes out as it went in, however it was cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(text, coding, fc.integer({ min: 1, max: 50 }), async (bytes, name, size) => {
        const stream = Readable.from(pieces(codings[name](bytes), size));
        expect(Buffer.from(await readBody(stream, name, limits))).toEqual(bytes);
        expect(stream.destroyed).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('that is damaged gives what could be read or an error of ours, never anything else', async () => {
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
          const stream = Readable.from(pieces(packed.subarray(0, Math.ceil(packed.byteLength * cut)), 100));
          const outcome = await readBody(stream, name, limits).catch((error: unknown) => error);
          if (outcome instanceof Uint8Array) return;
          if (outcome instanceof BadEncodingError || outcome instanceof BodyTooLargeError) return;
          expect(outcome).toBe('an error of ours');
        },
      ),
      { numRuns: 150 },
    );
  });

  test('keeps its beginning where truncation is the rule', async () => {
    const stream = Readable.from(pieces(gzipSync('ab'.repeat(1000)), 7));
    const kept = await readBody(stream, 'gzip', { ...limits, maxBytes: 5, overflow: 'truncate' });
    expect(Buffer.from(kept).toString()).toBe('');
    const roomy = Readable.from(pieces(gzipSync('ab'.repeat(1000)), 7));
    const begun = await readBody(roomy, 'gzip', { ...limits, maxBytes: 501, overflow: 'truncate' });
    expect(Buffer.from(begun).toString()).toBe(`${'ab'.repeat(250)}a`);
  });

  test('whose stream fails fails with the stream’s own error', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('reset'));
      },
    });
    await expect(readBody(broken, 'gzip', limits)).rejects.toThrow('reset');
  });
});
