import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { readDate } from '../../../src/core/dates/read-date.ts';

const readFeedDate = (written: string) => readDate(written, { source: 'feed' });

const READABLE: readonly [string, string][] = [
  // RFC 822, 2822, 850 and asctime
  ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
  ['Thu, 01 Jan 04 19:48 EST', '2004-01-02T00:48:00Z'],
  ['01 Jan 99 19:48 Z', '1999-01-01T19:48:00Z'],
  ['Sat, 01 Jan 2022 00:00:00 -0000', '2022-01-01T00:00:00Z'],
  ['Wed, 19 Feb 2012 22:40:00 -01:01', '2012-02-19T23:41:00Z'],
  ['Thurs, 15 Oct 2020 00:00:39 +0000', '2020-10-15T00:00:39Z'],
  ['Tuesday, 02-Feb-21 10:00:00 GMT', '2021-02-02T10:00:00Z'],
  ['Sun Jan  4 16:29:06 2004', '2004-01-04T16:29:06Z'],
  ['Mon Jan 2 15:04:05 MST 2006', '2006-01-02T22:04:05Z'],
  ['Thu Nov 12 2020 17:00:00 GMT+0000 (Coordinated Universal Time)', '2020-11-12T17:00:00Z'],
  ['Fri, 1 Mar 2024 24:00:00 GMT', '2024-03-02T00:00:00Z'],
  // zone names
  ['Thu, 30 Apr 2015 08:57:00 MEST', '2015-04-30T06:57:00Z'],
  ['Mon, 01 Feb 2021 10:00:00 AEDT', '2021-01-31T23:00:00Z'],
  ['Mon, 01 Feb 2021 10:00:00 KST', '2021-02-01T01:00:00Z'],
  ['Wed, 19 Aug 2009 18:28:00 Etc/GMT', '2009-08-19T18:28:00Z'],
  ['Thu, 25 Feb 2016 00:00:00 Europe/Brussels', '2016-02-24T23:00:00Z'],
  ['Sat, 25 Jun 2016 00:00:00 Europe/Brussels', '2016-06-24T22:00:00Z'],
  ['2024-03-01 12:00:00 America/New_York', '2024-03-01T17:00:00Z'],
  ['Mon, 01 Feb 2021 10:00:00 EST5EDT', '2021-02-01T15:00:00Z'],
  ['Mon, 01 Feb 2021 10:00:00 Eastern Standard Time', '2021-02-01T15:00:00Z'],
  ['Mon, 01 Feb 2021 10:00:00 GMT Standard Time', '2021-02-01T10:00:00Z'],
  ['Mon, 01 Feb 2021 10:00:00 XYZ', '2021-02-01T10:00:00Z'],
  // ISO 8601 and W3C-DTF
  ['2003', '2003-01-01T00:00:00Z'],
  ['2003-12', '2003-12-01T00:00:00Z'],
  ['20031231', '2003-12-31T00:00:00Z'],
  ['2003-335', '2003-12-01T00:00:00Z'],
  ['2003-12-31T10:14Z', '2003-12-31T10:14:00Z'],
  ['2003-12-31T10:14:55.1234Z', '2003-12-31T10:14:55.123Z'],
  ['2003-12-31T18:14:55+08:00', '2003-12-31T10:14:55Z'],
  ['20210304T050607Z', '2021-03-04T05:06:07Z'],
  ['2004-07-08 23:56:58 -00:20', '2004-07-09T00:16:58Z'],
  ['2004-07-08 23:56:58.0', '2004-07-08T23:56:58Z'],
  ['2000-02-28T18:14:55-08:00', '2000-02-29T02:14:55Z'],
  // numbers
  ['14-04-2020 19:00 +0400', '2020-04-14T15:00:00Z'],
  ['2020/04/20 19:00:00 +0900', '2020-04-20T10:00:00Z'],
  ['09/15/2014 4:20 pm PST', '2014-09-16T00:20:00Z'],
  ['15/09/2014', '2014-09-15T00:00:00Z'],
  ['01.03.2024 15:20', '2024-03-01T15:20:00Z'],
  ['1709251200', '2024-03-01T00:00:00Z'],
  ['1709251200000', '2024-03-01T00:00:00Z'],
  // English, otherwise
  ['March 30 2020 07:02:38 PM', '2020-03-30T19:02:38Z'],
  ['12:30 am, Apr 16, 2023', '2023-04-16T00:30:00Z'],
  ['Mon, 16th Nov 2020 13:16:28 GMT', '2020-11-16T13:16:28Z'],
  ['February 1, 2021', '2021-02-01T00:00:00Z'],
  // other languages
  ['Do, 29 Mär 2018 00:00:00 +0200', '2018-03-28T22:00:00Z'],
  ['Samstag, 7. Dezember 2024 um 10:20 Uhr', '2024-12-07T10:20:00Z'],
  ['mar., 01 déc. 2020 16:11:02 +0000', '2020-12-01T16:11:02Z'],
  ['jeu., 02 avril 2020 00:00:00 +0200', '2020-04-01T22:00:00Z'],
  ['3 mars 2024 à 14h30', '2024-03-03T14:30:00Z'],
  ['seg, 07 set 2020 08:30:00 -0300', '2020-09-07T11:30:00Z'],
  ['sábado, 3 de febrero de 2024 10:20', '2024-02-03T10:20:00Z'],
  ['giovedì 4 gennaio 2024', '2024-01-04T00:00:00Z'],
  ['piątek, 1 marca 2024 12:00', '2024-03-01T12:00:00Z'],
  ['Пт, 01 мар 2024 12:00:00 +0300', '2024-03-01T09:00:00Z'],
  ['1 марта 2024 г. 12:00', '2024-03-01T12:00:00Z'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
  ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
  ['1 มีนาคม 2567', '2024-03-01T00:00:00Z'],
  ['٢٠٢٤-٠٣-٠١', '2024-03-01T00:00:00Z'],
  ['2024年3月4日(月) 10時20分', '2024-03-04T10:20:00Z'],
  ['2021年3月4日 05:06:07 +0800', '2021-03-03T21:06:07Z'],
  ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15Z'],
  ['월, 01 2월 2021 10:00:00 +0900', '2021-02-01T01:00:00Z'],
  ['周一, 01 二月 2021 10:00:00 +0800', '2021-02-01T02:00:00Z'],
  ['月, 01 12月 2021 10:00:00 +0900', '2021-12-01T01:00:00Z'],
  ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17Z'],
];

const UNREADABLE = [
  '',
  ' ',
  'soon',
  'n/a',
  'Mon',
  'May',
  '99999',
  '22013',
  '013',
  '12:00:00',
  '1:2',
  '0000-00-00 00:00:00',
  'Sun, 16 Dec 2012 1:2:3:4 GMT',
  'Sun, 16 zzz 2012 11:47:32 GMT',
  'Sun, 16 Dec 2012 11:47:32 +zz:00',
  'Sun, 99 Jun 2009 12:00:00 GMT',
  'Mon, 32 Feb 2021 10:00:00 GMT',
  'Mon, 29 Feb 2021 10:00:00 GMT',
  '9999-12-31T23:59:59-99:99',
  '2003-12-31T25:14:55Z',
  '2003-12-31T10:61:55Z',
  '2003-12-31T10:14:61Z',
  '2013-01-27-01',
  '2013-01-28T11:30:00-06:00Textra',
  '2013-xx-27',
  '2013-01-28T09:xx:00Z',
  '2013-01-28T09:00:00+00:xx',
  '2021-13-01',
  '2021-02-30',
  '200312',
  '2003-366',
  '13월 2021',
  '1 2 3',
  `2021-02-01${' '.repeat(500)}x`,
];

const hostZone = process.env['TZ'];
afterEach(() => {
  if (hostZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = hostZone;
});

describe.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('on a host in %s', (zone) => {
  test.each(READABLE)('%s', (written, expected) => {
    process.env['TZ'] = zone;
    expect(readFeedDate(written)?.toISOString()).toBe(new Date(expected).toISOString());
  });
});

test.each(UNREADABLE)('no date: %j', (written) => {
  expect(readFeedDate(written)).toBeUndefined();
});

describe('properties', () => {
  const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  const wholeSeconds = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000);

  test('printed dates are read back', () => {
    fc.assert(
      fc.property(instant, (date) => {
        expect(readFeedDate(date.toISOString())).toEqual(date);
        expect(readFeedDate(date.toUTCString())).toEqual(wholeSeconds(date));
      }),
    );
  });

  test('a date with any UTC offset is read as the right instant', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -12 * 60, max: 14 * 60 }), (date, offset) => {
        const local = new Date(wholeSeconds(date).getTime() + offset * 60_000);
        const digits = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
        const zone = `${offset < 0 ? '-' : '+'}${digits(offset / 60)}${digits(offset % 60)}`;
        const rfc = local.toUTCString().replace('GMT', zone);
        const iso = `${local.toISOString().slice(0, 19)}${zone.slice(0, 3)}:${zone.slice(3)}`;
        expect(readFeedDate(rfc)).toEqual(wholeSeconds(date));
        expect(readFeedDate(iso)).toEqual(wholeSeconds(date));
      }),
    );
  });

  test('any text is a valid date or none', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom('2024', '03', '1', 'Mar', 'lundi', ':', '-', ' ', 'T', '+', 'Z', 'GMT', '年', '오후'),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const date = readFeedDate(parts.join(''));
        expect(date === undefined || Number.isFinite(date.getTime())).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
