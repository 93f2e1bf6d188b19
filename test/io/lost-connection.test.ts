import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { explainLoss } from '../../src/io/lost-connection.ts';
import { closedPort } from '../support/listening.ts';

/** The error of a real connection of a driver. */
async function errorOf(connect: () => Promise<unknown>): Promise<Error> {
  try {
    await connect();
  } catch (error) {
    return error as Error;
  }
  throw new Error('the connection was made');
}

/** A server that handles each connection so; disposing of it ends them. */
async function rawServer(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('an error of a driver is put into words', () => {
  test('where no PostgreSQL listens', async () => {
    const client = new Client({ host: '127.0.0.1', port: await closedPort() });
    const lost = explainLoss(await errorOf(() => client.connect()), 'PostgreSQL');
    expect(lost.reason).toBe('PostgreSQL refuses connections: no server listens there');
    expect(lost.cause).toContain('ECONNREFUSED');
  });

  test('where PostgreSQL hangs up', async () => {
    await using server = await rawServer((socket) => socket.end());
    const client = new Client({ host: '127.0.0.1', port: server.port });
    expect(explainLoss(await errorOf(() => client.connect()), 'PostgreSQL')).toEqual({
      reason: 'PostgreSQL closed the connection',
      cause: 'Connection terminated unexpectedly',
    });
  });

  test.each([
    [
      '-READONLY You can’t write against a read only replica.\r\n',
      'the queue takes no writes: it is a replica now',
    ],
    ['-OOM command not allowed\r\n', 'the queue has no memory left: raise its maxmemory'],
    ['-ERR something new\r\n', 'ERR something new'],
  ])('where Redis answers %j', async (answer, reason) => {
    await using server = await rawServer((socket) =>
      socket.on('data', (sent) => socket.write(String(sent).includes('set') ? answer : '+OK\r\n')),
    );
    const redis = new Redis(server.port, '127.0.0.1', {
      enableReadyCheck: false,
      disableClientInfo: true,
      lazyConnect: true,
    });
    redis.on('error', () => {});
    await redis.connect();
    expect(explainLoss(await errorOf(() => redis.set('a', 'b')), 'the queue').reason).toBe(reason);
    redis.disconnect();
  });
});
