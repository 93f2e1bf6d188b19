import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { removeDatabase } from '../../test/support/remove-database.ts';
import { startingPostgres } from '../../test/support/starting-postgres.ts';
import type { WatchedWorld } from '../../test/world/live/watched-world.ts';
import { type Night, needsRoot, seconds } from './night.ts';

/** Starts a service that cannot start, and returns what it said last. */
async function failedStart(world: WatchedWorld): Promise<string> {
  await assert.rejects(world.start());
  const { stderr } = world.logs.at(-1)!;
  const [said = 'nothing'] = stderr.trim().split('\n').slice(-1);
  return /"msg":"((?:[^"\\]|\\.)*)"/.exec(said)?.[1] ?? said;
}

/** What may lie about in the directory of a database after a crash, a careless copy or a backup program. */
async function litter(directory: string): Promise<void> {
  await writeFile(path.join(directory, 'core.4711'), Buffer.alloc(100_000, 7));
  await writeFile(path.join(directory, '.DS_Store'), 'Bud1');
  await mkdir(path.join(directory, 'cluster-0badc0de'), { recursive: true });
  await writeFile(path.join(directory, 'cluster-0badc0de', 'PG_VERSION'), 'eighteen');
  await writeFile(path.join(directory, 'cluster', 'postmaster.pid'), 'not\na pid file');
  await writeFile(path.join(directory, 'cluster', 'postmaster.pid'), 'not\na pid file');
  await writeFile(path.join(directory, 'cluster', 'base', 'stray~'), '\0\u0001');
  await mkdir(path.join(directory, 'closed'), { mode: 0o000 });
  await writeFile(path.join(directory, 'server.log'), Buffer.alloc(5_000_000, 'x\n'));
  await chmod(path.join(directory, 'server.log'), 0o600);
}

/** Faults that a start meets. */
export const startNights: readonly Night[] = [
  {
    name: 'PostgreSQL reads its log again for 40 seconds while the service starts',
    async prepare(home, resources) {
      const directory = path.join(home, 'outside');
      const server = await startingPostgres(directory);
      resources.defer(() => removeDatabase(directory));
      resources.defer(async () => (await server.started).close());
      setTimeout(() => void server.finish(), 40_000);
      return { databaseUrl: server.url };
    },
    async fault(world) {
      return {
        'the start said':
          /"database.starting".*?"msg":"([^"]*)"/.exec(world.logs[0]!.stderr)?.[1] ?? 'nothing',
      };
    },
  },
  {
    name: 'the disk is full when the service starts',
    skip: needsRoot,
    async prepare(home, resources) {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=755', 'chipwatch-chaos', home]);
      resources.defer(() => void execFileSync('umount', ['-l', home]));
      return {};
    },
    async fault(world) {
      await world.service.stop('SIGTERM');
      const filler = path.join(world.directory, 'filler');
      try {
        execFileSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' });
      } catch {
        // `dd` fails once the disk is full, as intended.
      }
      const said = await failedStart(world);
      const code = world.service.child.exitCode;
      await rm(filler);
      await world.start();
      return { 'the start said': said.slice(0, 200), 'exit code': String(code) };
    },
  },
  {
    name: 'the disk of the cache is full',
    skip: needsRoot,
    async prepare(home) {
      const cache = path.join(home, 'cache');
      await mkdir(cache);
      const line = `mount -t tmpfs -o size=64k,mode=700 full ${cache}; cat /dev/zero > ${cache}/filler 2>/dev/null; export XDG_CACHE_HOME=${cache}; exec "$@"`;
      return { through: ['unshare', '-m', 'sh', '-c', line, 'sh'] };
    },
    async fault(world) {
      return {
        'the start said':
          /"cache.unusable".*?"reason":"([^"]*)"/.exec(world.logs[0]!.stderr)?.[1] ?? 'nothing',
      };
    },
  },
  {
    name: 'with the lowest priority and an empty cache',
    prepare: async (home) => ({
      through: ['nice', '-n', '19', 'sh', '-c', `export XDG_CACHE_HOME=${home}/cache; exec "$@"`, 'sh'],
    }),
    fault: async () => {},
  },
  {
    name: 'the service is killed, and started twice at the same instant',
    async fault(world) {
      await world.service.stop('SIGKILL');
      await Promise.all([world.start(), world.start()]);
      await seconds(10);
    },
  },
  {
    name: 'the service is stopped, and rubbish lies in the data directory',
    async prepare(home) {
      // Otherwise the server's user may not enter it, and the database is elsewhere.
      await chmod(home, 0o755);
      return {};
    },
    async fault(world) {
      const directory = path.join(world.directory, 'postgres');
      await world.service.stop('SIGTERM');
      await litter(directory);
      await world.start();
      await rm(path.join(directory, 'closed'), { recursive: true, force: true });
      return {
        'the server’s log begins with': (await readFile(path.join(directory, 'server.log'), 'utf8'))
          .slice(0, 3)
          .trim(),
      };
    },
  },
  {
    name: 'the numbering of all tables is set back before a start',
    async fault(world) {
      await world.service.stop('SIGTERM');
      const started = await world.start();
      const db = await world.database();
      const { rows } = await sql<{ name: string }>`
        SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences WHERE schemaname = 'public' AND last_value > 1`.execute(
        db,
      );
      await started.stop('SIGKILL');
      for (const { name } of rows) await sql`SELECT setval(${name}, 1)`.execute(db);
      await world.start();
      return {
        sequences: rows.length,
        'the start said':
          /"database.numbers".*?"tables":(\[[^\]]*\])/.exec(world.logs.at(-1)!.stderr)?.[1] ?? 'nothing',
      };
    },
  },
];
