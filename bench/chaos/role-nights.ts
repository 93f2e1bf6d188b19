import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import type { WatchedWorld } from '../../test/world/live/watched-world.ts';
import { type Night, seconds } from './night.ts';
import { marked } from './surrounding-nights.ts';

/** A server of which the service gets a database and a plain role, as an administrator gives them. */
interface GivenDatabase {
  /** Runs statements as the administrator. */
  administer(...statements: readonly string[]): Promise<void>;
  readonly cluster: string;
}

async function givenDatabase(
  home: string,
  resources: AsyncDisposableStack,
  ...settings: readonly string[]
): Promise<{ databaseUrl: string; handle: GivenDatabase }> {
  const server = await startEmbeddedPostgres({ directory: path.join(home, 'outside') });
  resources.defer(() => server.close());
  const administer = async (database: string, statements: readonly string[]) => {
    const client = new Client({
      connectionString: Object.assign(new URL(server.url), { pathname: database }).href,
    });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await administer('/postgres', [
    `CREATE ROLE watcher LOGIN PASSWORD 'w'`,
    'CREATE DATABASE watched OWNER watcher',
    ...settings.map((setting) => `ALTER ROLE watcher SET ${setting}`),
  ]);
  const { href } = Object.assign(new URL(server.url), {
    username: 'watcher',
    password: 'w',
    pathname: '/watched',
  });
  return {
    databaseUrl: href,
    handle: {
      administer: (...statements) => administer('/watched', statements),
      cluster: path.join(server.directory, 'cluster'),
    },
  };
}

/** What doctor marks after so many seconds. */
async function doctorAfter(world: WatchedWorld, count: number): Promise<string> {
  await seconds(count);
  const { stdout, stderr } = await world.command('doctor');
  return stderr === '' ? marked(stdout) : stderr;
}

const END_SESSIONS = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'watcher'`;

/** Faults by what an administrator of the database sets. */
export const roleNights: readonly Night[] = [
  {
    name: 'a role with settings of its own for dates, numbers, strings, isolation, plans and time limits',
    prepare: (home, resources) =>
      givenDatabase(
        home,
        resources,
        `datestyle = 'German'`,
        `intervalstyle = 'sql_standard'`,
        `timezone = 'Asia/Kathmandu'`,
        `bytea_output = 'escape'`,
        `extra_float_digits = -3`,
        `standard_conforming_strings = off`,
        `default_transaction_isolation = 'serializable'`,
        `default_transaction_deferrable = on`,
        `idle_session_timeout = '2s'`,
        `idle_in_transaction_session_timeout = '3s'`,
        `statement_timeout = '5s'`,
        `lock_timeout = '1s'`,
        `plan_cache_mode = 'force_generic_plan'`,
        `transform_null_equals = on`,
        `row_security = off`,
        `default_toast_compression = 'pglz'`,
        `client_min_messages = 'debug1'`,
      ),
    fault: async (world) => ({ doctor: await doctorAfter(world, 60) }),
  },
  {
    name: 'every commit waits for a standby that is gone, for three minutes',
    prepare: givenDatabase,
    async fault(world, { handle }) {
      const { administer } = handle as GivenDatabase;
      await administer(`ALTER SYSTEM SET synchronous_standby_names = 'gone'`, 'SELECT pg_reload_conf()');
      const doctor = await Promise.race([
        doctorAfter(world, 120),
        seconds(180).then(() => 'does not answer'),
      ]);
      await seconds(60);
      await administer('ALTER SYSTEM RESET synchronous_standby_names', 'SELECT pg_reload_conf()');
      return { doctor };
    },
  },
  {
    name: 'the rights on articles, on deliveries, and on feeds are revoked for 40 seconds each',
    prepare: givenDatabase,
    async fault(world, { handle }) {
      const { administer } = handle as GivenDatabase;
      const said: string[] = [];
      for (const table of ['articles', 'deliveries', 'feeds']) {
        await administer(`REVOKE ALL ON ${table} FROM watcher`);
        said.push(await doctorAfter(world, 40));
        await administer(`GRANT ALL ON ${table} TO watcher`);
      }
      return { doctor: said.join(' | ') };
    },
  },
  {
    name: 'pg_hba.conf refuses the role for 70 seconds',
    prepare: givenDatabase,
    async fault(world, { handle }) {
      const { administer, cluster } = handle as GivenDatabase;
      const file = path.join(cluster, 'pg_hba.conf');
      const before = await readFile(file, 'utf8');
      await writeFile(file, `host all watcher all reject\n${before}`);
      await administer('SELECT pg_reload_conf()');
      await seconds(1);
      await administer(END_SESSIONS);
      const doctor = await doctorAfter(world, 70);
      await writeFile(file, before);
      await administer('SELECT pg_reload_conf()');
      return { doctor };
    },
  },
  {
    name: 'the schema of the queues is dropped',
    prepare: givenDatabase,
    async fault(world, { handle }) {
      const { administer } = handle as GivenDatabase;
      await administer('DROP SCHEMA IF EXISTS bullmq CASCADE');
      return { doctor: await doctorAfter(world, 60) };
    },
  },
];
