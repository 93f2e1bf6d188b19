import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { removeDatabase } from '../../test/support/remove-database.ts';
import { startingPostgres } from '../../test/support/starting-postgres.ts';
import type { WatchedWorld } from '../../test/world/live/watched-world.ts';
import { fillDisk, mountSmallDisk, type Night, needsRoot, seconds } from './night.ts';

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

interface SentStories {
  readonly data: { readonly stories: readonly { readonly title: string }[] };
}

/** The titles of all messages from the one with that index on. */
function titlesFrom({ receiver }: WatchedWorld, first: number): string[] {
  return receiver.bodies
    .slice(first)
    .flatMap((body) => (body as SentStories).data.stories.map(({ title }) => title));
}

/** An older version has no settings for the operator, and takes all private networks or none. */
async function olderConfiguration(world: WatchedWorld): Promise<string> {
  const file = path.join(world.directory, 'older.yaml');
  const text = await readFile(path.join(world.directory, 'chipwatch.yaml'), 'utf8');
  const older = text
    .replace(/allowPrivateNetworks: \[[^\]]*\]/, 'allowPrivateNetworks: true')
    .replace(/^operations: .*\n/m, '')
    .replace(/^ {2}- \{ name: operator.*\n/m, '');
  await writeFile(file, older);
  return file;
}

/** @param otherVersion a checkout of an older version, whose database this version takes over */
function upgradeNight(otherVersion: string | undefined): Night {
  return {
    name: 'an upgrade: an older version runs alone for 40 seconds, then this one goes on',
    skip: () =>
      otherVersion === undefined ? 'name a checkout of an older version: --other DIRECTORY' : undefined,
    async prepare(home, resources) {
      const server = await startEmbeddedPostgres({ directory: path.join(home, 'outside') });
      resources.defer(() => server.close());
      return { databaseUrl: server.url, refused: 0, durationMs: 120_000, eventsPerHour: 600 };
    },
    async fault(world) {
      await world.service.stop('SIGTERM');
      const db = await world.database();
      await sql`DROP SCHEMA public CASCADE`.execute(db);
      await sql`DROP SCHEMA IF EXISTS bullmq CASCADE`.execute(db);
      await sql`CREATE SCHEMA public`.execute(db);
      const before = world.receiver.bodies.length;
      const configuration = await olderConfiguration(world);
      const topics = path.join(otherVersion!, 'config/topics');
      const older = await readFile(configuration, 'utf8');
      await writeFile(
        configuration,
        older
          .replace(/^topics: .*$/m, `topics: ${topics}`)
          .replace(/^entities: .*$/m, `entities: ${otherVersion}/config/entities.yaml`),
      );
      const old = await world.start({ CHIPWATCH_CONFIG: configuration }, otherVersion);
      await seconds(40);
      await old.stop('SIGTERM');
      const sentByOld = titlesFrom(world, before);
      const count = async () => {
        const { rows } = await sql<{ items: number; articles: number; alerts: number }>`
          SELECT (SELECT count(*) FROM items)::int AS items, (SELECT count(*) FROM articles)::int AS articles,
                 (SELECT count(*) FROM alerts)::int AS alerts`.execute(db);
        return rows[0]!;
      };
      const held = await count();
      const upgradedAt = world.receiver.bodies.length;
      await world.start();
      const kept = await count();
      await seconds(60);
      const again = titlesFrom(world, upgradedAt).filter((title) => sentByOld.includes(title));
      assert.ok(kept.items >= held.items && kept.articles >= held.articles && kept.alerts >= held.alerts);
      return {
        'items, articles and alerts of the older version': Object.values(held).join(', '),
        'alerted by the older version': sentByOld.length,
        'alerted afterwards': titlesFrom(world, upgradedAt).length,
        'alerted by both': again.length,
      };
    },
  };
}

/**
 * Faults that a start meets.
 * @param otherVersion a checkout of an older version
 */
export const startNights = (otherVersion: string | undefined): readonly Night[] => [
  upgradeNight(otherVersion),
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
      mountSmallDisk(home, 'size=220m,mode=755', resources);
      return {};
    },
    async fault(world) {
      await world.service.stop('SIGTERM');
      const filler = path.join(world.directory, 'filler');
      fillDisk(filler, '64k');
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
