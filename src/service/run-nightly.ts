import { isClockTrusted, isDueTonight } from '../core/scheduling/nightly.ts';
import { claimNightly, ranNightly } from '../io/store/nightly.ts';
import type { Pipeline } from '../pipeline/context.ts';
import type { NightlyTask } from './nightly-tasks.ts';

/** A change of the clock by more than this is a jump. Milliseconds. */
const JUMP = 60_000;
/** Milliseconds between two checks of the clock. */
const LOOK = 600_000;

/**
 * Runs each nightly task once a night, in whichever process claims it first. A failed task is logged and runs again
 * the next night; nothing in the daytime depends on these tasks. Returns a function that stops it.
 */
export function runNightly(pipeline: Pipeline, tasks: Readonly<Record<string, NightlyTask>>): () => void {
  const stop = new AbortController();
  const offsetNow = () => pipeline.now().getTime() - performance.now();
  let offset = offsetNow();
  let steadySince = performance.now();
  const look = async () => {
    if (Math.abs(offsetNow() - offset) > JUMP) steadySince = performance.now();
    offset = offsetNow();
    for (const [task, run] of Object.entries(tasks)) {
      if (stop.signal.aborted) return;
      try {
        const now = pipeline.now();
        const ranAt = await ranNightly(pipeline.db, task, now);
        if (!isDueTonight(ranAt, now, now.getHours())) continue;
        if (!isClockTrusted(ranAt, now, performance.now() - steadySince)) continue;
        if (!(await claimNightly(pipeline.db, task, ranAt, now))) continue;
        const found = await run(pipeline, stop.signal);
        pipeline.log.info({ event: 'nightly.done', task, ...found }, `nightly ${task} done`);
      } catch (error) {
        if (!stop.signal.aborted)
          pipeline.log.warn({ event: 'nightly.failed', task, err: error }, `nightly ${task} failed`);
      }
    }
  };
  const timer = setInterval(() => void look(), LOOK);
  void look();
  return () => {
    stop.abort();
    clearInterval(timer);
  };
}
