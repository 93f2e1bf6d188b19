import { expect, test } from 'vitest';
import { defaultThreads } from '../../../src/io/threads/default-threads.js';

test.each([
  [1, 1, 1],
  [2, 1, 2],
  [2, 2, 1],
  [2, 4, 1],
  // Not yet recorded, or a process that reads no articles.
  [2, 0, 2],
  [3, 1, 2],
  [4, 1, 3],
  [4, 2, 2],
  [16, 1, 15],
  [16, 3, 4],
])('%i cores, shared by %i processes, have %i reading threads for each', (cores, processes, threads) => {
  expect(defaultThreads(cores, processes)).toBe(threads);
});
