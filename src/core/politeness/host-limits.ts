/** How a host may be visited, by all workers together. */
export interface HostLimits {
  readonly concurrency: number;
  /** Between the beginnings of two requests. */
  readonly spacingMs: number;
  /** Longer than any fetch can take. */
  readonly leaseMs: number;
  /** A slot so far ahead is given out: its request waits. One further away sends its request off to do other work. */
  readonly patienceMs: number;
}
