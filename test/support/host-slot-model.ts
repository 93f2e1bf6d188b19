import type { HostLimits } from '../../src/core/politeness/host-limits.ts';

/** How a host is being visited, by all workers together. Times are in milliseconds since the epoch. */
export interface HostState {
  /** No request may begin before this. */
  readonly nextAt: number;
  /** The last time handed out to a request that was sent away. */
  readonly tailAt: number;
  /** Requests under way, by lease, with the time at which each lease runs out should its worker have died. */
  readonly leases: Readonly<Record<string, number>>;
  /** What the site's robots.txt asks for, if anything. */
  readonly crawlDelayMs: number;
}

export type HostSlot =
  /** Begin at `at`, which lies at most `patienceMs` ahead. */
  | { readonly granted: true; readonly at: number; readonly state: HostState }
  /** Ask again at `at`: each gets a time of its own, so that they do not all come back at once. */
  | { readonly granted: false; readonly at: number; readonly state: HostState };

export const FRESH_HOST: HostState = { nextAt: 0, tailAt: 0, leases: {}, crawlDelayMs: 0 };

/** A site that asks for more than this between two requests gets this. */
const LONGEST_CRAWL_DELAY_MS = 60_000;

/**
 * A model of `claimSlot` in src/io/store/hosts.ts, for tests to compare with: when a request to a host may begin, and what
 * that makes of the host's state. The store does the same in one SQL statement.
 *
 * @param lease names the request; it is given back with `releaseSlot`
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

/** The state once a request is over. */
export function releaseSlot(state: HostState, lease: string): HostState {
  const { [lease]: _over, ...leases } = state.leases;
  return { ...state, leases };
}
