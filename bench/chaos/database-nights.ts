import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import type { WatchedWorld } from '../../test/world/live/watched-world.ts';
import { fillDisk, mountSmallDisk, type Night, needsRoot, seconds } from './night.ts';
import { familyOf, postmasterOf } from './postgres-processes.ts';
import { marked } from './surrounding-nights.ts';

/** A night on an outside PostgreSQL with settings that leave it little room. */
function narrowServer(name: string, settings: Readonly<Record<string, string>>): Night {
  return {
    name: `an outside PostgreSQL with ${name}`,
    async prepare(home, resources) {
      const server = await startEmbeddedPostgres({ directory: path.join(home, 'outside'), settings });
      resources.defer(() => server.close());
      return { databaseUrl: server.url };
    },
    fault: async () => {},
  };
}

async function asOperator<T>(
  { databaseUrl }: { readonly databaseUrl: string },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'operator' });
  // The fault may end this session as well.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Calls a function of the server for one working session of the service, many times. */
function disturb(world: WatchedWorld, call: string, everyMs: number, forSeconds: number): Promise<number> {
  return asOperator(world, async (client) => {
    let times = 0;
    for (const until = Date.now() + forSeconds * 1_000; Date.now() < until; await seconds(everyMs / 1_000)) {
      const { rowCount } = await client.query(
        `SELECT ${call}(pid) FROM pg_stat_activity
          WHERE application_name LIKE 'chipwatch%' AND state IN ('active', 'idle in transaction')
          ORDER BY random() LIMIT 1`,
      );
      times += rowCount ?? 0;
    }
    return times;
  });
}

async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'bullmq') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Faults inside a database that answers. */
export const databaseNights: readonly Night[] = [
  narrowServer('14 connections', { max_connections: '14', superuser_reserved_connections: '1' }),
  narrowServer('locks for a few tables', { max_connections: '60', max_locks_per_transaction: '10' }),
  narrowServer('no room for sorting', { temp_file_limit: '64kB', work_mem: '64kB' }),
  {
    name: 'statements are cancelled ten times a second for 60 seconds',
    fault: async (world) => ({ cancelled: await disturb(world, 'pg_cancel_backend', 100, 60) }),
  },
  {
    name: 'sessions are ended five times a second for 60 seconds',
    fault: async (world) => ({ ended: await disturb(world, 'pg_terminate_backend', 200, 60) }),
  },
  {
    name: 'a session holds a lock on all tables for 70 seconds',
    fault: (world) =>
      asOperator(world, async (client) => {
        await client.query(
          `BEGIN; LOCK TABLE ${(await tablesOf(client)).join(', ')} IN ACCESS EXCLUSIVE MODE`,
        );
        await seconds(70);
        await client.query('ROLLBACK');
      }),
  },
  {
    name: 'a session holds a lock on each table in turn for 11 seconds',
    prepare: async () => ({ durationMs: 400_000, eventsPerHour: 400 }),
    fault: (world) =>
      asOperator(world, async (client) => {
        const tables = await tablesOf(client);
        for (const table of tables) {
          await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
          await seconds(11);
          await client.query('ROLLBACK');
        }
        return { tables: tables.length };
      }),
  },
  {
    name: 'the database is made read-only, but not its server, for 70 seconds',
    fault: (world) =>
      asOperator(world, async (client) => {
        const set = (value: string) =>
          client.query(`ALTER DATABASE ${client.database} SET default_transaction_read_only = ${value}`);
        await set('on');
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'chipwatch%'`,
        );
        await seconds(70);
        const doctor = await world.command('doctor');
        await client.query('SET default_transaction_read_only = off');
        await set('off');
        return { doctor: marked(doctor.stdout) };
      }),
  },
  {
    name: 'an index that a step needs is gone for 70 seconds',
    fault: (world) =>
      asOperator(world, async (client) => {
        const { rows } = await client.query<{ name: string; definition: string }>(
          `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
            WHERE conrelid = 'items'::regclass AND contype = 'u'`,
        );
        for (const { name } of rows) await client.query(`ALTER TABLE items DROP CONSTRAINT ${name}`);
        await seconds(70);
        const doctor = await world.command('doctor');
        for (const { name, definition } of rows)
          await client.query(`ALTER TABLE items ADD CONSTRAINT ${name} ${definition}`);
        return { constraints: rows.length, doctor: marked(doctor.stdout) };
      }),
  },
  {
    name: 'the password of the database is changed, and the service is told 70 seconds later',
    async prepare(home, resources) {
      const directory = path.join(home, 'outside');
      const server = await startEmbeddedPostgres({ directory });
      resources.defer(() => server.close());
      await asOperator({ databaseUrl: server.url }, async (client) => {
        await client.query(`CREATE ROLE watcher LOGIN PASSWORD 'old'`);
        await client.query('CREATE DATABASE watched OWNER watcher');
      });
      const url = new URL(server.url);
      url.username = 'watcher';
      url.pathname = '/watched';
      const file = path.join(home, 'database-url');
      const urlWith = (password: string) => Object.assign(new URL(url), { password }).href;
      await writeFile(file, urlWith('old'));
      return {
        databaseUrl: Object.assign(new URL(server.url), { pathname: '/watched' }).href,
        environment: { DATABASE_URL: '', DATABASE_URL_FILE: file },
        handle: () => writeFile(file, urlWith('new')),
      };
    },
    fault: (world, { handle }) =>
      asOperator(world, async (client) => {
        await client.query(`ALTER ROLE watcher PASSWORD 'new'`);
        // The server does so when it is restarted; sessions that are open stay open otherwise.
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'watcher'`,
        );
        await seconds(70);
        const doctor = await world.command('doctor');
        await (handle as () => Promise<void>)();
        const said = /"database\.away".*?"reason":"([^"]*)"/.exec(world.service.output.stderr)?.[1];
        assert.equal(world.service.child.exitCode, null);
        return { doctor: marked(doctor.stdout) || doctor.stderr, 'the log says': said ?? 'nothing' };
      }),
  },
  {
    name: 'the disk of the write-ahead log is full for 60 seconds',
    skip: needsRoot,
    async prepare(home, resources) {
      // The server's user must be able to enter it; otherwise the database would live elsewhere.
      await chmod(home, 0o755);
      const directory = path.join(home, 'postgres');
      const server = await startEmbeddedPostgres({ directory });
      await server.close();
      const log = path.join(server.directory, 'cluster', 'pg_wal');
      const disk = path.join(home, 'log-disk');
      await mkdir(disk);
      mountSmallDisk(disk, 'size=160m', resources);
      execFileSync('cp', ['-a', log, disk]);
      execFileSync('chmod', ['755', disk]);
      await rm(log, { recursive: true });
      await symlink(path.join(disk, 'pg_wal'), log);
      return { handle: disk };
    },
    async fault(_, { handle }) {
      const filler = path.join(handle as string, 'filler');
      fillDisk(filler, '1M');
      await seconds(60);
      await rm(filler);
    },
  },
  {
    name: 'the data directory becomes read-only, and is mounted anew a minute later',
    skip: needsRoot,
    async prepare(home, resources) {
      await chmod(home, 0o755);
      const image = path.join(home, 'image');
      const directory = path.join(home, 'disk');
      await mkdir(directory);
      // A directory on which a disk is mounted cannot be removed, and the database is removed first.
      await symlink(directory, path.join(home, 'postgres'));
      execFileSync('truncate', ['-s', '512M', image]);
      execFileSync('mkfs.ext4', ['-q', image]);
      const mount = () => {
        execFileSync('mount', ['-o', 'loop,errors=remount-ro', image, directory]);
        execFileSync('chmod', ['755', directory]);
      };
      mount();
      resources.defer(
        () => void execFileSync('sh', ['-c', `while umount -l ${directory} 2>/dev/null; do :; done`]),
      );
      return { handle: { image, directory, mount } };
    },
    async fault(world, { handle }) {
      const { image, directory, mount } = handle as { image: string; directory: string; mount: () => void };
      const device = execFileSync('losetup', ['-j', image], { encoding: 'utf8' }).split(':', 1)[0]!;
      await writeFile(`/sys/fs/ext4/${path.basename(device)}/trigger_fs_error`, '1');
      await seconds(70);
      const doctor = await world.command('doctor');
      for (const pid of familyOf(postmasterOf(directory)).toReversed()) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It had ended.
        }
      }
      await seconds(1);
      execFileSync('umount', [directory]);
      execFileSync('sh', ['-c', `e2fsck -fy ${image} || test $? -le 1`], { stdio: 'ignore' });
      mount();
      // The operator is told at the next look, which comes once a minute.
      const isTold = () => JSON.stringify(world.operator.bodies).includes('database: is back');
      for (let waited = 0; waited < 240 && !isTold(); waited += 1) await seconds(1);
      assert.ok(isTold(), 'the operator was not told that the database is back');
      return { doctor: marked(doctor.stdout) };
    },
  },
];
