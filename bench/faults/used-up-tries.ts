import { seconds } from '../chaos/night.ts';
import type { Verdict } from './past-fault.ts';
import { openTrial, type Trial, type TrialOptions } from './trial.ts';

/** Reports that are published in each trial. */
const REPORTS = 4;

export interface TryFault extends Pick<TrialOptions, 'program' | 'onRedis' | 'prepare' | 'environment'> {
  /** Is awaited once the service has started. */
  readonly ready?: (trial: Trial) => Promise<void>;
  /** Begins the fault and returns what ends it. */
  readonly begin: (trial: Trial) => Promise<() => Promise<void>>;
  readonly forSeconds: number;
}

/**
 * Whether a fault of our own uses up the tries of items. It begins when the feed has been read, and its pages have not.
 * Instead of the 27 minutes in which five tries are used up, each item is due again every two seconds.
 */
export async function useUpTries({ ready, begin, forSeconds, ...options }: TryFault): Promise<Verdict> {
  const begun = Promise.withResolvers<void>();
  let pages = 0;
  await using trial = await openTrial({
    ...options,
    before(path) {
      if (!path.startsWith('/r')) return undefined;
      if (path !== '/robots.txt') pages += 1;
      return begun.promise;
    },
  });
  await trial.start();
  await ready?.(trial);
  trial.outlet.publish(REPORTS);
  const known = () => trial.query('SELECT FROM items');
  while ((await known()).length < REPORTS) await seconds(0.2);
  const end = await begin(trial);
  begun.resolve();
  for (let waited = 0; waited < forSeconds; waited += 2) {
    await seconds(2);
    await trial
      .query(`UPDATE items SET due_at = now() WHERE state = 'new' AND due_at > now()`)
      .catch(() => {});
  }
  await end();
  const told = await trial.allTold(180);
  const [{ failed } = { failed: 0 }] = await trial.query<{ failed: number }>(
    `SELECT count(*)::int AS failed FROM items WHERE state = 'failed'`,
  );
  return {
    isWell: told === REPORTS && failed === 0,
    seen: `${told} of ${REPORTS} alerts, ${failed} items given up after ${pages} requests for their pages`,
  };
}
