import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostgresHome } from './postgres-home.ts';
import { runBinary } from './run-postgres.ts';
import type { OtherMemory } from './shared-memory.ts';
import { causeOf, PostgresStartError } from './start-postgres.ts';

/** The bootstrap role of every cluster of ours. */
export const USER = 'chipwatch';

/** The data directory was made by another major version of PostgreSQL. */
export class PostgresVersionError extends Error {
  override readonly name = 'PostgresVersionError';
}

/** Whether there is a cluster. */
export function hasCluster(home: PostgresHome): boolean {
  return existsSync(versionFile(home));
}

function versionFile(home: PostgresHome): string {
  return path.join(home.cluster, 'PG_VERSION');
}

/** @throws PostgresVersionError where the cluster belongs to another major version */
export async function checkVersion(home: PostgresHome): Promise<void> {
  const found = (await readFile(versionFile(home), 'utf8')).trim();
  const ours = (await runBinary(home, 'postgres', ['--version'])).match(/(\d+)\./)?.[1];
  if (found !== ours)
    throw new PostgresVersionError(
      `${home.cluster} holds a PostgreSQL ${found} cluster, this chipwatch brings PostgreSQL ${ours}: dump it with the old version and restore it, or point DATABASE_URL to a server`,
    );
}

/**
 * Creates the cluster beside its final place and renames it, so that a crash in between leaves no half-made cluster.
 *
 * @throws PostgresStartError where `initdb` fails; file errors
 */
export async function createCluster(
  home: PostgresHome,
  password: string,
  memory: OtherMemory | undefined,
): Promise<void> {
  const draft = path.join(home.directory, `cluster-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    await home.own(passwordFile);
    // The built-in locale C.UTF-8 sorts and folds case alike on every machine.
    await runBinary(home, 'initdb', [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--locale=C',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(memory === undefined ? [] : ['-c', `dynamic_shared_memory_type=${memory.type}`]),
    ]).catch((error: unknown) => {
      const said = (error as Error).message;
      throw new PostgresStartError(
        `the embedded PostgreSQL cannot create its cluster in ${home.directory}${causeOf(said)}. What it says:\n${said.split('\n').slice(-8).join('\n')}`,
        { cause: error },
      );
    });
    await rename(draft, home.cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Where no lock could be taken, another process may have been quicker.
    if (!hasCluster(home)) throw error;
  } finally {
    await rm(passwordFile, { force: true }).catch(() => {});
  }
}
