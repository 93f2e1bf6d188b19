import { z } from 'zod';
import { plausibleUntil } from '../scheduling/plausible-instant.ts';

/** The rate limit of a channel: `burst` messages at once, then one every `everyMs`. */
export interface Pace {
  readonly burst: number;
  readonly everyMs: number;
}

/**
 * What each service allows, or a little less:
 * - Slack: one a second for a webhook, short bursts tolerated (docs.slack.dev/apis/web-api/rate-limits)
 * - Discord: 5 in 2 s and 30 a minute for a webhook's channel (the header X-RateLimit-* and its documentation)
 * - Teams: 4 a second (learn.microsoft.com, incoming webhooks)
 * - Telegram: 20 a minute to one group, one a second to one chat (core.telegram.org/bots/faq)
 * - ntfy: 60 at once, then one each 5 s (docs.ntfy.sh/publish/#limitations)
 */
const PACES: Readonly<Record<string, Pace>> = {
  slack: { burst: 3, everyMs: 1000 },
  discord: { burst: 5, everyMs: 2000 },
  teams: { burst: 4, everyMs: 1000 },
  telegram: { burst: 2, everyMs: 3000 },
  ntfy: { burst: 50, everyMs: 5000 },
  email: { burst: 10, everyMs: 1000 },
};

/** The pace of a channel: as configured, else what its service allows; undefined where there is no limit. */
export function paceOf(channel: {
  readonly kind: string;
  readonly pace?: { readonly burst: number; readonly everySeconds: number } | undefined;
}): Pace | undefined {
  if (channel.pace === undefined) return PACES[channel.kind];
  return { burst: channel.pace.burst, everyMs: channel.pace.everySeconds * 1000 };
}

/** The longest pause that a service may ask for. Milliseconds. */
const LONGEST_PAUSE = 86_400_000;

/**
 * The rate limiter's state, as stored in the channel's row; `{}` before the first message. Milliseconds since 1970.
 */
export const pacingSchema = z.object({
  /** When the next message would be due at an even pace ("theoretical arrival time"). */
  dueAt: z.number().default(0),
  /** The service asked us to send nothing before this. */
  notBefore: z.number().default(0),
});

export type Pacing = z.infer<typeof pacingSchema>;

export type Slot =
  /** Store `pacing`, then send. */
  { readonly granted: true; readonly pacing: Pacing } | { readonly granted: false; readonly at: Date };

/** Takes the right to send one message now, or says when to ask again (GCRA, the leaky bucket as a meter). */
export function takeSlot(pacing: Pacing, now: Date, pace: Pace | undefined): Slot {
  const time = now.getTime();
  const notBefore = plausibleMs(pacing.notBefore, now, LONGEST_PAUSE);
  if (time < notBefore) return { granted: false, at: new Date(notBefore) };
  if (pace === undefined) return { granted: true, pacing };
  const dueAt = Math.max(plausibleMs(pacing.dueAt, now, pace.burst * pace.everyMs), time);
  const allowedAt = dueAt - (pace.burst - 1) * pace.everyMs;
  if (time < allowedAt) return { granted: false, at: new Date(allowedAt) };
  return { granted: true, pacing: { ...pacing, dueAt: dueAt + pace.everyMs } };
}

/** Pauses the channel for as long as the service asked, at most a day. */
export function pausePacing(pacing: Pacing, now: Date, retryAfterMs: number): Pacing {
  const until = now.getTime() + Math.min(retryAfterMs, LONGEST_PAUSE);
  return { ...pacing, notBefore: Math.max(plausibleMs(pacing.notBefore, now, LONGEST_PAUSE), until) };
}

/**
 * The instant in epoch milliseconds; 0 where it is further ahead than `longestMs`, because a wrong clock has set it.
 */
function plausibleMs(at: number, now: Date, longestMs: number): number {
  return plausibleUntil(new Date(at), now, longestMs)?.getTime() ?? 0;
}
