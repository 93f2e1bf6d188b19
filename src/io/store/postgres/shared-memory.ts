import { access, constants, readFile, stat, statfs } from 'node:fs/promises';
import type { PostgresHome } from './postgres-home.ts';

/** A kind of shared memory for PostgreSQL other than its own choice. */
export interface OtherMemory {
  /** The value of `dynamic_shared_memory_type`. */
  readonly type: 'sysv' | 'mmap';
  /** Why, for a sentence: "/dev/shm has only 256 kB free". */
  readonly reason: string;
}

/** Where Linux keeps POSIX shared memory. */
const DEVICE = '/dev/shm';
/**
 * What PostgreSQL may take at once, in bytes: 1 MB at its start, and for one parallel hash join `work_mem` (4 MB) times
 * `hash_mem_multiplier` (2) for each of three processes.
 */
const NEEDED = 32 * 1_048_576;
const NEEDED_FILES = 64;

/**
 * PostgreSQL takes POSIX shared memory where it can create any, however little there is. It then ends at its start, or
 * refuses larger queries later. System V memory is no file, so a small `/dev/shm` does not limit it. Where the kernel
 * limits that as well, files in the data directory are left.
 *
 * @returns undefined where PostgreSQL's own choice is sound
 */
export async function chooseSharedMemory(
  { identity }: Pick<PostgresHome, 'identity'>,
  device = DEVICE,
): Promise<OtherMemory | undefined> {
  if (process.platform !== 'linux') return undefined;
  const reason = await unfit(device, identity);
  if (reason === undefined) return undefined;
  const limit = await readFile('/proc/sys/kernel/shmmax', 'utf8').then(Number, () => Infinity);
  if (limit >= NEEDED) return { type: 'sysv', reason };
  return { type: 'mmap', reason: `${reason}, and kernel.shmmax is ${limit} bytes` };
}

/** Why the server cannot keep its shared memory in the directory; undefined if it can. */
async function unfit(device: string, identity: PostgresHome['identity']): Promise<string | undefined> {
  try {
    // For root this finds only a file system that is read-only.
    await access(device, constants.W_OK | constants.X_OK);
    const { mode, uid, gid } = await stat(device);
    if (identity.uid !== undefined) {
      const bits = uid === identity.uid ? 0o300 : gid === identity.gid ? 0o030 : 0o003;
      if ((mode & bits) !== bits) return `the server’s user may not write to ${device}`;
    }
    const { bsize, bavail, files, ffree } = await statfs(device);
    if (bavail * bsize < NEEDED) return `${device} has only ${Math.floor((bavail * bsize) / 1_024)} kB free`;
    // A file system without a limit of its own reports no files at all.
    if (files > 0 && ffree < NEEDED_FILES) return `${device} takes only ${ffree} more files`;
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EROFS') return `${device} is read-only`;
    if (code === 'ENOENT') return `there is no ${device}`;
    return `${device} cannot be used (${code ?? 'unknown error'})`;
  }
}
