import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { restoreLines } from '../../src/io/store/backup/restore.ts';
import { freshDatabase } from '../../test/support/fresh-database.ts';
import type { WatchedWorld } from '../../test/world/live/watched-world.ts';
import { type Night, needsRoot, seconds } from './night.ts';
import { shiftedClock } from './shifted-clock.ts';

const DAY = 86_400_000;

/** Restores the file into a database of its own and returns how many items and articles it has. */
async function restored(world: WatchedWorld, file: string) {
  await using copy = await freshDatabase(world.databaseUrl, 'empty');
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  const rows = await restoreLines(copy.db, lines);
  return { items: rows['items'] ?? 0, articles: rows['articles'] ?? 0 };
}

/** Faults while the record is backed up beside the running service. */
export const backupNights: readonly Night[] = [
  {
    name: 'the disk of the backup is full',
    skip: needsRoot,
    async prepare(home, resources) {
      const disk = path.join(home, 'backups');
      await mkdir(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'chipwatch-backup', disk]);
      resources.defer(() => void execFileSync('umount', ['-l', disk]));
      return { handle: disk };
    },
    async fault(world, { handle }) {
      const disk = handle as string;
      await seconds(10);
      const failed = await world.command('backup', path.join(disk, 'record.gz'));
      assert.notEqual(failed.code, 0);
      assert.deepEqual(await readdir(disk), []);
      execFileSync('mount', ['-o', 'remount,size=16m', disk]);
      const file = path.join(disk, 'record.gz');
      const written = await world.command('backup', file);
      assert.equal(written.code, 0, written.stderr);
      return { 'the command said': failed.stderr.trim(), ...(await restored(world, file)) };
    },
  },
  {
    name: 'a backup is restored into the database of the running service',
    async fault(world) {
      const file = path.join(world.directory, 'record.gz');
      const written = await world.command('backup', file);
      assert.equal(written.code, 0, written.stderr);
      const refused = await world.command('restore', file);
      assert.notEqual(refused.code, 0);
      return { 'restore said': refused.stderr.trim() };
    },
  },
  {
    name: 'the clock steps back and forth while backups are written',
    prepare: shiftedClock,
    async fault(world, { handle }) {
      const clock = handle as string;
      const file = path.join(world.directory, 'record.gz');
      let steps = 0;
      const over = new AbortController();
      const stepping = (async () => {
        for (; !over.signal.aborted; steps += 1) {
          await writeFile(clock, String(steps % 2 === 0 ? 400 * DAY : -2 * DAY));
          await seconds(0.3);
        }
        await writeFile(clock, '0');
      })();
      for (let backup = 0; backup < 5; backup += 1) {
        const written = await world.command('backup', file);
        assert.equal(written.code, 0, written.stderr);
      }
      over.abort();
      await stepping;
      return { steps, ...(await restored(world, file)) };
    },
  },
];
