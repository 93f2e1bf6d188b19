import { sqlStateOf } from '../io/store/sqlstate.ts';
import { isOwnFault } from './own-fault.ts';

export interface GatherOptions<Task> {
  /** Tasks in one group at the most. Default 64. */
  readonly most?: number;
  /** What tasks weigh, and how much those of one group may at the most; one that weighs more goes alone. */
  readonly weight?: { readonly of: (task: Task) => number; readonly most: number };
  /** What two tasks of one group may not have in common; the later one waits for the next group. */
  readonly apart?: (task: Task) => readonly string[];
  /**
   * How long a task waits for more of its kind, asked with each task; 0 where none is to be expected. Milliseconds.
   * Default: never.
   */
  readonly linger?: (task: Task) => number;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly since: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what is ready together: what comes while a group is at work makes up the next group, and what comes
 * while nothing is goes at once, alone. So a busy service asks the database once for many, and a quiet one does not wait.
 * A group that fails is done again one by one: one bad task costs the others nothing.
 *
 * @param work the results come in the order of the tasks
 */
export function gather<Task, Result>(
  work: (tasks: readonly Task[]) => Promise<readonly Result[]>,
  { most = 64, weight, apart = () => [], linger = () => 0 }: GatherOptions<Task> = {},
): (task: Task) => Promise<Result> {
  let waiting: Waiting<Task, Result>[] = [];
  let isWorking = false;
  /** Ends the wait for more. */
  let goAhead = () => {};

  function takeGroup(): Waiting<Task, Result>[] {
    const taken = new Set<string>();
    const group: Waiting<Task, Result>[] = [];
    const left: Waiting<Task, Result>[] = [];
    let room = weight?.most ?? 0;
    for (const one of waiting) {
      const keys = apart(one.task);
      const own = weight?.of(one.task) ?? 0;
      const isLight = own <= room || group.length === 0;
      const fits = group.length < most && isLight && !keys.some((key) => taken.has(key));
      (fits ? group : left).push(one);
      if (fits) room -= own;
      // Keys of waiting tasks count too: a later task must not overtake an earlier one with the same key.
      for (const key of keys) taken.add(key);
    }
    waiting = left;
    return group;
  }

  async function doAll(group: readonly Waiting<Task, Result>[]): Promise<void> {
    try {
      const results = await work(group.map(({ task }) => task));
      for (const [at, { resolve }] of group.entries()) resolve(results[at] as Result);
    } catch (error) {
      // Retrying one by one would fail in the same way, only more slowly.
      if (group.length === 1 || isHopeless(error)) for (const { reject } of group) reject(error);
      else for (const one of group) await doAll([one]);
    }
  }

  async function run(): Promise<void> {
    isWorking = true;
    // Those come together that are ready in the same turn of the event loop.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      await company();
      await doAll(takeGroup());
    }
    isWorking = false;
  }

  async function company(): Promise<void> {
    const first = waiting[0] as Waiting<Task, Result>;
    const left = first.since + linger(first.task) - performance.now();
    if (left <= 0 || waiting.length >= most) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left);
      goAhead = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    goAhead = () => {};
  }

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ task, since: performance.now(), resolve, reject });
      if (!isWorking) void run();
      else if (waiting.length >= most) goAhead();
    });
}

/** An error of ours meets each of the group; only one that met them because they were together does not. */
function isHopeless(error: unknown): boolean {
  return isOwnFault(error) && sqlStateOf(error)?.startsWith(ROLLED_BACK) !== true;
}

/** SQLSTATEs of a deadlock and the like. */
const ROLLED_BACK = '40';

/** One for each database: two services in one process share nothing. */
export function perDatabase<Key extends object, Value>(make: (db: Key) => Value): (db: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (db) => {
    let value = made.get(db);
    if (value === undefined) {
      value = make(db);
      made.set(db, value);
    }
    return value;
  };
}
