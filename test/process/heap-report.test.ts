import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oldObjectsOf, reportOptions } from '../../bench/support/heap-report.ts';

const CHILD = `
const { Worker } = require('node:worker_threads');
const list = Array.from({ length: 1e6 }, (_, n) => ({ n }));
const worker = new Worker('setInterval(() => {}, 1e6)', { eval: true });
worker.once('online', () => process.send('ready'));
setInterval(() => list.length, 1e6);
`;

test.skipIf(process.platform === 'win32')(
  'tells the heaps of a running process apart by thread',
  async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-heap-'));
    const child = spawn(process.execPath, ['-e', CHILD], {
      env: { ...process.env, NODE_OPTIONS: reportOptions(directory) },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    try {
      await once(child, 'message');
      const ask = () => oldObjectsOf(child.pid!, directory, () => pause(500));
      await expect.poll(ask, { timeout: 20_000 }).toBeDefined();
      const old = (await ask())!;
      expect(old.main).toBeGreaterThan(10);
      expect(old.threads).toBeGreaterThan(0);
      expect(old.threads).toBeLessThan(old.main);
    } finally {
      child.kill('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    }
  },
);
