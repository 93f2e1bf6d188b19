import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/core/dates/read-date.ts';

const FEED = { source: 'feed', zone: 'UTC' } as const;
const MOMENT = new Date('2026-03-05T14:07:09Z');

const LANGUAGES =
  'en de fr es it pt nl pl cs ru uk tr sv fi da nb hu ro el ar fa he hi bn th vi id ko ja zh-CN zh-TW bg hr sr sk sl lt lv et ca eu gl ms ur ta mr sw az kk ka hy is af sq mk'.split(
    ' ',
  );
/** The calendar of each country's own dates, beside the Gregorian one. */
const CALENDARS: Readonly<Record<string, string>> = {
  th: 'buddhist',
  fa: 'persian',
  ar: 'islamic-umalqura',
  ja: 'japanese',
  'zh-TW': 'roc',
};
const TIMES = [undefined, 'short', 'medium', 'long'] as const;

/** The moment as software prints it for readers of a language. */
function* printed(language: string): Generator<readonly [text: string, hasTime: boolean]> {
  for (const calendar of new Set(['gregory', CALENDARS[language] ?? 'gregory']))
    for (const dateStyle of ['full', 'long', 'medium'] as const)
      for (const timeStyle of TIMES) {
        const options = { dateStyle, timeZone: 'UTC', ...(timeStyle === undefined ? {} : { timeStyle }) };
        const locale = `${language}-u-ca-${calendar}`;
        yield [new Intl.DateTimeFormat(locale, options).format(MOMENT), timeStyle !== undefined];
      }
}

describe('a date as software prints it, with weekday, connecting words, half of the day and calendar', () => {
  test.each(LANGUAGES)('in %s', (language) => {
    for (const [text, hasTime] of printed(language)) {
      const minute = readDate(text, FEED)?.toISOString().slice(0, 16);
      expect(minute, text).toBe(hasTime ? '2026-03-05T14:07' : '2026-03-05T00:00');
    }
  });
});

const at = (written: string) => readDate(written, FEED)?.toISOString().slice(0, 16);

test.each([
  ['Last updated 5 March 2026, 14:07 GMT', '2026-03-05T14:07'],
  ['Publié le 5 mars 2026 à 14h07 par la rédaction', '2026-03-05T14:07'],
  ['Veröffentlicht am 5. März 2026 um 14 Uhr', '2026-03-05T14:00'],
  ['5 мая 2026 г., в 2:07 ночи', '2026-05-05T02:07'],
  ['5 мая 2026, 10:07 вечера', '2026-05-05T22:07'],
  ['2026年3月5日晚上9点30分', '2026-03-05T21:30'],
  ['2026年3月5日凌晨2点', '2026-03-05T02:00'],
  ['5 de marzo de 2026, 9:30 de la noche', '2026-03-05T21:30'],
  ['2026. március 5., du. 2:07', '2026-03-05T14:07'],
  ['12:30 AM, 5 March 2026', '2026-03-05T00:30'],
])('words around a date and its time: %s', (written, instant) => {
  expect(at(written)).toBe(instant);
});

test.each([
  ['Thứ Năm, 05/03/2026 - 14:07', '2026-03-05T14:07'],
  ['05/03/2026 às 14h07', '2026-03-05T14:07'],
  ['05\u200f/03\u200f/2026', '2026-03-05T00:00'],
  ['Thu, 05/03/2026', '2026-05-03T00:00'],
])('slashes put the month first only beside English: %s', (written, instant) => {
  expect(at(written)).toBe(instant);
});

test.each([
  ['1772719629000000000', '2026-03-05T14:07'],
  ['1.772719629E9', '2026-03-05T14:07'],
  ['2026-W10-4', '2026-03-05T00:00'],
  ['2026W101', '2026-03-02T00:00'],
  ['2026-03-05T14:07:09+05:30:00', '2026-03-05T08:37'],
  ['T5, 05 Th3 2026 14:07:09 +0700', '2026-03-05T07:07'],
])('as machines write it: %s', (written, instant) => {
  expect(at(written)).toBe(instant);
});

test.each([
  'we met 14 people in March 2026 and then went on to the sea',
  '5 March or April 2026',
  '2026-03-05T14:07:09+01:00extra',
  '14:07 AM 5 March 2026',
])('no date: %s', (written) => {
  expect(at(written)).toBeUndefined();
});
