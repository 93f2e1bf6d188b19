import { execFile } from 'node:child_process';
import path from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { PostgresHome } from './postgres-home.ts';

/**
 * Runs one of the programs as the user of `home`; returns its output.
 *
 * @param input what it reads from its standard input
 * @throws when the exit status is not 0
 */
export async function runBinary(
  home: PostgresHome,
  program: keyof PostgresBinaries,
  args: readonly string[],
  input = '',
): Promise<string> {
  const file = home.binaries[program];
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      {
        ...home.identity,
        cwd: home.directory,
        // English messages, and none of the caller's PGDATA, PGPORT and the like.
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: home.directory,
          LC_ALL: 'C',
          TZ: 'UTC',
          // The loader finds the libraries beside the programs by /proc, which may not be mounted.
          LD_LIBRARY_PATH: path.join(path.dirname(file), '..', 'lib'),
        },
        timeout: 120_000,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else
          reject(
            new Error(
              `${path.basename(file)} ${args[0] ?? ''} failed: ${(stderr || stdout || error.message).trim()}`,
              { cause: error },
            ),
          );
      },
    );
    // A program that ends before it has read everything closes the pipe; its exit status says why.
    child.stdin?.on('error', () => {}).end(input);
  });
}
