import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/core/dates/read-date.ts';

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
    expect(readDate(text, { source: 'header', now: NOW })).toEqual(new Date(instant));
  });

  test.each([
    '',
    'tomorrow',
    '-1',
    '0',
    'Sun, 31 Feb 2026 08:00:00 GMT',
    'Sun, 06 Nov 1994 25:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    '5 minutes',
    'Mar 2026',
    'Sun, 06 Nov 1994',
    '2026-03-01T08:49:37Z',
  ])('%j is none', (text) => {
    expect(readDate(text, { source: 'header', now: NOW })).toBeUndefined();
  });

  test('reads back what toUTCString writes', () => {
    const instants = fc.date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (date) => {
        date.setUTCMilliseconds(0);
        expect(readDate(date.toUTCString(), { source: 'header', now: NOW })).toEqual(date);
      }),
    );
  });
});
