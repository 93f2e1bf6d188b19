import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { keepCompiled } from '../cache/compile-cache.js';
import { collectBetweenTasks } from './collect-between-tasks.ts';
import { lowerPriority } from './lower-priority.ts';
import type { FromThread, ThreadData } from './thread-messages.ts';

// Runs on each thread of the pool: loads the entry and executes one task at a time.
const { entry, exportName, yields } = workerData as ThreadData;
if (yields) lowerPriority();
const loaded = (await import(entry)) as Record<string, ((task: unknown) => unknown) | undefined>;
const run = loaded[exportName];
if (run === undefined) throw new Error(`${entry} exports no ${exportName}`);

keepCompiled();

let last = Promise.resolve();
parentPort?.on('message', (task: unknown) => {
  last = last.then(() => answer(task));
});

async function answer(task: unknown): Promise<void> {
  let message: FromThread;
  try {
    await loaded['prepare']?.(task);
    say({ kind: 'started', cpuMs: cpuMs() });
    const result = await run?.(task);
    message = { kind: 'result', result, heapMb: heapMb(), cpuMs: cpuMs() };
  } catch (error) {
    message = { kind: 'error', error, heapMb: heapMb(), cpuMs: cpuMs() };
  }
  // A result that cannot be cloned throws here and ends the thread; the pool reports why.
  say(message);
  collectBetweenTasks();
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function heapMb(): number {
  return getHeapStatistics().total_heap_size / 2 ** 20;
}

function say(message: FromThread): void {
  parentPort?.postMessage(message);
}
