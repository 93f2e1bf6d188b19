import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Redis } from 'ioredis';
import { movingAddress } from './moving-address.ts';
import { type Night, seconds } from './night.ts';
import { ownRedis } from './redis-server.ts';
import { marked } from './surrounding-nights.ts';

/** A setting with which a running server refuses commands, and for how long. Each was seen in service. */
const REFUSING: readonly (readonly [setting: string, value: string, back: string])[] = [
  ['min-replicas-to-write', '1', '0'],
  ['maxclients', '1', '10000'],
  ['maxmemory', '1', '0'],
];

/** Faults of Redis servers that stay up, and of a pair of them. */
export const redisNights: readonly Night[] = [
  {
    name: 'the replica of Redis is promoted, twice, and the old primary becomes a replica',
    async prepare(home, resources) {
      const directories = ['a', 'b'].map((name) => path.join(home, name));
      for (const directory of directories) await mkdir(directory);
      const servers = [];
      for (const directory of directories) servers.push(resources.use(await ownRedis(directory, true)));
      const address = resources.use(await movingAddress(servers[0]!.url));
      return { environment: { REDIS_URL: address.url }, handle: { servers, address } };
    },
    async fault(world, { handle }) {
      const { servers, address } = handle as {
        servers: { readonly url: string }[];
        address: Awaited<ReturnType<typeof movingAddress>>;
      };
      const operators = servers.map(({ url }) => new Redis(url));
      const promote = async (next: number) => {
        const port = new URL(servers[next]!.url).port;
        await operators[next]!.replicaof('NO', 'ONE');
        await operators[1 - next]!.replicaof('127.0.0.1', port);
        address.moveTo(servers[next]!.url);
      };
      await operators[1]!.replicaof('127.0.0.1', new URL(servers[0]!.url).port);
      await seconds(5);
      await promote(1);
      await seconds(20);
      await promote(0);
      await seconds(20);
      const doctor = await world.command('doctor');
      for (const operator of operators) operator.disconnect();
      return { 'doctor exits with': doctor.code };
    },
  },
  {
    name: 'Redis refuses writes, clients and memory for 20 seconds each, then loses its scripts, its clients and its database',
    async prepare(home, resources) {
      const redis = resources.use(await ownRedis(home, false));
      return { environment: { REDIS_URL: redis.url }, handle: redis };
    },
    async fault(world, { handle }) {
      const operator = new Redis((handle as { url: string }).url);
      for (const [setting, value, back] of REFUSING) {
        await operator.config('SET', setting, value);
        await operator.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        await seconds(20);
        await operator.config('SET', setting, back);
        await seconds(5);
      }
      for (let second = 0; second < 20; second += 1) {
        await operator.script('FLUSH');
        await operator.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        await seconds(1);
      }
      await operator.swapdb(0, 1);
      await seconds(20);
      const doctor = await world.command('doctor');
      operator.disconnect();
      return { 'doctor exits with': doctor.code };
    },
  },
  {
    name: 'Redis is a read-only replica, without memory, slow, and reading its data, for 30 seconds each',
    async prepare(home, resources) {
      const directories = ['own', 'primary'].map((name) => path.join(home, name));
      for (const directory of directories) await mkdir(directory);
      const own = resources.use(await ownRedis(directories[0]!, true));
      const primary = resources.use(await ownRedis(directories[1]!, false));
      return { environment: { REDIS_URL: own.url }, handle: { own, primary } };
    },
    async fault(world, { handle }) {
      const { own, primary } = handle as Record<'own' | 'primary', Awaited<ReturnType<typeof ownRedis>>>;
      const operator = new Redis(own.url, { maxRetriesPerRequest: null, enableReadyCheck: false });
      operator.on('error', () => {});
      const seen: Record<string, string> = {};
      const lookAtIt = async (what: string) => {
        const { stdout } = await world.command('doctor');
        seen[`${what}, doctor says`] = marked(stdout);
      };
      // As after a failover: what it had is gone, and it takes no writes.
      await operator.replicaof('127.0.0.1', new URL(primary.url).port);
      await seconds(30);
      await lookAtIt('replica');
      await operator.replicaof('NO', 'ONE');
      await seconds(15);
      await operator.config('SET', 'maxmemory', '1');
      await seconds(30);
      await lookAtIt('no memory');
      await operator.config('SET', 'maxmemory', '0');
      await seconds(15);
      for (let round = 0; round < 10; round += 1) {
        await operator.call('CLIENT', 'PAUSE', '3000', 'ALL');
        await seconds(3.1);
      }
      // In another database, so that nothing of the service is longer than it was.
      await operator.select(1);
      for (let key = 0; key < 300; key += 1) await operator.set(`key-${key}`, 'value');
      await operator.bgrewriteaof();
      await seconds(5);
      await own.restartSlowly(
        '--key-load-delay',
        '100000',
        '--loading-process-events-interval-bytes',
        '1024',
      );
      await seconds(20);
      await lookAtIt('reading its data');
      await seconds(20);
      operator.disconnect();
      return seen;
    },
  },
];
