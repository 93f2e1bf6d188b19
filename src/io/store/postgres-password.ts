import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresHome } from './postgres-home.ts';

/**
 * The password of the embedded server, made by the process that starts first.
 *
 * It is written to a draft and then linked to its name: of several processes that start at once one wins, and none
 * reads an unfinished file. It is on the disk before the database is made: after a power cut the file would otherwise be
 * empty, and nobody could enter the database any more.
 *
 * @throws EmptyPasswordError
 */
export async function readOrCreatePassword(home: Pick<PostgresHome, 'directory' | 'own'>): Promise<string> {
  const file = path.join(home.directory, 'password');
  try {
    return await readPassword(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const draft = `${file}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    await home.own(draft);
    await link(draft, file);
    await flushNames(home.directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readPassword(file);
}

/** The file of the password holds none, as after a power cut. */
export class EmptyPasswordError extends Error {
  override readonly name = 'EmptyPasswordError';
}

async function readPassword(file: string): Promise<string> {
  const password = (await readFile(file, 'utf8')).trim();
  if (password === '')
    throw new EmptyPasswordError(
      `${file} is empty, as after a power cut: write the password of the database into it again, or restore a backup into another directory`,
    );
  return password;
}

/** Waits until the names in a directory are on the disk, where the system can do so. */
async function flushNames(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
