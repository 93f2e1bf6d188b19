import { sqlStateOf } from '../io/store/sqlstate.ts';
import { isInfrastructureError } from './infrastructure-error.ts';

export interface BatchOptions<Task> {
  /** The maximum number of tasks in a group. Default 64. */
  readonly most?: number;
  /** The weight of a task, and the maximum weight of a group. A heavier task is done alone. */
  readonly weight?: { readonly of: (task: Task) => number; readonly most: number };
  /** Keys that two tasks of one group may not share; the later task waits for the next group. */
  readonly apart?: (task: Task) => readonly string[];
  /**
   * How long a task waits for others; 0 where none are expected. Asked for the first task of a group, and again for each
   * that joins it: if that one expects no others, the group begins. Milliseconds. Default: never.
   */
  readonly linger?: (task: Task) => number;
  /** As `linger`, while many tasks come. Milliseconds. Default: never. */
  readonly busyLinger?: number | ((task: Task) => number);
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly since: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Many tasks come if the latest `BUSY_TASKS` of them came within `BUSY_MS` milliseconds. */
const BUSY_TASKS = 12;
const BUSY_MS = 200;

/**
 * Groups tasks into batches. Tasks that come while a group is being done form the next group; a task that comes while
 * nothing is done starts at once, alone. So a busy service makes one query for many tasks, and a quiet one does not
 * wait. A group that fails is done again task by task, so one bad task does not affect the others.
 *
 * @param work the results are in the order of the tasks
 */
export function batchTasks<Task, Result>(
  work: (tasks: readonly Task[]) => Promise<readonly Result[]>,
  { most = 64, weight, apart = () => [], linger = () => 0, busyLinger = 0 }: BatchOptions<Task> = {},
): (task: Task) => Promise<Result> {
  let waiting: Waiting<Task, Result>[] = [];
  let isWorking = false;
  /** When the latest tasks came. */
  const arrivals: number[] = [];
  /** Ends the wait for further tasks. */
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
      // Keys of waiting tasks count too, so that a later task with the same key does not overtake.
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
      // One by one they would fail in the same way, only more slowly.
      if (group.length === 1 || isHopeless(error)) for (const { reject } of group) reject(error);
      else for (const one of group) await doAll([one]);
    }
  }

  async function run(): Promise<void> {
    isWorking = true;
    // Tasks of the same turn of the event loop form one group.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      await waitForMore();
      await doAll(takeGroup());
    }
    isWorking = false;
  }

  function isBusy(): boolean {
    const [earliest = 0] = arrivals;
    return arrivals.length === BUSY_TASKS && performance.now() - earliest < BUSY_MS;
  }

  function patience(task: Task): number {
    const whileBusy = typeof busyLinger === 'number' ? busyLinger : busyLinger(task);
    return Math.max(linger(task), isBusy() ? whileBusy : 0);
  }

  async function waitForMore(): Promise<void> {
    const first = waiting[0] as Waiting<Task, Result>;
    const left = first.since + patience(first.task) - performance.now();
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
      const since = performance.now();
      waiting.push({ task, since, resolve, reject });
      if (arrivals.push(since) > BUSY_TASKS) arrivals.shift();
      if (!isWorking) void run();
      else if (waiting.length >= most || patience(task) === 0) goAhead();
    });
}

/**
 * Whether each task of the group would fail alone too. An infrastructure error would happen again; a deadlock between
 * the tasks would not.
 */
function isHopeless(error: unknown): boolean {
  return isInfrastructureError(error) && sqlStateOf(error)?.startsWith(ROLLED_BACK) !== true;
}

/** The class of SQLSTATEs for deadlocks and the like. */
const ROLLED_BACK = '40';

/** One instance for each database, so that two services in one process share nothing. */
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
