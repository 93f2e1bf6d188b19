import { FetchError } from './page-source.ts';

export interface Deadline {
  /** Aborts with a `FetchError`: `timeout` when the time is up, `aborted` when the caller gave up. */
  readonly signal: AbortSignal;
  /** Waits, and does not count the time. */
  without(wait: () => Promise<void>): Promise<void>;
  clear(): void;
}

/** Bounds a fetch by time and by the caller's own signal. `clear` must be called, or timer and listener stay. */
export function startDeadline(url: string, totalMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const giveUp = () =>
    controller.abort(new FetchError('aborted', url, `The fetch of ${url} was called off.`));
  const expire = () => {
    const seconds = Math.round(totalMs / 100) / 10;
    controller.abort(new FetchError('timeout', url, `${url} was not read to its end within ${seconds} s.`));
  };
  let leftMs = totalMs;
  let since = performance.now();
  let timer = setTimeout(expire, leftMs);
  if (caller?.aborted) giveUp();
  else caller?.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    async without(wait) {
      clearTimeout(timer);
      leftMs -= performance.now() - since;
      await wait();
      since = performance.now();
      timer = setTimeout(expire, Math.max(0, leftMs));
    },
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', giveUp);
    },
  };
}
