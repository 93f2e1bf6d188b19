import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateContext } from '../../../src/core/dates/date-context.ts';
import { MONTHS } from '../../../src/core/dates/calendar-names.ts';
import { datesInText } from '../../../src/core/dates/dates-in-text.ts';
import { readDate } from '../../../src/core/dates/read-date.ts';
import { readText } from '../../../src/core/stories/words.ts';

const FEED = { source: 'feed' } as const;
const PAGE = { source: 'page', zone: 'UTC', dayFirst: true } as const;
const HEADER = { source: 'header', now: new Date('2026-03-01T12:00:00Z') } as const;
const EVERYWHERE: readonly DateContext[] = [FEED, PAGE, HEADER];

const iso = (text: string, context: DateContext) => readDate(text, context)?.toISOString();

const moments = fc.date({
  min: new Date('1995-01-01'),
  max: new Date('2090-12-31'),
  noInvalidDate: true,
});
const zones = fc.constantFrom(
  '', 'GMT', 'UTC', 'Z', '+0000', '-0530', '+14:00', 'EST', 'EDT', 'CST', 'PST', 'CET', 'CEST', 'MSK', 'JST', 'IST', 'BST',
  'AEST', 'NZDT', 'XYZ',
); // biome-ignore format: a table

/** The parts of a date as they are printed, as if its zone were UTC. */
function printed(date: Date) {
  const [, day = '', month = '', year = '', time = ''] =
    /^\w+, (\d\d) (\w+) (\d{4}) ([\d:]+) GMT$/.exec(date.toUTCString()) ?? [];
  return { day, month, year, time, numbers: date.toISOString().slice(0, 10), clock: time.slice(0, 5) };
}

describe('the same text is the same instant', () => {
  test('in feeds, on pages and in headers', () => {
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const { day, month, year, time } = printed(moment);
        for (const text of [`${day} ${month} ${year} ${time} ${zone}`, moment.toUTCString()]) {
          const read = EVERYWHERE.map((context) => iso(text.trim(), context));
          expect(read[0], text).toBeDefined();
          expect(new Set(read), text).toHaveLength(1);
        }
      }),
    );
  });

  test('in feeds and on pages, in the forms that no header has', () => {
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const { day, month, year, time, numbers, clock } = printed(moment);
        for (const text of [
          numbers,
          `${numbers}T${time}`,
          `${numbers} ${time} ${zone}`,
          `${month} ${Number(day)}, ${year}, ${clock} ${zone}`,
          `${Number(day)} ${month} ${year}`,
          `${day}.${numbers.slice(5, 7)}.${year} ${clock}`,
          `${year}/${numbers.slice(5, 7)}/${day} ${time} ${zone}`,
          `${1_000_000_000 + (moment.getTime() % 2_999_999_999)}`,
        ]) {
          const feed = iso(text.trim(), FEED);
          expect(feed, text).toBeDefined();
          expect(iso(text.trim(), PAGE), text).toBe(feed);
        }
      }),
    );
  });

  test('on a page the words around a date change nothing', () => {
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const { day, month, year, clock } = printed(moment);
        const text = `${Number(day)} ${month} ${year}, ${clock} ${zone}`.trim();
        expect(iso(`First published on ${text} | by our own staff`, PAGE)).toBe(iso(text, PAGE));
      }),
    );
  });

  test('with the month in any language', () => {
    const unread: string[] = [];
    for (const [index, { inText, other }] of MONTHS.entries()) {
      const expected = new Date(Date.UTC(2025, index, 12, 10)).toISOString();
      for (const name of `${inText} ${other}`.split(' ')) {
        const text = `12 ${name} 2025 10:00`;
        const feed = iso(text, FEED);
        if (feed === undefined) unread.push(name);
        else expect([feed, iso(text, PAGE)], text).toEqual([expected, expected]);
      }
      for (const name of inText.split(' ')) {
        const day = expected.slice(0, 10);
        const found = datesInText(readText(`x 12 ${name} x`).folded, Date.parse(expected));
        expect(found.dates, name).toEqual([day]);
      }
    }
    expect(unread).toEqual([]);
  });
});

describe('an ambiguous zone is the one that the publisher uses', () => {
  test.each<[text: string, publisher: string, expected: string]>([
    ['12 Jul 2025 10:00:00 CST', 'UTC', '2025-07-12T16:00:00.000Z'],
    ['12 Jul 2025 10:00:00 CST', 'America/Chicago', '2025-07-12T16:00:00.000Z'],
    ['12 Jul 2025 10:00:00 CST', 'Asia/Shanghai', '2025-07-12T02:00:00.000Z'],
    ['12 Jul 2025 10:00:00 CST', 'Asia/Taipei', '2025-07-12T02:00:00.000Z'],
    ['12 Jul 2025 10:00:00 IST', 'UTC', '2025-07-12T04:30:00.000Z'],
    ['12 Jul 2025 10:00:00 IST', 'Europe/Dublin', '2025-07-12T09:00:00.000Z'],
    ['12 Jan 2025 10:00:00 IST', 'Asia/Jerusalem', '2025-01-12T08:00:00.000Z'],
    ['12 Jul 2025 10:00:00 BST', 'Asia/Dhaka', '2025-07-12T04:00:00.000Z'],
    ['12 Jul 2025 10:00:00 AST', 'Asia/Riyadh', '2025-07-12T07:00:00.000Z'],
    ['12 Jul 2025 10:00:00 EST', 'Australia/Brisbane', '2025-07-12T00:00:00.000Z'],
    ['12 Jul 2025 10:00:00 GMT', 'Asia/Shanghai', '2025-07-12T10:00:00.000Z'],
  ])('%s of %s', (text, publisher, expected) => {
    expect(iso(text, { source: 'feed', publisher })).toBe(expected);
    expect(iso(text, { source: 'page', zone: publisher, dayFirst: true })).toBe(expected);
    expect(iso(`Posted on ${text}, by us`, { source: 'page', zone: publisher, dayFirst: true })).toBe(
      expected,
    );
    if (publisher === 'UTC') expect(iso(text, HEADER)).toBe(expected);
  });
});
