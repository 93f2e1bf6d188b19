import type { Feed } from './feed.ts';
import { Children, textOf } from './feed-document.ts';

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
};

const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/**
 * How the publisher asks to be polled: `ttl`, `sy:updatePeriod` divided by `sy:updateFrequency`, `skipHours`,
 * `skipDays`.
 */
export function pollingWishes(channel: Children): Pick<Feed, 'ttlMinutes' | 'skipHours' | 'skipDays'> {
  const first = (name: string) => channel.first([name], textOf);
  const ttl = minutes(Number(first('ttl')));
  const period = PERIOD_MINUTES[first('sy:updateperiod')?.toLowerCase() ?? ''];
  const frequency = Number(first('sy:updatefrequency') ?? 1);
  const inner = (outer: string, name: string) =>
    channel.named(outer).flatMap((node) => new Children(node).named(name).map(textOf));
  const hours = inner('skiphours', 'hour')
    .filter((text) => /^\d{1,2}$/.test(text))
    .map((text) => Number(text) % 24);
  const days = inner('skipdays', 'day').map((text) => DAYS.indexOf(text.toLowerCase()));
  return {
    ttlMinutes: ttl ?? (period === undefined ? undefined : minutes(period / (frequency > 0 ? frequency : 1))),
    skipHours: sorted(hours.filter((hour) => hour >= 0)),
    skipDays: sorted(days.filter((day) => day >= 0)),
  };
}

function minutes(n: number): number | undefined {
  return Number.isFinite(n) && n > 0 ? Math.max(1, Math.round(n)) : undefined;
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
