import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import type { Database } from '../../src/io/store/database.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { backends } from '../support/backends.ts';
import { testDatabase } from '../support/database.ts';
import { type LabelledArticle, labelledArticles, loopbackOutlet } from '../support/loopback-outlet.ts';
import { runPipeline } from '../support/run-pipeline.ts';
import { reportsOfEvent, storyOutlets } from '../support/story-outlets.ts';
import { webhookReceiver } from '../support/webhook-receiver.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };

function hook(url: string) {
  return openChannel({ kind: 'webhook', name: 'hook', url, timeoutSeconds: 5 });
}

async function count(db: Database, what: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`SELECT count(*) FROM ${sql.raw(what)}`.execute(db);
  return Number(rows[0]?.count);
}

interface WholePathOptions {
  readonly redisUrl: string | undefined;
  readonly feeds?: number;
  /** False where the outlet has removed its pages. */
  readonly pages?: boolean;
  readonly concurrency?: number;
}

/** An outlet with these articles, a receiver of alerts, and a pipeline that connects them. */
async function wholePath(articles: readonly LabelledArticle[], options: WholePathOptions) {
  const { redisUrl, feeds = 1, pages = true, concurrency = 8 } = options;
  await using opening = new AsyncDisposableStack();
  const outlet = opening.use(await loopbackOutlet(articles, feeds, { pages }));
  const receiver = opening.use(await webhookReceiver());
  const database = opening.use(await testDatabase());
  const { queues } = opening.use(
    await runPipeline({
      databaseUrl: database.url,
      redisUrl,
      channels: [hook(receiver.url)],
      feeds: outlet.feeds,
      concurrency,
    }),
  );
  const opened = opening.move();
  return { receiver, db: database.db, queues, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}

describe.each(backends)('the whole path, queues on $name', { timeout: 120_000 }, ({ redisUrl }) => {
  test('articles of an outlet become items, articles, matches and alerts', async () => {
    const articles = labelledArticles().filter((_, index) => index % 12 === 0);
    await using path = await wholePath(articles, { redisUrl, feeds: 2 });
    const { db } = path;
    await expect.poll(() => count(db, "items WHERE state = 'done'"), PATIENCE).toBe(articles.length);
    await expect
      .poll(() => count(db, "deliveries WHERE state = 'delivered'"), PATIENCE)
      .toBe(await count(db, 'alerts'));

    const rows = await db
      .selectFrom('items')
      .innerJoin('articles', 'articles.id', 'items.article_id')
      .select(['items.guid', 'articles.language', 'articles.via', 'articles.text'])
      .execute();
    for (const row of rows) {
      const article = articles.find((one) => one.id === row.guid)!;
      expect(row.language, row.guid).toBe(article.lang);
      expect(row.via).toBe('dom');
      expect(row.text).toContain(article.body.split('\n\n')[0]);
      expect(row.text).not.toContain('All rights reserved');
    }
    expect(path.receiver.seen.size).toBeGreaterThan(3);
    expect([...path.receiver.seen.values()].every((times) => times === 1)).toBe(true);
  });

  test('emptying the queue loses nothing', async () => {
    const articles = labelledArticles().slice(0, 6);
    await using path = await wholePath(articles, { redisUrl, concurrency: 1 });
    const { db } = path;
    await expect.poll(() => count(db, 'items'), PATIENCE).toBe(articles.length);
    await path.queues.obliterate('articles');
    await expect.poll(() => count(db, "items WHERE state = 'done'"), PATIENCE).toBe(articles.length);
    await expect.poll(() => count(db, "deliveries WHERE state = 'pending'"), PATIENCE).toBe(0);
    expect(await count(db, "alerts WHERE development = 'first'")).toBe(await count(db, 'stories'));
  });

  test('a page that is not there is read from its feed, and the item says so', async () => {
    const articles = labelledArticles().slice(0, 2);
    await using path = await wholePath(articles, { redisUrl, pages: false });
    const { db } = path;
    await expect.poll(() => count(db, 'items WHERE done_at IS NOT NULL'), PATIENCE).toBe(articles.length);
    const rows = await db
      .selectFrom('items')
      .innerJoin('articles', 'articles.id', 'items.article_id')
      .select(['items.guid', 'outcome', 'via', 'text'])
      .execute();
    for (const row of rows) {
      expect(row).toMatchObject({ outcome: 'read from the feed: the page answered 404', via: 'feed' });
      expect(articles.find((article) => article.id === row.guid)!.body).toContain(row.text.slice(0, 100));
    }
  });

  test('ten outlets in four languages, one event: one alert; its entry into force and a reversal the day after are alerted', async () => {
    const reports = reportsOfEvent('e112');
    await using outlets = await storyOutlets([...new Set(reports.map((report) => report.outlet))]);
    await using receiver = await webhookReceiver();
    await using database = await testDatabase();
    const { db } = database;
    await addFeeds(
      db,
      [...outlets.feeds].map(([outlet, url]) => ({ url, outlet, origin: 'cli', backfillAgeSeconds: 0 })),
    );
    await using _running = await runPipeline({
      databaseUrl: database.url,
      redisUrl,
      channels: [hook(receiver.url)],
    });
    for (const [index, report] of reports.entries()) {
      outlets.publish(report);
      await db
        .updateTable('feeds')
        .set({ next_poll_at: new Date(0) })
        .where('outlet', '=', report.outlet)
        .execute();
      await expect.poll(() => count(db, "items WHERE state = 'done'"), PATIENCE).toBe(index + 1);
    }
    expect(await count(db, 'stories')).toBe(1);
    const story = await db.selectFrom('stories').selectAll().executeTakeFirstOrThrow();
    expect(story.outlets).toHaveLength(10);
    expect(story.languages).toHaveLength(4);

    const alerts = await db
      .selectFrom('alerts')
      .innerJoin('articles', 'articles.id', 'alerts.article_id')
      .select(['alerts.kind', 'alerts.reason', 'articles.reported_at'])
      .orderBy('alerts.id')
      .execute();
    const nextDay = new Date('2025-11-14T00:00:00Z');
    expect(
      alerts.filter((alert) => alert.reported_at < nextDay).map(({ kind, reason }) => ({ kind, reason })),
    ).toEqual([
      { kind: 'alert', reason: null },
      { kind: 'update', reason: 'now in force (was proposed)' },
    ]);
    const later = alerts.filter((alert) => alert.reported_at >= nextDay);
    expect(later).toHaveLength(1);
    expect(later[0]).toMatchObject({
      kind: 'update',
      reason: expect.stringContaining('now eased (was in force)'),
    });
    await expect.poll(() => receiver.bodies.length, PATIENCE).toBe(3);
  });
});
