import { expect, test } from 'vitest';
import { holdItems } from '../../src/pipeline/articles/hold-items.ts';
import { shareDeliveries, shareFeeds, shareItems } from '../../src/pipeline/share-jobs.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';

const ids = Array.from({ length: 40 }, (_, n) => String(n + 1));

test.each([
  ['feeds', shareFeeds],
  ['deliveries', shareDeliveries],
  ['items', shareItems],
])('%s: a job is dropped only where the queue has all of its tasks in one job already', (_, share) => {
  const idsOf = (tasks: readonly string[]) => share(tasks).map(({ id }) => id);
  expect(idsOf(ids)).toEqual(idsOf(ids));
  // The first task of these is in the queue already, alone and with others.
  const others = idsOf(['1', ...ids.slice(20)]);
  for (const queued of [idsOf(ids), idsOf(['1']), idsOf(ids.slice(0, 4)), idsOf(ids.slice(0, 9))])
    expect(queued).not.toContain(others[0]);
});

test('an item that ended is free for another job while the others of its job still run', async () => {
  const pipeline = { db: {} } as Pipeline;
  const taken: (readonly string[])[] = [];
  await holdItems(pipeline, ['1', '2'], async (_, release) => {
    release('1');
    await holdItems(pipeline, ['1', '2', '3'], async (items) => void taken.push(items));
    // The end of the second job frees nothing of the first.
    await holdItems(pipeline, ['2'], async (items) => void taken.push(items));
  });
  await holdItems(pipeline, ['1', '2', '3'], async (items) => void taken.push(items));
  expect(taken).toEqual([['1', '3'], [], ['1', '2', '3']]);
});
