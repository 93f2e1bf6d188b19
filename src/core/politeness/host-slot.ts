/** How a host is being visited, by all workers together. Times are in milliseconds since the epoch. */
export interface HostState {
  /** No request may begin before this. */
  readonly nextAt: number;
  /** Until when the host asked to be left alone (Retry-After). */
  readonly blockedUntil: number;
  /** The last time handed out to a request that had to wait. */
  readonly tail: number;
  /** Requests under way, by lease, with the time at which each lease runs out should its worker have died. */
  readonly leases: Readonly<Record<string, number>>;
  /** What the site's robots.txt asks for, if more than ours. */
  readonly crawlDelayMs: number;
}

export interface HostLimits {
  readonly concurrency: number;
  readonly spacingMs: number;
  /** Longer than any fetch can take. */
  readonly leaseMs: number;
}

export type HostSlot =
  | { readonly granted: true; readonly state: HostState }
  /** Come back at `retryAt`: each that waits is told a time of its own, one spacing apart. */
  | { readonly granted: false; readonly retryAt: number; readonly state: HostState };

export const FRESH_HOST: HostState = { nextAt: 0, blockedUntil: 0, tail: 0, leases: {}, crawlDelayMs: 0 };

/** A site that asks for more than this between two requests gets this. */
const LONGEST_CRAWL_DELAY_MS = 60_000;

/**
 * Decides whether a request to a host may begin now, and what that makes of the host's state. The store does the
 * same in one SQL statement, so that it holds across all workers on all machines; this is its definition.
 *
 * @param lease names the request; it is given back with `releaseSlot`
 */
export function nextSlot(state: HostState, lease: string, now: number, limits: HostLimits): HostSlot {
  const gap = Math.max(limits.spacingMs, Math.min(state.crawlDelayMs, LONGEST_CRAWL_DELAY_MS));
  const leases = Object.fromEntries(Object.entries(state.leases).filter(([, until]) => until > now));
  const isFree = state.nextAt <= now && state.blockedUntil <= now;
  if (isFree && Object.keys(leases).length < limits.concurrency) {
    return {
      granted: true,
      state: { ...state, nextAt: now + gap, leases: { ...leases, [lease]: now + limits.leaseMs } },
    };
  }
  const retryAt = Math.max(state.tail, state.nextAt, state.blockedUntil, now) + gap;
  return { granted: false, retryAt, state: { ...state, tail: retryAt, leases } };
}

/** The state once a request is over. `retryAfter` is what a 429 or 503 asked for. */
export function releaseSlot(state: HostState, lease: string, retryAfter?: number): HostState {
  const { [lease]: _over, ...leases } = state.leases;
  return { ...state, leases, blockedUntil: Math.max(state.blockedUntil, retryAfter ?? 0) };
}
