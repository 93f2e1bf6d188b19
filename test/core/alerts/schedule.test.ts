import { describe, expect, test } from 'vitest';
import { deliverAt } from '../../../src/core/alerts/deliver-at.ts';
import { type QuietWindow } from '../../../src/core/alerts/route-config.ts';
import { route } from './routes.ts';
import { nextDigest, quietUntil } from '../../../src/core/alerts/schedule.ts';

const HOUR = 3_600_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** Local time by the platform's own calendar, to compare croner's results with. */
function wall(
  date: Date,
  timeZone: string,
): { readonly day: string; readonly time: string; readonly weekday: string } {
  const parts = clockOf(timeZone).formatToParts(date);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: `${of('year')}-${of('month')}-${of('day')}`,
    time: `${of('hour')}:${of('minute')}`,
    weekday: of('weekday').toLowerCase(),
  };
}

// Each month contains a daylight-saving change: forward and back, in Europe, in America, and where it is half an
// hour.
const MONTHS = [
  ['Europe/Paris', '2026-03'],
  ['Europe/Paris', '2026-10'],
  ['America/New_York', '2026-03'],
  ['America/New_York', '2026-11'],
  ['Australia/Lord_Howe', '2026-04'],
  ['Asia/Tokyo', '2026-03'],
] as const;

function instants(month: string, stepMs: number): Date[] {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  return Array.from(
    { length: Math.floor((31 * 24 * HOUR) / stepMs) },
    (_, i) => new Date(start + i * stepMs),
  );
}

describe.each(MONTHS)('%s in %s', (timeZone, month) => {
  test('quiet hours hold from 22:00 to 07:00 by the wall clock, every night', () => {
    const quiet = { from: '22:00', to: '07:00' };
    for (const now of instants(month, HOUR)) {
      const { time } = wall(now, timeZone);
      const until = quietUntil(now, [quiet], timeZone);
      expect(until !== undefined, `${now.toISOString()} ${time}`).toBe(time >= '22:00' || time < '07:00');
      if (until === undefined) continue;
      expect(wall(until, timeZone).time).toBe('07:00');
      expect(until > now && until.getTime() - now.getTime() <= 10 * HOUR).toBe(true);
      expect(quietUntil(until, [quiet], timeZone)).toBeUndefined();
    }
  });

  test('quiet hours on weekends begin on the days given, and end on the day after', () => {
    const quiet = { from: '20:00', to: '08:00', days: ['friday', 'saturday'] as ('friday' | 'saturday')[] };
    for (const now of instants(month, 2 * HOUR)) {
      const { time, weekday } = wall(now, timeZone);
      const evening = time >= '20:00' && ['friday', 'saturday'].includes(weekday);
      const morning = time < '08:00' && ['saturday', 'sunday'].includes(weekday);
      expect(quietUntil(now, [quiet], timeZone) !== undefined, `${weekday} ${time}`).toBe(evening || morning);
    }
  });

  test('nights and whole weekends together hold from Friday night to Monday morning', () => {
    const windows: QuietWindow[] = [
      { from: '22:00', to: '07:00' },
      { from: '00:00', to: '24:00', days: ['saturday', 'sunday'] },
    ];
    for (const now of instants(month, 2 * HOUR)) {
      const { time, weekday } = wall(now, timeZone);
      const until = quietUntil(now, windows, timeZone);
      const weekend = weekday === 'saturday' || weekday === 'sunday';
      expect(until !== undefined, `${weekday} ${time}`).toBe(weekend || time >= '22:00' || time < '07:00');
      if (until === undefined) continue;
      const end = wall(until, timeZone);
      expect(end.time).toBe('07:00');
      expect(['saturday', 'sunday']).not.toContain(end.weekday);
      if (weekend || (weekday === 'friday' && time >= '22:00')) expect(end.weekday).toBe('monday');
    }
  });

  test('a daily digest comes once a day at its time, a weekly one on its day', () => {
    const days = new Set<string>();
    for (const now of instants(month, 4 * HOUR)) {
      const daily = nextDigest(now, { every: 'day', at: '07:00' }, timeZone);
      expect(wall(daily, timeZone).time).toBe('07:00');
      expect(daily > now && daily.getTime() - now.getTime() <= 25 * HOUR).toBe(true);
      days.add(wall(daily, timeZone).day);
      const weekly = wall(nextDigest(now, { every: 'week', on: 'monday', at: '08:30' }, timeZone), timeZone);
      expect(weekly).toMatchObject({ weekday: 'monday', time: '08:30' });
    }
    expect(days.size).toBeGreaterThanOrEqual(31);
  });

  test('a month of alerts: nothing in quiet hours but what is severe, nothing lost, never over the cap', () => {
    const desk = route({
      timeZone,
      quietHours: { from: '22:00', to: '07:00', letThrough: { minConfidence: 90, stances: ['in force'] } },
      cap: { perHour: 1 },
    });
    const sent = new Map<string, { at: Date; alerts: number; held: string | undefined }>();
    // An alert every half hour, one in seven of them severe.
    const times: Date[] = [];
    const events = instants(month, HOUR / 2);
    for (const [i, now] of events.entries()) {
      const severe = i % 7 === 0;
      const topics = [
        {
          id: 'chip_ban',
          label: 'Chip ban',
          level: 'sure' as const,
          confidence: severe ? 95 : 70,
          stance: 'in force' as const,
        },
      ];
      const recent = times.slice(-20);
      const { at, heldFor, bundle } = deliverAt(now, { route: desk, topics, recent });
      expect(at >= now).toBe(true);
      const night = wall(at, timeZone).time >= '22:00' || wall(at, timeZone).time < '07:00';
      if (night) expect(severe).toBe(true);
      if (severe && heldFor !== undefined) expect(heldFor).toBe('hourly cap');
      const key = bundle ?? `alert-${i}`;
      const known = sent.get(key);
      if (known === undefined) times.push(at);
      else expect(known.at).toEqual(at);
      sent.set(key, { at, alerts: (known?.alerts ?? 0) + 1, held: heldFor });
    }
    const messages = [...sent.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
    expect(messages.reduce((sum, { alerts }) => sum + alerts, 0)).toBe(events.length);
    const capped = messages.filter(({ held }) => held !== 'quiet hours').map(({ at }) => at.getTime());
    for (const [i, time] of capped.entries()) {
      expect((capped[i + 1] ?? Number.POSITIVE_INFINITY) - time).toBeGreaterThanOrEqual(HOUR);
    }
    expect(new Set(messages.map(({ held }) => held))).toEqual(
      new Set([undefined, 'quiet hours', 'hourly cap']),
    );
  });
});

describe('at the change of clocks', () => {
  const quiet = { from: '02:30', to: '03:00' };
  test.each<[what: string, now: string, until: string | undefined]>([
    // Paris, 29 March: 02:00 CET is 03:00 CEST; 02:30 does not exist and counts as 03:00.
    ['begin and end fall together behind the gap', '2026-03-29T01:00:00Z', '2026-03-30T01:00:00.000Z'],
    ['before the gap nothing is quiet', '2026-03-29T00:59:00Z', undefined],
    // Paris, 25 October: 03:00 CEST is 02:00 CET; 02:30 occurs twice and the first one counts.
    ['the first 02:30', '2026-10-25T00:30:00Z', '2026-10-25T02:00:00.000Z'],
    ['between the two', '2026-10-25T01:15:00Z', '2026-10-25T02:00:00.000Z'],
    ['before the first', '2026-10-25T00:29:00Z', undefined],
    ['after the end', '2026-10-25T02:00:00Z', undefined],
  ])('quiet from 02:30 to 03:00: %s', (_what, now, until) => {
    expect(quietUntil(new Date(now), [quiet], 'Europe/Paris')?.toISOString()).toBe(until);
  });

  test.each<[zone: string, schedule: Parameters<typeof nextDigest>[1], now: string, runs: string[]]>([
    [
      'Europe/Paris',
      { every: 'day', at: '02:30' },
      '2026-03-28T00:00:00Z',
      ['2026-03-28T01:30Z', '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
    ],
    [
      'Europe/Paris',
      { every: 'day', at: '02:30' },
      '2026-10-24T00:00:00Z',
      ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ],
    [
      'America/New_York',
      { every: 'day', at: '02:30' },
      '2026-03-07T08:00:00Z',
      ['2026-03-08T07:00Z', '2026-03-09T06:30Z'],
    ],
    [
      'America/New_York',
      { every: 'day', at: '01:30' },
      '2026-10-31T06:00:00Z',
      ['2026-11-01T05:30Z', '2026-11-02T06:30Z'],
    ],
    [
      'America/New_York',
      { every: 'week', on: 'sunday', at: '02:00' },
      '2026-03-02T00:00:00Z',
      ['2026-03-08T07:00Z', '2026-03-15T06:00Z'],
    ],
    [
      'Europe/Paris',
      { every: 'cron', cron: '30 2,14 * * 1-5' },
      '2026-03-27T12:00:00Z',
      ['2026-03-27T13:30Z', '2026-03-30T00:30Z'],
    ],
    [
      'Europe/Paris',
      { every: 'cron', cron: '30 2,14 * * *' },
      '2026-03-28T14:00:00Z',
      ['2026-03-29T01:00Z', '2026-03-29T12:30Z'],
    ],
    [
      'UTC',
      { every: 'cron', cron: '0 9 L * *' },
      '2026-02-01T00:00:00Z',
      ['2026-02-28T09:00Z', '2026-03-31T09:00Z'],
    ],
  ])('%s %j after %s', (zone, schedule, now, expected) => {
    const runs: string[] = [];
    let at = new Date(now);
    while (runs.length < expected.length) {
      at = nextDigest(at, schedule, zone);
      runs.push(at.toISOString().replace(':00.000Z', 'Z'));
    }
    expect(runs).toEqual(expected);
  });
});

describe('quiet hours', () => {
  test('a whole quiet day ends at midnight, also when it has 23 or 25 hours', () => {
    const sunday = [{ from: '00:00', to: '24:00', days: ['sunday'] }] satisfies QuietWindow[];
    const until = (now: string) => quietUntil(new Date(now), sunday, 'Europe/Paris')?.toISOString();
    expect(until('2026-06-14T12:00:00Z')).toBe('2026-06-14T22:00:00.000Z');
    expect(until('2026-03-29T21:59:59Z')).toBe('2026-03-29T22:00:00.000Z');
    expect(until('2026-10-25T22:59:59Z')).toBe('2026-10-25T23:00:00.000Z');
    expect(until('2026-10-25T23:00:00Z')).toBeUndefined();
  });

  test('quiet windows that leave no free time end after some days all the same', () => {
    const always = [
      { from: '00:00', to: '13:00' },
      { from: '12:00', to: '01:00' },
    ];
    const now = new Date('2026-06-10T12:00:00Z');
    const until = quietUntil(now, always, 'UTC');
    expect((until?.getTime() ?? 0) - now.getTime()).toBeGreaterThanOrEqual(8 * 24 * HOUR);
    expect((until?.getTime() ?? 0) - now.getTime()).toBeLessThan(10 * 24 * HOUR);
  });
});
