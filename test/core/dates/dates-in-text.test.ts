import { describe, expect, test } from 'vitest';
import { datesInText } from '../../../src/core/dates/dates-in-text.ts';
import { readText } from '../../../src/core/stories/words.ts';

const PUBLISHED = Date.parse('2025-11-20T12:00:00Z');
const found = (text: string, published = PUBLISHED) => datesInText(readText(text).folded, published);

describe('datesInText', () => {
  test.each([
    ['on November 14', '2025-11-14'],
    ['on 14 November', '2025-11-14'],
    ['le 3 décembre', '2025-12-03'],
    ['le 1er octobre', '2025-10-01'],
    ['am 14. November', '2025-11-14'],
    ['el 29 de septiembre', '2025-09-29'],
    ['il 12 novembre', '2025-11-12'],
    ['29 сентября', '2025-09-29'],
    ['10月9日', '2025-10-09'],
    ['10월 29일', '2025-10-29'],
  ])('day: %s', (text, date) => {
    expect(found(text)).toEqual({ dates: [date], periods: [] });
  });

  test.each([
    ['revenue for October', '2025-10'],
    ['10月の売上高', '2025-10'],
    ['en septembre', '2025-09'],
    ['in the third quarter', '2025-Q3'],
    ['Q3 results', '2025-Q3'],
    ['第三季度', '2025-Q3'],
    ['3분기 매출', '2025-Q3'],
    ['im dritten Quartal', '2025-Q3'],
    ['au troisième trimestre', '2025-Q3'],
  ])('period: %s', (text, period) => {
    expect(found(text)).toEqual({ dates: [], periods: [period] });
  });

  test.each(['it may rain', 'mais la maison', 'mars et mai', 'H1 cells', 'she marched'])(
    'nothing in %s',
    (text) => {
      expect(found(text)).toEqual({ dates: [], periods: [] });
    },
  );

  test('the year is the nearest one', () => {
    expect(found('on December 31', Date.parse('2026-01-05T00:00:00Z')).dates).toEqual(['2025-12-31']);
    expect(found('from January 2', Date.parse('2025-12-20T00:00:00Z')).dates).toEqual(['2026-01-02']);
  });
});
