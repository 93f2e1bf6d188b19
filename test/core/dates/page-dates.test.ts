import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publisherZone } from '../../../src/core/dates/publisher-zone.ts';
import { readDate } from '../../../src/core/dates/read-date.ts';
import { instantInZone } from '../../../src/core/dates/zones.ts';

const BERLIN = { source: 'page', zone: 'Europe/Berlin', dayFirst: true } as const;

describe('dates of pages', () => {
  test.each([
    ['2024-05-03T14:24:00+02:00', '2024-05-03T12:24:00Z'],
    ['2024-05-03 14:24:00 +0200', '2024-05-03T12:24:00Z'],
    ['2024-05-03T14:24:00.123Z', '2024-05-03T14:24:00.123Z'],
    ['2024-05-03T14:24', '2024-05-03T12:24:00Z'],
    ['2024-01-03T14:24', '2024-01-03T13:24:00Z'],
    ['2024-05-03', '2024-05-03T00:00:00Z'],
    ['20240503T1202', '2024-05-03T10:02:00Z'],
    ['1714745040', '2024-05-03T14:04:00Z'],
    ['Fri, 03 May 2024 12:01:02 GMT', '2024-05-03T12:01:02Z'],
    ['Wed Nov 20 2019 10:11:12 GMT+0100 (CET)', '2019-11-20T09:11:12Z'],
    ['May 7, 2025, 1:00 pm EDT', '2025-05-07T17:00:00Z'],
    ['May 7, 2025, 12:30 am EST', '2025-05-07T05:30:00Z'],
    ['3. Mai 2024, 14:05 Uhr', '2024-05-03T12:05:00Z'],
    ['Veröffentlicht am 03.05.2024 - 09:30', '2024-05-03T07:30:00Z'],
    ['18 août 2025 à 9h12', '2025-08-18T07:12:00Z'],
    ['8 ottobre 2025, ore 14:25', '2025-10-08T12:25:00Z'],
    ['29 мая 2023, 14:05 МСК', '2023-05-29T11:05:00Z'],
    ['2025年11月6日 10時20分', '2025-11-06T09:20:00Z'],
    ['2024. 5. 3. 오후 3:05', '2024-05-03T13:05:00Z'],
    ['٣ مايو 2024', '2024-05-03T00:00:00Z'],
    ['15:10 25.04.2026', '2026-04-25T13:10:00Z'],
    ['12/25/2024', '2024-12-25T00:00:00Z'],
  ])('%s', (text, expected) => {
    expect(readDate(text, BERLIN)).toEqual(new Date(expected));
  });

  test.each([
    ['2025eko maiatzaren 3a', '2025-05-03'],
    ['Argitaratua: 2025eko maiatzaren 3a', '2025-05-03'],
    ['2026ko martxoaren 1an', '2026-03-01'],
    ['2025. gada 3. maijs, 14.05', '2025-05-03T12:05Z'],
    ['Publicēts: 2025. gada 3. maijā, 14.05', '2025-05-03T12:05Z'],
    ['Paskelbta 2025 m. gegužės 3 d.', '2025-05-03'],
    ['2025 жылғы 3 мамыр, 14:05', '2025-05-03T12:05Z'],
    ['Chop etildi: 2025-yil 3-may, 14:05', '2025-05-03T12:05Z'],
    ['2025 оны 05 дугаар сарын 03', '2025-05-03'],
    ['Нийтэлсэн: 2025 оны 5-р сарын 3, 14:05', '2025-05-03T12:05Z'],
    ['2 ማርች 2026', '2026-03-02'],
  ])('the year first or other months: %s', (text, expected) => {
    expect(readDate(text, BERLIN)).toEqual(new Date(expected));
  });

  // The second of March 2026 is the 23rd of the sixth month of 2018.
  test.each([
    'የካቲት 23 ቀን 2018 ዓ.ም',
    'የታተመው፡ የካቲት 23 ቀን 2018 ዓ.ም.',
    'አዲስ አበባ፣ የካቲት 23/2018 (ኢዜአ)',
    'የካቲት ፳፫ ቀን ፳፻፲፰ ዓ.ም',
    'ለካቲት 23, 2018 ዓ.ም',
    '23/06/2018 ዓ.ም',
    'ሰኞ 23-06-2018 ዓ/ም',
    'Yekatit 23, 2018',
    'Published on 23 Yekatit 2018 E.C.',
    '23/06/2018 (E.C.)',
    'ለካቲት 2, 2026 ዓ.ም.ፈ',
    'ለካቲት 2 2026',
    '2 መጋቢት 2026 እ.ኤ.አ',
  ])('in the calendar of Ethiopia: %s', (text) => {
    const month = /ለካቲት 2[ ,]/u.test(text) ? '02' : '03';
    expect(readDate(text, BERLIN)).toEqual(new Date(`2026-${month}-02`));
  });

  test.each(['Ter Beek 5, 2018', '23/06/2018 EC adopts rule', 'tir 5 2018'])(
    '%s is not in the calendar of Ethiopia',
    (text) => {
      expect(readDate(text, BERLIN)?.getUTCFullYear() ?? 2018).toBe(2018);
    },
  );

  test.each(['', 'vor 3 Stunden', 'yesterday', '31.02.2024', '2024-13-01', 'x'.repeat(1_000)])(
    '%s is no date',
    (text) => {
      expect(readDate(text, BERLIN)).toBeUndefined();
    },
  );

  test('the month stands first where the publisher writes it so', () => {
    expect(readDate('3/4/2025', { source: 'page', zone: 'UTC', dayFirst: false })).toEqual(
      new Date('2025-03-04'),
    );
    expect(readDate('3/4/2025', { source: 'page', zone: 'UTC', dayFirst: true })).toEqual(
      new Date('2025-04-03'),
    );
  });

  test('reads back any instant written in ISO 8601 with any offset', () => {
    const seconds = fc.integer({ min: Date.UTC(1995, 0) / 1000, max: Date.UTC(2090, 0) / 1000 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -11, max: 13 }), (second, hours) => {
        const local = new Date((second + hours * 3600) * 1000).toISOString().slice(0, 19);
        const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
        expect(readDate(local + offset, BERLIN)).toEqual(new Date(second * 1000));
      }),
    );
  });
});

describe('publisherZone', () => {
  test.each([
    ['https://a.de/x', undefined, 'Europe/Berlin'],
    ['https://a.co.uk/x', 'en', 'Europe/London'],
    ['https://a.example/x', 'de', 'Europe/Berlin'],
    ['https://a.example/x', 'zh-TW', 'Asia/Taipei'],
    ['https://a.example/x', 'zh-Hant', 'Asia/Taipei'],
    ['https://a.example/x', 'en', 'UTC'],
    ['https://a.example/x', 'en-US', 'UTC'],
    ['https://a.example/x', 'es', 'UTC'],
    ['no address', undefined, 'UTC'],
  ])('%s in %s: %s', (url, language, expected) => {
    expect(publisherZone(url, language)).toBe(expected);
  });

  test('uses the right offset before and after a change of clocks', () => {
    expect(instantInZone('Europe/Berlin', Date.UTC(2025, 2, 30, 1, 59))).toBe(Date.UTC(2025, 2, 30, 0, 59));
    expect(instantInZone('Europe/Berlin', Date.UTC(2025, 2, 30, 3, 1))).toBe(Date.UTC(2025, 2, 30, 1, 1));
  });
});
