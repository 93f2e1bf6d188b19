import { expect, test } from 'vitest';
import { inferDateHabits } from '../../../src/core/dates/infer-date-habits.ts';
import type { DateHabits } from '../../../src/core/dates/date-habits.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const BEGIN = Date.parse('2026-03-02T00:00:00Z');

/** Local time so many hours from UTC, written without a zone. */
const written = (time: number, hours: number) =>
  new Date(time + hours * HOUR).toISOString().slice(0, 19).replace('T', ' ');

/**
 * What is learned from a feed that publishes every `every`, is polled every `poll`, and whose entries appear `delay`
 * late.
 */
function learn(
  {
    hours,
    every = 95 * MINUTE,
    poll = 15 * MINUTE,
    delay = 0,
    days = 3,
    from = BEGIN,
  }: {
    hours: number;
    every?: number;
    poll?: number;
    delay?: number;
    days?: number;
    from?: number;
  },
  before: DateHabits = {},
  language: string | undefined = undefined,
): DateHabits {
  let habits = before;
  for (let now = from; now < from + days * 24 * HOUR; now += poll) {
    const texts: string[] = [];
    for (let time = from - 10 * every; time + delay <= now; time += every) texts.push(written(time, hours));
    habits = inferDateHabits(texts.slice(-10), {
      now: new Date(now),
      url: 'https://outlet.example/feed',
      language,
      before: habits,
    });
  }
  return habits;
}

test.each([-5, -8, -3, -11])('%d hours west of UTC', (hours) => {
  expect(learn({ hours })).toMatchObject({ zone: `Etc/GMT+${-hours}` });
});

test('the zone of the publisher, where it fits', () => {
  expect(learn({ hours: -3 }, {}, 'es-AR')).toMatchObject({ zone: 'America/Argentina/Buenos_Aires' });
});

test.each([
  ['UTC', { hours: 0 }],
  ['UTC, read rarely', { hours: 0, poll: 7 * HOUR, every: 5 * HOUR, days: 20 }],
  ['west, too few entries', { hours: -5, days: 0.3 }],
  ['west, read too rarely to tell', { hours: -5, poll: 12 * HOUR, days: 20 }],
])('no zone: %s', (_, feed) => {
  expect(learn(feed).zone).toBeUndefined();
});

test('after the change to daylight-saving time the zone is inferred again', () => {
  const winter = learn({ hours: -5 });
  const summer = learn({ hours: -4, from: BEGIN + 5 * 24 * HOUR }, winter);
  expect(summer).toMatchObject({ zone: 'Etc/GMT+4' });
});
