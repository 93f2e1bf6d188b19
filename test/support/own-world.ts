import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

/** Whether this process may mount file systems that only its children see. */
export const canMount = process.platform === 'linux' && spawnSync('unshare', ['-mi', 'true']).status === 0;

/**
 * Opens the embedded database in a process with file systems and shared memory of its own.
 *
 * @param prepare a line of the shell that mounts what this process shall see
 * @returns the error, or what it logged and its kind of shared memory
 */
export async function openInOwnWorld(directory: string, prepare: string): Promise<string> {
  const program = path.join(import.meta.dirname, 'open-store-once.ts');
  const line = ['-mi', 'sh', '-c', `${prepare}; exec "$@"`, 'sh', process.execPath, program, directory];
  const child = spawn('unshare', line, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  return `${stderr}${stdout}`.trim();
}
