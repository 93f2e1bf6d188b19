import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const NOBODY = { uid: 65_534, gid: 65_534 };
const CHILD = path.resolve(import.meta.dirname, '../../support/thread-limit-child.ts');

// Limits of processes do not apply to root, so another user runs the pool.
test.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
  'a machine that gives no further thread costs no task an attempt, and the pool works again afterwards',
  { timeout: 60_000 },
  async () => {
    const child = spawn(process.execPath, [CHILD], { ...NOBODY, stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const said = async () => String((await lines.next()).value);
    const limit = (count: string) =>
      execFileSync('prlimit', [`--nproc=${count}:`, '--pid', String(child.pid)], NOBODY);
    expect(await said()).toBe('ready');
    limit('1');
    for (const word of ['one', 'two', 'three']) {
      child.stdin.write(`${word}\n`);
      expect(await said()).toMatch(/^ThreadStartError, ours: the machine gives .*ulimit -u/);
    }
    limit('9000');
    child.stdin.write('four\n');
    expect(await said()).toBe('four');
    child.stdin.end();
    await once(child, 'exit');
  },
);
