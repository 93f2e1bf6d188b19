import type { JobName } from '../io/queue/jobs.ts';
import type { Database } from '../io/store/database.ts';
import { recordAlive } from '../io/store/liveness.ts';
import { noteContact } from '../pipeline/database-contact.ts';
import { ITEM_QUEUE_LIMITS } from '../pipeline/sweep.ts';
import { touchHeartbeatFile } from './heartbeat.ts';

/** Milliseconds between two sweeps. */
const TICK = 1_000;
/** Milliseconds between two pulses of a role. */
const PULSE = 10_000;
/**
 * Pause after a sweep that queued at least half of `ITEM_QUEUE_LIMITS.depth`, because more are probably due.
 * Milliseconds.
 */
const AFTER_MANY = 100;
/**
 * Pause after a sweep that queued at least an eighth of it: the workers empty a full queue in less than `TICK`.
 * Milliseconds.
 */
const AFTER_SOME = 250;
/** Milliseconds between two updates of the heartbeat file, at least. */
const TOUCH = 900;
/** The shortest pause. Milliseconds. */
const SHORTEST = 50;

export interface RepeatedSweep {
  /** Ends the pause before the next sweep, because the queue has room and more is probably due. */
  soon(): void;
  stop(): void;
}

function pauseAfter(role: JobName, taken: number): number {
  // The queues of feeds and deliveries are ten times as long.
  if (role === 'articles' && taken >= ITEM_QUEUE_LIMITS.depth / 2) return AFTER_MANY;
  return taken >= ITEM_QUEUE_LIMITS.depth / 8 ? AFTER_SOME : TICK;
}

/**
 * Runs a sweep again and again, with a pause after each. One that fails (the database is away) is reported and tried
 * again.
 * @param sweep returns how many it queued
 */
export function repeatSweep(
  sweep: () => Promise<number>,
  { db, role, onFailed }: { db: Database; role: JobName; onFailed: (error: Error) => void },
): RepeatedSweep {
  let timer: NodeJS.Timeout | undefined;
  let isPausing = false;
  let isWanted = false;
  let stopped = false;
  let endedAt = 0;
  let soonest = SHORTEST;
  let pulsedAt = 0;
  let touchedAt = -Infinity;
  const wait = (ms: number) => {
    if (stopped) return;
    clearTimeout(timer);
    isPausing = true;
    timer = setTimeout(tick, ms);
  };
  const tick = async () => {
    isPausing = false;
    isWanted = false;
    let pause = TICK;
    try {
      pause = pauseAfter(role, await sweep());
      // Where a sweep found little, the next one soon would find no more: other processes have taken it.
      soonest = pause === TICK ? AFTER_SOME : SHORTEST;
      noteContact(db);
      if (Math.abs(Date.now() - pulsedAt) >= PULSE) {
        await recordAlive(db, role, new Date());
        pulsedAt = Date.now();
      }
      if (performance.now() - touchedAt >= TOUCH) {
        touchedAt = performance.now();
        await touchHeartbeatFile().catch(() => {});
      }
    } catch (error) {
      if (!stopped) onFailed(error as Error);
    }
    endedAt = performance.now();
    wait(isWanted ? soonest : pause);
  };
  void tick();
  return {
    soon() {
      if (isPausing && !isWanted) wait(Math.max(0, endedAt + soonest - performance.now()));
      isWanted = true;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
