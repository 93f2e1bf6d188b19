import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** As `mkdir -p`. Node's own never ends in a directory that takes none, such as `/proc`. */
export async function makeDirectory(directory: string, mode?: number): Promise<void> {
  try {
    await mkdir(directory, mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isThere = (at: string) =>
      stat(at).then(
        (info) => info.isDirectory(),
        () => false,
      );
    if (code === 'EEXIST' && (await isThere(directory))) return;
    if (code !== 'ENOENT' || (await isThere(path.dirname(directory)))) throw error;
    await makeDirectory(path.dirname(directory), mode);
    await mkdir(directory, mode);
  }
}
