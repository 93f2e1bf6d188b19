import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonDate } from '../../../src/core/dates/common-date.ts';
import { readDate } from '../../../src/core/dates/read-date.ts';

const FEED = { source: 'feed', dayFirst: false, zone: 'Asia/Tokyo' } as const;
const PAGE = { source: 'page', zone: 'Europe/Berlin', dayFirst: true } as const;

const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
// Before 1990 a page's number is no date. The first hours of that year are before it in some zones.
const year = fc.integer({ min: 1991, max: 2099 }).map(String);
const clock = fc.tuple(two(25), two(61), two(61)).map((parts) => parts.join(':'));
const zone = (colon: string) =>
  fc.tuple(fc.constantFrom('+', '-'), two(16), two(60)).map(([sign, h, m]) => `${sign}${h}${colon}${m}`);
const mail = fc
  .tuple(
    fc.constantFrom('', 'Mon, ', 'Sun, '),
    fc.oneof(two(32), fc.integer({ min: 1, max: 9 }).map(String)),
    fc.constantFrom('Jan', 'Feb', 'Apr', 'May', 'Sep', 'Dec'),
    year,
    clock,
    fc.oneof(fc.constantFrom('GMT', 'UTC', 'Z'), zone('')),
  )
  .map(([weekday, ...rest]) => weekday + rest.join(' '));
const iso = fc
  .tuple(
    year,
    two(13),
    two(32),
    clock,
    fc.constantFrom('', '.007', '.999'),
    fc.oneof(fc.constant('Z'), zone(':')),
  )
  .map(([y, month, day, time, fraction, at]) => `${y}-${month}-${day}T${time}${fraction}${at}`);

test.each([FEED, PAGE])(
  'a date in a common form is the instant that the reader of all forms finds: %o',
  (context) => {
    fc.assert(
      fc.property(fc.oneof(mail, iso), (text) => {
        const common = commonDate(text);
        // A space before it makes no difference to that reader, and keeps it from being recognised at once.
        if (common !== undefined) expect(readDate(` ${text}`, context)?.getTime(), text).toBe(common);
        expect(readDate(text, context), text).toEqual(readDate(` ${text}`, context));
      }),
      { numRuns: 2_000 },
    );
  },
);

test.each([
  ['Mon, 30 Nov 2026 08:31:58 +0000', '2026-11-30T08:31:58.000Z'],
  ['30 Nov 2026 08:31:58 GMT', '2026-11-30T08:31:58.000Z'],
  ['Mon, 9 Feb 2026 00:00:01 -0530', '2026-02-09T05:30:01.000Z'],
  ['2026-11-30T00:31:58.123+01:00', '2026-11-29T23:31:58.123Z'],
  ['2024-02-29T10:00:00Z', '2024-02-29T10:00:00.000Z'],
])('%s', (text, expected) => {
  expect(new Date(commonDate(text) ?? 0).toISOString()).toBe(expected);
});

test.each([
  'Mon, 31 Nov 2026 08:31:58 +0000',
  '2026-02-29T10:00:00Z',
  '2026-00-10T10:00:00Z',
  'Mon, 30 Nov 2026 24:00:00 GMT',
  'Mon, 30 Nov 2026 08:31 GMT',
  'Mon, 30 Nov 2026 08:31:58 EST',
  'Mon, 30 Nov 2026 08:31:58 +1700',
  '2026-11-30T08:31:58',
])('%s is left to the reader of all forms', (text) => {
  expect(commonDate(text)).toBeUndefined();
});
