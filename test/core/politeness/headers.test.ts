import { describe, expect, test } from 'vitest';
import { freshSeconds } from '../../../src/core/politeness/freshness.ts';
import { retryAfter } from '../../../src/core/politeness/retry-after.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

describe('Retry-After', () => {
  test.each([
    ['120', '2026-03-01T12:02:00Z'],
    [' 0 ', '2026-03-01T12:00:00Z'],
    ['1.5', '2026-03-01T12:00:02Z'],
    ['5 minutes', '2026-03-01T12:05:00Z'],
    ['Sun, 01 Mar 2026 13:00:00 GMT', '2026-03-01T13:00:00Z'],
    ['Sunday, 01-Mar-26 13:00:00 GMT', '2026-03-01T13:00:00Z'],
    ['Sun Mar  1 13:00:00 2026', '2026-03-01T13:00:00Z'],
    ['Sun, 01 Mar 2026 11:00:00 GMT', '2026-03-01T12:00:00Z'],
  ])('%j', (header, instant) => {
    expect(retryAfter(header, NOW)).toEqual(new Date(instant));
  });

  test.each([undefined, '', '-5', 'soon', 'in five minutes', '99999999999999'])(
    '%j says nothing',
    (header) => {
      expect(retryAfter(header, NOW)).toBeUndefined();
    },
  );
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
