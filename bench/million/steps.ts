import { sql } from 'kysely';
import { MAX_CANDIDATES, STORY_WINDOW_MS } from '../../src/core/stories/limits.ts';
import type { FeaturedArticle } from '../../src/core/stories/story.ts';
import { latestAlerts } from '../../src/io/store/alerts.ts';
import { itemsPublishedSince, listFeeds } from '../../src/io/store/feeds/feeds.ts';
import { listItems, startItems } from '../../src/io/store/items/item-attempts.ts';
import { listDeliveries } from '../../src/io/store/deliveries/listed-deliveries.ts';
import { removeOld } from '../../src/io/store/retention.ts';
import { itemsWithPage, tallyPages } from '../../src/io/store/items/shared-pages.ts';
import { listStories, nearStories } from '../../src/io/store/stories/stories.ts';
import { countTrendDays } from '../../src/io/store/stories/trend-days.ts';
import { checkSplits } from '../../src/pipeline/stories/check-splits.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import { storeReading } from '../../src/pipeline/articles/store-readings.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import type { ReadPage } from '../../src/pipeline/threads/read-article.ts';
import type { Archive } from './archive.ts';
import { inLines } from './measured.ts';

const { signal } = new AbortController();
const DAY = 86_400_000;

/** Polls the feeds with these numbers, sixteen at a time, as a process does. Returns how many there were. */
export async function poll({ db, pipeline }: Archive, from: number, count: number): Promise<number> {
  const ids = Array.from({ length: count }, (_, at) => String(from + at));
  await sql`UPDATE feeds SET next_poll_at = now(), unconditional_at = now(), etag = '"1"', leased_until = NULL
    WHERE id = ANY (${ids}::bigint[])`.execute(db);
  await inLines(ids, 16, (id) => pollFeed(pipeline, id, signal));
  const { rows } = await sql<{ failed: string }>`
    SELECT last_error AS failed FROM feeds WHERE id = ANY (${ids}::bigint[]) AND last_error IS NOT NULL LIMIT 1`.execute(
    db,
  );
  if (rows[0] !== undefined) throw new Error(`a poll failed: ${rows[0].failed}`);
  return count;
}

/** What is stored: readings without a match, and one with a match among twenty. */
export interface Readings {
  readonly unmatched: readonly ReadPage[];
  readonly matched: readonly ReadPage[];
  readonly report: (at: Date) => FeaturedArticle;
}

/** Stores so many of the items that polls have brought, as if their pages had just been read. */
export async function store({ db, pipeline }: Archive, readings: Readings, count: number): Promise<number> {
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM items WHERE state = 'new' ORDER BY id LIMIT ${count}`.execute(db);
  const ids = rows.map(({ id }) => id);
  const items = [...(await startItems(db, ids, { now: new Date(), leaseSeconds: 600 })).values()];
  if (items.length < count) throw new Error(`only ${items.length} of ${count} items wait`);
  await inLines(
    items.map((item, at) => ({ item, at })),
    64,
    async ({ item, at }) => {
      const now = new Date();
      const from = at % 20 === 0 ? readings.matched : readings.unmatched;
      const page = from[at % from.length] as ReadPage;
      const story = at % 20 === 0 ? readings.report(now) : undefined;
      const read = {
        ...page,
        story,
        reportedAt: now,
        contentHash: item.key.slice(0, 22),
        article: { ...page.article, title: item.title, canonicalUrl: item.url, published: now },
      };
      await storeReading(db, {
        publishing: pipeline,
        reader: { unread: 0 },
        item,
        read,
        article: { ...read, url: item.url, outlet: item.outlet, sample: false, features: story?.features },
        outcome: 'read from the page (schema.org)',
        page: () => ({ verdict: 'named', signs: [`title ${item.id}`, `text ${item.id}`] }),
        now,
      });
    },
  );
  return count;
}

/** Looks up the stories that the report may belong to. */
export async function lookUp({ db }: Archive, { features, keys }: FeaturedArticle): Promise<number> {
  const since = new Date(features.at - STORY_WINDOW_MS);
  return (await nearStories(db, [{ keys, since }], [], MAX_CANDIDATES)).length;
}

/** What a service and people ask for now and then. */
export const ONCE: Readonly<Record<string, (archive: Archive) => Promise<unknown>>> = {
  'sweep of feeds': ({ pipeline }) => sweeps.feeds(pipeline),
  'sweep of items': ({ pipeline }) => sweeps.articles(pipeline),
  'sweep of deliveries': ({ pipeline }) => sweeps.deliveries(pipeline),
  'items with the same page': ({ db }) =>
    itemsWithPage(db, { id: '0', feed_id: '1', url: '' }, ['a sign', 'another'], new Date()),
  'alerts list': ({ db }) => latestAlerts(db, { topic: undefined, since: undefined, limit: 30 }),
  'stories list': ({ db }) => listStories(db, { topic: undefined, since: undefined, limit: 30 }),
  'stories list of a topic': ({ db }) =>
    listStories(db, { topic: 'customs_check', since: undefined, limit: 30 }),
  'deliveries list': ({ db }) => listDeliveries(db, { state: undefined, limit: 50 }),
  'items list': ({ db }) => listItems(db, { state: 'failed', limit: 50 }),
  'feeds list': async ({ db }) => {
    await listFeeds(db);
    await itemsPublishedSince(db, new Date(Date.now() - 7 * DAY));
    await tallyPages(db, new Date(Date.now() - 14 * DAY));
  },
  'nightly check of stories': ({ pipeline }) => checkSplits(pipeline, 'propose', signal),
  'nightly count of trends': ({ db }) => countTrendDays(db, new Date(), signal),
};

/** Removes the oldest rows, the same number of each kind from each archive. Returns how many were removed. */
export async function removeOldest({ db }: Archive, count: number): Promise<number> {
  const oldest = async (column: string, from: string, nth: number): Promise<Date> => {
    const { rows } = await sql<{
      at: Date;
    }>`SELECT ${sql.ref(column)} AS at FROM ${sql.raw(from)} ORDER BY 1 OFFSET ${nth} LIMIT 1`.execute(db);
    if (rows[0] === undefined) throw new Error(`fewer than ${nth} rows: ${from}`);
    return rows[0].at;
  };
  const removed = await removeOld(
    db,
    {
      unmatched: await oldest('fetched_at', 'articles WHERE story_id IS NULL', count),
      stories: await oldest('last_report_at', 'stories', count / 10),
      raw: await oldest('done_at', 'items WHERE summary IS NOT NULL', count),
      ledger: await oldest('at', 'ledger', count),
    },
    signal,
  );
  return Object.values(removed).reduce((sum, one) => sum + one, 0);
}
