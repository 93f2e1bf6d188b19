import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/io/store/database.ts';
import { createStatementNames } from '../../../src/io/store/statement-names.ts';
import { testDatabase } from '../../support/database.ts';

test('a frequent statement gets a name at its third use, and a new one after all names were dropped', () => {
  const names = createStatementNames();
  const given = Array.from({ length: 4 }, () => names.of('SELECT $1'));
  expect(given).toEqual([undefined, undefined, 's1', 's1']);
  names.forget();
  expect(Array.from({ length: 3 }, () => names.of('SELECT $1'))[2]).toBe('s2');
});

test('statements that come once get no name, and do not prevent names for frequent ones', () => {
  const names = createStatementNames();
  for (let n = 0; n < 5_000; n += 1) expect(names.of(`SELECT ${n}`)).toBeUndefined();
  for (let n = 0; n < 2_000; n += 1) names.of('SELECT often');
  expect(names.of('SELECT often')).toBe('s1');
});

test('a frequent statement is prepared, and planned again when a table has other columns', async () => {
  await using database = await testDatabase({ migrated: false });
  const db = openDatabase(database.url, { maxConnections: 1, onError: () => {} });
  try {
    await sql`CREATE TABLE things AS SELECT 1 AS id`.execute(db);
    const ask = async () => (await sql`SELECT * FROM things WHERE id = ${1}::int`.execute(db)).rows[0];
    for (let n = 0; n < 4; n += 1) expect(await ask()).toEqual({ id: 1 });
    const { rows } = await sql`SELECT statement FROM pg_prepared_statements`.execute(db);
    expect(rows).toEqual([{ statement: 'SELECT * FROM things WHERE id = $1::int' }]);
    await sql`ALTER TABLE things ADD COLUMN word text DEFAULT 'new'`.execute(db);
    await expect(ask()).rejects.toThrow('cached plan');
    for (let n = 0; n < 4; n += 1) expect(await ask()).toEqual({ id: 1, word: 'new' });
  } finally {
    await db.destroy();
  }
});
