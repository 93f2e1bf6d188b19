import os from 'node:os';
import { expect, test } from 'vitest';
import { createThreadPool } from '../../../src/io/threads/thread-pool.ts';

test.runIf(process.platform === 'linux').each([
  [undefined, 0],
  [false, 0],
  [true, 10],
])(
  'a thread of a pool that yields (%s) has a lower priority, and the process keeps its own',
  async (yields, lower) => {
    const own = os.getPriority();
    const pool = createThreadPool<object, { priority: number }>({
      entry: new URL('./priority-entry.ts', import.meta.url),
      deadlineMs: 10_000,
      ...(yields === undefined ? {} : { yields }),
    });
    try {
      // A process that was started with a low priority cannot raise it.
      expect(await pool.run({})).toEqual({ priority: Math.max(own, lower) });
      expect(os.getPriority()).toBe(own);
    } finally {
      await pool.close();
    }
  },
);
