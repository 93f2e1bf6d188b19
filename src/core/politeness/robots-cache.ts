import { plausibleSince, plausibleUntil } from '../scheduling/plausible-instant.ts';
import { ALLOW_ALL, DISALLOW_ALL, type RobotsRules, parseRobots } from './robots.ts';

/** The robots.txt of a site and its expiry. Stored in the hosts table. */
export interface RobotsState {
  readonly rules: RobotsRules;
  /** After this it is fetched again before the next page. */
  readonly expiresAt: Date;
  /** Since when it could not be fetched; undefined while it can. */
  readonly unreachableSince?: Date | undefined;
}

/** The result of fetching a robots.txt. `none` is a FetchError with its `code`. */
export type RobotsAnswer =
  | { readonly status: number; readonly text: string; readonly freshSeconds?: number | undefined }
  | { readonly none: true; readonly code: string };

const HOUR = 3_600_000;
/** RFC 9309 §2.4: a copy should not be used for more than a day. */
const LONGEST = 24 * HOUR;
/** A robots.txt that is stale at once is still not fetched before every page. */
const SHORTEST = HOUR;
const RETRY_UNREACHABLE = 15 * 60_000;
/** RFC 9309 §2.3.1.4: after this time, unreachable may count as missing. */
const GIVE_UP_AFTER = 30 * 24 * HOUR;

/**
 * What a site allows after its robots.txt was asked for (RFC 9309 §2.3.1). 2xx: its rules. 4xx, or more than five
 * redirects: everything. 5xx, 429 or no answer: nothing until it can be fetched, but a copy that we have remains
 * valid for a day.
 *
 * @param previous the state before, if any
 * @param token our product token
 */
export function nextRobotsState(
  previous: RobotsState | undefined,
  answer: RobotsAnswer,
  now: Date,
  token: string,
): RobotsState {
  const after = (ms: number) => new Date(now.getTime() + ms);
  if (isUnreachable(answer)) {
    const since = plausibleSince(previous?.unreachableSince, now) ?? now;
    const lasted = now.getTime() - since.getTime();
    const held = previous !== undefined && lasted < LONGEST ? previous.rules : DISALLOW_ALL;
    return {
      rules: lasted >= GIVE_UP_AFTER ? ALLOW_ALL : held,
      expiresAt: after(RETRY_UNREACHABLE),
      unreachableSince: since,
    };
  }
  if ('none' in answer || answer.status < 200 || answer.status >= 300) {
    return { rules: ALLOW_ALL, expiresAt: after(LONGEST) };
  }
  const fresh = (answer.freshSeconds ?? LONGEST / 1000) * 1000;
  return {
    rules: parseRobots(answer.text, token),
    expiresAt: after(Math.min(LONGEST, Math.max(SHORTEST, fresh))),
  };
}

/** Whether the state is still valid. */
export function isFresh({ expiresAt }: RobotsState, now: Date): boolean {
  return (plausibleUntil(expiresAt, now, LONGEST) ?? now) > now;
}

function isUnreachable(answer: RobotsAnswer): boolean {
  if ('none' in answer) return answer.code !== 'too-many-redirects';
  return answer.status >= 500 || answer.status === 429;
}
