import type { Config } from '../config/load-config.ts';
import { removeOld } from '../io/store/retention.ts';
import { countTrendDays } from '../io/store/stories/trend-days.ts';
import { checkSplits } from '../pipeline/stories/check-splits.ts';
import type { Pipeline } from '../pipeline/context.ts';

/** A task that runs once a night. Returns counts for the log, and ends early when the signal is aborted. */
export type NightlyTask = (
  pipeline: Pipeline,
  signal: AbortSignal,
) => Promise<Readonly<Record<string, number>>>;

export function nightlyTasks({
  retention,
  stories = { split: 'perform' },
}: Pick<Config, 'retention'> & Partial<Pick<Config, 'stories'>>): Readonly<Record<string, NightlyTask>> {
  const { split } = stories;
  return {
    ...(split === 'off'
      ? {}
      : { splits: (pipeline: Pipeline, signal: AbortSignal) => checkSplits(pipeline, split, signal) }),
    async trends({ db, now }, signal) {
      return { days: await countTrendDays(db, now(), signal) };
    },
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
