import type { HostLimits } from '../../../core/politeness/host-limits.ts';

/**
 * When a request to a host may begin. Times are relative, in milliseconds, so that our clock and the database's need
 * not agree.
 */
export interface Claim {
  readonly granted: boolean;
  /** Milliseconds until the request may begin, or until the next time to ask. */
  readonly waitMs: number;
  /** The part of `waitMs` during which the host rests; the remainder is waiting behind earlier requests. */
  readonly restMs: number;
  /** Milliseconds that must lie between two requests to the host. */
  readonly gapMs: number;
  /** Whether the host was reserved for this request: after `restMs` it is to ask again, and meets no pages. */
  readonly reserved: boolean;
  /** How often in a row the host has refused requests. */
  readonly refusals: number;
}

/** A request for a slot. */
export interface SlotRequest {
  readonly host: string;
  /** A UUID; give it to `releaseSlots`. */
  readonly lease: string;
  readonly limits: HostLimits;
  /** Whether the host is reserved for it where it gets no slot: feeds would seldom find one beside thousands of pages. */
  readonly reserves?: boolean;
}
