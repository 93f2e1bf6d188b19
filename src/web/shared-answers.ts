interface Kept<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/**
 * Caches answers that take long to compute. Callers at the same time share one computation. An answer older than
 * `fresh` is returned once more while the next is computed, up to the age `stale`.
 */
export interface SharedAnswers<T> {
  get(key: string, make: () => Promise<T>): Promise<T>;
}

/**
 * @param fresh milliseconds for which an answer is returned as it is
 * @param stale milliseconds for which an old answer is better than waiting
 */
export function shareAnswers<T>({
  fresh,
  stale,
  most,
}: {
  readonly fresh: number;
  readonly stale: number;
  readonly most: number;
}): SharedAnswers<T> {
  const kept = new Map<string, Kept<T>>();
  const renewing = new Set<string>();
  const keep = (key: string, value: Promise<T>) => {
    kept.delete(key);
    kept.set(key, { at: performance.now(), value });
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(old);
  };
  return {
    get(key, make) {
      const known = kept.get(key);
      const age = known === undefined ? Infinity : performance.now() - known.at;
      if (known === undefined || age > stale) {
        const value = make();
        keep(key, value);
        // Callers that wait get the failure. It is not cached.
        value.catch(() => {
          if (kept.get(key)?.value === value) kept.delete(key);
        });
        return value;
      }
      if (age > fresh && !renewing.has(key)) {
        renewing.add(key);
        make()
          .then(
            (value) => keep(key, Promise.resolve(value)),
            () => {},
          )
          .finally(() => renewing.delete(key));
      }
      return known.value;
    },
  };
}
