import { describe, expect, test } from 'vitest';
import { entryDate } from '../../../src/core/dates/entry-date.ts';
import { readDate } from '../../../src/core/dates/read-date.ts';

const day = (written: string, dayFirst?: boolean) =>
  readDate(written, { source: 'feed', zone: 'UTC', dayFirst })?.toISOString().slice(0, 10);

test.each([
  ['6–8 Oct 2025', '2025-10-08'],
  ['30 September – 2 October 2025', '2025-10-02'],
  ['October 6-8, 2025', '2025-10-08'],
  ['Dec 30 2024 - Jan 2 2025', '2025-01-02'],
  ['vom 6. bis 8. Oktober 2025', '2025-10-08'],
  ['du 6 au 8 octobre 2025', '2025-10-08'],
  ['del 6 al 8 de octubre de 2025', '2025-10-08'],
  ['dal 6 all’8 ottobre 2025', undefined],
  ['6 t/m 8 oktober 2025', '2025-10-08'],
  ['od 6 do 8 października 2025', '2025-10-08'],
  ['с 6 по 8 октября 2025 г.', '2025-10-08'],
  ['6–8 Ekim 2025', '2025-10-08'],
  ['2025年10月6日〜8日', '2025-10-08'],
  ['2025年9月30日至10月2日', '2025-10-02'],
  ['2025년 10월 6일~8일', '2025-10-08'],
  ['6-8 tháng 10 năm 2025', '2025-10-08'],
  ['6–8 ตุลาคม 2568', '2025-10-08'],
  ['2025-10-06/2025-10-08', '2025-10-08'],
  ['06.10.-08.10.2025', '2025-10-08'],
])('a range of days in a feed is its last day: %s', (written, last) => {
  expect(day(written)).toBe(last);
});

test.each([
  ['2025-W41', '2025-10-12'],
  ['2020-W53', '2021-01-03'],
  ['KW 41/2025', '2025-10-12'],
  ['Week 41, 2025', '2025-10-12'],
  ['semaine 41 2025', '2025-10-12'],
  ['2025年第41週', '2025-10-12'],
  ['41. hafta 2025', '2025-10-12'],
])('a week is its Sunday: %s', (written, last) => {
  expect(day(written)).toBe(last);
});

test.each([
  'Q3 2025',
  '3. Quartal 2025',
  '2025年第三季度',
  'H2 2025',
  'Winter 2025',
  '2025/26',
  '09-10/2025',
  'Sep–Oct 2025',
  '2025-W54',
  '03/05/2025 - 04/05/2025',
  '8-6 October 2025',
  'the fortieth of October 2025',
  'veinte días de octubre de 2025',
])('no day is in: %s', (written) => {
  expect(day(written)).toBeUndefined();
});

test('the order of day and month decides an open range', () => {
  expect(day('03/05/2025 - 05/05/2025', true)).toBe('2025-05-05');
});

test('a page of a range says nothing on its publication', () => {
  const page = { source: 'page', dayFirst: true, zone: 'UTC' } as const;
  for (const written of ['2025年10月6日〜8日', '2025年10月6日-10月8日', '2025년 10월 6일~8일'])
    expect(readDate(written, page), written).toBeUndefined();
});

describe('a month or a year without a day', () => {
  const at = (written: string, now: string) =>
    entryDate([written], { source: 'feed', zone: 'UTC', now: new Date(now) }, () => {})
      ?.at.toISOString()
      .slice(0, 10);

  test.each(['November 2025', '2025-11', 'noviembre de 2025', 'ноябрь 2025'])(
    '%s is its last day',
    (written) => {
      expect(at(written, '2025-12-03T00:00Z')).toBe('2025-11-30');
    },
  );

  test.each(['November 2025', '2025-11', '2025'])('%s is no date while it goes on', (written) => {
    expect(at(written, '2025-11-29T00:00Z')).toBeUndefined();
  });

  test('a year is its last day', () => {
    expect(at('2024', '2025-11-29T00:00Z')).toBe('2024-12-31');
  });
});

test.each([
  ['9 قوس 1405', '2026-11-30'],
  ['9 Azar 1405', '2026-11-30'],
  ['20 Jumada II 1448', '2026-11-30'],
  ['20 Jumada al-Akhirah 1448 AH', '2026-11-30'],
  ['1 Ramadhan 1447', '2026-02-18'],
  ['1 Ramazan 1447', '2026-02-18'],
  ['21 ኅዳር 2019', '2026-11-30'],
  ['ህዳር 21 ቀን 2019 ዓ.ም', '2026-11-30'],
  ['令和八年十一月三十日', '2026-11-30'],
  ['二〇二六年十一月三十日', '2026-11-30'],
  ['民國一百一十五年十一月三十日', '2026-11-30'],
  ['115年11月30日', '2026-11-30'],
  ['30 พ.ย. 69 09:15 น.', '2026-11-30'],
])('a day of another calendar: %s', (written, gregorian) => {
  expect(day(written)).toBe(gregorian);
});
