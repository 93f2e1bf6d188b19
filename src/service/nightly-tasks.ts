import type { Config } from '../config/load-config.ts';
import { removeOld } from '../io/store/retention.ts';
import type { Pipeline } from '../pipeline/context.ts';

/** Done once a night; returns counts for the log, and ends early when the signal says so. */
export type NightlyTask = (
  pipeline: Pipeline,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, number>>>;

export function nightlyTasks({
  retention,
}: Pick<Config, 'retention'>): Readonly<Record<string, NightlyTask>> {
  return {
    async retention(pipeline, signal) {
      const now = pipeline.now().getTime();
      const before = (seconds: number) => (seconds === 0 ? undefined : new Date(now - seconds * 1_000));
      const limits = {
        stories: before(retention.articles),
        unmatched: before(retention.unmatched),
        raw: before(retention.raw),
        ledger: before(retention.ledger),
      };
      return { ...(await removeOld(pipeline.db, limits, signal)) };
    },
  };
}
