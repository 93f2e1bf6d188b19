import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textSimilarity, sketchOf } from '../../../src/core/stories/sketch.ts';
import { readText } from '../../../src/core/stories/words.ts';

const sketch = (text: string) => sketchOf(readText(text).words);
/** Sentences of invented words, so that texts share none by chance. */
const prose = (seed: number, words: number): string =>
  Array.from({ length: words }, (_, at) => `w${(seed * 7919 + at * at * 31 + at) % 100_003}x`).join(' ');

describe('sketches', () => {
  test('a text has similarity 1 to itself and contains nothing of an unrelated text', () => {
    const one = sketch(prose(1, 400));
    expect(textSimilarity(one, one)).toEqual({ jaccard: 1, containment: 1 });
    expect(textSimilarity(one, sketch(prose(2, 400))).containment).toBe(0);
  });

  test('a copy with an agency line before it and some words changed is found', () => {
    const text = prose(3, 300).split(' ');
    const edited = text.map((word, at) => (at % 40 === 0 ? 'changed' : word));
    const { containment } = textSimilarity(
      sketch(text.join(' ')),
      sketch(`LONDON (Newswire) - ${edited.join(' ')} Reporting by others.`),
    );
    expect(containment).toBeGreaterThan(0.8);
  });

  test.each([0.3, 0.5, 0.8])('a copy cut to %d of its length is contained in the whole', (part) => {
    const text = prose(4, 500).split(' ');
    const { containment, jaccard } = textSimilarity(
      sketch(text.join(' ')),
      sketch(text.slice(0, Math.round(text.length * part)).join(' ')),
    );
    expect(containment).toBeGreaterThan(0.9);
    expect(Math.abs(jaccard - part)).toBeLessThan(0.15);
  });

  test('the estimate of shared text is near the truth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 5_000 }), (shared, seed) => {
        const common = prose(seed, 600).split(' ').slice(0, shared);
        const a = [...common, ...prose(seed + 1, 300 - shared).split(' ')].join(' ');
        const b = [...common, ...prose(seed + 2, 300 - shared).split(' ')].join(' ');
        expect(Math.abs(textSimilarity(sketch(a), sketch(b)).containment - shared / 300)).toBeLessThan(0.2);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  test('Chinese copies compare by characters, across the two ways of writing', () => {
    const simplified =
      '商务部新闻发言人表示，中方将采取必要措施，坚决维护中国企业的正当合法权益，并对相关半导体设备实施出口管制。';
    const traditional =
      '商務部新聞發言人表示，中方將採取必要措施，堅決維護中國企業的正當合法權益，並對相關半導體設備實施出口管制。';
    expect(textSimilarity(sketch(simplified), sketch(traditional)).containment).toBeGreaterThan(0.8);
  });

  test('too little text gives no similarity', () => {
    expect(textSimilarity(sketch('a b c'), sketch('a b c'))).toEqual({ jaccard: 0, containment: 0 });
    expect(textSimilarity(sketch(''), sketch(''))).toEqual({ jaccard: 0, containment: 0 });
  });
});
