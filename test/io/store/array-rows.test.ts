import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArrayColumns, arrayRowsOf } from '../../../src/io/store/array-rows.ts';
import { cleanText } from '../../../src/io/store/clean-values.ts';
import { rowsOf } from '../../../src/io/store/rows.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

const COLUMNS = { name: 'text', id: 'bigint', done: 'boolean', at: 'timestamptz' } satisfies ArrayColumns;
type Row = Partial<Record<keyof typeof COLUMNS, string | boolean | Date | null>>;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ migrated: false });
});
afterAll(() => database[Symbol.asyncDispose]());

async function read(rows: readonly Row[]): Promise<unknown[]> {
  const table = arrayRowsOf(COLUMNS, rows, 'sent');
  return (await sql`SELECT name, id, done, at FROM ${table}`.execute(database.db)).rows;
}

test.each<[string, Row[]]>([
  ['no row', []],
  ['a row of nulls', [{}, { name: null, id: null, done: null, at: null }]],
  [
    'texts of each width',
    [{ name: '' }, { name: 'a' }, { name: 'ß€😀漢\\"{},NULL' }, { name: 'x'.repeat(70_000) }],
  ],
  ['numbers at both ends', [{ id: '0' }, { id: '-9223372036854775808' }, { id: '9223372036854775807' }]],
  ['booleans', [{ done: true }, { done: false }]],
  [
    'instants',
    [
      { at: new Date('1970-01-01T00:00:00.001Z') },
      { at: new Date('1999-12-31T23:59:59.999Z') },
      { at: new Date('2000-01-01T00:00:00.000Z') },
      { at: new Date('2026-12-01T12:34:56.789Z') },
      { at: new Date('9999-12-31T23:59:59.999Z') },
    ],
  ],
])('%s: the same as from JSON', async (_name, rows) => {
  const table = rowsOf(COLUMNS, rows, 'sent');
  const { rows: expected } = await sql`SELECT name, id, done, at FROM ${table}`.execute(database.db);
  expect(await read(rows)).toEqual(expected);
});

test('any text and number comes back, without what the server cannot store', async () => {
  const row = fc.record({
    name: fc.option(
      fc.string({ unit: fc.constantFrom('a', 'ß', '漢', '😀', '\0', '\ud83d', '\ude00', '"', '\\') }),
    ),
    id: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
    done: fc.option(fc.boolean()),
    at: fc.option(
      fc.date({
        min: new Date('0001-01-01T00:00:00Z'),
        max: new Date('9999-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const stored = rows.map((one) => ({ ...one, name: one.name === null ? null : cleanText(one.name) }));
      expect(await read(rows)).toEqual(stored);
    }),
    { numRuns: 100 },
  );
});

test('an invalid instant is null', async () => {
  expect(await read([{ at: new Date(Number.NaN) }])).toMatchObject([{ at: null }]);
});

test('the server refuses an instant that it cannot store', async () => {
  await expect(read([{ at: new Date('-200000-01-01T00:00:00Z') }])).rejects.toMatchObject({ code: '22008' });
});
