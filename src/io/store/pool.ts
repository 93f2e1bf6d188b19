import { Client, Pool, type PoolConfig } from 'pg';
import { cleanValue } from './clean-values.ts';

/** What a connection is used for. It decides how long statements may take and how long locks are waited for. */
export type KindOfWork =
  /** The steps of the pipeline and the web pages: short statements, many of them. */
  | 'steps'
  /** Commands that go through the whole archive, migrations, copies of the record. */
  | 'long'
  /** BullMQ's own statements. */
  | 'queue';

interface Limits {
  readonly statement_timeout: number;
  /** How long to wait for a lock. */
  readonly lock_timeout: number;
  /** How long a transaction may do nothing before the server ends it and frees its locks. */
  readonly idle_in_transaction_session_timeout: number;
  /**
   * A stopped server, or one behind a dead network, ends no statement, so the driver gives up. Longer than
   * `statement_timeout`, so that the server is first where it can be.
   */
  readonly query_timeout: number;
}

/** Milliseconds. */
const LIMITS: Readonly<Record<KindOfWork, Limits>> = {
  steps: {
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    query_timeout: 40_000,
  },
  long: {
    statement_timeout: 3_600_000,
    lock_timeout: 60_000,
    idle_in_transaction_session_timeout: 600_000,
    query_timeout: 3_660_000,
  },
  queue: {
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    query_timeout: 40_000,
  },
};

export interface PoolOptions {
  readonly work: KindOfWork;
  readonly maxConnections: number;
  /** Called for each connection that is lost, in use or idle. */
  readonly onError: (error: Error) => void;
  readonly more?: PoolConfig;
}

/** Opens a pool of connections to the database at the URL. */
export function openPool(url: string, { work, maxConnections, onError, more }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'chipwatch',
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    Client: CleanClient,
    ...LIMITS[work],
    ...more,
  });
  pool.on('error', onError);
  // The pool listens for errors only while a client is idle. Without this a connection lost in use would end the
  // process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** Cleans all values before they are sent to the server. */
class CleanClient extends Client {
  // pg's `query` has nine signatures. The values are the second argument, or `values` of the first.
  override query(...args: unknown[]): never {
    const [first, second, ...rest] = args;
    const query = super.query as (...all: unknown[]) => never;
    if (Array.isArray(second)) return query.call(this, first, second.map(cleanValue), ...rest);
    const config = first as { values?: unknown } | null;
    if (typeof first === 'object' && Array.isArray(config?.values))
      config.values = config.values.map(cleanValue);
    return query.apply(this, args);
  }
}
