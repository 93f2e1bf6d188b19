import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { SERVICE_FLAGS } from '../../../src/process/relaunch.js';

const child = path.join(import.meta.dirname, 'large-text-child.ts');

/** How many bytes the large old objects of a thread grew by. */
async function growth(flags: readonly string[]): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, child]);
  const sizes = JSON.parse(stdout) as number[];
  return Math.max(...sizes) - Math.min(...sizes);
}

test('the text of a task that has ended does not become an old object', { timeout: 60_000 }, async () => {
  const collected = await growth(SERVICE_FLAGS);
  const left = await growth(SERVICE_FLAGS.filter((flag) => flag !== '--expose-gc'));
  // A text has 300 kB. On a busy machine a collection may come in the middle of two of the forty tasks.
  expect(collected).toBeLessThan(800_000);
  expect(left).toBeGreaterThan(800_000);
});
