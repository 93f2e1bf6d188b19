import { Client, type ClientConfig, Pool, type PoolConfig } from 'pg';
import { type Address, addressNow } from '../follow-address.ts';
import { cleanValue } from './clean-values.ts';
import { isUnanswered, sqlStateOf } from './sqlstate.ts';
import { createStatementNames, isOutdatedPlan, type StatementNames } from './statement-names.ts';

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

/**
 * What a role or a database may have set otherwise. The driver reads dates, intervals and bytes in these forms only,
 * days are UTC days, and a stricter isolation would fail where two processes meet. If the server ended idle sessions,
 * each would look like an outage; the pool closes them itself.
 */
const SESSION = [
  'DateStyle=ISO',
  'IntervalStyle=postgres',
  'TimeZone=UTC',
  'bytea_output=hex',
  'extra_float_digits=1',
  'idle_session_timeout=0',
  'standard_conforming_strings=on',
  String.raw`default_transaction_isolation=read\ committed`,
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export interface PoolOptions {
  readonly work: KindOfWork;
  readonly maxConnections: number;
  /** Called for each connection that is lost, in use or idle. */
  readonly onError: (error: Error) => void;
  readonly more?: PoolConfig;
}

/** Opens a pool of connections to the database at the URL. Each new connection asks for the address again. */
export function openPool(url: Address, { work, maxConnections, onError, more }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: addressNow(url),
    max: maxConnections,
    application_name: 'chipwatch',
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 120_000,
    keepAlive: true,
    Client: clientFor(url, work === 'long' ? undefined : createStatementNames()),
    ...LIMITS[work],
    ...more,
    options: more?.options === undefined ? SESSION : `${SESSION} ${more.options}`,
  });
  pool.on('error', onError);
  // The pool listens for errors only while a client is idle. Without this a connection lost in use would end the
  // process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** Fields of the driver's client that its types do not have. */
interface Wired {
  readonly connection: { readonly stream: { destroy(): void } };
  /** Whether the client can run queries. The pool discards a client that cannot. */
  _queryable: boolean;
  /** How often the client was used. The pool closes a returned client that was used too often. */
  _poolUseCount: number;
}

const READ_ONLY = '25006';

/** The driver would let the options in an address replace those of the configuration. */
function withoutOptions(address: string): { readonly address: string; readonly options: string } {
  const url = URL.parse(address);
  const options = url?.searchParams.get('options') ?? '';
  if (url === null || options === '') return { address, options: '' };
  url.searchParams.delete('options');
  return { address: url.href, options };
}

function discard(client: Wired): void {
  client._queryable = false;
  client.connection.stream.destroy();
}

/**
 * Cleans all values before they are sent to the server. Frequent statements are prepared: each connection has the
 * server parse and plan them once.
 */
function clientFor(url: Address, names: StatementNames | undefined): typeof Client {
  return class extends Client {
    constructor(config: ClientConfig) {
      const { address, options } = withoutOptions(addressNow(url));
      // Ours come last and so prevail; the queues depend on their search path.
      super({ ...config, connectionString: address, options: `${options} ${config.options}` });
    }

    // The pool connects with a callback. Where the driver itself refuses to go on, as without a password, it would leave
    // the socket open, and the server lets nobody create or drop a database until it gives up the log-in.
    override connect(...args: unknown[]): never {
      const heard = args[0] as (error: Error | undefined) => void;
      const connect = super.connect as (callback: typeof heard) => void;
      return connect.call(this, (error) => {
        if (error) (this as unknown as Wired).connection.stream.destroy();
        heard(error);
      }) as never;
    }

    // pg's `query` has nine signatures. The values are the second argument, or `values` of the first.
    override query(...args: unknown[]): never {
      const [first, second, ...rest] = args;
      const query = super.query as (...all: unknown[]) => unknown;
      const look = (error: unknown) => {
        // A table has changed since the statement was prepared. The next call prepares it again.
        if (isOutdatedPlan(error)) names?.forget();
        // The driver would keep a connection on which nothing comes, and all later statements would wait behind it.
        if (isUnanswered(error)) discard(this as unknown as Wired);
        // After a failover this server is a standby, and the address leads to another one when it is asked again.
        if (sqlStateOf(error) === READ_ONLY) (this as unknown as Wired)._poolUseCount = Infinity;
      };
      const heard = (callback: unknown) => (error: unknown, result: unknown) => {
        look(error);
        (callback as (...all: unknown[]) => void)(error, result);
      };
      const send = (...all: unknown[]): never => {
        const last = all.at(-1);
        if (typeof last === 'function') return query.call(this, ...all.slice(0, -1), heard(last)) as never;
        const answer = query.apply(this, all);
        if (answer instanceof Promise) answer.catch(look);
        return answer as never;
      };
      if (Array.isArray(second)) {
        const values = second.map(cleanValue);
        const name = typeof first === 'string' ? names?.of(first) : undefined;
        return name === undefined
          ? send(first, values, ...rest)
          : send({ name, text: first, values }, ...rest);
      }
      const config = first as { values?: unknown } | null;
      if (typeof first === 'object' && Array.isArray(config?.values))
        config.values = config.values.map(cleanValue);
      return send(...args);
    }
  };
}
