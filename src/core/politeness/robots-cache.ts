import { believedSince, believedUntil } from '../scheduling/believed-instant.ts';
import { ALLOW_ALL, DISALLOW_ALL, type RobotsRules, parseRobots } from './robots.ts';

/** What is known of a site's robots.txt, and until when. Plain data: a row of the hosts table. */
export interface RobotsState {
  readonly rules: RobotsRules;
  /** After this it is to be fetched anew before the next page. */
  readonly expiresAt: Date;
  /** Since when no answer could be had; undefined while there is one. */
  readonly unreachableSince?: Date | undefined;
}

/** How the fetch of a robots.txt ended. `none` is a FetchError; `code` is the error's. */
export type RobotsAnswer =
  | { readonly status: number; readonly text: string; readonly freshSeconds?: number | undefined }
  | { readonly none: true; readonly code: string };

const HOUR = 3_600_000;
/** RFC 9309 §2.4: a copy should not be used for more than a day. */
const LONGEST = 24 * HOUR;
/** A site that calls its robots.txt stale at once is still not asked before every page. */
const SHORTEST = HOUR;
const RETRY_UNREACHABLE = 15 * 60_000;
/** RFC 9309 §2.3.1.4: after such a time, unreachable may be taken as not there. */
const GIVE_UP_AFTER = 30 * 24 * HOUR;

/**
 * What a site's robots.txt lets us do, after it was asked for (RFC 9309 §2.3.1):
 * 2xx is read; 4xx means there is none, and all is allowed; 5xx, 429 and no answer at all mean that nothing is
 * allowed until it can be had, except that a copy we hold goes on counting for a day. More than five redirects
 * count as there being none.
 *
 * @param previous what was known before, if anything
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
    const since = believedSince(previous?.unreachableSince, now) ?? now;
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

/** Whether what is known may still be gone by. */
export function isFresh({ expiresAt }: RobotsState, now: Date): boolean {
  return (believedUntil(expiresAt, now, LONGEST) ?? now) > now;
}

function isUnreachable(answer: RobotsAnswer): boolean {
  if ('none' in answer) return answer.code !== 'too-many-redirects';
  return answer.status >= 500 || answer.status === 429;
}
