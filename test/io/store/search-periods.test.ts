import { expect, test } from 'vitest';
import { coverDays, dayOf } from '../../../src/io/store/search/search-periods.ts';

test('a day is counted in UTC, also before 1970', () => {
  expect(dayOf(new Date('2026-11-29T23:59:59.999Z'))).toBe(20_786);
  expect(dayOf(new Date('1969-12-31T23:00:00Z'))).toBe(-1);
});

test('a span is covered by whole blocks and single days, each day once', () => {
  expect(coverDays(62, 97)).toEqual(['=62', '=63', '=2+', '=96', '=97']);
  expect(coverDays(-33, -1)).toEqual(['=-33', '=-1+']);
  expect(coverDays(64, 94)).toHaveLength(31);
});
