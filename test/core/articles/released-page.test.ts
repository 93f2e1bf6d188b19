import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { SERVICE_FLAGS } from '../../../src/process/relaunch.js';

const child = path.join(import.meta.dirname, 'released-page-child.ts');

test('a page that was read is freed by a minor collection', { timeout: 60_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [...SERVICE_FLAGS, child]);
  const grown = (JSON.parse(stdout) as number[]).toSorted((a, b) => a - b);
  // A page has 100 kB. V8 may collect in the middle of some of them.
  expect(grown[grown.length / 2]).toBeLessThan(10_000);
});
