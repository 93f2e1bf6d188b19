import type { Database } from '../io/store/database.ts';
import { type OutletDelay, outletDelays, trend, type TrendCell, type TrendKind } from '../io/store/trends.ts';
import { shareAnswers, type SharedAnswers } from './shared-answers.ts';

/**
 * Milliseconds. Counting a year reads the archive of that year, and charts of days may be some minutes old; after a
 * time without requests, up to an hour.
 */
const FRESH = 300_000;
const STALE = 3_600_000;
/** Cached answers: those of the page, and some of programs, with up to 50 names a day. */
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

/** The first of the last `days` days, today included; UTC. */
export function firstDay(days: number, now: Date): Date {
  return new Date((Math.floor(now.getTime() / 86_400_000) - (days - 1)) * 86_400_000);
}

/** The most frequent names of a kind, with the number of stories that began on each of the last days. */
export function getTrend(
  db: Database,
  { by, days, limit }: { readonly by: TrendKind; readonly days: number; readonly limit: number },
): Promise<TrendCell[]> {
  const since = firstDay(days, new Date());
  return numbersOf(db).trends.get(`${by} ${since.toISOString()} ${limit}`, () => trend(db, by, since, limit));
}

/** How long after the first report each outlet reports, over the last days. */
export function getDelays(db: Database, days: number, limit: number): Promise<OutletDelay[]> {
  const since = firstDay(days, new Date());
  return numbersOf(db).delays.get(`${since.toISOString()} ${limit}`, () => outletDelays(db, since, limit));
}
