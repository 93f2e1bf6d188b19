import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A TCP proxy whose connections can go silent, as behind a firewall that forgets them. */
export interface SilentProxy extends AsyncDisposable {
  readonly port: number;
  /** How many connections it took. */
  readonly connections: number;
  /** Nothing more passes on the connections that there are, and none is closed. New ones work. */
  silence(): void;
  /** New connections go to this port. */
  lead(port: number): void;
}

export async function silentProxy(target: number): Promise<SilentProxy> {
  const open = new Map<Socket, Socket>();
  let to = target;
  let connections = 0;
  const server = createServer((near) => {
    connections += 1;
    const far = connect(to, '127.0.0.1');
    open.set(near, far);
    near.pipe(far);
    far.pipe(near);
    for (const socket of [near, far]) {
      socket.on('error', () => {});
      socket.on('close', () => open.delete(near));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    silence() {
      for (const [near, far] of open) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    lead(port) {
      to = port;
    },
    async [Symbol.asyncDispose]() {
      for (const sockets of open) for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
