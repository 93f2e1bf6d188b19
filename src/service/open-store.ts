import { setTimeout as sleep } from 'node:timers/promises';
import { explainLoss } from '../io/lost-connection.ts';
import { sql } from 'kysely';
import { fileErrorReason } from '../io/file-error.ts';
import type { Config } from '../config/load-config.ts';
import { followAddress, namesAnother } from '../io/follow-address.ts';
import { type Database, openDatabase } from '../io/store/database.ts';
import type { KindOfWork } from '../io/store/pool.ts';
import { explainRefusal } from '../io/store/connect-error.ts';
import { CANNOT_CONNECT_NOW, sqlStateOf } from '../io/store/sqlstate.ts';
import { REMIND, throttleReports } from '../io/throttle-reports.ts';

/** The database: a server from the environment, or the embedded one. */
export interface Store {
  readonly db: Database;
  /** The URL with the user and password of now. */
  readonly url: () => string;
  /** Whether the file of the URL names another server or database by now. */
  readonly isElsewhere?: (() => boolean) | undefined;
  readonly embedded: boolean;
  /** Starts the embedded server again if it has died; true when it had. */
  readonly revive?: (() => Promise<boolean>) | undefined;
  close(): Promise<void>;
}

/** Where it is told what the database does. */
export interface StoreLog {
  info(line: object, text: string): void;
  warn(line: object, text: string): void;
}

/** Nothing answers at `DATABASE_URL`, or it refuses us. The message contains no password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
  constructor(url: string, cause: Error) {
    const { host, pathname, username } = URL.parse(url) ?? { host: '', pathname: '', username: '' };
    const at = host || 'the socket of this machine';
    const database = pathname.slice(1);
    const { reason, todo } = explainRefusal(cause, { host: at, user: username, database });
    super(`PostgreSQL at ${at}, database "${database}" cannot be used (${reason}): ${todo}`, { cause });
  }
}

/** How often a server that is starting is asked again. Milliseconds. */
const STARTING_AGAIN = 1_000;

/** @param patienceMs how long to wait for a server that says that it is still starting */
async function mustAnswer(
  db: Database,
  url: string,
  patienceMs: number,
  onStarting: () => void,
): Promise<void> {
  const until = Date.now() + patienceMs;
  const ask = async (): Promise<string | undefined> => {
    for (;;) {
      try {
        return await unfitness(db);
      } catch (error) {
        if (sqlStateOf(error) !== CANNOT_CONNECT_NOW || Date.now() >= until) throw error;
        onStarting();
        await sleep(STARTING_AGAIN);
      }
    }
  };
  try {
    const unfit = await ask();
    if (unfit !== undefined) throw new UnfitDatabaseError(unfit);
  } catch (error) {
    await db.destroy();
    throw error instanceof UnfitDatabaseError ? error : new DatabaseUnreachableError(url, error as Error);
  }
}

/**
 * The database at `DATABASE_URL` answers, but its settings make it unusable. The message says which, and how to change
 * them.
 */
export class UnfitDatabaseError extends Error {
  override readonly name = 'UnfitDatabaseError';
}

/** Why the database cannot be used, in a sentence; undefined if it can. */
async function unfitness(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{
    encoding: string;
    schema: string | null;
    path: string;
    isSeen: boolean;
    isUnlimited: boolean;
    home: string | null;
  }>`
    SELECT current_setting('server_encoding') AS encoding, current_schema() AS schema,
           current_setting('search_path') AS path,
           current_setting('statement_timeout') = '0' OR current_setting('lock_timeout') = '0' AS "isUnlimited", to_regclass('kysely_migration') IS NOT NULL AS "isSeen",
           (SELECT min(nspname) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
             WHERE relname = 'kysely_migration' AND relkind = 'r') AS home`.execute(db);
  const {
    isUnlimited = false,
    encoding = 'UTF8',
    schema = '',
    path = '',
    isSeen = true,
    home = null,
  } = rows[0] ?? {};
  if (encoding !== 'UTF8')
    return `the database has the encoding ${encoding}, which cannot hold all languages: create one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`;
  // With new tables in another schema, every known item would be new and be alerted again.
  if (!isSeen && home !== null)
    return `the tables are in the schema "${home}", but the role’s search_path (${path}) does not lead there: ALTER ROLE … SET search_path. Another service needs a database of its own`;
  if (schema === null)
    return `no schema that exists is on the role’s search_path (${path}): ALTER ROLE … SET search_path, or create one`;
  // Without these limits one stuck session would hold up all others for ever.
  if (isUnlimited)
    return 'the limits that each connection sets (statement_timeout, lock_timeout) do not reach the server, because a pooler such as PgBouncer drops them: name the server itself in DATABASE_URL, or ALTER ROLE … SET statement_timeout = 30000; ALTER ROLE … SET lock_timeout = 10000';
  return undefined;
}

/** How `fsync` fails where the file system knows no such function. */
const NO_FLUSH = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

function reasonOf(cause: NodeJS.ErrnoException): string {
  if (cause.code === 'EEXIST') return 'it is a file; expected a directory';
  if (cause.syscall === 'fsync' && NO_FLUSH.has(cause.code ?? ''))
    return 'its file system cannot flush files to the disk (fsync), so that a power cut would destroy the database';
  return fileErrorReason(cause);
}

/** The embedded server cannot use its directory. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError';
  constructor(directory: string, cause: NodeJS.ErrnoException) {
    const at = cause.path === undefined || cause.path === directory ? '' : `${cause.path}: `;
    const reason = reasonOf(cause);
    super(
      `the database cannot be kept in ${directory}: ${at}${reason}. Set database.directory (CHIPWATCH_DATABASE_DIRECTORY) to a directory on a local disk that this user may write to, or DATABASE_URL to a server.`,
      { cause },
    );
  }
}

export type DatabaseConfig = Pick<Config, 'database' | 'databaseUrl' | 'databaseUrlFile'>;

/**
 * Opens the database at `DATABASE_URL`, or starts (or adopts) the embedded one.
 *
 * @param patienceMs how long to wait for a server that is there and says that it is still starting, as after a power cut
 * @throws DatabaseUnreachableError, UnfitDatabaseError, DataDirectoryError, or an error of the embedded server
 */
export async function openStore(
  config: DatabaseConfig,
  log: StoreLog,
  work: KindOfWork = 'steps',
  patienceMs = 0,
): Promise<Store> {
  const say = throttleReports(REMIND);
  const onStarting = () =>
    say('starting', () =>
      log.warn({ event: 'database.starting' }, 'PostgreSQL is still starting; the start waits for it'),
    );
  const onError = (error: Error) =>
    log.warn(
      { event: 'database.connection', ...explainLoss(error, 'PostgreSQL') },
      'a connection to the database was lost; the next statement opens another',
    );
  const { maxConnections } = config.database;
  if (config.databaseUrl !== undefined) {
    const url = followAddress(config.databaseUrl, config.databaseUrlFile);
    const db = openDatabase(url, { maxConnections, work, onError });
    await mustAnswer(db, config.databaseUrl, patienceMs, onStarting);
    const { databaseUrl, databaseUrlFile } = config;
    const isElsewhere = () => namesAnother(databaseUrl, databaseUrlFile);
    return { db, url, isElsewhere, embedded: false, close: () => db.destroy() };
  }
  const { directory } = config.database;
  // Loaded only where it is used: commands start in less time with a server of their own.
  const { startEmbeddedPostgres } = await import('../io/store/postgres/embedded-postgres.ts');
  const server = await startEmbeddedPostgres({
    directory,
    onStarting,
    onOtherMemory: ({ type, reason }) =>
      say(`memory ${reason}`, () =>
        log.warn(
          { event: 'database.memory', type, reason },
          'PostgreSQL is started with another kind of shared memory',
        ),
      ),
    onNewPassword: () =>
      log.warn(
        { event: 'database.password' },
        'the password of the embedded database was lost; a new one was set and written into its file',
      ),
  }).catch((error: unknown) => {
    throw typeof (error as NodeJS.ErrnoException).syscall === 'string'
      ? new DataDirectoryError(directory, error as NodeJS.ErrnoException)
      : error;
  });
  log.info(
    { event: 'database.started', directory: server.directory, adopted: server.adopted },
    server.adopted ? 'embedded PostgreSQL was running already' : 'embedded PostgreSQL started',
  );
  const db = openDatabase(server.url, { maxConnections, work, onError });
  return {
    db,
    url: () => server.url,
    embedded: true,
    revive: () => server.revive(),
    async close() {
      await db.destroy();
      await server.close();
    },
  };
}
