import { expect, test } from 'vitest';
import { migrate, migrateWith } from '../../../src/io/store/migrate.ts';
import { addFeeds } from '../../../src/io/store/feeds/feeds.ts';
import { testDatabase } from '../../support/database.ts';

test('a feed that rested since an answer of 410 is asked again, a paused one is not', async () => {
  await using database = await testDatabase({ migrated: false });
  const { db } = database;
  await migrateWith(db, ['031-refused-recipients']);
  const urls = ['gone', 'paused', 'active'].map((status) => `https://${status}.example/feed.xml`);
  await addFeeds(
    db,
    urls.map((url) => ({ url, outlet: 'Paper', origin: 'cli', backfillAgeSeconds: undefined })),
  );
  for (const status of ['gone', 'paused', 'active'] as const)
    await db
      .updateTable('feeds')
      .set({ status, last_status: status === 'gone' ? 410 : 200, next_poll_at: new Date('2099-01-01') })
      .where('url', '=', `https://${status}.example/feed.xml`)
      .execute();
  await migrate(db);
  const rows = await db
    .selectFrom('feeds')
    .select(['url', 'status', 'failures', 'next_poll_at'])
    .orderBy('id')
    .execute();
  expect(rows.map(({ status, failures }) => [status, failures])).toEqual([
    ['active', 1],
    ['paused', 0],
    ['active', 0],
  ]);
  expect(rows.map(({ next_poll_at }) => next_poll_at?.getFullYear() === 2099)).toEqual([false, true, true]);
});
