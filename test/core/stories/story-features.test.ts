import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article, sourceDocument } from './articles.ts';

describe('features', () => {
  test('survive JSON unchanged and stay within 4 KB for a long article', () => {
    const { text, title } = sourceDocument('004_b01ec693ecf27e75');
    const { features } = article({ title, text: `${text}\n\n`.repeat(6), language: 'fra' });
    expect(JSON.parse(JSON.stringify(features))).toEqual(features);
    expect(Buffer.byteLength(JSON.stringify(features))).toBeLessThan(4096);
  });

  test('a name in the title weighs more than one in passing', () => {
    const { features } = article({
      title: 'Nexperia halts exports',
      text: `The maker of simple chips has stopped. ${'Nothing else is known about it yet. '.repeat(20)} ASML declined to comment.`,
    });
    const weights = new Map(features.entities);
    expect(weights.get('nexperia')).toBeGreaterThan(2 * weights.get('asml')!);
  });

  test('an entity of the gazetteer is not counted as an unknown name too', () => {
    const { features } = article({
      title: 'x',
      text: 'It was bought by Nexperia and by Karremans of The Hague.',
    });
    expect(features.names.map(([name]) => name)).toEqual(['krmns']);
  });

  test('a standfirst is read once, whether or not the text repeats it', () => {
    const text = 'The first sentence tells it all here today. Then some more follows.';
    const repeated = article({ title: 'x', text, lead: 'The first sentence tells it all here today.' });
    expect(repeated.features.sketch).toEqual(article({ title: 'x', text }).features.sketch);
    const separate = article({ title: 'x', text, lead: 'Officials in Busan gave no details whatsoever.' });
    expect(separate.features.places.map(([place]) => place)).toContain('busan');
  });

  test('an official source is known by its address', () => {
    const text = { title: 'x', text: 'y' };
    expect(article({ ...text, url: 'https://www.bis.gov/x' }).features.official).toBe(true);
    expect(article(text).features.official).toBe(false);
  });
});

describe('keys', () => {
  test('are different signed 32-bit integers, at most 96', () => {
    for (const name of ['000_c0b3dfb5e8aea5a1', '004_b01ec693ecf27e75']) {
      const { keys } = article({ ...sourceDocument(name), language: 'fra' });
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeLessThanOrEqual(96);
      expect(keys.every((key) => key === (key | 0))).toBe(true);
    }
  });

  test('a copy cut to a third shares some, an unrelated article none', () => {
    const whole = sourceDocument('004_b01ec693ecf27e75');
    const a = article({ ...whole, language: 'fra' });
    const b = article({
      title: 'Autre titre',
      text: whole.text.slice(0, whole.text.length / 3),
      language: 'fra',
    });
    const c = article({
      title: 'Football: PSG wins',
      text: 'The match in Lyon ended two to one after extra time.',
    });
    expect(a.keys.filter((key) => b.keys.includes(key)).length).toBeGreaterThan(2);
    expect(a.keys.filter((key) => c.keys.includes(key))).toEqual([]);
  });

  test('reports in two languages share a key without sharing a word', () => {
    const a = article({
      title: 'Tampa man pleads guilty',
      text: 'He shipped 400 Nvidia A100 chips through Malaysia.',
    });
    const b = article({ title: '商人认罪', text: '他经马来西亚转运400块英伟达A100芯片。', language: 'cmn' });
    expect(a.keys.filter((key) => b.keys.includes(key)).length).toBeGreaterThan(0);
  });
});

test.each([
  ['one endless katakana word', 'カ'.repeat(200_000)],
  ['one endless capitalised word', `It is ${'Ab'.repeat(200_000)}`],
  ['nothing but figures', '$1.5 million '.repeat(20_000)],
  ['nothing but names', Array.from({ length: 20_000 }, (_, at) => `and Bram${at.toString(36)}ton`).join(' ')],
  ['nothing but products', Array.from({ length: 20_000 }, (_, at) => `RTX ${at + 1000}`).join(' ')],
  [
    'nothing but days',
    Array.from({ length: 20_000 }, (_, at) => `${(at % 12) + 1}月${(at % 28) + 1}日`).join(' '),
  ],
])('%s stays within 4 KB', (_, text) => {
  const { features, keys } = article({ title: 'x', text, entities: [] });
  expect(Buffer.byteLength(JSON.stringify(features))).toBeLessThan(4096);
  expect(keys.length).toBeLessThanOrEqual(96);
});

test('features of any text are valid', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      (text, title) => {
        const { features, keys } = article({ title, text, entities: [] });
        expect(features.sketch.length).toBeLessThanOrEqual(features.shingles);
        expect(keys.every(Number.isInteger)).toBe(true);
        expect(features.quantities.every(({ value }) => Number.isFinite(value))).toBe(true);
      },
    ),
    { numRuns: 200, seed: 11 },
  );
});
