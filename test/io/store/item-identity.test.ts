import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/io/store/migrate.ts';
import * as initial from '../../../src/io/store/migrations/001-initial.ts';
import { testDatabase } from '../../support/database.ts';
import { pollBench } from '../../support/poll-step.ts';
import { scriptedServer } from '../../support/scripted-server.ts';

const DATE = '2026-03-02T08:00:00Z';
const TEXT = 'Officials said that exports of AI chips to China are banned from today.';

/**
 * Entries of one feed: as they were stored with the link as their only identity, and as the feed shows them today.
 */
const ENTRIES = [
  { title: 'Chips one', guid: 'id-1', link: 'https://paper.example/one', now: 'https://paper.example/one' },
  {
    title: 'Chips two',
    guid: 'https://www.paper.example/two',
    link: 'http://www.paper.example/two/',
    now: 'https://paper.example/two',
  },
  {
    title: 'Чипы три — новости',
    guid: 'https://paper.example/three?t=1',
    link: 'https://paper.example/three?t=1',
    now: 'https://paper.example/three?t=2',
  },
  { title: 'Folge vier', guid: 'ep-4', link: undefined, now: undefined },
  { title: 'Folge fünf', guid: 'ep-5', link: undefined, now: undefined },
  {
    title: '六番目',
    guid: `long-${'x'.repeat(2_000)}`,
    link: 'https://paper.example/six',
    now: 'https://paper.example/six',
  },
];

test('items of an older database are recognised: nothing is new, nothing is read or alerted twice', {
  timeout: 60_000,
}, async () => {
  const entries = ENTRIES.map(
    ({ title, guid, now }) =>
      `<item><title>${title}</title>${now === undefined ? '' : `<link>${now}</link>`}<guid isPermaLink="false">${guid}</guid>` +
      `<pubDate>${new Date(DATE).toUTCString()}</pubDate><description>${TEXT}</description></item>`,
  );
  await using server = await scriptedServer(() => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Paper</title>${entries.join('')}</channel></rss>`,
  }));
  const url = `${server.url}/feed.xml`;
  const database = await testDatabase({ migrated: false });
  const { db } = database;
  await new Migrator({
    db,
    provider: { getMigrations: async () => ({ '001-initial': initial }) },
  }).migrateToLatest();
  await sql`INSERT INTO feeds (url, listed_url, outlet, origin, succeeded_at) VALUES (${url}, ${url}, 'Paper', 'cli', ${DATE})`.execute(
    db,
  );
  await sql`
    INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag, language_confidence, confidence, via, reported_at, fetched_at)
    VALUES (${url}, ${url}, 'Paper', 'Folge vier', ${TEXT}, '', 'deu', 'de', 1, 1, 'feed', ${DATE}, ${DATE})`.execute(
    db,
  );
  for (const { title, guid, link } of ENTRIES) {
    const stored = link ?? `${url}#${guid}`;
    await sql`
      INSERT INTO items (feed_id, guid, url, url_key, title, entry_hash, published_at, state, article_id, first_seen_at, last_seen_at, done_at)
      VALUES (1, ${guid}, ${stored}, ${stored}, ${title}, 'of before', ${DATE}, 'done', ${link === undefined ? 1 : null}, ${DATE}, ${DATE}, ${DATE})`.execute(
      db,
    );
  }
  expect(await migrate(db)).toContain('002-item-identity');
  await using bench = await pollBench({}, undefined, database);
  const feed = await bench.watch(url);
  const before = new Set(server.requests);
  await feed.poll('2026-03-02T10:00:00Z');
  await feed.ingest();
  await feed.poll('2026-03-02T11:00:00Z');
  const items = await db.selectFrom('items').select(['title', 'state', 'rereads']).orderBy('id').execute();
  expect(items).toEqual(ENTRIES.map(({ title }) => ({ title, state: 'done', rereads: 0 })));
  expect(server.requests.filter((request) => !before.has(request) && request.path !== '/feed.xml')).toEqual(
    [],
  );
  expect(await db.selectFrom('alerts').select('id').execute()).toEqual([]);
});

test('names of any length are stored', { timeout: 60_000 }, async () => {
  const long = Array.from({ length: 6_000 }, (_, i) => ((i * 7919) % 36).toString(36)).join('');
  await using server = await scriptedServer(({ path }, base) => ({
    status: path === '/feed.xml' ? 200 : 410,
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Paper</title><item><title>${long}</title><link>${base}/${long}</link><guid isPermaLink="false">${long}</guid><description>${TEXT}</description></item></channel></rss>`,
  }));
  await using bench = await pollBench();
  const feed = await bench.watch(`${server.url}/feed.xml`, { backfillAge: 0 });
  await feed.poll('2026-03-02T10:00:00Z');
  await feed.ingest();
  await feed.poll('2026-03-02T11:00:00Z');
  const rows = await bench.pipeline.db.selectFrom('items').select(['state', 'article_id']).execute();
  expect(rows).toEqual([{ state: 'done', article_id: '1' }]);
});
