import { isClockTrusted, isDueTonight } from '../core/scheduling/nightly.ts';
import { claimNightly, ranNightly } from '../io/store/nightly.ts';
import type { Pipeline } from '../pipeline/context.ts';
import type { NightlyTask } from './nightly-tasks.ts';

/** A clock that is set by so much has jumped. Milliseconds. */
const JUMP = 60_000;
/** Milliseconds between two looks at the clock. */
const LOOK = 600_000;

/**
 * Runs each nightly task once a night, in whichever process takes it first. A task that fails is logged and waits for the
 * next night; none of them is needed for what happens by day. Returns what stops it.
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
