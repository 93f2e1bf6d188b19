import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { exchange } from '../../../src/io/http/exchange.ts';
import { openConnections } from '../../../src/io/http/host-connections.ts';
import { buildConnector } from '../../../src/io/http/undici.ts';
import { listening } from '../../support/listening.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that holds requests for /held until they are let go, and counts its connections. */
async function holdingServer() {
  const sockets = new Set<Socket>();
  const held: (() => void)[] = [];
  let arrived = () => {};
  const server = createServer((request, response) => {
    sockets.add(request.socket);
    if (request.url !== '/held') return void response.end('at once');
    held.push(() => response.end('held'));
    arrived();
  });
  const { port } = await listening(server, '0.0.0.0');
  closing.push(() => server.close());
  return {
    origin: `http://127.0.0.1:${port}`,
    sockets,
    letGo: () => held.shift()?.(),
    holds: async (count: number) => {
      while (held.length < count) await new Promise<void>((resolve) => (arrived = resolve));
    },
  };
}

function open(connections = openConnections({ connect: buildConnector({}) })) {
  closing.unshift(() => connections.close());
  return (origin: string, path: string, signal = new AbortController().signal) =>
    connections.use(origin, async (dispatcher) => {
      const wanted = () => ({ maxBytes: 100, overflow: 'refuse' as const });
      const { body } = await exchange(dispatcher, { method: 'GET', origin, path }, wanted, signal);
      return Buffer.from(body).toString();
    });
}

test('requests to one host that go out together do not wait for each other', async () => {
  const { origin, sockets, letGo, holds } = await holdingServer();
  const get = open();
  const slow = [get(origin, '/held'), get(origin, '/held')];
  await holds(2);
  expect(await get(origin, '/')).toBe('at once');
  expect(sockets.size).toBe(3);
  letGo();
  letGo();
  expect(await Promise.all(slow)).toEqual(['held', 'held']);
});

test('requests one after the other share a connection', async () => {
  const { origin, sockets } = await holdingServer();
  const get = open();
  for (let nth = 0; nth < 5; nth += 1) await get(origin, '/');
  expect(sockets.size).toBe(1);
});

test('after a request was given up, the next one to its host is answered', async () => {
  const { origin, sockets, holds } = await holdingServer();
  const get = open();
  const controller = new AbortController();
  const given = get(origin, '/held', controller.signal);
  await holds(1);
  controller.abort(new Error('given up'));
  await expect(given).rejects.toThrow('given up');
  expect(await get(origin, '/')).toBe('at once');
  expect(sockets.size).toBe(2);
});

test('a connection that the server has ended is not used again', async () => {
  const { origin, sockets } = await holdingServer();
  const get = open();
  await get(origin, '/');
  const [first] = sockets;
  first!.destroy();
  await once(first!, 'close');
  expect(await get(origin, '/')).toBe('at once');
  expect(sockets.size).toBe(2);
});

test('a connection without requests is closed before long', async () => {
  const { origin, sockets } = await holdingServer();
  await open()(origin, '/');
  const [first] = sockets;
  await once(first!, 'close');
});

test('of the connections without requests the 64 latest are kept', async () => {
  const { origin, sockets } = await holdingServer();
  const get = open();
  const { port } = new URL(origin);
  // To the client each address of the loopback network is another host.
  const hosts = Array.from({ length: 80 }, (_, nth) => `http://127.0.0.${nth + 1}:${port}`);
  await Promise.all(hosts.map((host) => get(host, '/')));
  const left = () => [...sockets].filter((socket) => !socket.destroyed).length;
  await expect.poll(left, { interval: 10 }).toBe(64);
});

test('closing waits for requests under way and refuses later ones', async () => {
  const { origin, letGo, holds } = await holdingServer();
  const connections = openConnections({ connect: buildConnector({}) });
  const get = open(connections);
  const slow = get(origin, '/held');
  await holds(1);
  const closed = connections.close();
  await expect(get(origin, '/')).rejects.toMatchObject({ code: 'UND_ERR_CLOSED' });
  letGo();
  expect(await slow).toBe('held');
  await closed;
});
