import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractQuantities } from '../../../src/core/entities/quantities.ts';

const valuesOf = (text: string, language?: string): (readonly [number, string | undefined])[] =>
  extractQuantities(text, language).map(({ value, unit }) => [value, unit]);

describe('a billion dollars in every language', () => {
  test.each([
    '1 billion dollars',
    '$1 billion',
    'US$1bn',
    'a billion dollars',
    '1 billion US dollars',
    'un milliard de dollars',
    'près d’un milliard de dollars',
    '1 Mrd. Dollar',
    'eine Milliarde Dollar',
    '1 Milliarde US-Dollar',
    'mil millones de dólares',
    '1.000 millones de dólares',
    '1000 millones de dólares',
    'un miliardo di dollari',
    '1 bilhão de dólares',
    'mil milhões de dólares',
    '1 млрд долларов',
    'миллиард долларов',
    '1 miljard dollar',
    'miliard dolarów',
    '1 mld dolarów',
    '1 milyar dolar',
    'bir milyar dolarlık',
    'مليار دولار',
    '1 tỷ USD',
    '1 tỷ đô la Mỹ',
    'एक अरब डॉलर',
    '100 करोड़ डॉलर',
    '10 亿美元',
    '10亿美元',
    '十亿美元',
    '10億美元',
    '10億ドル',
    '約10億米ドル',
    '10억 달러',
    '10억달러',
  ])('%s', (text) => {
    expect(valuesOf(text)).toEqual([[1e9, 'USD']]);
  });
});

describe('numbers', () => {
  test.each<[string, string | undefined, number, string | undefined]>([
    ['25 %', undefined, 25, '%'],
    ['yüzde 25', undefined, 25, '%'],
    ['百分之二十五', undefined, 25, '%'],
    ['25 pour cent', undefined, 25, '%'],
    ['25 процентов', undefined, 25, '%'],
    ['٢٥ بالمئة', undefined, 25, '%'],
    ['२५ प्रतिशत', undefined, 25, '%'],
    ['70,000 GPUs', undefined, 70_000, undefined],
    ['70 000 cartes', undefined, 70_000, undefined],
    ['70\u202f000 cartes', undefined, 70_000, undefined],
    ['70.000 Karten', undefined, 70_000, undefined],
    ['7万块显卡', undefined, 70_000, undefined],
    ['7만 개', undefined, 70_000, undefined],
    ['1万2千台', undefined, 12_000, undefined],
    ['1조 2천억원', undefined, 1.2e12, 'KRW'],
    ['1兆5000億円', undefined, 1.5e12, 'JPY'],
    ['3 trillion won', undefined, 3e12, 'KRW'],
    ['1,5 Mio. Euro', undefined, 1.5e6, 'EUR'],
    ['£3m', undefined, 3e6, 'GBP'],
    ['R$ 5 milhões', undefined, 5e6, 'BRL'],
    ['NT$20億', undefined, 2e9, 'TWD'],
    ['10億元', undefined, 1e9, 'TWD'],
    ['10亿元', undefined, 1e9, 'CNY'],
    ['¥5000', 'cmn', 5000, 'CNY'],
    ['¥5000', 'jpn', 5000, 'JPY'],
    ['1.234 Euro', undefined, 1234, 'EUR'],
    ['1.234 euros', 'eng', 1.234, 'EUR'],
    ['1,234 euros', 'fra', 1.234, 'EUR'],
    ['1,234.5 dollars', undefined, 1234.5, 'USD'],
    ['1.234,5 Dollar', undefined, 1234.5, 'USD'],
    ['2 billions de dollars', 'fra', 2e12, 'USD'],
    // A stray separator between groups adds nothing.
    ['1万,億', undefined, 10_000, undefined],
    ['7nm', undefined, 7, 'nm'],
    ['5 纳米', undefined, 5, 'nm'],
    ['7나노', undefined, 7, 'nm'],
    ['64 GB', undefined, 64, 'GB'],
    ['2 lakh crore rupees', undefined, 2e12, 'INR'],
  ])('%s (%s)', (text, language, value, unit) => {
    expect(valuesOf(text, language)).toEqual([[value, unit]]);
  });

  test.each([
    'in 2025',
    'H20, A100 and RTX 6000D',
    'a dozen chips',
    'millions of dollars',
    '4K video',
    'ich bin müde',
    'one day',
    '9 people',
  ])('nothing in: %s', (text) => expect(valuesOf(text)).toEqual([]));

  test('several in a sentence, with their places', () => {
    const text = 'Sales fell 25% to $4.6bn, said 3 people; 12,500 cards were seized.';
    expect(extractQuantities(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '25%',
      '$4.6bn',
      '12,500',
    ]);
  });
});

test('any text: places in order, apart and inside, values finite', () => {
  const parts = fc.constantFrom(
    '1',
    '000',
    ',',
    '.',
    ' ',
    '億',
    '万',
    '千',
    '兆',
    'billion',
    '$',
    '元',
    '%',
    'un',
    '١',
    '१',
    '\ud83d',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }),
      (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { value, start, end } of extractQuantities(text)) {
          expect(Number.isFinite(value)).toBe(true);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      },
    ),
    { numRuns: 200 },
  );
});

test.each(['1', '1,', '1 000 ', '億', '一', 'one ', '$1 ', '1万', ' ', '百分之'])(
  'a megabyte of %j ends',
  (unit) => {
    const text = unit.repeat(Math.floor(1_000_000 / unit.length));
    expect(extractQuantities(text).every(({ end }) => end <= text.length)).toBe(true);
  },
);
