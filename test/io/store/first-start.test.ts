import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canMount, openInOwnWorld } from '../../support/own-world.ts';
import { removeDatabase } from '../../support/remove-database.ts';

test.runIf(canMount).each([
  ['full', 'size=4k', /^DataDirectoryError: .* the disk is full\. Set database\.directory/],
  [
    'too small for a cluster',
    'size=8m',
    /^PostgresStartError: .* cannot create its cluster in .*: the disk is full\. Free some space/,
  ],
  [
    'too small for the log of writes',
    'size=30m',
    /^PostgresStartError: .*: the disk is full\. Free some space/,
  ],
  ['read-only', 'ro', /^DataDirectoryError: .* its file system is read-only\. Set database\.directory/],
  ['without a free inode', 'nr_inodes=1', /^DataDirectoryError: .* the disk is full/],
  [
    'with few free inodes',
    'nr_inodes=200',
    /^PostgresStartError: .*: the disk is full\. Free some space, or inodes/,
  ],
])('a first start on a disk that is %s says what to do', { timeout: 120_000 }, async (_, options, said) => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-first-'));
  onTestFinished(() => removeDatabase(directory));
  const mount = `mount -t tmpfs -o mode=755,${options} first ${directory}`;
  // The same directory serves once its disk does.
  const mended = `mount -o remount,rw,size=500m,nr_inodes=0 ${directory}`;
  const [first, ...then] = (await openInOwnWorld(directory, `${mount}; "$@"; ${mended}`)).split(
    /\n(?=posix$)/,
  );
  expect(first).toMatch(said);
  expect(then).toEqual(['posix']);
});

test.runIf(canMount)('the database starts where /proc is not mounted', { timeout: 60_000 }, async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-first-'));
  onTestFinished(() => removeDatabase(directory));
  expect(await openInOwnWorld(directory, 'mount -t tmpfs none /proc')).toBe('posix');
});
