/** How long a lease lasts after each renewal. A killed worker blocks its work for that long at most. Seconds. */
const LEASE_SECONDS = 20;
/** How many renewals are tried within that time, so that some may fail. */
const RENEWALS = 4;

/** The length of a lease in seconds. @param longest the longest that the work may take, in seconds */
export function leaseDuration(longest: number): number {
  return Math.min(longest, LEASE_SECONDS);
}

/**
 * Renews a lease while the work goes on. Most work is over before the first renewal; a failed renewal is repeated.
 * Returns a function that stops it and resolves once no renewal is running.
 */
export function startLeaseRenewal(leaseSeconds: number, renew: () => Promise<void>): () => Promise<void> {
  let renewing: Promise<void> | undefined;
  const timer = setInterval(
    () => {
      renewing ??= renew()
        .catch(() => {})
        .finally(() => {
          renewing = undefined;
        });
    },
    (leaseSeconds * 1_000) / RENEWALS,
  );
  return async () => {
    clearInterval(timer);
    await renewing;
  };
}
