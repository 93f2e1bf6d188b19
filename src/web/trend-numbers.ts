import type { Database } from '../io/store/database.ts';
import { type OutletDelay, outletDelays, trend, type TrendCell, type TrendKind } from '../io/store/trends.ts';
import { shareAnswers, type SharedAnswers } from './shared-answers.ts';

/**
 * Milliseconds. Counting a year reads the whole archive of that year; charts of days can be some minutes old, and where
 * nobody asked meanwhile an hour.
 */
const FRESH = 300_000;
const STALE = 3_600_000;
/** Answers that are kept: those that the page offers, and some of programs, of up to 50 names a day. */
const MOST = 40;

interface Numbers {
  readonly trends: SharedAnswers<TrendCell[]>;
  readonly delays: SharedAnswers<OutletDelay[]>;
}

const numbers = new WeakMap<Database, Numbers>();

function numbersOf(db: Database): Numbers {
  const known = numbers.get(db) ?? {
    trends: shareAnswers<TrendCell[]>({ fresh: FRESH, stale: STALE, most: MOST }),
    delays: shareAnswers<OutletDelay[]>({ fresh: FRESH, stale: STALE, most: MOST }),
  };
  numbers.set(db, known);
  return known;
}

/** The first of the last days, of which today is one; UTC. */
export function firstDay(days: number, now: Date): Date {
  return new Date((Math.floor(now.getTime() / 86_400_000) - (days - 1)) * 86_400_000);
}

/** The most frequent names of a kind, with the stories that began on each of the last days. */
export function getTrend(
  db: Database,
  { by, days, limit }: { readonly by: TrendKind; readonly days: number; readonly limit: number },
): Promise<TrendCell[]> {
  const since = firstDay(days, new Date());
  return numbersOf(db).trends.get(`${by} ${since.toISOString()} ${limit}`, () => trend(db, by, since, limit));
}

/** Who is early, in the last days. */
export function getDelays(db: Database, days: number, limit: number): Promise<OutletDelay[]> {
  const since = firstDay(days, new Date());
  return numbersOf(db).delays.get(`${since.toISOString()} ${limit}`, () => outletDelays(db, since, limit));
}
