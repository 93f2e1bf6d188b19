import { readdirSync, readFileSync } from 'node:fs';
import { familyOf } from '../chaos/postgres-processes.ts';

/** Clock ticks a second in /proc, the same on every Linux. */
const TICKS = 100;

/** CPU seconds of a process and its children, also of those that have ended. 0 where there is no /proc. */
export function cpuOfFamily(pid: number): number {
  return familyOf(pid).reduce((sum, one) => {
    const [user = 0, system = 0, ended = 0, endedSystem = 0] = timesOf(`/proc/${one}/stat`);
    return sum + user + system + (one === pid ? ended + endedSystem : 0);
  }, 0);
}

/** CPU seconds of the threads of a Node process. */
export interface ThreadTimes {
  readonly main: number;
  /** The threads of `worker_threads`. */
  readonly threads: number;
  /** V8's own threads, which compile and collect garbage. */
  readonly engine: number;
  readonly all: number;
}

export function cpuOfThreads(pid: number): ThreadTimes {
  const [user = 0, system = 0] = timesOf(`/proc/${pid}/stat`);
  const times = { main: 0, threads: 0, engine: 0, all: user + system };
  for (const thread of namesIn(`/proc/${pid}/task`)) {
    const at = `/proc/${pid}/task/${thread}`;
    const [own = 0, ownSystem = 0] = timesOf(`${at}/stat`);
    const name = textOf(`${at}/comm`);
    if (Number(thread) === pid) times.main += own + ownSystem;
    else if (name.includes('V8Worker')) times.engine += own + ownSystem;
    else if (name.startsWith('WorkerThread')) times.threads += own + ownSystem;
  }
  return times;
}

/** User, system, and both of ended children. */
function timesOf(stat: string): number[] {
  const fields = textOf(stat)
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.slice(11, 15).map((ticks) => Number(ticks) / TICKS);
}

/** Empty for a process or thread that has ended. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
