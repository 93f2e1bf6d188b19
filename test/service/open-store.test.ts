import pino from 'pino';
import { expect, test } from 'vitest';
import { openStore } from '../../src/service/open-store.ts';
import { isCircumstance } from '../../src/service/error-kinds.ts';

test('a database that does not answer is named with what to do, and without its password', async () => {
  const refused = await openStore(
    {
      database: { maxConnections: 2, directory: 'unused', giveUpAfter: 60 },
      databaseUrl: 'postgres://chipwatch:geheim@127.0.0.1:1/news%zz',
    },
    pino({ level: 'silent' }),
  ).catch((error: unknown) => error);
  expect(isCircumstance(refused)).toBe(true);
  expect((refused as Error).message).toMatch(
    /^PostgreSQL at 127\.0\.0\.1:1, database "news%zz" cannot be used \(.+\): start it, mend DATABASE_URL/,
  );
  expect((refused as Error).message).not.toContain('geheim');
});
