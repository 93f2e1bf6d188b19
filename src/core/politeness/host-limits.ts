/** Limits on requests to a host, by all workers together. */
export interface HostLimits {
  readonly concurrency: number;
  /** Milliseconds between the beginnings of two requests. */
  readonly spacingMs: number;
  /** Milliseconds; longer than any fetch can take. */
  readonly leaseMs: number;
  /**
   * Milliseconds. A slot within this time is granted, and its request waits. For a later one the request gives up its
   * turn and does other work.
   */
  readonly patienceMs: number;
}
