import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { markSpans } from '../../../src/core/messages/mark-spans.ts';

const span = fc
  .tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));

test('the parts are the text, and each character is marked as its spans say', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(span), fc.array(span), (text, terms, passages) => {
      const parts = markSpans(text, terms, passages);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      const inside = (spans: readonly { start: number; end: number }[], at: number) =>
        spans.some(({ start, end }) => start <= at && at < end);
      let at = 0;
      for (const part of parts)
        for (let end = at + part.text.length; at < end; at += 1) {
          expect(part.isTerm).toBe(inside(terms, at));
          expect(part.isPassage).toBe(inside(passages, at));
        }
    }),
  );
});

test('a term that overlaps another is one mark more, not two', () => {
  const parts = markSpans('advanced chip ban now', [
    { start: 0, end: 13 },
    { start: 9, end: 17 },
  ]);
  expect(parts.map(({ text, isTerm }) => (isTerm ? `[${text}]` : text)).join('')).toBe(
    '[advanced chip][ ban] now',
  );
});
