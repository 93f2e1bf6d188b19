import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/io/store/postgres/embedded-postgres.ts';
import { fillDisk, mountSmallDisk, type Night, needsRoot, seconds, stopFor } from './night.ts';
import { familyOf, postmasterOf } from './postgres-processes.ts';
import { ownRedis } from './redis-server.ts';
import { shiftedClock } from './shifted-clock.ts';

const DAY = 86_400_000;

function redisNight(name: string, appendOnly: boolean, fault: (redis: Redis) => Promise<void>): Night {
  return {
    name,
    async prepare(home, resources) {
      const redis = resources.use(await ownRedis(home, appendOnly));
      return { environment: { REDIS_URL: redis.url }, handle: redis };
    },
    fault: (_, { handle }) => fault(handle as Redis),
  };
}
type Redis = Awaited<ReturnType<typeof ownRedis>>;

/** @param otherVersion a checkout of another version with the same tables, to run beside this one */
export function nights(otherVersion: string | undefined): readonly Night[] {
  return [
    { name: 'nothing', fault: async () => {} },
    {
      name: 'the service is killed eight times, 12 seconds apart',
      async fault(world) {
        for (let kill = 0; kill < 8; kill += 1) {
          await world.service.stop('SIGKILL');
          await world.start();
          await seconds(12);
        }
      },
    },
    {
      name: 'the postmaster is killed five times',
      async fault(world) {
        for (let kill = 0; kill < 5; kill += 1) {
          process.kill(postmasterOf(path.join(world.directory, 'postgres')), 'SIGKILL');
          await seconds(12);
        }
      },
    },
    {
      name: 'the database stands still for 110 seconds',
      fault: (world) => stopFor(familyOf(postmasterOf(path.join(world.directory, 'postgres'))), 110),
    },
    {
      name: 'an outside PostgreSQL is restarted five times',
      async prepare(home, resources) {
        const directory = path.join(home, 'outside');
        const server = await startEmbeddedPostgres({ directory });
        resources.defer(() => server.close());
        return { databaseUrl: server.url, handle: { server, directory } };
      },
      async fault(_, { handle }) {
        const { server, directory } = handle as {
          server: Awaited<ReturnType<typeof startEmbeddedPostgres>>;
          directory: string;
        };
        for (let restart = 0; restart < 5; restart += 1) {
          process.kill(postmasterOf(directory), 'SIGINT');
          await seconds(4);
          await server.revive();
          await seconds(6);
        }
      },
    },
    ...['articles', 'items, feeds', 'deliveries, alerts', 'hosts'].map(
      (tables): Night => ({
        name: `a session holds a lock on ${tables} for 70 seconds`,
        async fault(world) {
          const holder = new Client({ connectionString: world.databaseUrl });
          await holder.connect();
          await holder.query(`BEGIN; LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`);
          await seconds(70);
          await holder.query('ROLLBACK');
          await holder.end();
        },
      }),
    ),
    {
      name: 'one of two processes stands still for 100 seconds and goes on',
      async fault(world) {
        const stopped = world.service;
        await world.start();
        await stopFor([stopped.child.pid!], 100);
        await seconds(5);
      },
    },
    {
      name: 'no session is free for 60 seconds',
      async fault(world) {
        const holders: Client[] = [];
        try {
          for (;;) {
            const holder = new Client({ connectionString: world.databaseUrl });
            await holder.connect();
            holders.push(holder);
          }
        } catch {
          // The server refuses further connections once none is free, as intended.
        }
        const killer = holders[0]!;
        // The service must reconnect and cannot.
        await killer.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE pid <> ALL($1::int[]) AND backend_type = 'client backend'`,
          [holders.map((holder) => (holder as Client & { processID: number }).processID)],
        );
        await seconds(60);
        await Promise.all(holders.map((holder) => holder.end()));
      },
    },
    {
      name: 'the database takes no writes for 40 seconds',
      async fault(world) {
        const admin = new Client({ connectionString: world.databaseUrl });
        await admin.connect();
        const setReadOnly = async (readOnly: boolean) => {
          await admin.query(`ALTER SYSTEM SET default_transaction_read_only = ${readOnly ? 'on' : 'off'}`);
          await admin.query('SELECT pg_reload_conf()');
        };
        await setReadOnly(true);
        await seconds(40);
        await setReadOnly(false);
        await admin.end();
      },
    },
    {
      name: 'the disk is full for 60 seconds',
      skip: needsRoot,
      async prepare(home, resources) {
        mountSmallDisk(home, 'size=220m,mode=755', resources);
        return {};
      },
      async fault(world) {
        const filler = path.join(world.directory, 'filler');
        fillDisk(filler, '1M');
        await seconds(60);
        await rm(filler);
      },
    },
    redisNight('FLUSHALL, three times', false, async (redis) => {
      for (let flush = 0; flush < 3; flush += 1) {
        await redis.flush();
        await seconds(8);
      }
    }),
    redisNight('Redis is killed, without AOF', false, async (redis) => {
      await redis.restart();
      await seconds(10);
      await redis.restart();
    }),
    redisNight('Redis is killed, with AOF', true, async (redis) => {
      await redis.restart();
      await seconds(10);
      await redis.restart();
    }),
    redisNight('Redis has no memory left for 40 seconds', false, async (redis) => {
      await redis.limit(1);
      await seconds(40);
      await redis.limit(0);
    }),
    redisNight('Redis stands still for 40 seconds', false, (redis) => stopFor([redis.pid], 40)),
    {
      name: 'the network is gone for 60 seconds',
      async fault(world) {
        world.web.setOnAir(false);
        await seconds(60);
        world.web.setOnAir(true);
      },
    },
    ...[400 * DAY, -2 * DAY, DAY / 24, -DAY / 24].map(
      (by): Night => ({
        name: `the clock is ${Math.abs(by / DAY) < 1 ? 'an hour' : `${Math.abs(by / DAY)} days`} ${by > 0 ? 'ahead' : 'behind'} for 25 seconds`,
        prepare: shiftedClock,
        async fault(_, { handle }) {
          await writeFile(handle as string, String(by));
          await seconds(25);
          await writeFile(handle as string, '0');
        },
      }),
    ),
    {
      name: 'two versions at once, the new one killed twice',
      skip: () =>
        otherVersion === undefined ? 'name a checkout of another version: --other DIRECTORY' : undefined,
      async fault(world) {
        await using old = await world.start({}, otherVersion);
        for (let kill = 0; kill < 2; kill += 1) {
          const current = await world.start();
          await seconds(10);
          await current.stop('SIGKILL');
        }
        await old.stop('SIGTERM');
        await world.start();
      },
    },
  ];
}
