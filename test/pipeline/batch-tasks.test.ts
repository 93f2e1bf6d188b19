import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { batchTasks } from '../../src/pipeline/batch-tasks.ts';

/** Work that records the groups it is given, takes 5 ms, and fails for `bad`. */
function watched() {
  const groups: string[][] = [];
  const work = async (tasks: readonly string[]) => {
    groups.push([...tasks]);
    await sleep(5);
    if (tasks.includes('bad')) throw new Error('the bad one');
    return tasks.map((task) => task.toUpperCase());
  };
  return { groups, work };
}

test('a single task runs alone, and tasks that arrive meanwhile run as one batch', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work);
  const first = ask('a');
  await sleep(2);
  const others = Promise.all([ask('b'), ask('c'), ask('d')]);
  expect(await first).toBe('A');
  expect(await others).toEqual(['B', 'C', 'D']);
  expect(groups).toEqual([['a'], ['b', 'c', 'd']]);
  expect(await ask('e')).toBe('E');
});

test('no group is larger than it may be', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { most: 2 });
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask));
  expect(groups.map((group) => group.length)).toEqual([2, 2, 1]);
});

test('no batch exceeds its weight, and a heavier task runs alone and is not overtaken for ever', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { weight: { of: (task: string) => task.length, most: 4 } });
  await Promise.all(['a', 'heaviest', 'bb', 'c', 'dd'].map(ask));
  expect(groups).toEqual([['a', 'bb', 'c'], ['heaviest'], ['dd']]);
});

test('tasks with a common key run in different batches, in their order', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { apart: (task: string) => [...task] });
  await Promise.all(['ab', 'bc', 'cd', 'e'].map(ask));
  expect(groups).toEqual([['ab', 'e'], ['bc'], ['cd']]);
});

test('a failing task does not affect the others', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work);
  const results = await Promise.allSettled(['a', 'bad', 'c'].map(ask));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  expect(await ask('after')).toBe('AFTER');
});

test('when the database is away, a failed batch is not repeated task by task', async () => {
  let asked = 0;
  const ask = batchTasks(async (_: readonly string[]): Promise<string[]> => {
    asked++;
    throw new Error('Connection terminated unexpectedly');
  });
  const results = await Promise.allSettled(['a', 'b', 'c'].map(ask));
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(asked).toBe(1);
});

test('where more tasks are expected a task waits for them, up to its limit', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { most: 3, linger: (task) => (task === 'alone' ? 0 : 600_000) });
  expect(await ask('alone')).toBe('ALONE');
  const first = ask('a');
  await sleep(10);
  expect(groups).toEqual([['alone']]);
  await Promise.all([first, ask('b'), ask('c')]);
  expect(groups).toEqual([['alone'], ['a', 'b', 'c']]);
  const short = batchTasks(work, { linger: () => 5 });
  expect(await short('d')).toBe('D');
});

test('a task begins in the same turn of the event loop when nothing is done and none is expected', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { linger: () => 0, busyLinger: 600_000 });
  const answer = ask('a');
  await new Promise((resolve) => setImmediate(resolve));
  expect(groups).toEqual([['a']]);
  expect(await answer).toBe('A');
});

test('a group that waits begins when a task joins it that expects no others', async () => {
  const { groups, work } = watched();
  let isLast = false;
  const ask = batchTasks(work, { linger: () => (isLast ? 0 : 600_000) });
  const [first, second] = [ask('a'), ask('b')];
  await sleep(10);
  expect(groups).toEqual([]);
  isLast = true;
  expect(await Promise.all([first, second, ask('c')])).toEqual(['A', 'B', 'C']);
  expect(groups).toEqual([['a', 'b', 'c']]);
});

test('while many tasks arrive each waits for others; afterwards a single one runs at once', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { busyLinger: 10_000, most: 12 });
  await Promise.all(Array.from('abcdefghijkl', ask));
  const early = ask('m');
  await sleep(20);
  expect(groups).toHaveLength(1);
  await Promise.all([early, ...Array.from('nopqrstuvwx', ask)]);
  await sleep(250);
  expect(await ask('y')).toBe('Y');
  expect(groups.map((group) => group.length)).toEqual([12, 12, 1]);
});
