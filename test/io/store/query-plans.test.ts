import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Channel } from '../../../src/io/channels/channel.ts';
import { deliverAlert } from '../../../src/pipeline/deliveries/deliver-alert.ts';
import { removeOld } from '../../../src/io/store/retention.ts';
import { itemsWithPage } from '../../../src/io/store/items/shared-pages.ts';
import { sweeps } from '../../../src/pipeline/sweep.ts';
import { type SentStatement, sentBy } from '../../support/count-statements.ts';
import { labelledArticles, loopbackOutlet } from '../../support/loopback-outlet.ts';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { plansOf } from '../../support/statement-plans.ts';

// Every statement that runs in a loop must find its rows by an index, because tables grow for years. The test takes
// the statements that are really sent.

/** Small tables: a row for each thing that people have configured. */
const SMALL = new Set(['channels', 'silences', 'nightly', 'pulses', 'topic_versions']);
const AT = new Date();

let bench: PollBench;
let admin: Client;
beforeAll(async () => {
  bench = await pollBench();
  const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(bench.pipeline.db);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${rows[0]!.name}`;
  admin = new Client({ connectionString: url.href });
  await admin.connect();
  // With few rows the planner prefers to read the whole table, so the test makes that expensive.
  await admin.query('SET enable_seqscan = off');
});
afterAll(async () => {
  await admin.end();
  await bench[Symbol.asyncDispose]();
});

/** The tables that a statement can only read completely. */
async function readWhole(statement: SentStatement): Promise<string[]> {
  const plans = await plansOf(admin, statement);
  const found = plans
    .flatMap(({ whole }) => whole)
    .filter((table) => !SMALL.has(table))
    .map((table) => `${table}: ${statement.text.trim().slice(0, 200)}`);
  return [...new Set(found)];
}

test('every statement on the way from a feed to a delivery has an index', async () => {
  const { signal } = new AbortController();
  const articles = labelledArticles().filter(
    ({ lang, topics }) => lang === 'eng' && topics.includes('chip_ban'),
  );
  await using outlet = await loopbackOutlet(articles.slice(0, 4));
  const channel: Channel = {
    name: 'plans',
    kind: 'test',
    maxStories: 1,
    send: async () => ({ status: 'delivered', answer: '' }),
  };
  const settings = {
    robots: true,
    routes: [{ name: 'all', channels: ['plans'], updates: true, timeZone: 'UTC' }],
  };
  const step = await bench.watch(outlet.feeds[0]!, { settings, backfillAge: 0 });
  const pipeline = { ...bench.pipeline, channels: new Map([['plans', { channel, pace: undefined }]]) };
  const sent = await sentBy(async () => {
    for (const name of ['feeds', 'articles', 'deliveries'] as const) await sweeps[name](pipeline);
    await step.poll(AT);
    await step.poll(AT);
    await step.ingest();
    const due = await pipeline.db
      .selectFrom('deliveries')
      .select('id')
      .where(sql<boolean>`state = 'pending'`)
      .execute();
    expect(due.length).toBeGreaterThan(0);
    for (const { id } of due) await deliverAlert(pipeline, id, signal);
    for (const name of ['feeds', 'articles', 'deliveries'] as const) await sweeps[name](pipeline);
  });
  const statements = new Map(
    sent
      .filter(({ text }) => /^\s*(?:select|insert|update|delete|with)/i.test(text))
      .map((one) => [one.text, one]),
  );
  expect(statements.size).toBeGreaterThan(25);
  const found: string[] = [];
  for (const one of statements.values()) found.push(...(await readWhole(one)));
  expect(found).toEqual([]);
  // A statement without an index is found.
  expect(
    await readWhole({ text: 'SELECT 1 FROM articles WHERE site_name = $1', values: ['x'] }),
  ).toHaveLength(1);
}, 60_000);

test('items with the same page are looked up by its signs, not among all items from the newest on', async () => {
  const { db } = bench.pipeline;
  await sql`INSERT INTO items (feed_id, guid, url, url_key, key, title, entry_hash, state, first_seen_at, last_seen_at, done_at, page_signs)
    SELECT (SELECT min(id) FROM feeds), n::text, n::text, n::text, 'sign ' || n, 'Old ' || n, '', 'done', now(), now(), now(), ARRAY['sign ' || n]
      FROM generate_series(1, 20000) n`.execute(db);
  await sql`ANALYZE items`.execute(db);
  const [statement] = await sentBy(() =>
    itemsWithPage(db, { id: '1', feed_id: '1', url: '' }, ['another sign'], AT),
  );
  const plans = await plansOf(admin, statement!);
  for (const { reads, whole, inOrder } of plans) {
    expect([...whole, ...inOrder]).toEqual([]);
    expect(reads).toContain('Bitmap Index Scan items_page_signs');
  }
}, 60_000);

test('the nightly removal finds old items by their feed, and the topics of alerts by index', async () => {
  const { db } = bench.pipeline;
  const { signal } = new AbortController();
  const limits = { stories: new Date(), unmatched: undefined, raw: undefined, ledger: undefined };
  const sent = await sentBy(() => removeOld(db, limits, signal));
  const plansFor = async (part: string) => {
    const statement = sent.find(({ text }) => text.includes(part));
    return plansOf(admin, statement!);
  };
  for (const { reads } of await plansFor('DELETE FROM items'))
    expect(reads.filter((read) => read.includes('items_article'))).toEqual([]);
  for (const { whole } of await plansFor('DELETE FROM alert_topics')) expect(whole).toEqual([]);
}, 60_000);
