import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chooseSharedMemory } from '../../../src/io/store/postgres/shared-memory.ts';
import { canMount, openInOwnWorld } from '../../support/own-world.ts';
import { removeDatabase } from '../../support/remove-database.ts';

test.runIf(process.platform === 'linux')(
  'PostgreSQL gets another kind where there is no shared memory',
  async () => {
    const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-memory-'));
    expect(await chooseSharedMemory({ identity: {} }, path.join(directory, 'none'))).toEqual({
      type: 'sysv',
      reason: `there is no ${directory}/none`,
    });
    expect(await chooseSharedMemory({ identity: {} }, directory)).toBeUndefined();
    await chmod(directory, 0o755);
    expect(await chooseSharedMemory({ identity: { uid: 65_000, gid: 65_000 } }, directory)).toEqual({
      type: 'sysv',
      reason: `the server’s user may not write to ${directory}`,
    });
    await rm(directory, { recursive: true });
  },
);

const SOUND = 'true';
const SMALL = 'mount -t tmpfs -o size=256k small /dev/shm';

test.runIf(canMount).each([
  [
    'is small at the first start',
    SMALL,
    SOUND,
    'database.memory sysv /dev/shm has only 256 kB free; sysv',
    'sysv',
  ],
  ['becomes small later', SOUND, SMALL, 'posix', 'database.memory sysv /dev/shm has only 256 kB free; sysv'],
  [
    'is missing later',
    SOUND,
    'mount -t tmpfs none /dev && mknod -m 666 /dev/null c 1 3',
    'posix',
    'database.memory sysv there is no /dev/shm; sysv',
  ],
  [
    'is read-only later',
    SOUND,
    'mount -t tmpfs -o ro,mode=1777 closed /dev/shm',
    'posix',
    'database.memory sysv /dev/shm is read-only; sysv',
  ],
  [
    'takes no file',
    'mount -t tmpfs -o nr_inodes=2 small /dev/shm',
    SOUND,
    'database.memory sysv /dev/shm takes only 1 more files; sysv',
    'sysv',
  ],
  [
    'is small, and the kernel gives little System V memory',
    `${SMALL}; echo 65536 > /proc/sys/kernel/shmmax`,
    SOUND,
    'database.memory mmap /dev/shm has only 256 kB free, and kernel.shmmax is 65536 bytes; mmap',
    'mmap',
  ],
])('the server starts where /dev/shm %s', { timeout: 120_000 }, async (_, first, second, ...expected) => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-memory-'));
  onTestFinished(() => removeDatabase(directory));
  expect(await openInOwnWorld(directory, first)).toBe(expected[0]);
  expect(await openInOwnWorld(directory, second)).toBe(expected[1]);
});

test.runIf(canMount)('no System V memory at all is named, with what to do', { timeout: 60_000 }, async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-memory-'));
  onTestFinished(() => removeDatabase(directory));
  const none = 'echo 0 > /proc/sys/kernel/shmmni';
  const said = await openInOwnWorld(directory, none);
  expect(said).toMatch(
    /^PostgresStartError: .*cannot create its cluster .*too little shared memory or none/m,
  );
});
