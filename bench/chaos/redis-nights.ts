import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Redis } from 'ioredis';
import { movingAddress } from './moving-address.ts';
import { type Night, seconds } from './night.ts';
import { ownRedis } from './redis-server.ts';

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
];
