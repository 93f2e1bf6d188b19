import { setTimeout as sleep } from 'node:timers/promises';

/** The right to send one request to a host. */
export interface Turn {
  /** Whether it had to be waited for. */
  readonly waited: boolean;
  /** The request goes out now: the next one's distance counts from here. */
  sent(): void;
  /** There is nothing to send any more. Without `sent`, the turn lasts until then. */
  end(): void;
}

interface Host {
  last: number;
  /** Turns that wait or have not been sent. */
  open: number;
  /** Settles when the latest turn is over; never fails. */
  line: Promise<unknown>;
}

/** Above so many hosts, those are forgotten that have been left alone for longer than any distance. */
const MANY = 1_000;
const LONGEST_DISTANCE = 60_000;

/**
 * Keeps the distance between what this process really sends to a host, by a clock that nobody sets. The database gives
 * out instants; a busy process wakes late for one and in time for the next, or waits for a connection.
 */
export class HostTurns {
  private readonly hosts = new Map<string, Host>();
  /** So many are kept until those are looked for that may be forgotten. */
  private enough = MANY;

  /** @throws the signal's reason */
  async take(host: string, distanceMs: number, signal?: AbortSignal): Promise<Turn> {
    const state = this.of(host);
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = state.line;
    // Not Promise.all: its results would hold those of all turns before, for as long as the host is known.
    state.line = before.then(() => promise);
    state.open += 1;
    let isOver = false;
    const end = () => {
      if (!isOver) state.open -= 1;
      isOver = true;
      resolve();
    };
    const since = performance.now();
    try {
      await unlessAborted(before, signal);
      for (;;) {
        const left = state.last + distanceMs - performance.now();
        if (left <= 0) break;
        await sleep(Math.ceil(left), undefined, { signal });
      }
    } catch (error) {
      end();
      throw error;
    }
    // One that is never told as sent counts from here.
    state.last = performance.now();
    return {
      waited: state.last - since > 1,
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
    // Looking at all of them for each new one would cost more than the request.
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
