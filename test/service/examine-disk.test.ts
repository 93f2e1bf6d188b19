import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { examineDisk, judgeDisk } from '../../src/service/doctor/examine-disk.ts';

const GIB = 2 ** 30 / 4_096;
const roomy = { bsize: 4_096, blocks: 100 * GIB, bavail: 40 * GIB, files: 1_000, ffree: 500 };

test.each([
  ['room for bytes and files', {}, 'ok', '40 % free (40.0 GiB) in /data'],
  ['no room for bytes', { bavail: 3 * GIB }, 'bad', '3 % free (3.0 GiB) in /data'],
  ['no room for files', { ffree: 9 }, 'bad', '40 % free (40.0 GiB), but only 1 % of its inodes in /data'],
  ['no fixed number of files', { files: 0, ffree: 0 }, 'ok', '40 % free (40.0 GiB) in /data'],
  ['a disk that does not know its size', { blocks: 0, bavail: 0 }, 'ok', '100 % free (0.0 GiB) in /data'],
] as const)('%s', (_, stats, state, says) => {
  expect(judgeDisk({ ...roomy, ...stats }, '/data')).toMatchObject({ state, says });
});

test('a real disk', async () => {
  const stats = await statfs(tmpdir());
  expect(await examineDisk(tmpdir())).toMatchObject({
    what: 'disk',
    state: judgeDisk(stats, tmpdir()).state,
  });
});
