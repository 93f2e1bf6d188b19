import pino from 'pino';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/io/store/database.ts';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import { forgetfulPooler } from '../support/forgetful-pooler.ts';
import { databaseAt, freshDatabase } from '../support/fresh-database.ts';
import { openStore } from '../../src/service/open-store.ts';
import { isEnvironmentError } from '../../src/service/error-kinds.ts';

test('a database that does not answer is named with what to do, and without its password', async () => {
  const refused = await openStore(
    {
      database: { maxConnections: 2, directory: 'unused', giveUpAfter: 60 },
      databaseUrl: 'postgres://chipwatch:geheim@127.0.0.1:1/news%zz',
    },
    pino({ level: 'silent' }),
  ).catch((error: unknown) => error);
  expect(isEnvironmentError(refused)).toBe(true);
  expect((refused as Error).message).toMatch(
    /^PostgreSQL at 127\.0\.0\.1:1, database "news%zz" cannot be used \(.+\): start it, mend DATABASE_URL/,
  );
  expect((refused as Error).message).not.toContain('geheim');
});

test.each([
  ['a file', '/dev/null', 'it is a file; expected a directory'],
  ['below a file', '/dev/null/data', 'a part of its path is a file, not a directory'],
  ['where no directory can be made', '/proc/data', 'there is no such file or directory'],
])('a data directory that is %s is refused with the setting that names it', async (_, directory, reason) => {
  const refused = await openStore(
    { database: { maxConnections: 2, directory, giveUpAfter: 60 }, databaseUrl: undefined },
    pino({ level: 'silent' }),
  ).catch((error: unknown) => error);
  expect(isEnvironmentError(refused)).toBe(true);
  expect((refused as Error).message).toBe(
    `the database cannot be kept in ${directory}: ${reason}. Set database.directory (CHIPWATCH_DATABASE_DIRECTORY) to a directory on a local disk that this user may write to, or DATABASE_URL to a server.`,
  );
});

const opening = (databaseUrl: string) =>
  openStore(
    { database: { maxConnections: 2, directory: 'unused', giveUpAfter: 60 }, databaseUrl },
    pino({ level: 'silent' }),
  );

test.each([
  ['a wrong password', { password: 'geheim' }, 'it refuses the password of the role "chipwatch_guest"'],
  ['no password', { password: '' }, 'it wants a password for the role "chipwatch_guest"'],
  ['an unknown database', { pathname: '/none_such' }, 'it has no such database): create it'],
  ['a closed port', { port: '1' }, 'refuses connections: no server listens there): start it'],
  ['an unknown host', { hostname: 'none.invalid' }, 'No server is known under the name none.invalid'],
])('%s is told apart, and the password not shown', async (_, wrong, says) => {
  const admin = openDatabase(inject('databaseUrl'), { maxConnections: 1, onError: () => {} });
  try {
    await sql`DROP ROLE IF EXISTS chipwatch_guest`.execute(admin);
    await sql`CREATE ROLE chipwatch_guest LOGIN PASSWORD 'richtig'`.execute(admin);
    const url = Object.assign(new URL(inject('databaseUrl')), {
      username: 'chipwatch_guest',
      password: 'richtig',
      ...wrong,
    });
    const refused: unknown = await opening(url.href).catch((error: unknown) => error);
    expect((refused as Error).message).toContain(says);
    expect((refused as Error).message).not.toMatch(/geheim|richtig|ECONN|ENOTFOUND|28P01/);
  } finally {
    await sql`DROP ROLE chipwatch_guest`.execute(admin);
    await admin.destroy();
  }
});

test.each(['SQL_ASCII', 'LATIN1'])('a database in %s is refused', async (encoding) => {
  const admin = openDatabase(inject('databaseUrl'), { maxConnections: 1, onError: () => {} });
  const name = `test_${encoding.toLowerCase()}`;
  await sql`CREATE DATABASE ${sql.id(name)} ENCODING ${sql.lit(encoding)} LOCALE 'C' TEMPLATE template0`.execute(
    admin,
  );
  try {
    await expect(opening(databaseAt(inject('databaseUrl'), name))).rejects.toThrow(
      `the database has the encoding ${encoding}`,
    );
  } finally {
    await sql`DROP DATABASE ${sql.id(name)}`.execute(admin);
    await admin.destroy();
  }
});

test('settings of a role that would change results are overridden, and a search path to another schema is refused', async () => {
  await using database = await freshDatabase(inject('databaseUrl'), 'empty');
  const { db, url } = database;
  const set = (setting: string, value: string) =>
    sql`ALTER DATABASE ${sql.id(new URL(url).pathname.slice(1))} SET ${sql.raw(setting)} = ${sql.lit(value)}`.execute(
      db,
    );
  await set('DateStyle', 'SQL, DMY');
  await set('TimeZone', 'Asia/Tokyo');
  await set('default_transaction_isolation', 'serializable');
  await set('statement_timeout', '1');
  await set('idle_session_timeout', '100');
  const store = await opening(url);
  const { rows } = await sql`
    SELECT timestamptz '2026-02-01T00:00:00Z' AS at, date_trunc('day', timestamptz '2026-02-01T20:00:00Z') AS day,
           current_setting('transaction_isolation') AS isolation, current_setting('idle_session_timeout') AS idle, pg_sleep(0.01)::text`.execute(
    store.db,
  );
  expect(rows).toMatchObject([
    { at: new Date('2026-02-01'), day: new Date('2026-02-01'), isolation: 'read committed', idle: '0' },
  ]);
  await sql`CREATE SCHEMA elsewhere CREATE TABLE kysely_migration (name text)`.execute(store.db);
  await store.close();
  await expect(opening(url)).rejects.toThrow('the tables are in the schema "elsewhere"');
  await sql`DROP SCHEMA elsewhere CASCADE`.execute(db);
  await set('search_path', 'nowhere');
  await expect(opening(url)).rejects.toThrow('no schema that exists is on the role’s search_path (nowhere)');
});

test('a pooler that drops or refuses the settings of connections is named, and what to do', async () => {
  const url = inject('databaseUrl');
  await using refusing = await forgetfulPooler(url, 'refuses');
  await expect(opening(refusing.url)).rejects.toThrow(
    /\(a pooler such as PgBouncer stands before it and refuses .*\): name the server itself in DATABASE_URL/,
  );
  await using dropping = await forgetfulPooler(url, 'drops');
  await expect(opening(dropping.url)).rejects.toThrow(
    /statement_timeout, lock_timeout\) do not reach the server, because a pooler .* drops them/,
  );
  const queues = openQueueBackend({
    redisUrl: undefined,
    databaseUrl: dropping.url,
    redisPrefix: '',
    onError: () => {},
  });
  const refused: unknown = await queues.catch((error: unknown) => error);
  expect(isEnvironmentError(refused)).toBe(true);
  expect((refused as Error).message).toContain('the search_path that the queues set does not reach');
});
