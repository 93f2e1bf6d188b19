import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteSink } from '../../../src/io/http/byte-sink.ts';

test('a sink keeps the pieces in their order up to its limit, in a buffer of exactly their size', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 30_000 }), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, fc.nat(100_000), (given, limit) => {
      const sink = new ByteSink(limit);
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
