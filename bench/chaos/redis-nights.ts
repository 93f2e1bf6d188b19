import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import path from 'node:path';
import { Redis } from 'ioredis';
import { type Night, seconds } from './night.ts';
import { ownRedis } from './redis-server.ts';

/** An address that leads to one of two servers. Connections that are open stay where they are. */
async function movingAddress(first: string) {
  let target = new URL(first);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(Number(target.port), target.hostname);
    for (const socket of [client, onward]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => open.delete(socket));
    }
    client.on('close', () => onward.destroy());
    onward.on('close', () => client.destroy());
    client.pipe(onward).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    moveTo(next: string) {
      target = new URL(next);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

/** Faults of a pair of Redis servers. */
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
];
