/**
 * A lease lasts this long after each renewal: a killed worker blocks its work for no longer.
 * Seconds.
 */
const SIGN_OF_LIFE = 20;
/** Signs of life within that time: one of them may be lost. */
const SIGNS = 4;

/** How long a lease is given at a time. @param longest the longest that the work may take, in seconds */
export function leaseFor(longest: number): number {
  return Math.min(longest, SIGN_OF_LIFE);
}

/**
 * Renews a lease while the work goes on; most work is over before the first renewal. One that fails is followed by the
 * next. Returns what stops it; that resolves once no renewal is under way any more.
 */
export function keepHold(leaseSeconds: number, renew: () => Promise<void>): () => Promise<void> {
  let renewing: Promise<void> | undefined;
  const timer = setInterval(
    () => {
      renewing ??= renew()
        .catch(() => {})
        .finally(() => {
          renewing = undefined;
        });
    },
    (leaseSeconds * 1_000) / SIGNS,
  );
  return async () => {
    clearInterval(timer);
    await renewing;
  };
}
