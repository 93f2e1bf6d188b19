import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ThreadQueueFullError } from '../../src/io/threads/thread-errors.ts';
import { FetchError } from '../../src/io/http/page-source.ts';
import { openDatabase } from '../../src/io/store/database.ts';
import { isInfrastructureError } from '../../src/pipeline/infrastructure-error.ts';
import { testDatabase } from '../support/database.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });

test.each<[string, unknown, boolean]>([
  ['a full disk', coded('ENOSPC'), true],
  [
    'no more files, behind a fetch',
    new FetchError('connection', 'https://a.example', '', { cause: coded('EMFILE') }),
    true,
  ],
  [
    'a host that refuses',
    new FetchError('connection', 'https://a.example', '', { cause: coded('ECONNREFUSED') }),
    false,
  ],
  ['a database that refuses', coded('ECONNREFUSED'), true],
  ['a full pool of threads', new ThreadQueueFullError('full'), true],
  ['a mistake of the code', new TypeError('x is undefined'), false],
  ['wrapped', new Error('failed', { cause: coded('ENOSPC') }), true],
])('%s', (_name, error, ours) => {
  expect(isInfrastructureError(error)).toBe(ours);
});

test.each([
  ['SELECT pg_sleep(5)', true],
  ['SELECT 1 / 0', false],
  ["SELECT 'x'::integer", false],
  ['SELECT * FROM no_such_table', true],
  ['SELECT pg_terminate_backend(pg_backend_pid())', true],
])('the server on %s', async (statement, ours) => {
  await using database = await testDatabase({ migrated: false });
  const error = await database.db
    .connection()
    .execute(async (db) => {
      await sql`SET statement_timeout = 300`.execute(db);
      await sql.raw(statement).execute(db);
    })
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(isInfrastructureError(error)).toBe(ours);
});

test('a server that is not there', async () => {
  const db = openDatabase('postgres://nobody@127.0.0.1:1/none', { maxConnections: 1, onError: () => {} });
  const error = await sql`SELECT 1`.execute(db).catch((reason: unknown) => reason);
  expect(isInfrastructureError(error)).toBe(true);
  await db.destroy();
});

test('too many connections, no memory, a standby, a deadlock, a changed password: none is the row’s fault', async () => {
  await using database = await testDatabase({ migrated: false });
  const states = ['53300', '53200', '53100', '57P01', '57P03', '40P01', '40001', '25006', '28P01', '58030'];
  const judged = new Map<string, boolean>();
  for (const state of [...states, '22001', '54000']) {
    const raised = sql.raw(`DO $$ BEGIN RAISE SQLSTATE '${state}'; END $$`).execute(database.db);
    judged.set(state, isInfrastructureError(await raised.catch((error: unknown) => error)));
  }
  expect(judged).toEqual(
    new Map([...states.map((state) => [state, true] as const), ['22001', false], ['54000', false]]),
  );
});
