import { constants } from 'node:fs';
import { access, lstat, open, readdir, rename, rm, statfs, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileErrorReason } from '../file-error.ts';
import { makeDirectory } from '../make-directory.ts';
import { cacheDirectory, isPrivate } from './cache-directory.js';
import { isWhole, type SharedArchive } from './shared-archive.ts';

const MEGABYTE = 1_048_576;
/** The compiled topics, names and languages, and a draft of the largest. */
const ROOM_MB = 100;

/** Archives kept for each name. Edited rules and other checkouts add new ones; the oldest are deleted. */
const KEPT = 6;

/**
 * Archives on disk, under `$XDG_CACHE_HOME/chipwatch` or `~/.cache/chipwatch`. Without a private directory nothing is
 * cached.
 */
export interface DiskCache {
  /** Undefined where there is no such archive, where it is damaged, or where another user may have written it. */
  read(name: string, key: string): Promise<SharedArchive | undefined>;
  /** A cache that cannot be written is no error: the next start compiles again. */
  write(name: string, key: string, archive: SharedArchive): Promise<void>;
}

/** @param directory absolute; created for its owner alone */
export function openDiskCache(directory = cacheDirectory()): DiskCache {
  const fileOf = (name: string, key: string) => path.join(directory, `${name}-${key}`);
  return {
    async read(name, key) {
      try {
        if (!(await isOurs(directory))) return undefined;
        const file = fileOf(name, key);
        const archive = await readArchive(file);
        // A fresh date keeps an archive that is in use from being deleted as old.
        if (archive !== undefined) await utimes(file, new Date(), new Date());
        return archive;
      } catch {
        return undefined;
      }
    },
    async write(name, key, archive) {
      const file = fileOf(name, key);
      const draft = `${file}.${process.pid}.${Math.trunc(performance.now() * 1_000)}`;
      try {
        await makeDirectory(directory, 0o700);
        if (!(await isOurs(directory))) return;
        const handle = await open(draft, 'wx', 0o600);
        try {
          await handle.writeFile(new Uint8Array(archive));
        } finally {
          await handle.close();
        }
        // A rename is atomic: readers see the whole file or none.
        await rename(draft, file);
        await sweep(directory, name);
      } catch {
        await rm(draft, { force: true }).catch(() => {});
      }
    },
  };
}

/**
 * Why nothing can be cached: a directory that cannot be made or written, that others may write to, or whose disk is full.
 * Undefined where it can be used.
 */
export async function cacheFault(directory = cacheDirectory()): Promise<string | undefined> {
  try {
    await makeDirectory(directory, 0o700);
    if (!(await isOurs(directory))) return `${directory}: another user owns it, or may write to it`;
    await access(directory, constants.W_OK);
    const { bavail, bsize } = await statfs(directory);
    const free = Math.floor((bavail * bsize) / MEGABYTE);
    return free < ROOM_MB ? `${directory}: ${free} MB are free, and ${ROOM_MB} are needed` : undefined;
  } catch (error) {
    return `${directory}: ${fileErrorReason(error)}`;
  }
}

/** Whether the directory is ours alone. Files in a directory that others may write to are not trusted. */
async function isOurs(directory: string): Promise<boolean> {
  const info = await lstat(directory);
  return info.isDirectory() && isPrivate(info);
}

async function readArchive(file: string): Promise<SharedArchive | undefined> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const info = await handle.stat();
    if (!info.isFile() || !isPrivate(info)) return undefined;
    const archive = new SharedArrayBuffer(info.size);
    const { bytesRead } = await handle.read(new Uint8Array(archive), 0, info.size, 0);
    return bytesRead === info.size && isWhole(archive) ? archive : undefined;
  } finally {
    await handle.close();
  }
}

async function sweep(directory: string, name: string): Promise<void> {
  const files = (await readdir(directory)).filter((file) => file.startsWith(`${name}-`));
  const aged = await Promise.all(
    files.map(async (file) => {
      const full = path.join(directory, file);
      return {
        full,
        at: await lstat(full).then(
          (info) => info.mtimeMs,
          () => 0,
        ),
      };
    }),
  );
  const old = aged.toSorted((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ full }) => rm(full, { force: true })));
}
