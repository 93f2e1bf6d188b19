import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresHome } from './postgres-home.ts';

/**
 * The password of the embedded server, made by the process that starts first on its directory.
 *
 * It is written under another name and linked to its own, so that of several processes that start at once one wins,
 * and none reads a file that is there but not written yet.
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
