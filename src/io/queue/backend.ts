import { setTimeout as sleep } from 'node:timers/promises';
import {
  createPostgresBackend,
  Queue,
  type QueueOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import type { Redis } from 'ioredis';
import type { Address } from '../follow-address.ts';
import { openPool } from '../store/pool.ts';
import { connectWhenReady } from './connect-when-ready.ts';
import { redisConnection } from './redis-connection.ts';
import { restoringSchema } from './restore-schema.ts';
import { evictionPolicy, policyFault, writeFault } from './redis-policy.ts';
import { QueueSchemaError, RedisPolicyError, RedisUnreachableError } from './queue-errors.ts';

/** Where the queues live: BullMQ on Redis, or BullMQ on the PostgreSQL database. Only this file knows which. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** Why jobs may be lost on this server as it is set now; undefined where they are safe. @throws the driver's error */
  fault(): Promise<string | undefined>;
  /** Why the server takes no jobs, although it answers; undefined where it does. */
  refusal(): Promise<string | undefined>;
  queue(name: string, options: Omit<QueueOptions, 'connection' | 'prefix'>): Queue;
  worker(
    name: string,
    processor: ConstructorParameters<typeof Worker>[1],
    options: Omit<WorkerOptions, 'connection' | 'prefix'>,
  ): Worker;
  /** Adds jobs to a queue of this backend. */
  add(queue: Queue, jobs: readonly NewJob[]): Promise<unknown>;
  close(): Promise<void>;
}

type NewJob = Parameters<Queue['addBulk']>[0][number];

export interface QueueBackendOptions {
  /** Set → Redis; unset → PostgreSQL at `databaseUrl`. */
  readonly redisUrl: Address | undefined;
  readonly databaseUrl: Address;
  /** Prefix of the keys in Redis, so that several services may share one server. */
  readonly redisPrefix: string;
  /** The schema of the queues in PostgreSQL. */
  readonly postgresSchema?: string;
  /** For how long Redis may leave a command unanswered before its connection is replaced. Milliseconds. */
  readonly silenceMs?: number;
  /** How long to wait for a Redis that accepts connections and does not answer, or still reads its data; for ever by default. Milliseconds. */
  readonly patienceMs?: number;
  /** Is called each second while Redis still reads its data. */
  readonly onStarting?: () => void;
  readonly onError: (error: Error) => void;
}

/** Longer than BullMQ's longest blocking command, which is 10 s. */
const SILENCE = 20_000;

/** Connects, and prepares the schema where there is one. @throws RedisPolicyError, RedisUnreachableError, or the driver's error */
export async function openQueueBackend(options: QueueBackendOptions): Promise<QueueBackend> {
  return options.redisUrl === undefined ? openPostgres(options) : openRedis(options.redisUrl, options);
}

async function openRedis(
  url: Address,
  { redisPrefix: prefix, silenceMs = SILENCE, patienceMs, onStarting, onError }: QueueBackendOptions,
): Promise<QueueBackend> {
  // BullMQ blocks on its connection and must outlast a restart of Redis, so commands wait instead of failing.
  const connection = redisConnection(url, { maxRetriesPerRequest: null, socketTimeout: silenceMs });
  let refusal: Error | undefined;
  connection.on('error', (error) => {
    refusal = error;
    onError(error);
  });
  const refused = (error: Error) => {
    connection.disconnect();
    const { host, port } = connection.options;
    return new RedisUnreachableError(`${host}:${port}`, refusal ?? error);
  };
  await connectWhenReady(connection, patienceMs, onStarting).catch((error: Error) => {
    throw refused(error);
  });
  // The driver goes on with database 0, and would share the keys of another service.
  if (/DB index/.test(refusal?.message ?? '')) throw refused(new Error('DB index'));
  const fault = policyFault(await evictionPolicy(connection));
  if (fault !== undefined) {
    connection.disconnect();
    throw new RedisPolicyError(fault);
  }
  return {
    kind: 'redis',
    fault: async () => policyFault(await evictionPolicy(connection)),
    refusal: () => writeFault(connection, `${prefix}:write-test`),
    queue: (name, rest) => new Queue(name, { ...rest, connection, prefix }),
    worker(name, processor, rest) {
      const worker = new Worker(name, processor, { ...rest, connection, prefix });
      const { _client: own } = (worker as unknown as Blocking).backend.blockingConnection;
      // BullMQ waits for this connection before it closes it, for ever if Redis is away. A connection that is only young
      // gets its time: without it BullMQ would not wait for the running jobs.
      worker.once('closing', () => {
        setTimeout(() => {
          if (own.status !== 'ready') own.disconnect();
        }, RECONNECT).unref();
      });
      return pausingAfterErrors(worker);
    },
    add: (queue, jobs) => queue.addBulk([...jobs]),
    async close() {
      await connection.quit().catch(() => connection.disconnect());
    },
  };
}

/** The part of BullMQ's connection that `createBackend` changes; its types hide it. */
interface Starting {
  readyPromise?: Promise<void> | undefined;
  waitUntilReady(): Promise<void>;
}

/** The pause before a backend that could not connect, or was refused a job, tries it again. Milliseconds. */
const RECONNECT = 1_000;

/** The connection on which a worker waits for jobs; BullMQ's types hide it. */
interface Blocking {
  readonly backend: { readonly blockingConnection: { readonly _client: Redis } };
}

/** The part of BullMQ's worker that `pausingAfterErrors` changes; its types hide it. */
interface Taking {
  readonly backend: { moveToActive(...request: unknown[]): Promise<unknown> };
}

/** The loop in which a worker takes jobs; BullMQ's types hide it. */
interface Looping {
  readonly mainLoopQueue?: { add(ended: Promise<void>): void } | null;
}

/** Has a worker look for a job now. By itself it looks only when one of its jobs ends, also if it may run more by now. */
export function lookForJob(worker: Worker): void {
  // BullMQ wakes its loop in this way after a pause.
  (worker as unknown as Looping).mainLoopQueue?.add(Promise.resolve());
}

/**
 * A worker whose server answers with an error (read-only, out of memory, no permission) asks again at once, without
 * end. With a pause it neither uses a whole core nor disturbs a server that has trouble already.
 *
 * @param mend is called with each of these errors, and awaited
 */
function pausingAfterErrors(worker: Worker, mend?: (error: unknown) => Promise<void>): Worker {
  const { backend } = worker as unknown as Taking;
  const take = backend.moveToActive.bind(backend);
  backend.moveToActive = async (...request) => {
    try {
      return await take(...request);
    } catch (error) {
      await sleep(RECONNECT);
      await mend?.(error);
      throw error;
    }
  };
  return worker;
}

/**
 * BullMQ asks a backend once whether the database is ready, and keeps the answer, also when the first connection
 * failed. A worker would then repeat that failure without a pause or a request, and the event loop would never run
 * again. So a failure is forgotten here.
 */
function createBackend(...args: Parameters<typeof createPostgresBackend>) {
  const backend = createPostgresBackend(...args);
  const { connection } = backend as unknown as { readonly connection: Starting };
  const ready = connection.waitUntilReady.bind(connection);
  connection.waitUntilReady = async () => {
    try {
      await ready();
    } catch (error) {
      await sleep(RECONNECT);
      connection.readyPromise = undefined;
      throw error;
    }
  };
  return backend;
}

/**
 * BullMQ creates two temporary tables for jobs that are added together, which costs as much as some five jobs that are
 * added one by one.
 */
const FEW = 5;

async function openPostgres({
  databaseUrl,
  postgresSchema = 'bullmq',
  onError,
}: QueueBackendOptions): Promise<QueueBackend> {
  // BullMQ makes its pool with `require`, which ES modules lack. A pool of our own must set the search path itself.
  const pool = openPool(databaseUrl, {
    work: 'queue',
    maxConnections: 12,
    onError,
    // The queue may be lost, so its transactions need not wait for the disk.
    more: {
      options: `-c search_path=${postgresSchema} -c synchronous_commit=off`,
      application_name: 'chipwatch queue',
    },
  });
  pool.setMaxListeners(50);
  const client = await pool.connect();
  try {
    await runMigrations(client, postgresSchema);
    const { rows } = await client.query<{ schema: string }>('SELECT current_schema() AS schema');
    if (rows[0]?.schema !== postgresSchema)
      throw new QueueSchemaError(
        `the search_path that the queues set does not reach PostgreSQL, because a pooler such as PgBouncer drops it: name the server itself in DATABASE_URL, or keep the queues in Redis (REDIS_URL)`,
      );
  } catch (error) {
    client.release();
    await pool.end();
    throw error;
  }
  client.release();
  const restore = restoringSchema(pool, postgresSchema);
  return {
    kind: 'postgres',
    fault: async () => undefined,
    // Whether the database takes writes is asked of the database itself.
    refusal: async () => undefined,
    queue: (name, rest) =>
      new Queue(name, { ...rest, connection: pool as never }, createBackend as never) as Queue,
    worker: (name, processor, rest) =>
      pausingAfterErrors(
        new Worker(name, processor, { ...rest, connection: pool as never }, createBackend as never) as Worker,
        restore,
      ),
    add: (queue, jobs) =>
      jobs.length > FEW
        ? queue.addBulk([...jobs])
        : Promise.all(jobs.map(({ name, data, opts }) => queue.add(name, data, opts))),
    async close() {
      await pool.end();
    },
  };
}
