import type { HostLimits } from '../../src/core/politeness/host-limits.ts';

/** The state of requests to a host, by all workers together. Times are in milliseconds since the epoch. */
export interface HostState {
  /** No request may begin before this. */
  readonly nextAt: number;
  /** The last time given to a request that has to come back. */
  readonly tailAt: number;
  /** Running requests by lease, with the time at which each lease ends if its worker dies. */
  readonly leases: Readonly<Record<string, number>>;
  /** What the site's robots.txt asks for, if anything. */
  readonly crawlDelayMs: number;
}

export type HostSlot =
  /** Begin at `at`, at most `patienceMs` from now. */
  | { readonly granted: true; readonly at: number; readonly state: HostState }
  /** Ask again at `at`. Each request gets a time of its own, so that they do not all come back at once. */
  | { readonly granted: false; readonly at: number; readonly state: HostState };

export const FRESH_HOST: HostState = { nextAt: 0, tailAt: 0, leases: {}, crawlDelayMs: 0 };

/** The longest crawl delay that is obeyed. */
const LONGEST_CRAWL_DELAY_MS = 60_000;

/**
 * A model of `claimSlot` in src/io/store/hosts/hosts.ts for comparison: when a request to a host may begin, and the state
 * that results. The store does the same in one SQL statement.
 *
 * @param lease identifies the request for `releaseSlot`
 */
export function nextSlot(state: HostState, lease: string, now: number, limits: HostLimits): HostSlot {
  const gap = Math.max(limits.spacingMs, Math.min(state.crawlDelayMs, LONGEST_CRAWL_DELAY_MS));
  const leases = Object.fromEntries(Object.entries(state.leases).filter(([, until]) => until > now));
  const at = Math.max(state.nextAt, now);
  if (at <= now + limits.patienceMs && Object.keys(leases).length < limits.concurrency) {
    const held = { ...leases, [lease]: at + limits.leaseMs };
    return { granted: true, at, state: { ...state, nextAt: at + gap, leases: held } };
  }
  const later = Math.max(state.tailAt, at) + gap;
  return { granted: false, at: later, state: { ...state, tailAt: later, leases } };
}

/** The state after a request has ended. */
export function releaseSlot(state: HostState, lease: string): HostState {
  const { [lease]: _over, ...leases } = state.leases;
  return { ...state, leases };
}
