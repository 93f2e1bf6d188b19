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

test('what comes alone goes alone, and what comes meanwhile goes together', async () => {
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

test('no group weighs more than it may, and what weighs more goes alone and is not overtaken for ever', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { weight: { of: (task: string) => task.length, most: 4 } });
  await Promise.all(['a', 'heaviest', 'bb', 'c', 'dd'].map(ask));
  expect(groups).toEqual([['a', 'bb', 'c'], ['heaviest'], ['dd']]);
});

test('what has something in common is kept apart, in its order', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work, { apart: (task: string) => [...task] });
  await Promise.all(['ab', 'bc', 'cd', 'e'].map(ask));
  expect(groups).toEqual([['ab', 'e'], ['bc'], ['cd']]);
});

test('a bad one costs the others nothing', async () => {
  const { groups, work } = watched();
  const ask = batchTasks(work);
  const results = await Promise.allSettled(['a', 'bad', 'c'].map(ask));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  expect(await ask('after')).toBe('AFTER');
});

test('when the database is away nobody asks once more for each', async () => {
  let asked = 0;
  const ask = batchTasks(async (_: readonly string[]): Promise<string[]> => {
    asked++;
    throw new Error('Connection terminated unexpectedly');
  });
  const results = await Promise.allSettled(['a', 'b', 'c'].map(ask));
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(asked).toBe(1);
});

test('where more is to be expected a task waits for company, and for no longer than it may', async () => {
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

test('while many come each waits for others, and afterwards one goes alone at once', async () => {
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
