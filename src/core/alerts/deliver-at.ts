import type { RouteConfig } from './route-config.ts';
import { isSevere, type RoutableTopic } from './route-report.ts';
import { nextDigest, quietUntil } from './schedule.ts';

const HOUR_MS = 3_600_000;

/** When an alert is sent, and together with which others. */
export interface DeliveryTime {
  readonly at: Date;
  /** Why it is not sent at once; undefined when it is. */
  readonly heldFor: 'digest' | 'quiet hours' | 'hourly cap' | undefined;
  /**
   * Alerts of a route with the same bundle are sent as one message: `digest@2026-11-23T07:00:00.000Z`. Undefined for
   * an alert that is sent alone.
   */
  readonly bundle: string | undefined;
  /** The decision in words, for `why`. */
  readonly reason: string;
}

export interface TimingFacts {
  readonly route: Pick<RouteConfig, 'timeZone' | 'digest' | 'quietHours' | 'cap'>;
  /** The alert's topics that the route wants. */
  readonly topics: readonly RoutableTopic[];
  /** When this route's messages of the last hour were due; a bundle counts once. */
  readonly recent: readonly Date[];
}

/**
 * Decides when an alert is sent. A digest has its time; quiet hours hold alerts until they end; alerts above the
 * hourly cap are bundled into one summary, which is sent when the cap allows it. Nothing is dropped: the answer
 * always has a time.
 */
export function deliverAt(now: Date, { route, topics, recent }: TimingFacts): DeliveryTime {
  const windows = [route.quietHours ?? []].flat();
  if (route.digest !== undefined && !isSevere(topics, route.digest.letThrough)) {
    const due = nextDigest(now, route.digest, route.timeZone);
    const at = quietUntil(due, windows, route.timeZone);
    return at === undefined
      ? held(due, 'digest', 'waits for the digest')
      : held(at, 'digest', 'waits for the digest, which waits for the end of quiet hours');
  }
  const closed = windows.filter((window) => !isSevere(topics, window.letThrough));
  const until = quietUntil(now, closed, route.timeZone);
  if (until !== undefined) return held(until, 'quiet hours', 'held by quiet hours');
  const free = route.cap === undefined ? undefined : freeAgain(now, recent, route.cap.perHour);
  if (free !== undefined) {
    const full = `the cap of ${route.cap?.perHour} messages an hour is reached`;
    const quiet = quietUntil(free, closed, route.timeZone);
    return quiet === undefined
      ? held(free, 'hourly cap', full)
      : held(quiet, 'quiet hours', `${full}, and then quiet hours hold it`);
  }
  const waits = route.digest !== undefined || quietUntil(now, windows, route.timeZone) !== undefined;
  return { at: now, heldFor: undefined, bundle: undefined, reason: waits ? 'at once: severe' : 'at once' };
}

/** When the sliding hour has room for one more message; undefined when it has room now. */
function freeAgain(now: Date, recent: readonly Date[], perHour: number): Date | undefined {
  const within = recent
    .map((date) => date.getTime())
    .filter((time) => time > now.getTime() - HOUR_MS && time <= now.getTime())
    .sort((a, b) => a - b);
  const oldest = within[within.length - perHour];
  return oldest === undefined ? undefined : new Date(oldest + HOUR_MS);
}

function held(at: Date, heldFor: 'digest' | 'quiet hours' | 'hourly cap', reason: string): DeliveryTime {
  const time = at.toISOString();
  return { at, heldFor, bundle: `${heldFor.replace(' ', '-')}@${time}`, reason: `${reason} until ${time}` };
}
