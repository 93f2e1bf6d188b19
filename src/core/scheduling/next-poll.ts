import { backOffSeconds } from './back-off.ts';
import { plausibleSince } from './plausible-instant.ts';
import { expectedRate, firstProfile, type PublishingProfile, withItems } from './publishing-profile.ts';
import { afterSkipped } from './skipped-times.ts';

/** The scheduler's state of a feed, stored with the feed; undefined before the first poll. */
export interface ScheduleState {
  /** Undefined until the feed was read for the first time. */
  readonly profile?: PublishingProfile | undefined;
  readonly failures: number;
  /** The publisher's wishes when the feed was last read. */
  readonly wishes: PublisherWishes;
  /** From 1/8 to 1: a factor that shortens the interval of a feed with gaps. */
  readonly haste: number;
  /** The date of the oldest entry in the feed when last read; epoch milliseconds. */
  readonly oldestAt?: number | undefined;
  /** When a poll last found something that the hub had not pushed; epoch milliseconds. */
  readonly hubMissedAt?: number | undefined;
}

export interface PublisherWishes {
  /** From `ttl` or `sy:*`. */
  readonly ttlMinutes?: number | undefined;
  /** UTC hours (0–23) and days (0 = Sunday) in which not to poll. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

export type PollOutcome =
  | {
      readonly status: 'read';
      /**
       * When each new item was published; the time of the poll where the feed does not say. At the first poll, the
       * dates of the entries that have one.
       */
      readonly newItems: readonly Date[];
      readonly wishes: PublisherWishes;
      /** Age of the oldest date in the feed; undefined where it has no dates. */
      readonly windowSeconds?: number | undefined;
      /** The result of `detectGap`. */
      readonly gap: boolean;
      /** For how long the response is fresh by its headers. */
      readonly freshSeconds?: number | undefined;
      /** Whether the hub should have pushed these items and did not. */
      readonly missedByHub?: boolean | undefined;
    }
  | { readonly status: 'unchanged'; readonly freshSeconds?: number | undefined }
  | { readonly status: 'failed'; readonly retryAfter?: Date | undefined }
  /** 410: the publisher says that the feed is permanently gone. Some servers say so by mistake, for some days. */
  | { readonly status: 'gone' };

export interface ScheduleLimits {
  readonly minSeconds: number;
  readonly maxSeconds: number;
  /** Whether our subscription at a WebSub hub is confirmed and its lease has not expired. */
  readonly hasHub: boolean;
}

export interface NextPoll {
  readonly at: Date;
  /** Shown in `feeds list`: a few words. */
  readonly because: string;
  readonly state: ScheduleState;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The interval for a feed that publishes one item an hour, in seconds. For other rates it is proportional to the
 * inverse square root of the rate, which minimises the sum of all items' delays for a given number of polls (Cho &
 * Garcia-Molina, "Effective page refresh policies for web crawlers", 2003; Sia, Cho & Cho 2007 for feeds).
 */
const SECONDS_AT_ONE_AN_HOUR = 600;

/** `ttl`, `sy:*` and freshness are mostly defaults of a template, so they delay a poll by at most this … */
const LONGEST_WISH_SECONDS = 3600;
/** … and by a quarter of it where the feed publishes more often than it says. */
const CONTRADICTED = 1 / 4;

/** While a hub pushes, polls are only a safety net. */
const SAFETY_NET_SECONDS = 3600;
/** A hub that missed something is not relied on for a day. */
const HUB_DISTRUST = DAY;

const LONGEST_RETRY_AFTER = DAY;
const RETRY_AFTER_SPREAD = 1000;

/** At least two polls during the time for which an item stays in the feed. */
const POLLS_PER_WINDOW = 2;
const GREATEST_HASTE = 1 / 8;

/**
 * A feed that is gone is polled again after `first`, then each time after twice as long, at most after `longest`.
 * Milliseconds.
 */
const GONE = { first: 6 * HOUR, longest: 7 * DAY };

/** Up to a tenth sooner or later, so that feeds added together are not polled together for ever. */
const JITTER = 0.1;

/**
 * Decides when a feed is polled next.
 *
 * The interval follows the expected publishing rate by hour and weekday: the next poll is when the expected number of
 * missed items justifies its cost. `minSeconds` and `maxSeconds` bound it. The publisher's wishes (ttl, freshness,
 * skipHours, skipDays, Retry-After) can only make it longer, entries that leave the feed quickly only shorter. After
 * failures it backs off to a day and never gives up.
 *
 * @param previous undefined for a feed that was never polled
 * @param random from 0 to 1
 */
export function nextPoll(
  previous: ScheduleState | undefined,
  outcome: PollOutcome,
  now: Date,
  random: number,
  limits: ScheduleLimits,
): NextPoll {
  const state = learn(previous === undefined ? undefined : withoutFuture(previous, now), outcome, now);
  const spread = 1 + JITTER * (2 * random - 1);
  if (outcome.status === 'gone') {
    const wait = Math.min(GONE.longest, GONE.first * 2 ** Math.min(state.failures - 1, 10)) * spread;
    return {
      at: new Date(now.getTime() + Math.round(wait)),
      because: 'gone (410), asked again seldom',
      state,
    };
  }
  const usual = usualSeconds(state, now, limits);
  if (outcome.status === 'failed') {
    const wait = backOffSeconds(state.failures, usual) * spread;
    const asked = (outcome.retryAfter?.getTime() ?? 0) - now.getTime();
    // Never sooner than asked. A few seconds keep a host's feeds apart; more would delay items needlessly.
    const retryAfter = Math.min(asked, LONGEST_RETRY_AFTER) + RETRY_AFTER_SPREAD * random;
    const isAsked = retryAfter > wait * 1000;
    return {
      at: new Date(now.getTime() + Math.round(Math.max(retryAfter, wait * 1000))),
      because: isAsked
        ? asked > LONGEST_RETRY_AFTER
          ? `Retry-After of ${Math.round(asked / DAY)} days, cut to one`
          : 'Retry-After'
        : state.failures === 1
          ? 'failed once'
          : `failed ${state.failures} times in a row`,
      state,
    };
  }

  const floor = wishedSeconds(state, outcome.freshSeconds, now);
  const seconds = Math.max(usual * spread, floor * (1 + JITTER * random), limits.minSeconds);
  const planned = new Date(now.getTime() + Math.round(seconds * 1000));
  const at = afterSkipped(planned, state.wishes, random);
  return { at, because: reason(at > planned, floor > usual, limits.hasHub, state), state };
}

function reason(isSkipped: boolean, isWished: boolean, hasHub: boolean, state: ScheduleState): string {
  if (isSkipped) return 'skipHours or skipDays';
  if (isWished) return 'ttl or freshness';
  if (state.haste < 1) return 'shortened after a gap';
  return hasHub ? 'safety net beside WebSub' : 'publishing rate';
}

/**
 * Whether the next poll is sent without validators, because some servers keep an ETag though the feed has changed.
 */
export function isUnconditionalDue(lastUnconditional: Date | undefined, now: Date): boolean {
  const last = plausibleSince(lastUnconditional, now);
  return last === undefined || now.getTime() - last.getTime() >= DAY;
}

/**
 * Drops what was learned while a clock ran ahead. By that clock so much time had passed that all rates had decayed.
 */
function withoutFuture(state: ScheduleState, now: Date): ScheduleState {
  const isPast = (at: number | undefined) =>
    at !== undefined && plausibleSince(new Date(at), now) !== undefined;
  return {
    ...state,
    profile: isPast(state.profile?.at) ? state.profile : undefined,
    oldestAt: isPast(state.oldestAt) ? state.oldestAt : undefined,
    hubMissedAt: isPast(state.hubMissedAt) ? state.hubMissedAt : undefined,
  };
}

function learn(previous: ScheduleState | undefined, outcome: PollOutcome, now: Date): ScheduleState {
  const known = previous ?? { failures: 0, wishes: { skipHours: [], skipDays: [] }, haste: 1 };
  if (outcome.status === 'failed' || outcome.status === 'gone')
    return { ...known, failures: known.failures + 1 };
  if (outcome.status === 'unchanged') return known.failures === 0 ? known : { ...known, failures: 0 };

  const brought = outcome.newItems.length > 0;
  return {
    ...known,
    profile:
      known.profile === undefined
        ? firstProfile(outcome.newItems, now)
        : brought
          ? withItems(known.profile, outcome.newItems, now)
          : known.profile,
    failures: 0,
    wishes: onlyWishes(outcome.wishes),
    haste: outcome.gap
      ? Math.max(GREATEST_HASTE, known.haste / 2)
      : brought
        ? Math.min(1, known.haste * 1.1)
        : known.haste,
    oldestAt:
      outcome.windowSeconds === undefined || outcome.windowSeconds <= 0
        ? undefined
        : now.getTime() - outcome.windowSeconds * 1000,
    hubMissedAt: outcome.missedByHub === true ? now.getTime() : known.hubMissedAt,
  };
}

/** Selects the wishes: a whole feed fits the type, but must not be stored here. */
function onlyWishes({ ttlMinutes, skipHours, skipDays }: PublisherWishes): PublisherWishes {
  return { ttlMinutes, skipHours, skipDays };
}

/** The interval before wishes and jitter. */
function usualSeconds(state: ScheduleState, now: Date, limits: ScheduleLimits): number {
  const { hasHub, minSeconds, maxSeconds } = limits;
  const byRate =
    secondsByRate(state.profile ?? firstProfile([], now), now.getTime(), maxSeconds) * state.haste;
  const isHubTrusted =
    hasHub && (state.hubMissedAt === undefined || now.getTime() - state.hubMissedAt > HUB_DISTRUST);
  const relaxed = isHubTrusted ? Math.max(byRate, SAFETY_NET_SECONDS) : byRate;
  // Items stay at least as long as the oldest has been there. The bound grows while nothing new comes.
  const windowSeconds = state.oldestAt === undefined ? Infinity : (now.getTime() - state.oldestAt) / 1000;
  const withinWindow = Math.min(relaxed, windowSeconds / POLLS_PER_WINDOW);
  return Math.min(maxSeconds, Math.max(minSeconds, withinWindow));
}

/**
 * Adds up the density of polls, √rate, hour by hour until one poll is due. An interval that was computed from the
 * rate at night would extend into the morning.
 */
function secondsByRate(profile: PublishingProfile, now: number, maxSeconds: number): number {
  let due = 0;
  let time = now;
  const end = now + maxSeconds * 1000;
  while (time < end) {
    const until = Math.min(end, (Math.floor(time / HOUR) + 1) * HOUR);
    const perSecond = Math.sqrt(expectedRate(profile, time, now)) / SECONDS_AT_ONE_AN_HOUR;
    const seconds = (until - time) / 1000;
    if (due + perSecond * seconds >= 1) return (time - now) / 1000 + (1 - due) / perSecond;
    due += perSecond * seconds;
    time = until;
  }
  return maxSeconds;
}

/** The interval that ttl, sy:* and freshness ask for, as far as it is respected. */
function wishedSeconds(state: ScheduleState, freshSeconds: number | undefined, now: Date): number {
  const wished = Math.max((state.wishes.ttlMinutes ?? 0) * 60, freshSeconds ?? 0);
  const floor = Math.min(wished, LONGEST_WISH_SECONDS);
  if (floor === 0 || state.profile === undefined) return floor;
  const meanwhile = (expectedRate(state.profile, now.getTime(), now.getTime()) * floor) / 3600;
  return meanwhile >= 1 ? floor * CONTRADICTED : floor;
}
