import { describe, expect, test } from 'vitest';
import { extractDates } from '../../../src/core/entities/calendar-dates.ts';

const written = (text: string): string[] =>
  extractDates(text).map(({ year, month, day }) => [year ?? '?', month, day ?? '?'].join('-'));

describe('17 September in every language', () => {
  test.each([
    'on 17 September',
    'on September 17',
    'Sept. 17',
    'the 17th of September',
    'le 17 septembre',
    'am 17. September',
    'el 17 de septiembre',
    'il 17 settembre',
    'em 17 de setembro',
    '17 сентября',
    'op 17 september',
    '17 września',
    '17 Eylül',
    '17 سبتمبر',
    '١٧ سبتمبر',
    'ngày 17 tháng 9',
    '17 सितंबर',
    '१७ सितंबर',
    '9月17日',
    '9月17号',
    '9월 17일',
  ])('%s', (text) => expect(written(text)).toEqual(['?-9-17']));
});

describe('dates', () => {
  test.each<[string, string[]]>([
    ['2025-09-17', ['2025-9-17']],
    ['17.09.2025', ['2025-9-17']],
    ['25/06/2025', ['2025-6-25']],
    ['September 17, 2025', ['2025-9-17']],
    ['17 de septiembre de 2025', ['2025-9-17']],
    ['17 tháng 9 năm 2025', ['2025-9-17']],
    ['2025年9月17日', ['2025-9-17']],
    ['2025年9月', ['2025-9-?']],
    ['2025년 9월 17일', ['2025-9-17']],
    ['septembre 2025', ['2025-9-?']],
    ['le 1er août 2025', ['2025-8-1']],
    ['from 3 May to 5 June 2025', ['?-5-3', '2025-6-5']],
    // Day and month could change places.
    ['05/06/2025', []],
    ['31 February', []],
    ['it may 5 times', []],
    ['RTX 17 Sepang', []],
    ['第5章', []],
    ['12 monkeys in 2025', []],
  ])('%s', (text, dates) => expect(written(text)).toEqual(dates));

  test('says where', () => {
    const text = 'Am 17. September 2025 begann es.';
    expect(extractDates(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '17. September 2025',
    ]);
  });
});

test.each(['1 ', '9月', 'a', '1.', 'September '])('a megabyte of %j ends', (unit) => {
  expect(extractDates(unit.repeat(Math.floor(1_000_000 / unit.length)))).toEqual([]);
});
