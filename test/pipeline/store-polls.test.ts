import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import { createSemaphore, runWithSemaphore } from '../../src/pipeline/semaphore.ts';
import { inStep } from '../support/in-step.ts';
import { statementsOf } from '../support/count-statements.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';

// Feeds with new entries, each on its own host: every address in 127/8 is this machine.

const FEEDS = 32;
const ENTRIES = 5;
const AT = new Date('2026-11-20T12:00:00Z');
const never = new AbortController().signal;
/** The titles that begin the entries of a feed, by its number; all others have harmless ones. */
let titles: Readonly<Record<number, string>> = {};
let titleOfFeed: Readonly<Record<number, string>> = {};
/** How many entries a feed has where it is not `ENTRIES`. */
let sizes: Readonly<Record<number, number>> = {};
let beforeAnswer: (nth: number) => Promise<void> = async () => {};
const server = createServer(async (request, response) => {
  const nth = Number(/127\.0\.4\.(\d+)/.exec(request.headers.host ?? '')?.[1]);
  await beforeAnswer(nth);
  const body = rssOf(
    Array.from({ length: sizes[nth] ?? ENTRIES }, (_, n) => ({
      title: `${n === 1 ? (titles[nth] ?? 'Port') : 'Port'} ${nth} ${n}`,
      link: `https://a.example/${nth}/${n}`,
      guid: `${nth}-${n}`,
    })),
  ).replace(/<title>[^<]*/, `<title>${titleOfFeed[nth] ?? 'A feed'}`);
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
});
let bench: PollBench;
const jobs: { readonly payload: { itemId: string; more?: string[] } }[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  bench = await pollBench();
  bench.setClock(AT);
  const { db } = bench.pipeline;
  // Examples of rows that the server refuses.
  await sql`ALTER TABLE items ADD CONSTRAINT no_bad CHECK (title NOT LIKE 'Bad%')`.execute(db);
  await sql`ALTER TABLE feeds ADD CONSTRAINT no_bad CHECK (title NOT LIKE 'Bad%')`.execute(db);
});
beforeEach(async () => {
  const { db } = bench.pipeline;
  [titles, titleOfFeed, sizes] = [{}, {}, {}];
  jobs.length = 0;
  await sql`TRUNCATE feeds, items, hosts CASCADE`.execute(db);
  const { port } = server.address() as AddressInfo;
  await addFeeds(
    db,
    Array.from({ length: FEEDS }, (_, at) => ({
      url: `http://127.0.4.${at + 1}:${port}/feed.xml`,
      outlet: 'Example Daily',
      origin: 'cli',
    })),
  );
  await db.updateTable('feeds').set({ next_poll_at: AT }).execute();
});
afterAll(async () => {
  await bench[Symbol.asyncDispose]();
  server.closeAllConnections();
  server.close();
});

/** Polls all feeds, sixteen at a time. Returns the statements. */
async function pollAll(): Promise<string[]> {
  const rows = await bench.pipeline.db.selectFrom('feeds').select('id').execute();
  const semaphore = createSemaphore(16);
  const pipeline = {
    ...bench.pipeline,
    source: inStep(bench.pipeline.source, 16),
    queues: {
      enqueue: async (_name: string, added: readonly unknown[]) => void jobs.push(...(added as typeof jobs)),
    },
  };
  return statementsOf(() =>
    runWithSemaphore(
      rows.map(({ id }) => id),
      semaphore,
      never,
      (id, permit) => pollFeed({ ...pipeline, giveWay: permit.end }, id, never),
    ),
  );
}

const stored = async () =>
  bench.pipeline.db
    .selectFrom('feeds')
    .leftJoin('items', 'items.feed_id', 'feeds.id')
    .select(['feeds.url', 'feeds.failures', 'feeds.started', 'feeds.content_hash', 'feeds.title'])
    .select(
      sql<string[]>`array_agg(items.title ORDER BY items.id) FILTER (WHERE items.id IS NOT NULL)`.as('items'),
    )
    .groupBy('feeds.id')
    .orderBy('feeds.id')
    .execute();
const entriesOf = (nth: number) => Array.from({ length: ENTRIES }, (_, n) => `Port ${nth} ${n}`);

test('a poll with new entries takes four statements at full load, and each feed has its own items', async () => {
  const seen = await pollAll();
  console.log(`statements a poll with new entries: ${(seen.length / FEEDS).toFixed(2)}`);
  expect(seen.length / FEEDS).toBeLessThanOrEqual(4);
  const rows = await stored();
  for (const [at, row] of rows.entries()) {
    expect(row).toMatchObject({ failures: 0, started: 0, title: 'A feed', items: entriesOf(at + 1) });
    expect(row.content_hash).not.toBeNull();
  }
  // The items of several feeds share jobs; the sweep adds what is more than a second's number.
  const ids = jobs.flatMap(({ payload: { itemId, more = [] } }) => [itemId, ...more]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(0);
  expect(jobs.length).toBeLessThan(ids.length);
});

test('no feed waits for one with thousands of entries that is stored at the same time', async () => {
  sizes = { 1: 2_000 };
  const { db } = bench.pipeline;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  // Its transaction cannot go on, as if it took long.
  beforeAnswer = async (nth) => {
    if (nth !== 1) return;
    beforeAnswer = async () => {};
    await new Promise<void>((locked) => {
      void db.transaction().execute(async (tx) => {
        await sql`SELECT FROM feeds WHERE url LIKE '%127.0.4.1:%' FOR UPDATE`.execute(tx);
        locked();
        await released;
      });
    });
  };
  const polls = pollAll();
  await expect
    .poll(async () => (await stored()).filter(({ items }) => items !== null).length, { timeout: 10_000 })
    .toBe(FEEDS - 1);
  release();
  await polls;
  expect((await stored()).map(({ items }) => items?.length)).toEqual([
    2_000,
    ...Array(FEEDS - 1).fill(ENTRIES),
  ]);
});

test('a refused entry costs only itself, a feed that cannot be written costs only that feed', async () => {
  titles = { 3: 'Bad', 9: 'Bad' };
  titleOfFeed = { 5: 'Bad feed' };
  await pollAll();
  const rows = await stored();
  for (const [at, row] of rows.entries()) {
    const nth = at + 1;
    const expected = entriesOf(nth).filter((_, n) => titles[nth] === undefined || n !== 1);
    if (nth === 5) expect(row).toMatchObject({ failures: 1, title: null, items: null });
    else expect(row).toMatchObject({ failures: 0, items: expected });
  }
});

test('known, changed and new entries of several feeds are told apart', async () => {
  await pollAll();
  titles = { 2: 'Harbour' };
  const { db } = bench.pipeline;
  await db.deleteFrom('items').where('title', '=', 'Port 7 4').execute();
  // Without it the document would count as unchanged.
  await db.updateTable('feeds').set({ next_poll_at: AT, content_hash: null }).execute();
  await pollAll();
  const rows = await stored();
  for (const [at, row] of rows.entries()) {
    const nth = at + 1;
    const expected = entriesOf(nth);
    if (nth === 2) expected[1] = 'Harbour 2 1';
    expect(row.items).toEqual(expected);
  }
});
