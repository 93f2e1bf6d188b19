import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { cleanText, toJson } from '../../../src/io/store/clean-values.ts';
import { testDatabase } from '../../support/database.ts';

const HIGH = '\ud83d';
const LOW = '\ude00';

test.each([
  ['a NUL', 'a\0b', 'ab'],
  ['half a pair at the end', `a${HIGH}`, 'a\ufffd'],
  ['the other half', `${LOW}b`, '\ufffdb'],
  ['a whole pair', `${HIGH}${LOW}`, '😀'],
  ['an escape that the text itself has', 'a\\u0000b', 'a\\u0000b'],
])('%s', async (_name, text, stored) => {
  await using database = await testDatabase({ migrated: false });
  expect(cleanText(text)).toBe(stored);
  const { rows } = await sql<Record<string, unknown>>`
    SELECT ${text}::text AS one, ${[text, 'x']}::text[] AS list, ${toJson({ [text]: [text] })}::jsonb AS json`.execute(
    database.db,
  );
  expect(rows[0]).toEqual({ one: stored, list: [stored, 'x'], json: { [stored]: [stored] } });
});

test('bytes and dates are left as they are', async () => {
  await using database = await testDatabase({ migrated: false });
  const at = new Date('2026-03-02T08:00:00Z');
  const bytes = Buffer.from([0, 1, 0xd8, 0]);
  const { rows } = await sql`SELECT ${at}::timestamptz AS at, ${bytes}::bytea AS bytes`.execute(database.db);
  expect(rows[0]).toEqual({ at, bytes });
});
