import type { Habit } from '../habit.ts';
import { DAY, HOUR } from '../reports.ts';

const two = (number: number) => String(number).padStart(2, '0');
/** `2026-03-02 14:05:00`: local time so many hours ahead of UTC, without a zone. */
const local = (time: number, ahead: number) =>
  new Date(time + ahead).toISOString().slice(0, 19).replace('T', ' ');

export const DATES: readonly Habit[] = [
  {
    name: 'all of 1970',
    told: /dated ahead or at the epoch/,
    entry: (entry) => ({ ...entry, date: 'Thu, 01 Jan 1970 00:00:00 GMT' }),
  },
  {
    name: 'dates of events to come',
    told: /dated ahead or at the epoch/,
    entry: (entry, report) => ({ ...entry, date: new Date(report.published + 400 * DAY).toUTCString() }),
  },
  {
    name: 'day before month, in slashes',
    told: /day first/,
    entry: (entry, report) => {
      const date = new Date(report.published);
      return {
        ...entry,
        date: `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
      };
    },
  },
  {
    name: 'no zone, nine hours ahead',
    told: /times without a zone/,
    entry: (entry, report) => ({ ...entry, date: local(report.published, 9 * HOUR) }),
  },
  {
    name: 'no dates',
    told: /entries have no date/,
    entry: (entry) => ({ ...entry, date: '' }),
  },
  {
    name: 'the date of the poll on every entry',
    told: /dated later than they were first seen/,
    entry: (entry, _report, { now }) => ({ ...entry, date: new Date(now).toUTCString() }),
  },
];
