interface Kept<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/**
 * Answers that cost the database more than they change: many who ask at once share one, and who asks again soon gets the
 * same. An answer that has grown old is given once more while the next is made, so that only the first waits.
 */
export interface SharedAnswers<T> {
  get(key: string, make: () => Promise<T>): Promise<T>;
}

/**
 * @param fresh milliseconds for which an answer is as good as a new one
 * @param stale milliseconds for which it is better than waiting
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
        // A failure goes to those who wait, and is not kept for later callers.
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
