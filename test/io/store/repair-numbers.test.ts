import { sql } from 'kysely';
import pino from 'pino';
import { expect, test } from 'vitest';
import { repairNumbers } from '../../../src/io/store/backup/repair-numbers.ts';
import { isInfrastructureError } from '../../../src/pipeline/infrastructure-error.ts';
import { mendNumbering } from '../../../src/pipeline/mend-numbering.ts';
import { testDatabase } from '../../support/database.ts';

const INSERT = sql<{
  id: string;
}>`INSERT INTO ledger (at, event, detail) VALUES (now(), 'read', '{}') RETURNING id`;

test('a sequence that is behind, or has run out, costs no row an attempt, and a start repairs the first', async () => {
  await using database = await testDatabase();
  const { db } = database;
  await sql`INSERT INTO ledger (id, at, event, detail) OVERRIDING SYSTEM VALUE
    SELECT n, now(), 'read', '{}' FROM generate_series(1, 500) AS n`.execute(db);
  const taken = await INSERT.execute(db).catch((error: unknown) => error);
  expect(taken).toMatchObject({ code: '23505' });
  expect(isInfrastructureError(taken)).toBe(true);

  expect(await repairNumbers(db)).toEqual(['ledger']);
  expect((await INSERT.execute(db)).rows).toEqual([{ id: '501' }]);
  expect(await repairNumbers(db)).toEqual([]);

  await sql`ALTER TABLE ledger ALTER COLUMN id SET MAXVALUE 501`.execute(db);
  const ended = await INSERT.execute(db).catch((error: unknown) => error);
  expect(ended).toMatchObject({ code: '2200H' });
  expect(isInfrastructureError(ended)).toBe(true);
});

test('a value that is there already is still the fault of its row', async () => {
  await using database = await testDatabase();
  const { db } = database;
  await sql`CREATE TABLE once (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, word text UNIQUE)`.execute(
    db,
  );
  await sql`INSERT INTO once (word) VALUES ('a')`.execute(db);
  const refused = await sql`INSERT INTO once (word) VALUES ('a')`
    .execute(db)
    .catch((error: unknown) => error);
  expect(isInfrastructureError(refused)).toBe(false);
});

test('a running service repairs it when a row is refused', async () => {
  await using database = await testDatabase();
  const { db } = database;
  await sql`INSERT INTO ledger (id, at, event, detail) OVERRIDING SYSTEM VALUE
    SELECT n, now(), 'read', '{}' FROM generate_series(1, 500) AS n`.execute(db);
  const taken = await INSERT.execute(db).catch((error: unknown) => error);
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  mendNumbering({ db, log }, new Error('another'));
  mendNumbering({ db, log }, taken);
  mendNumbering({ db, log }, taken);
  await expect.poll(() => lines.length).toBe(1);
  expect(lines[0]).toContain('"tables":["ledger"]');
  expect((await INSERT.execute(db)).rows).toEqual([{ id: '501' }]);
});
