import { plainLine } from '../core/messages/plain-text.ts';
import type { Database } from '../io/store/database.ts';
import { countTrendDays, uncountedStories } from '../io/store/stories/trend-days.ts';
import {
  type OutletDelay,
  outletDelays,
  trend,
  type TrendCell,
  type TrendKind,
} from '../io/store/stories/trends.ts';
import { shareAnswers, type SharedAnswers } from './shared-answers.ts';

/**
 * How old an answer may be, in milliseconds. Counting a year reads the archive of that year, so charts may be some
 * minutes old. After a time without requests, the first answer may be up to an hour old.
 */
const FRESH = 300_000;
const STALE = 3_600_000;
/** Cached answers: those of the page, and some of programs, with up to 50 names a day. */
const MOST = 40;

/** The maximum number of stories that are counted while a request waits. It takes some three seconds. */
const COUNTED_AT_ONCE = 20_000;

interface Numbers {
  readonly trends: SharedAnswers<TrendCell[]>;
  readonly delays: SharedAnswers<OutletDelay[]>;
  /** Whether past days are being counted for the first time. */
  isCounting: boolean;
}

class CountingError extends Error {
  override readonly name = 'CountingError';
}

export const STILL_COUNTING =
  'The stories of past days are being counted for the first time, a minute or so for 100,000 of them. Ask again then.';

const numbers = new WeakMap<Database, Numbers>();

function numbersOf(db: Database): Numbers {
  const known: Numbers = numbers.get(db) ?? {
    trends: shareAnswers<TrendCell[]>({ fresh: FRESH, stale: STALE, most: MOST }),
    delays: shareAnswers<OutletDelay[]>({ fresh: FRESH, stale: STALE, most: MOST }),
    isCounting: false,
  };
  numbers.set(db, known);
  return known;
}

/** The first of the last `days` days, today included; UTC. */
export function firstDay(days: number, now: Date): Date {
  return new Date((Math.floor(now.getTime() / 86_400_000) - (days - 1)) * 86_400_000);
}

/**
 * The most frequent names of a kind, with the stories that began on each of the last days; undefined while past days
 * are being counted for the first time, as after an upgrade.
 */
export async function getTrend(
  db: Database,
  { by, days, limit }: { readonly by: TrendKind; readonly days: number; readonly limit: number },
  atOnce = COUNTED_AT_ONCE,
): Promise<TrendCell[] | undefined> {
  const since = firstDay(days, new Date());
  const known = numbersOf(db);
  const count = async () => {
    if (!known.isCounting && (await uncountedStories(db, since, new Date())) <= atOnce)
      return named(await trend(db, by, since, limit));
    countFirst(known, db);
    throw new CountingError();
  };
  try {
    return await known.trends.get(`${by} ${since.toISOString()} ${limit}`, count);
  } catch (error) {
    if (error instanceof CountingError) return undefined;
    throw error;
  }
}

/** Counts past days in the background. If that fails, the next request begins again. */
function countFirst(known: Numbers, db: Database): void {
  if (known.isCounting) return;
  known.isCounting = true;
  countTrendDays(db, new Date())
    .catch(() => {})
    .finally(() => {
      known.isCounting = false;
    });
}

/** How long after the first report each outlet reports, over the last days. */
export function getDelays(db: Database, days: number, limit: number): Promise<OutletDelay[]> {
  const since = firstDay(days, new Date());
  return numbersOf(db).delays.get(`${since.toISOString()} ${limit}`, async () =>
    (await outletDelays(db, since, limit)).map((one) => ({ ...one, outlet: plainLine(one.outlet) })),
  );
}

/** Names of outlets come from their feeds. */
function named(cells: readonly TrendCell[]): TrendCell[] {
  return cells.map((cell) => ({ ...cell, name: plainLine(cell.name) }));
}
