import { afterEach, describe, expect, test } from 'vitest';
import {
  ThreadCrashError,
  ThreadDeadlineError,
  ThreadPoolClosedError,
  ThreadQueueFullError,
} from '../../../src/io/threads/thread-errors.ts';
import {
  createThreadPool,
  type ThreadPool,
  type ThreadPoolOptions,
} from '../../../src/io/threads/thread-pool.ts';
import type { HostileTask } from './hostile-entry.ts';

interface Echo {
  value: string;
  threadId: number;
}

const entry = new URL('./hostile-entry.ts', import.meta.url);
const pools: ThreadPool<HostileTask, Echo>[] = [];

function pool(options: Partial<ThreadPoolOptions> = {}): ThreadPool<HostileTask, Echo> {
  const made = createThreadPool<HostileTask, Echo>({ entry, deadlineMs: 20_000, ...options });
  pools.push(made);
  return made;
}

afterEach(async () => {
  for (const one of pools.splice(0)) await one.close();
});

describe('a task that misbehaves affects only itself', () => {
  const rows: [string, HostileTask, Partial<ThreadPoolOptions>, new (...args: never[]) => Error, RegExp][] = [
    ['loops for ever', { kind: 'loop' }, { deadlineMs: 300 }, ThreadDeadlineError, /300 ms/],
    ['allocates without bound', { kind: 'allocate' }, { maxHeapMb: 32 }, ThreadCrashError, /heap/],
    ['throws', { kind: 'throw', value: 'x' }, {}, RangeError, /thrown by the task: x/],
    ['exits', { kind: 'exit' }, {}, ThreadCrashError, /exited with code: 3/],
    ['lets an error escape', { kind: 'stray' }, {}, ThreadCrashError, /stray/],
    ['returns what cannot be cloned', { kind: 'unclonable' }, {}, ThreadCrashError, /gave no reason/],
  ];
  test.each(rows)('%s', async (_, task, options, errorClass, message) => {
    const threads = pool(options);
    const before = await threads.run({ kind: 'echo', value: 'before' });
    const failed = threads.run(task);
    const queued = threads.run({ kind: 'echo', value: 'queued behind it' });
    const error = await failed.catch((error: unknown) => error);
    expect(error).toBeInstanceOf(errorClass);
    expect((error as Error).message).toMatch(message);
    expect((await queued).value).toBe('queued behind it');
    const after = await threads.run({ kind: 'echo', value: 'after' });
    expect(after.value).toBe('after');
    // A thrown error does not affect the thread; everything else ends it, and a new one is started.
    expect(after.threadId === before.threadId).toBe(errorClass === RangeError);
    expect(threads.load).toEqual({ waiting: 0, running: 0 });
  });

  test('an exhausted heap is reported as such', async () => {
    const error = await pool({ maxHeapMb: 32 })
      .run({ kind: 'allocate' })
      .catch((error: unknown) => error);
    expect(error).toMatchObject({ name: 'ThreadCrashError', outOfMemory: true });
  });

  test('its neighbour on another thread is not disturbed', async () => {
    const threads = pool({ maxThreads: 2 });
    const neighbour = threads.run({ kind: 'sleep', ms: 600, value: 'undisturbed' });
    await expect(threads.run({ kind: 'loop' }, { deadlineMs: 200 })).rejects.toBeInstanceOf(
      ThreadDeadlineError,
    );
    expect((await neighbour).value).toBe('undisturbed');
  });
});

describe('the queue', () => {
  test('goes on after a task that cannot be cloned', async () => {
    const threads = pool();
    await expect(threads.run({ kind: 'echo', value: (() => {}) as never })).rejects.toThrow(
      /could not be cloned/,
    );
    expect(threads.load).toEqual({ waiting: 0, running: 0 });
    expect((await threads.run({ kind: 'echo', value: 'next' })).value).toBe('next');
  });

  test('is bounded', async () => {
    const threads = pool({ maxQueue: 1 });
    const running = threads.run({ kind: 'sleep', ms: 300 });
    const waiting = threads.run({ kind: 'echo', value: 'waited' });
    await expect(threads.run({ kind: 'echo' })).rejects.toBeInstanceOf(ThreadQueueFullError);
    expect(threads.load).toEqual({ waiting: 1, running: 1 });
    await running;
    expect((await waiting).value).toBe('waited');
  });

  test('waiting does not count against the deadline', async () => {
    const threads = pool({ deadlineMs: 700 });
    const all = ['a', 'b', 'c', 'd'].map((value) => threads.run({ kind: 'sleep', ms: 400, value }));
    expect((await Promise.all(all)).map((echo) => echo.value)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('nor does time in which the thread does not compute, as on a busy machine', async () => {
    const threads = pool({ deadlineMs: 300 });
    expect((await threads.run({ kind: 'sleep', ms: 900, value: 'at last' })).value).toBe('at last');
  });

  test('but not for ever', async () => {
    const threads = pool({ deadlineMs: 100 });
    await expect(threads.run({ kind: 'sleep', ms: 60_000 })).rejects.toBeInstanceOf(ThreadDeadlineError);
  });

  test('no more threads than allowed', async () => {
    const threads = pool({ maxThreads: 2 });
    const all = Array.from({ length: 8 }, (_, i) => threads.run({ kind: 'sleep', ms: 20, value: `${i}` }));
    const used = new Set((await Promise.all(all)).map((echo) => echo.threadId));
    expect(used.size).toBeLessThanOrEqual(2);
  });

  test('a thread gets no further tasks once fewer are allowed', async () => {
    let most = 2;
    const threads = pool({ maxThreads: () => most });
    const both = ['a', 'b'].map((value) => threads.run({ kind: 'sleep', ms: 400, value }));
    most = 1;
    const further = Array.from({ length: 5 }, (_, i) =>
      threads.run({ kind: 'sleep', ms: 20, value: `${i}` }),
    );
    const idsOf = async (tasks: Promise<Echo>[]) =>
      new Set((await Promise.all(tasks)).map(({ threadId }) => threadId)).size;
    expect(await idsOf(both)).toBe(2);
    expect(await idsOf(further)).toBe(1);
  });
});

describe('giving up', () => {
  test('an aborted task leaves the queue, or its thread', async () => {
    const threads = pool();
    const running = new AbortController();
    const waiting = new AbortController();
    const first = threads.run({ kind: 'loop' }, { signal: running.signal });
    const second = threads.run({ kind: 'echo' }, { signal: waiting.signal });
    const third = threads.run({ kind: 'echo', value: 'third' });
    waiting.abort(new Error('not wanted any more'));
    await expect(second).rejects.toThrow('not wanted any more');
    running.abort(new Error('nor that'));
    await expect(first).rejects.toThrow('nor that');
    expect((await third).value).toBe('third');
    await expect(
      threads.run({ kind: 'echo' }, { signal: AbortSignal.abort(new Error('late')) }),
    ).rejects.toThrow('late');
  });

  test('close refuses waiting and new tasks', async () => {
    const threads = pool();
    const settled = Promise.allSettled([threads.run({ kind: 'loop' }), threads.run({ kind: 'echo' })]);
    await threads.close();
    for (const one of await settled) {
      expect(one.status === 'rejected' && one.reason).toBeInstanceOf(ThreadPoolClosedError);
    }
    await expect(threads.run({ kind: 'echo' })).rejects.toBeInstanceOf(ThreadPoolClosedError);
  });

  test('an entry that does not load is an error, not a hang', async () => {
    const threads = pool({ entry: new URL('./no-such-entry.ts', import.meta.url) });
    await expect(threads.run({ kind: 'echo' })).rejects.toBeInstanceOf(ThreadCrashError);
  });
});

test('a thread that keeps much heap ends after its task, and another takes the next', async () => {
  const two = pool();
  const { threadId: first } = await two.run({ kind: 'echo' });
  expect(await two.run({ kind: 'keep' })).toEqual({ value: '4000000', threadId: first });
  const later = await two.run({ kind: 'echo' });
  expect(later.value).toBe('0');
  expect(later.threadId).not.toBe(first);
});

test('buffers are moved to the thread, or copied if they are not to be moved', async () => {
  const threads = pool();
  const bytes = new TextEncoder().encode('chips');
  const value = async (transfer: ArrayBuffer[]) =>
    (await threads.run({ kind: 'decode', bytes }, { transfer })).value;
  expect(await value([])).toBe('chips');
  expect(bytes.byteLength).toBe(5);
  expect(await value([bytes.buffer])).toBe('chips');
  expect(bytes.byteLength).toBe(0);
});

describe('a task that waits for a busy thread', () => {
  test('keeps its buffers if the task before it ends the thread', async () => {
    const threads = pool({ deadlineMs: 300 });
    const looping = threads.run({ kind: 'loop' });
    const bytes = new TextEncoder().encode('still there');
    const behind = threads.run({ kind: 'decode', bytes }, { transfer: [bytes.buffer] });
    await expect(looping).rejects.toBeInstanceOf(ThreadDeadlineError);
    expect((await behind).value).toBe('still there');
  });

  test('gives up its buffers as soon as it begins', async () => {
    const threads = pool();
    const first = threads.run({ kind: 'sleep', ms: 300 });
    const bytes = new TextEncoder().encode('behind');
    const behind = threads.run({ kind: 'decode', bytes }, { transfer: [bytes.buffer] });
    expect(bytes.byteLength).toBe(6);
    await first;
    expect((await behind).value).toBe('behind');
    expect(bytes.byteLength).toBe(0);
  });

  test('is taken by a thread that becomes idle', async () => {
    const threads = pool({ maxThreads: 2 });
    const ended: string[] = [];
    const run = async (value: string, ms: number) => {
      await threads.run({ kind: 'sleep', ms, value });
      ended.push(value);
    };
    await Promise.all([run('long', 3_000), run('short', 300), run('behind the long one', 0)]);
    expect(ended.slice(0, 2).toSorted()).toEqual(['behind the long one', 'short']);
  });

  test('holds up no later one once it is aborted', async () => {
    const threads = pool();
    const [abort, later] = [new AbortController(), new AbortController()];
    const first = threads.run({ kind: 'sleep', ms: 50 });
    const aborted = threads.run({ kind: 'sleep', ms: 400 }, { signal: abort.signal });
    abort.abort(new Error('no longer wanted'));
    await expect(aborted).rejects.toThrow('no longer wanted');
    await first;
    // The thread runs what was aborted. This one waits behind it, and is aborted too.
    const second = threads.run({ kind: 'sleep', ms: 50 }, { signal: later.signal });
    later.abort(new Error('nor this'));
    await expect(second).rejects.toThrow('nor this');
    expect((await threads.run({ kind: 'echo', value: 'last' })).value).toBe('last');
    expect(threads.load).toEqual({ waiting: 0, running: 0 });
  });

  test('is aborted without its thread', async () => {
    const threads = pool();
    const abort = new AbortController();
    const first = threads.run({ kind: 'sleep', ms: 200, value: 'first' });
    const aborted = threads.run({ kind: 'sleep', ms: 60_000 }, { signal: abort.signal, deadlineMs: 100 });
    const last = threads.run({ kind: 'echo', value: 'last' });
    abort.abort(new Error('no longer wanted'));
    await expect(aborted).rejects.toThrow('no longer wanted');
    expect((await first).value).toBe('first');
    expect((await last).value).toBe('last');
  });
});

describe('a pool whose further threads start late', () => {
  const options = { maxThreads: 2, furtherAfterMs: 300 };

  test('has one thread while its tasks are short', async () => {
    const threads = pool(options);
    await threads.run({ kind: 'echo', value: 'loads the module' });
    const echoes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => threads.run({ kind: 'echo', value: String(n) })),
    );
    expect(new Set(echoes.map(({ threadId }) => threadId)).size).toBe(1);
  });

  test('runs on another thread what waits behind a task that takes long, and then on one again', async () => {
    const threads = pool(options);
    const first = await threads.run({ kind: 'echo', value: 'first' });
    const abort = new AbortController();
    let isEnded = false;
    const endless = threads.run({ kind: 'loop' }, { signal: abort.signal }).catch(() => (isEnded = true));
    const waiting = ['given ahead', 'waits'].map((value) => threads.run({ kind: 'echo', value }));
    for (const { threadId } of await Promise.all(waiting)) expect(threadId).not.toBe(first.threadId);
    expect(isEnded).toBe(false);
    abort.abort();
    await endless;
    const after = await Promise.all(['a', 'b', 'c'].map((value) => threads.run({ kind: 'echo', value })));
    expect(new Set(after.map(({ threadId }) => threadId)).size).toBe(1);
  });
});
