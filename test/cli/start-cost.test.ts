import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/service/version.ts';

const run = promisify(execFile);

/** When the process ends it prints whether it has loaded the compiler that strips types. */
const HOOK = `process.on('exit', () => process.stderr.write(
  process.moduleLoadList.some((name) => name.includes('amaro')) ? 'STRIPPED' : 'CACHED'));`;

test('a second start loads no compiler', async () => {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-start-'));
  try {
    const start = (...words: string[]) =>
      run(process.execPath, [`--import=data:text/javascript,${encodeURIComponent(HOOK)}`, ...words], {
        env: { ...process.env, XDG_CACHE_HOME: cache },
      });
    expect((await start('src/cli/chipwatch.js', '--help')).stderr).toContain('STRIPPED');
    expect((await start('src/cli/chipwatch.js', '--help')).stderr).toBe('CACHED');
    expect(await start('src/cli/chipwatch.js', '--version')).toEqual({
      stdout: `${VERSION}\n`,
      stderr: 'CACHED',
    });
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}, 60_000);
