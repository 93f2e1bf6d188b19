import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { statementsOf } from '../support/count-statements.ts';
import { type LabelledArticle, labelledArticles } from '../support/loopback-outlet.ts';
import { type PollBench, type PollStep, pollBench, rssOf } from '../support/poll-step.ts';

// Items that are ready at the same time are stored in one batch. Each page is on its own host: every address in 127/8
// is this machine.

const AT = '2026-11-20T12:00:00Z';
const all = labelledArticles();
const onTopic = all.filter(({ lang, topics }) => lang === 'eng' && topics.includes('chip_ban'));
const offTopic = all.filter(({ topics }) => topics.length === 0);

const pages = new Map<string, string>();
const feeds = new Map<string, string>();
const server = createServer((request, response) => {
  const host = request.headers.host?.split(':')[0] ?? '';
  const feed = feeds.get(request.url ?? '');
  const page = pages.get(`${host}${request.url}`);
  response.setHeader('content-type', feed === undefined ? 'text/html; charset=utf-8' : 'application/rss+xml');
  response.statusCode = feed === undefined && page === undefined ? 404 : 200;
  response.end(feed ?? page ?? 'nothing here');
});
let bench: PollBench;
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  ({ port } = server.address() as AddressInfo);
  bench = await pollBench();
});
afterAll(async () => {
  await bench[Symbol.asyncDispose]();
  server.closeAllConnections();
  server.close();
});

interface Shown extends Pick<LabelledArticle, 'title' | 'body'> {
  /** The last part of the IP address of the page's host. */
  readonly host: number;
  readonly path: string;
}

function pageOf({ title, body }: Shown, head = ''): string {
  const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraphs = body.split('\n\n').map((text) => `<p>${safe(text)}</p>`);
  return `<!doctype html><html lang="en"><head><title>${safe(title)}</title>${head}</head><body><article><h1>${safe(title)}</h1>${paragraphs.join('')}</article></body></html>`;
}

let watched = 0;

/** Polls a new feed with these entries, so that its items are waiting. */
async function polled(entries: readonly Shown[], head = ''): Promise<PollStep> {
  const path = `/feed-${++watched}.xml`;
  for (const entry of entries) pages.set(`127.0.1.${entry.host}${entry.path}`, pageOf(entry, head));
  feeds.set(
    path,
    rssOf(
      entries.map((entry) => ({
        title: entry.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
        link: `http://127.0.1.${entry.host}:${port}${entry.path}`,
        published: AT,
      })),
    ),
  );
  const step = await bench.watch(`http://127.0.1.1:${port}${path}`);
  await step.poll(AT);
  return step;
}

async function waitingItems(): Promise<string[]> {
  const rows = await bench.pipeline.db.selectFrom('items').select('id').where('state', '=', 'new').execute();
  return rows.map(({ id }) => id);
}

/**
 * Reads the waiting items and lets storing begin when all of them are read, so that the load is full on any machine.
 */
async function readAll(): Promise<void> {
  const { signal } = new AbortController();
  const { pipeline } = bench;
  const ids = await waitingItems();
  let unread = ids.length;
  let letGo = () => {};
  const allRead = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const reader: DocumentReader = {
    ...pipeline.reader,
    unread: 0,
    unreadBytes: 0,
    async readArticle(task, taskSignal) {
      const read = await pipeline.reader.readArticle(task, taskSignal);
      if (--unread === 0) letGo();
      await allRead;
      return read;
    },
  };
  await Promise.all(ids.map((id) => ingestItem({ ...pipeline, reader }, id, signal)));
}

const shown = (articles: readonly LabelledArticle[], path: string): Shown[] =>
  articles.map(({ title, body }, at) => ({ title, body, host: 10 + at, path: `${path}-${at}.html` }));

async function statesOf(): Promise<Record<string, number>> {
  const rows = await bench.pipeline.db
    .selectFrom('items')
    .select(['state', (eb) => eb.fn.countAll<string>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

test('an article without a match takes two statements at full load, one with a match six', async () => {
  // The first run also pays for rules, threads and each host's robots.txt, so it is not measured.
  await polled(shown([...offTopic.slice(0, 32), ...onTopic.slice(0, 8)], '/first'));
  await readAll();
  await polled(shown(offTopic.slice(32, 64), '/off'));
  const off = await statementsOf(readAll);
  await polled(shown(onTopic.slice(8, 24), '/on'));
  const on = await statementsOf(readAll);
  console.log(
    `statements an article: ${(off.length / 32).toFixed(1)} without a match, ${(on.length / 16).toFixed(1)} with one`,
  );
  expect(await statesOf()).toEqual({ done: 88 });
  expect(off.length / 32).toBeLessThanOrEqual(2);
  expect(on.length / 16).toBeLessThanOrEqual(6);
}, 120_000);

test('two reports of one event that are stored in one batch are one story, alerted once', async () => {
  const { db } = bench.pipeline;
  const before = await db.selectFrom('stories').select('id').execute();
  const [report] = onTopic.slice(24);
  const title = `${report!.title} in Ruritania`;
  await polled([
    { title, body: report!.body, host: 60, path: '/one.html' },
    { title, body: report!.body, host: 61, path: '/two.html' },
  ]);
  await readAll();
  const stories = await db
    .selectFrom('articles')
    .innerJoin('stories', 'stories.id', 'articles.story_id')
    .select(['stories.id', 'stories.article_count', 'articles.story_reasons'])
    .where('articles.title', '=', title)
    .execute();
  expect(stories).toHaveLength(2);
  expect(new Set(stories.map(({ id }) => id)).size).toBe(1);
  const [story] = stories;
  expect(before.map(({ id }) => id)).not.toContain(story!.id);
  expect(story!.article_count).toBe(2);
  const alerts = await db.selectFrom('alerts').select('id').where('story_id', '=', story!.id).execute();
  expect(alerts).toHaveLength(1);
}, 60_000);

test('items of several feeds with one page share its article; of one feed they do not', async () => {
  const { db } = bench.pipeline;
  const { title, body } = offTopic[64]!;
  const canonical = `http://127.0.1.70:${port}/shared.html`;
  const entry = { title: `${title} everywhere`, body, host: 70, path: '/shared.html' };
  await polled([entry], `<link rel="canonical" href="${canonical}">`);
  await polled([entry], `<link rel="canonical" href="${canonical}">`);
  const other = { ...entry, title: `${offTopic[65]!.title} elsewhere`, path: '/other.html' };
  await polled([other], `<link rel="canonical" href="${canonical}">`);
  await readAll();
  const rows = await db
    .selectFrom('items')
    .select(['article_id', 'url'])
    .where('url', 'like', 'http://127.0.1.70%')
    .orderBy('id')
    .execute();
  expect(rows).toHaveLength(3);
  expect(rows[0]!.article_id).toBe(rows[1]!.article_id);
  expect(rows[2]!.article_id).not.toBeNull();
}, 60_000);

test('an article that the database refuses does not affect the others', async () => {
  const { db } = bench.pipeline;
  const some = shown(offTopic.slice(70, 76), '/refused').map((entry) => ({
    ...entry,
    host: entry.host + 70,
  }));
  await polled(some);
  const [bad] = await waitingItems();
  await sql`CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN
    IF NEW.id = ${sql.lit(Number(bad))} AND NEW.state = 'done' THEN RAISE check_violation; END IF; RETURN NEW; END $$ LANGUAGE plpgsql`.execute(
    db,
  );
  await sql`CREATE TRIGGER refusing BEFORE UPDATE ON items FOR EACH ROW EXECUTE FUNCTION refuse()`.execute(
    db,
  );
  await readAll();
  const rows = await db
    .selectFrom('items')
    .select(['id', 'state', 'outcome', 'attempts'])
    .where('url', 'like', '%/refused-%')
    .execute();
  for (const row of rows) expect(row.state === 'done', `${row.id}: ${row.outcome}`).toBe(row.id !== bad);
  expect(rows.find(({ id }) => id === bad)).toMatchObject({ state: 'new', attempts: 1 });
  await sql`DROP TRIGGER refusing ON items`.execute(db);
}, 60_000);
