import type { Socket } from 'node:net';
import type { buildConnector as BuildConnector, Client as ClientType, Dispatcher } from 'undici';
import { Client } from './undici.ts';

/** Connections to hosts, as many to each as requests are sent to it at a time. */
export interface HostConnections {
  /**
   * Sends a request through a connection that no other one uses until `send` has ended.
   * @param origin scheme, host and port
   */
  use<T>(origin: string, send: (dispatcher: Dispatcher) => Promise<T>): Promise<T>;
  /** Resolves when the requests that are under way have ended. Later ones are refused with undici's error. */
  close(): Promise<void>;
}

export interface ConnectionOptions extends Omit<ClientType.Options, 'connect'> {
  readonly connect: BuildConnector.connector;
}

interface Connection {
  readonly origin: string;
  readonly client: ClientType;
  socket: Socket | undefined;
  /** By `performance.now()`. */
  idleSince: number;
}

/** How long a connection is kept for the next request, unless the server ends it earlier. Milliseconds. */
const KEPT = 2_500;
/** How often idle connections are looked through. Closing those of a longer time at once blocks the event loop. Milliseconds. */
const LOOK = 100;
/** How many connections are kept at most; beyond that the one that became idle first is closed. One takes some 25 kB. */
const MOST_KEPT = 64;

/**
 * Opens connections without undici's agents and pools. A pool keeps a queue with 2,048 places (16 kB) for each host, and an
 * agent looks through all its hosts whenever one is disconnected. Thousands of hosts are connected at a time, and nearly
 * all have one request at a time.
 */
export function openConnections(options: ConnectionOptions): HostConnections {
  /** In the order in which they became idle. */
  const idle = new Set<Connection>();
  const idleAt = new Map<string, Connection[]>();
  const inUse = new Set<Connection>();
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  function open(origin: string): Connection {
    const connect: BuildConnector.connector = (wanted, callback) =>
      options.connect(wanted, (...outcome) => {
        connection.socket = outcome[1] ?? undefined;
        callback(...outcome);
      });
    const client = new Client(origin, { ...options, connect });
    const connection: Connection = { origin, client, socket: undefined, idleSince: 0 };
    // A request to it is refused as one to a closed agent.
    if (isClosed) void client.close();
    return connection;
  }

  function take(origin: string): Connection {
    const kept = idleAt.get(origin) ?? [];
    for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
      leave(last);
      if (isAlive(last)) return last;
    }
    return open(origin);
  }

  function keep(connection: Connection): void {
    if (isClosed || !isAlive(connection)) return;
    connection.idleSince = performance.now();
    idle.add(connection);
    const others = idleAt.get(connection.origin);
    if (others === undefined) idleAt.set(connection.origin, [connection]);
    else others.push(connection);
    const [oldest] = idle;
    if (idle.size > MOST_KEPT && oldest !== undefined) disconnect(oldest);
    timer ??= setTimeout(look, LOOK).unref();
  }

  function disconnect(connection: Connection): void {
    leave(connection);
    // Without an error: undici's client would make two, and render the stack of one.
    connection.socket?.destroy();
  }

  function leave(connection: Connection): void {
    idle.delete(connection);
    const left = idleAt.get(connection.origin)!.filter((other) => other !== connection);
    if (left.length === 0) idleAt.delete(connection.origin);
    else idleAt.set(connection.origin, left);
  }

  function look(): void {
    const old = performance.now() - KEPT;
    for (const connection of idle) {
      if (connection.idleSince > old) break;
      disconnect(connection);
    }
    timer = idle.size === 0 ? undefined : setTimeout(look, LOOK).unref();
  }

  return {
    async use(origin, send) {
      const connection = take(origin);
      inUse.add(connection);
      try {
        return await send(connection.client);
      } finally {
        inUse.delete(connection);
        keep(connection);
      }
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const all = [...idle, ...inUse];
      idle.clear();
      idleAt.clear();
      await Promise.all(all.map(({ client }) => client.close()));
    },
  };
}

function isAlive({ socket }: Connection): boolean {
  return socket?.destroyed === false && !socket.readableEnded;
}
