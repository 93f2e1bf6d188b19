import { constants } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * The file whose modification time is updated after each sweep. By it a container's health check recognises a worker
 * that hangs.
 */
const HEARTBEAT = path.join(os.tmpdir(), 'chipwatch-heartbeat');

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = constants;

/**
 * Updates the file's time. The directory is open to all users: one of them could put a link there and have us,
 * perhaps as root, touch its target. So links are not followed, and anything but a file of ours alone is replaced.
 */
export async function touchHeartbeatFile(file = HEARTBEAT): Promise<void> {
  if (await touch(file, O_WRONLY | O_NOFOLLOW | O_NONBLOCK)) return;
  await unlink(file).catch(() => {});
  await touch(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
}

async function touch(file: string, flags: number): Promise<boolean> {
  const handle = await open(file, flags, 0o644).catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const found = await handle.stat();
    if (!found.isFile() || found.nlink !== 1 || found.uid !== process.geteuid?.()) return false;
    const now = new Date();
    await handle.utimes(now, now);
    return true;
  } finally {
    await handle.close();
  }
}
