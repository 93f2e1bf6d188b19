import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresHome } from './postgres-home.ts';

/**
 * The password of the embedded server, made by the process that starts first.
 *
 * It is written to a draft and then linked to its name: of several processes that start at once one wins, and none
 * reads an unfinished file.
 */
export async function readOrCreatePassword(home: Pick<PostgresHome, 'directory' | 'own'>): Promise<string> {
  const file = path.join(home.directory, 'password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const draft = `${file}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx' });
    await home.own(draft);
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(file, 'utf8')).trim();
}
