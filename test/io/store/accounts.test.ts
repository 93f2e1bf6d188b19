import { expect, test } from 'vitest';
import { changeUser, insertUser } from '../../../src/io/store/people/accounts.ts';
import { testDatabase } from '../../support/database.ts';

test('the last owner cannot be removed, but without an owner roles can be changed', async () => {
  await using database = await testDatabase();
  const { db } = database;
  const now = new Date();
  const one = await insertUser(db, { name: 'one', role: 'reader' }, now);
  const other = await insertUser(db, { name: 'other', role: 'analyst' }, now);
  if (one === undefined || other === undefined) throw new Error('both names are free');
  expect(await changeUser(db, one.id, { role: 'analyst' })).toBe(true);
  expect(await changeUser(db, other.id, { role: 'owner' })).toBe(true);
  expect(await changeUser(db, other.id, { disabled_at: now })).toBe(false);
  expect(await changeUser(db, one.id, { role: 'owner' })).toBe(true);
  expect(await changeUser(db, other.id, { disabled_at: now })).toBe(true);
  expect(await changeUser(db, one.id, { role: 'reader' })).toBe(false);
  const stored = await db.selectFrom('accounts').select(['name', 'role']).orderBy('id').execute();
  expect(stored).toEqual([
    { name: 'one', role: 'owner' },
    { name: 'other', role: 'owner' },
  ]);
});
