import pino from 'pino';
import { expect, test } from 'vitest';
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
    `the database cannot be kept in ${directory}: ${reason}. Set database.directory (CHIPWATCH_DATABASE_DIRECTORY) to a directory that this user may write to, or DATABASE_URL to a server.`,
  );
});
