import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshSeconds } from '../../../src/core/politeness/freshness.ts';
import { parseHttpDate } from '../../../src/core/politeness/http-date.ts';
import { retryAfter } from '../../../src/core/politeness/retry-after.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

describe('HTTP dates', () => {
  test.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37Z'],
    ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
    ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37Z'],
    ['06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37Z'],
    ['Sun, 6 Nov 1994 8:49:37 UTC', '1994-11-06T08:49:37Z'],
    ['Sun, 06 Nov 1994 08:49:37 +0000', '1994-11-06T08:49:37Z'],
    ['Monday, 01-Mar-76 00:00:00 GMT', '2076-03-01T00:00:00Z'],
    ['Tuesday, 01-Mar-77 00:00:00 GMT', '1977-03-01T00:00:00Z'],
  ])('%s', (text, instant) => {
    expect(parseHttpDate(text, NOW)).toEqual(new Date(instant));
  });

  test.each([
    '',
    'tomorrow',
    '-1',
    '0',
    'Sun, 31 Feb 2026 08:00:00 GMT',
    'Sun, 06 Nov 1994 25:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 PST',
  ])('%j is none', (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined();
  });

  test('reads back what toUTCString writes', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (date) => {
        date.setUTCMilliseconds(0);
        expect(parseHttpDate(date.toUTCString(), NOW)).toEqual(date);
      }),
    );
  });
});

describe('Retry-After', () => {
  test.each([
    ['120', '2026-03-01T12:02:00Z'],
    [' 0 ', '2026-03-01T12:00:00Z'],
    ['1.5', '2026-03-01T12:00:02Z'],
    ['Sun, 01 Mar 2026 13:00:00 GMT', '2026-03-01T13:00:00Z'],
    ['Sunday, 01-Mar-26 13:00:00 GMT', '2026-03-01T13:00:00Z'],
    ['Sun Mar  1 13:00:00 2026', '2026-03-01T13:00:00Z'],
    ['Sun, 01 Mar 2026 11:00:00 GMT', '2026-03-01T12:00:00Z'],
  ])('%j', (header, instant) => {
    expect(retryAfter(header, NOW)).toEqual(new Date(instant));
  });

  test.each([undefined, '', '-5', 'soon', '5 minutes', '99999999999999'])('%j says nothing', (header) => {
    expect(retryAfter(header, NOW)).toBeUndefined();
  });
});

describe('freshness', () => {
  const date = 'Sun, 01 Mar 2026 12:00:00 GMT';
  test.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'cache-control': 'max-age=600' }, 600],
    [{ 'cache-control': 'public, MAX-AGE="600"', age: '100' }, 500],
    [{ 'cache-control': 'max-age=600', age: '700' }, 0],
    [{ 'cache-control': 'max-age=600', expires: 'Sun, 01 Mar 2026 18:00:00 GMT' }, 600],
    [{ 'cache-control': 'max-age=600, max-age=60' }, 600],
    [{ 'cache-control': 's-maxage=600' }, undefined],
    [{ 'cache-control': 'no-cache, max-age=600' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'max-age=soon' }, undefined],
    [{ expires: 'Sun, 01 Mar 2026 12:30:00 GMT', date }, 1800],
    [{ expires: 'Sun, 01 Mar 2026 12:30:00 GMT' }, 1800],
    [{ expires: 'Sun, 01 Mar 2026 12:30:00 GMT', date, age: '600' }, 1200],
    [{ expires: '0' }, 0],
    [{ expires: 'Sun, 01 Mar 2026 11:00:00 GMT', date }, 0],
  ])('%j', (headers, seconds) => {
    expect(freshSeconds(headers, NOW)).toBe(seconds);
  });
});
