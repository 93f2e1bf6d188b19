import { stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupCommand, restoreCommand } from '../../src/cli/backup.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { storedArticle } from '../support/stored-article.ts';

let cli: TestCli;
beforeAll(async () => {
  cli = await testCli(() => [backupCommand(), restoreCommand()]);
  await storedArticle(cli.db, { url: 'https://a.example/1', title: 'Chip ban widened' });
});
afterAll(() => cli[Symbol.asyncDispose]());

test('a backup copies one database to another by a file that only its owner can read', async () => {
  const file = path.join(cli.directory, 'record.gz');
  const made = await cli.run('backup', file);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining(`restore ${file}`) });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(gunzipSync(readFileSync(file)).toString('utf8')).toContain('Chip ban widened');
  // A second run must not overwrite the file piece by piece: it replaces it once it is complete.
  expect((await cli.run('backup', file)).code).toBe(0);

  const used = await cli.run('restore', file);
  expect(used).toMatchObject({ code: 1, stderr: expect.stringContaining('The database is not empty') });

  await sql`DROP SCHEMA public CASCADE`.execute(cli.db);
  await sql`CREATE SCHEMA public`.execute(cli.db);
  const restored = await cli.run('restore', file);
  expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Restored: .*1 articles/) });
  const { rows } = await sql<{ title: string }>`SELECT title FROM articles`.execute(cli.db);
  expect(rows).toEqual([{ title: 'Chip ban widened' }]);
});

test('backup replaces no other kind of file and names the one that is in the way', async () => {
  const notes = path.join(cli.directory, 'notes.txt');
  await writeFile(notes, 'mine');
  expect(await cli.run('backup', notes)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`${notes} is there already, and is no backup: name a new file.`),
  });
  expect(readFileSync(notes, 'utf8')).toBe('mine');
  expect(await cli.run('backup', cli.directory)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`${cli.directory}: it is a directory; expected a file`),
  });
  expect(await cli.run('backup', '/nowhere/record.gz')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^The backup cannot be written to \/nowhere\/record\.gz: there is no such file or directory\. Name a file/,
    ),
  });
  const cut = path.join(cli.directory, 'cut.gz');
  await writeFile(`${cut}.part`, '');
  expect(await cli.run('backup', cut)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${cut}.part is there already: another backup is writing it`),
  });
  // One that was killed yesterday must not stop those of all nights to come.
  await utimes(`${cut}.part`, new Date(), new Date(Date.now() - 86_400_000));
  expect((await cli.run('backup', cut)).code).toBe(0);
});

test.each<[why: string, bytes: Buffer | undefined, says: string, code: number]>([
  ['no file', undefined, 'There is no file', 3],
  ['a file that is not compressed', Buffer.from('hello'), 'is no backup, or is damaged', 1],
  [
    'half a file',
    gzipSync('{"chipwatch":"backup"}'.repeat(100)).subarray(0, 40),
    'is no backup, or is damaged',
    1,
  ],
  ['something else', gzipSync('{"other":1}\n'), 'This is no backup of chipwatch', 1],
])('%s is refused with a sentence', async (why, bytes, says, code) => {
  await sql`DROP SCHEMA public CASCADE`.execute(cli.db);
  await sql`CREATE SCHEMA public`.execute(cli.db);
  const file = path.join(cli.directory, `${why.replaceAll(' ', '-')}.gz`);
  if (bytes !== undefined) await writeFile(file, bytes);
  expect(await cli.run('restore', file)).toMatchObject({ code, stderr: expect.stringContaining(says) });
});
