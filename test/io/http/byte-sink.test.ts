import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteSink } from '../../../src/io/http/byte-sink.ts';

test('a sink keeps the pieces in their order up to its limit, in a buffer of exactly their size', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 30_000 }), { maxLength: 8 });
  // What a server announces may be too little, too much, or nonsense.
  const announced = fc.oneof(fc.nat(150_000), fc.constantFrom(-1, 0.5, 2 ** 40, Infinity, NaN));
  fc.assert(
    fc.property(pieces, fc.nat(100_000), announced, (given, limit, expected) => {
      const sink = new ByteSink(limit, expected);
      const whole = Buffer.concat(given);
      let fed = 0;
      for (const piece of given) {
        const room = limit - Math.min(fed, limit);
        fed += piece.byteLength;
        expect(sink.add(piece)).toBe(piece.byteLength <= room);
        expect(Buffer.compare(sink.peek(), whole.subarray(0, Math.min(fed, limit)))).toBe(0);
      }
      const taken = sink.take();
      expect(Buffer.compare(taken, whole.subarray(0, limit))).toBe(0);
      expect(taken.buffer.byteLength).toBe(taken.byteLength);
      expect(sink.length).toBe(0);
    }),
  );
});

test('bytes that were announced are not copied again', () => {
  const sink = new ByteSink(100_000, 50_000);
  sink.add(new Uint8Array(20_000));
  const { buffer } = sink.peek();
  sink.add(new Uint8Array(30_000));
  expect(sink.take().buffer).toBe(buffer);
});

test('an announced length takes no memory before the bytes come', () => {
  const sink = new ByteSink(2 ** 30, 2 ** 30);
  sink.add(new Uint8Array(1));
  expect(sink.peek().buffer.byteLength).toBeLessThan(2 ** 20);
});
