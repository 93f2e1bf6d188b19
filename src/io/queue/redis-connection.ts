import { Redis, type RedisOptions } from 'ioredis';
import { type Address, addressNow } from '../follow-address.ts';

/** Whether the server is no primary any more, so that the address leads to another one when it is asked again. */
function isDemoted({ message }: Error): boolean {
  return /READONLY|UNBLOCKED|MASTERDOWN/.test(message);
}

/** A connection that asks for the address each time it connects, so that a changed password needs no restart. */
export function redisConnection(address: Address, options: RedisOptions): Redis {
  const connection = new Redis(addressNow(address), {
    ...options,
    lazyConnect: true,
    reconnectOnError: isDemoted,
  });
  const connect = connection.connect.bind(connection);
  connection.connect = (callback) => {
    // The driver takes addresses apart only where it makes a connection.
    const { username, password } = new Redis(addressNow(address), { lazyConnect: true }).options;
    Object.assign(connection.options, { username, password });
    return connect(callback);
  };
  // BullMQ makes a copy of its connection for each worker.
  connection.duplicate = ((override?: RedisOptions) =>
    untilItConnects(redisConnection(address, { ...connection.options, ...override }))) as never;
  return connection;
}

/**
 * After a first attempt that failed the driver goes on trying, but its promise has failed, and BullMQ asks for no
 * other: the worker would never take a job. This promise waits until an attempt succeeds or `disconnect` is called.
 */
function untilItConnects(connection: Redis): Redis {
  const { connect, disconnect } = connection;
  const connected = Promise.withResolvers<void>();
  connection.once('ready', connected.resolve);
  connection.connect = () => {
    // The driver's own later attempts need no promise.
    connection.connect = connect;
    connect().catch(() => {});
    return connected.promise;
  };
  connection.disconnect = (again) => {
    disconnect.call(connection, again);
    // The driver reports no end of a connection that waits for its next attempt. BullMQ knows these words.
    if (!again) connected.reject(new Error('Connection is closed.'));
  };
  connected.promise.catch(() => {});
  return connection;
}
