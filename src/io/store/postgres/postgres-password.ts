import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresHome } from './postgres-home.ts';

/** The file with the password of the embedded server. */
export function passwordFile(home: Pick<PostgresHome, 'directory'>): string {
  return path.join(home.directory, 'password');
}

/** The password; undefined where the file is missing, or empty as after a power cut. */
export async function readPassword(home: Pick<PostgresHome, 'directory'>): Promise<string | undefined> {
  try {
    const password = (await readFile(passwordFile(home), 'utf8')).trim();
    // A file that was not flushed before a power cut may also be full of zeroes.
    return /^\0*$/.test(password) ? undefined : password;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export function makeDatabasePassword(): string {
  return randomBytes(18).toString('base64url');
}

/**
 * Writes the file completely or not at all, and onto the disk: a database must not be made before, because nobody could
 * enter it after a power cut. It needs no hard links, which some file systems lack.
 */
export async function storePassword(
  home: Pick<PostgresHome, 'directory' | 'own'>,
  password: string,
): Promise<void> {
  const file = passwordFile(home);
  const draft = `${file}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, password, { mode: 0o600, flag: 'wx', flush: true });
    await home.own(draft);
    await rename(draft, file);
    await flushNames(home.directory);
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** Waits until the names in a directory are on the disk, where the system can do so. */
async function flushNames(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
