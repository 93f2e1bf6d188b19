import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { removeDatabase } from '../../test/support/remove-database.ts';
import { postmasterOf } from '../chaos/postgres-processes.ts';
import { cpuOfFamily } from './cpu-seconds.ts';
import { startRedis } from './start-redis.ts';

/** The servers of one benchmark; disposing them stops them and removes their files. */
export interface BenchServers extends AsyncDisposable {
  /** An empty database on a PostgreSQL server that only the benchmark uses. */
  readonly url: string;
  /** Undefined where no Redis was requested or the machine has none. */
  readonly redisUrl: string | undefined;
  /** CPU seconds that the servers have used so far. */
  cpu(): { readonly postgres: number; readonly redis: number };
}

export interface BenchServersOptions {
  readonly redis: boolean;
  /** A directory whose database is kept for the next run; a temporary one where undefined. */
  readonly keptIn?: string | undefined;
}

export async function benchServers({ redis: wanted, keptIn }: BenchServersOptions): Promise<BenchServers> {
  const directory = keptIn ?? (await mkdtemp(path.join(os.tmpdir(), 'chipwatch-bench-')));
  const postgres = await startEmbeddedPostgres({ directory: path.join(directory, 'postgres') });
  const postmaster = postmasterOf(postgres.directory);
  const redis = wanted ? await startRedis(directory) : undefined;
  return {
    url: postgres.url,
    redisUrl: redis?.url,
    cpu: () => ({
      postgres: cpuOfFamily(postmaster),
      redis: redis?.process.pid === undefined ? 0 : cpuOfFamily(redis.process.pid),
    }),
    async [Symbol.asyncDispose]() {
      redis?.process.kill();
      await postgres.close();
      if (keptIn !== undefined) return;
      await removeDatabase(path.join(directory, 'postgres'));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Prints a table with a row for each available queue backend, or for the named one alone. */
export async function printForBackends(
  { redisUrl }: Pick<BenchServers, 'redisUrl'>,
  run: (backend: string, redisUrl: string | undefined) => Promise<Record<string, string | number>>,
  only = '',
): Promise<void> {
  const rows: Record<string, Record<string, string | number>> = {};
  if (only !== 'Redis') rows['PostgreSQL'] = await run('PostgreSQL', undefined);
  if (redisUrl === undefined) console.log('No redis-server on the PATH: the Redis row is missing.');
  else if (only !== 'PostgreSQL') rows['Redis'] = await run('Redis', redisUrl);
  console.table(rows);
}
