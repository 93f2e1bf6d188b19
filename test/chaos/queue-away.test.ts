import { setTimeout as pause } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import { expect, test, vi } from 'vitest';
import { QueueAwayError, openQueues } from '../../src/io/queue/queues.ts';
import type { QueueBackend } from '../../src/io/queue/backend.ts';
import { throttleReports } from '../../src/io/throttle-reports.ts';
import { isInfrastructureError } from '../../src/pipeline/infrastructure-error.ts';

const job = (id: number) => ({ id: `item-${id}`, payload: { itemId: String(id) } });

test('a queue that does not respond is given up after a while, is not asked until it responds, and uses up no attempt', async () => {
  vi.useFakeTimers();
  try {
    let answer = () => {};
    let asked = 0;
    const silent = {
      on() {},
      addBulk: () => {
        asked += 1;
        return new Promise<void>((resolve) => {
          answer = resolve;
        });
      },
    };
    // The driver buffers commands until its server is back, and so does this stand-in.
    const backend = {
      kind: 'redis',
      queue: () => silent,
      add: (queue: Queue, jobs: Parameters<Queue['addBulk']>[0]) => queue.addBulk(jobs),
    } as unknown as QueueBackend;
    const queues = openQueues(backend, { onError: () => {}, onFailed: () => {} });
    const failure = (id: number) => queues.enqueue('articles', [job(id)]).catch((error: unknown) => error);
    const first = failure(1);
    await vi.advanceTimersByTimeAsync(5_000);
    const error = await first;
    expect(error).toBeInstanceOf(QueueAwayError);
    expect(isInfrastructureError(error)).toBe(true);
    expect(await failure(2)).toBeInstanceOf(QueueAwayError);
    expect(asked).toBe(1);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    const third = queues.enqueue('articles', [job(3)]);
    answer();
    await third;
    expect(asked).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

test('an event that happens many times a second is reported once, and later with the number left out', async () => {
  const say = throttleReports(50);
  const said: [string, number][] = [];
  const happen = (kind: string) => say(kind, (passedOver) => said.push([kind, passedOver]));
  for (let n = 0; n < 20; n += 1) happen('queue');
  happen('sweep');
  await pause(60);
  happen('queue');
  expect(said).toEqual([
    ['queue', 0],
    ['sweep', 0],
    ['queue', 19],
  ]);
});
