import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../src/io/channels/channel.ts';
import type { Database } from '../../src/io/store/database.ts';
import { backends } from '../support/backends.ts';
import { testDatabase } from '../support/database.ts';
import { labelledArticles } from '../support/loopback-outlet.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { runPipeline } from '../support/run-pipeline.ts';
import { scriptedServer } from '../support/scripted-server.ts';

const PATIENCE = { timeout: 60_000, interval: 100 };
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const RSS = { 'content-type': 'application/rss+xml' };

const [report] = labelledArticles().filter(
  ({ lang, topics }) => lang === 'eng' && topics.length === 1 && topics[0] === 'chip_ban',
);
if (report === undefined) throw new Error('the labelled set has no English article on a chip ban');

function pageOf(title: string, paragraphs: readonly string[], head = ''): string {
  const body = paragraphs.map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`);
  return `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body.join('')}</article></body></html>`;
}

describe.each(backends)('an item that changes, queues on $name', { timeout: 120_000 }, ({ redisUrl }) => {
  test('under another guid, another title and with other text, is read again and alerts once', async () => {
    const paragraphs = report.body.split('\n\n');
    const state = { guid: 'one', title: report.title, query: '', paragraphs, requests: 0 };
    await using server = await scriptedServer(({ path }, base) => {
      if (path === '/feed.xml') {
        state.requests += 1;
        return {
          headers: RSS,
          body: rssOf([
            {
              title: state.title,
              guid: state.guid,
              link: `${base}/report.html${state.query}`,
              description: (state.paragraphs.at(-1) ?? '').slice(0, 200),
              published: new Date().toISOString(),
            },
          ]),
        };
      }
      if (!path.startsWith('/report.html')) return undefined;
      const canonical = `<link rel="canonical" href="${base}/report.html">`;
      return { headers: HTML, body: pageOf(state.title, state.paragraphs, canonical) };
    });
    await using database = await testDatabase();
    const { db } = database;
    const sent: string[] = [];
    const channel: Channel = {
      name: 'collect',
      kind: 'console',
      maxStories: 10,
      async send(message) {
        sent.push(JSON.stringify(message));
        return { status: 'delivered', answer: 'ok' };
      },
    };
    await using _running = await runPipeline({
      databaseUrl: database.url,
      redisUrl,
      channels: [channel],
      feeds: [`${server.url}/feed.xml`],
    });
    await expect.poll(() => sent.length, PATIENCE).toBe(1);
    const first = await onlyRow(db);
    expect(first).toMatchObject({ title: report.title, guid: 'one' });

    /** Polls once more and waits until the new items are read. */
    const again = async (change: Partial<typeof state>) => {
      Object.assign(state, change);
      const seen = state.requests;
      await db
        .updateTable('feeds')
        .set({ next_poll_at: new Date(0) })
        .execute();
      await expect.poll(() => state.requests, PATIENCE).toBeGreaterThan(seen);
      await expect.poll(async () => (await onlyRow(db)).guid, PATIENCE).toBe(state.guid);
      await expect.poll(async () => (await onlyRow(db)).state, PATIENCE).toBe('done');
    };

    // A new guid and a tracking parameter: the same item, whose text has not changed.
    await again({ guid: 'two', query: '?utm_source=rss&utm_campaign=x' });
    expect(await onlyRow(db)).toMatchObject({ id: first.id, fetched_at: first.fetched_at });

    const title = `${report.title}, ministry says`;
    const added =
      'The ministry added a list of companies on Tuesday evening, and promised details next month.';
    await again({ guid: 'three', title, paragraphs: [...paragraphs, added] });
    const last = await onlyRow(db);
    expect(last).toMatchObject({ id: first.id, article_id: first.article_id, title });
    expect(last.text).toContain(added);
    expect(last.matched_at > first.matched_at).toBe(true);
    // No alert: the route already had one of this story and topic.
    expect(await count(db, 'alerts')).toBe(1);
    expect(await count(db, 'deliveries')).toBe(1);
    expect(sent).toHaveLength(1);
  });
});

async function count(db: Database, table: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`SELECT count(*) FROM ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.count);
}

/** The single item with its article and match; fails if there are several. */
async function onlyRow(db: Database) {
  const rows = await db
    .selectFrom('items')
    .innerJoin('articles', 'articles.id', 'items.article_id')
    .innerJoin('matches', 'matches.article_id', 'articles.id')
    .select([
      'items.id',
      'items.guid',
      'items.state',
      'items.article_id',
      'articles.title',
      'articles.text',
      'articles.fetched_at',
      'matches.matched_at',
    ])
    .execute();
  if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one`);
  return rows[0]!;
}

describe('a known item', () => {
  let bench: PollBench;
  beforeAll(async () => {
    bench = await pollBench();
  });
  afterAll(() => bench[Symbol.asyncDispose]());

  test('that changes two days after it was first seen is not read again', async () => {
    let description = 'Before.';
    await using server = await scriptedServer(({ path }, base) =>
      path === '/feed.xml'
        ? { headers: RSS, body: rssOf([{ title: 'Report', link: `${base}/a.html`, description }]) }
        : { headers: HTML, body: pageOf('Report', [report.body]) },
    );
    const step = await bench.watch(`${server.url}/feed.xml`);
    const state = async () =>
      (
        await bench.pipeline.db
          .selectFrom('items')
          .select('state')
          .where('feed_id', '=', step.id)
          .executeTakeFirstOrThrow()
      ).state;
    await step.poll('2026-03-02T08:00:00Z');
    await step.ingest();
    expect(await state()).toBe('done');
    description = 'After a day.';
    await step.poll('2026-03-03T08:00:00Z');
    expect(await state()).toBe('new');
    await step.ingest();
    description = 'After two days.';
    await step.poll('2026-03-04T08:00:01Z');
    expect(await state()).toBe('done');
  });

  describe('whose host asks for a pause', () => {
    const AT = new Date('2026-03-02T08:00:00Z');

    /** A feed with two items whose pages have this response until `recover` is called. */
    async function restingHost(status: number, retryAfter: string) {
      let isResting = true;
      const server = await scriptedServer(({ path }, base) => {
        const entry = (name: string) => ({ title: `Report ${name}`, link: `${base}/${name}.html` });
        if (path === '/feed.xml') return { headers: RSS, body: rssOf([entry('a'), entry('b')]) };
        if (!path.endsWith('.html')) return undefined;
        if (isResting) return { status, headers: { 'retry-after': retryAfter }, body: 'Later.' };
        return { headers: HTML, body: pageOf(`Report ${path.at(1)}`, [report!.body]) };
      });
      const step = await bench.watch(`${server.url}/feed.xml`);
      await step.poll(AT);
      const items = () =>
        bench.pipeline.db
          .selectFrom('items')
          .select(['state', 'outcome', 'attempts', 'due_at'])
          .where('feed_id', '=', step.id)
          .orderBy('id')
          .execute();
      return {
        step,
        items,
        asked: () => server.requests.filter(({ path }) => path.endsWith('.html')).length,
        recover() {
          isResting = false;
        },
        /** Ends the host's rest in the database, whose clock the test does not control. */
        async wake() {
          await sql`UPDATE hosts SET next_slot_at = '-infinity'`.execute(bench.pipeline.db);
        },
        [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
      };
    }

    test.each([
      [429, '900', 900],
      [503, 'Mon, 02 Mar 2026 08:10:00 GMT', 600],
      [429, '86400', 1_800],
    ])('with %i and %s: it and the others of the host wait %i s', async (status, asks, seconds) => {
      await using host = await restingHost(status, asks);
      await host.step.ingest();
      const [first, second] = await host.items();
      expect(first).toMatchObject({ state: 'new', attempts: 1, outcome: `the page answered ${status}` });
      expect((first!.due_at!.getTime() - AT.getTime()) / 1_000).toBe(seconds);
      expect(second).toMatchObject({ state: 'new', attempts: 0, outcome: 'the host is busy' });
      expect(second!.due_at!.getTime() - AT.getTime()).toBeGreaterThan((seconds - 10) * 1_000);
      expect(host.asked()).toBe(1);

      host.recover();
      await host.wake();
      bench.setClock(new Date(AT.getTime() + (seconds + 60) * 1_000));
      await host.step.ingest();
      expect(await host.items()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
      expect((await host.items())[0]!.outcome).toContain('read from the page');
    });

    test('a second time: the feed’s text is used', async () => {
      await using host = await restingHost(429, '600');
      await host.step.ingest();
      await host.wake();
      bench.setClock(new Date(AT.getTime() + 700_000));
      await host.step.ingest();
      expect((await host.items())[0]).toMatchObject({
        state: 'done',
        outcome: 'read from the feed: the page answered 429',
      });
    });
  });

  describe('whose page shows no text', () => {
    const long = [report.body, 'The list takes effect next month.'];

    async function outcomeOf(pages: Record<string, string>, title: string) {
      const server = await scriptedServer(({ path }, base) => {
        if (path === '/feed.xml')
          return { headers: RSS, body: rssOf([{ title, link: `${base}/a.html`, description: 'Teaser.' }]) };
        const page = pages[path];
        return page === undefined ? undefined : { headers: HTML, body: page.replaceAll('BASE', base) };
      });
      await using _server = server;
      const step = await bench.watch(`${server.url}/feed.xml`);
      await step.poll('2026-03-02T08:00:00Z');
      await step.ingest();
      const row = await bench.pipeline.db
        .selectFrom('items')
        .innerJoin('articles', 'articles.id', 'items.article_id')
        .select(['items.outcome', 'articles.text', 'articles.canonical_url'])
        .where('feed_id', '=', step.id)
        .executeTakeFirstOrThrow();
      const asked = server.requests.map(({ path }) => path).filter((path) => path.endsWith('html'));
      return { ...row, asked, canonical: new URL(row.canonical_url).pathname };
    }

    const amp = '<link rel="amphtml" href="BASE/amp/a.html">';
    const shell = pageOf('Report', [], amp);
    const ampPage = pageOf('Report', long, '<link rel="canonical" href="BASE/a.html">');

    test('is read from its AMP version, once, under its own address', async () => {
      const read = await outcomeOf({ '/a.html': shell, '/amp/a.html': ampPage }, 'Report');
      expect(read.outcome).toContain('AMP version');
      expect(read.text).toContain('The list takes effect next month.');
      expect(read.asked).toEqual(['/a.html', '/amp/a.html']);
      expect(read.canonical).toBe('/a.html');
    });

    test.each([
      ['is gone', {}],
      ['says no more', { '/amp/a.html': shell }],
      [
        'is forbidden by robots.txt',
        { '/amp/a.html': ampPage, '/robots.txt': 'User-agent: *\nDisallow: /amp/' },
      ],
    ])('uses the text that it has when its AMP version %s', async (_, pages) => {
      const read = await outcomeOf({ '/a.html': shell, ...pages }, 'Report');
      expect(read.outcome).not.toContain('AMP version');
      expect(read.text).not.toContain('The list takes effect');
    });

    test('does not fetch another version when it has its text', async () => {
      const read = await outcomeOf(
        { '/a.html': pageOf('Report', long, amp), '/amp/a.html': ampPage },
        'Report',
      );
      expect(read.asked).toEqual(['/a.html']);
    });
  });
});
