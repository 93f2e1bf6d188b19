import { setTimeout as sleep } from 'node:timers/promises';

/** The right to send one request to a host. */
export interface RequestPermit {
  /** Whether the caller had to wait for it. */
  readonly waited: boolean;
  /** Call when the request is sent: the spacing to the next one counts from here. */
  sent(): void;
  /** Call when no request will be sent any more. Without `sent`, the permit lasts until then. */
  end(): void;
}

interface Host {
  last: number;
  /** Number of permits that wait or are not sent yet. */
  open: number;
  /** Settles when the latest permit has ended; never rejects. */
  line: Promise<unknown>;
}

/** With more hosts than this, those are deleted that had no request for the longest possible spacing. */
const MANY = 1_000;
const LONGEST_DISTANCE = 60_000;

/**
 * Keeps the spacing between the requests that this process really sends to a host, by a monotonic clock. The
 * database's slots alone are not enough: a busy process may wake late for one and in time for the next, or wait for a
 * connection.
 */
export class HostRateLimiter {
  private readonly hosts = new Map<string, Host>();
  /** The number of hosts at which idle ones are deleted next. */
  private enough = MANY;

  /** Waits for the next permit of the host. @param distanceMs spacing in milliseconds @throws the signal's reason */
  async take(host: string, distanceMs: number, signal?: AbortSignal): Promise<RequestPermit> {
    const state = this.of(host);
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = state.line;
    // Not measured: in a busy process some milliseconds pass without a wait.
    let waited = state.open > 0;
    // Not Promise.all, whose result would keep those of all earlier permits in memory.
    state.line = before.then(() => promise);
    state.open += 1;
    let isOver = false;
    const end = () => {
      if (!isOver) state.open -= 1;
      isOver = true;
      resolve();
    };
    try {
      await unlessAborted(before, signal);
      for (;;) {
        const left = state.last + distanceMs - performance.now();
        if (left <= 0) break;
        waited = true;
        await sleep(Math.ceil(left), undefined, { signal });
      }
    } catch (error) {
      end();
      throw error;
    }
    // If `sent` is never called, the spacing counts from here.
    state.last = performance.now();
    return {
      waited,
      sent() {
        if (!isOver) state.last = performance.now();
        end();
      },
      end,
    };
  }

  private of(name: string): Host {
    let host = this.hosts.get(name);
    if (host !== undefined) return host;
    if (this.hosts.size >= this.enough) this.forget();
    host = { last: -Infinity, open: 0, line: Promise.resolve() };
    this.hosts.set(name, host);
    return host;
  }

  private forget(): void {
    const old = performance.now() - LONGEST_DISTANCE;
    for (const [name, { open, last }] of this.hosts) if (open === 0 && last < old) this.hosts.delete(name);
    // Checking all hosts for each new one would cost more than the request.
    this.enough = Math.max(MANY, 2 * this.hosts.size);
  }
}

async function unlessAborted(promise: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) {
    await promise;
    return;
  }
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(signal.reason as Error);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
