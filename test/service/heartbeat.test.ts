import { link, lstat, mkdtemp, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { touchHeartbeatFile } from '../../src/service/heartbeat.ts';

const OLD = new Date('2020-01-01T00:00:00Z');

test.each(['symbolic', 'hard', 'none'])('a planted link (%s) is not followed', async (kind) => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-heart-'));
  const victim = path.join(directory, 'victim');
  const heart = path.join(directory, 'heart');
  await writeFile(victim, 'precious');
  await utimes(victim, OLD, OLD);
  if (kind === 'symbolic') await symlink(victim, heart);
  if (kind === 'hard') await link(victim, heart);
  await touchHeartbeatFile(heart);
  expect(await readFile(victim, 'utf8')).toBe('precious');
  expect((await stat(victim)).mtime).toEqual(OLD);
  expect((await lstat(heart)).isFile()).toBe(true);
  await utimes(heart, OLD, OLD);
  await touchHeartbeatFile(heart);
  expect((await stat(heart)).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
  await rm(directory, { recursive: true });
});

test('a symbolic link to a missing file does not create that file', async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-heart-'));
  await symlink(path.join(directory, 'made'), path.join(directory, 'heart'));
  await touchHeartbeatFile(path.join(directory, 'heart'));
  await expect(stat(path.join(directory, 'made'))).rejects.toThrow(/ENOENT/);
  await rm(directory, { recursive: true });
});
