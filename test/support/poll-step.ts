import { type Logger, pino } from 'pino';
import { afterAll } from 'vitest';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import type { PageSource } from '../../src/io/http/page-source.ts';
import { addFeeds, type FeedRow, findFeed } from '../../src/io/store/feeds/feeds.ts';
import type { Pipeline, PipelineSettings } from '../../src/pipeline/context.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import { createDocumentReader, type DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { REPLAY_SETTINGS } from '../../src/pipeline/replay.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** Real parts, without queues and workers: each step runs, and the clock moves, when the test says so. */
export interface PollBench extends AsyncDisposable {
  readonly pipeline: Pipeline;
  setClock(at: string | Date): void;
  /** Watches a feed of its own. */
  watch(url: string, options?: WatchOptions): Promise<PollStep>;
}

export interface WatchOptions {
  readonly settings?: Partial<PipelineSettings>;
  /** That of the settings where undefined. Seconds. */
  readonly backfillAge?: number;
  /** Loopback HTTP by default. */
  readonly source?: PageSource;
}

/** One feed of a bench. */
export interface PollStep {
  readonly id: string;
  /** Moves the clock to that instant, makes the feed due and polls it. */
  poll(at: string | Date): Promise<FeedRow>;
  /** Reads all its items that wait for it. */
  ingest(): Promise<void>;
  feed(): Promise<FeedRow>;
}

let reader: DocumentReader | undefined;

/** One for all benches of a file: it keeps nothing of what it reads, and its thread takes a second to start. */
function sharedReader(): DocumentReader {
  reader ??= createDocumentReader({ threads: 1, topics: 'config/topics', entities: 'config/entities.yaml' });
  return reader;
}

afterAll(async () => {
  await reader?.close();
  reader = undefined;
});

export async function pollBench(
  settings: Partial<PipelineSettings> = {},
  log: Logger = pino({ level: 'silent' }),
  filled?: TestDatabase,
): Promise<PollBench> {
  const database = filled ?? (await testDatabase());
  const { db } = database;
  const source = createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true });
  let clock = new Date(0);
  const pipeline: Pipeline = {
    db,
    // What is due is found in the database.
    queues: { enqueue: async () => {} },
    source,
    post: source.post,
    reader: sharedReader(),
    channels: new Map(),
    settings: {
      ...REPLAY_SETTINGS,
      routes: [{ name: 'all', channels: [], updates: true, timeZone: 'UTC' }],
      perHost: { concurrency: 32, spacing: 0 },
      ...settings,
    },
    log,
    now: () => clock,
    random: Math.random,
  };
  const { signal } = new AbortController();
  return {
    pipeline,
    setClock(at) {
      clock = new Date(at);
    },
    async watch(url, options = {}) {
      const own: Pipeline = {
        ...pipeline,
        source: options.source ?? source,
        settings: { ...pipeline.settings, ...options.settings },
      };
      await addFeeds(db, [
        { url, outlet: 'Example Daily', origin: 'cli', backfillAgeSeconds: options.backfillAge },
      ]);
      const { id } = (await findFeed(db, url)) as FeedRow;
      const feed = () => db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      return {
        id,
        feed,
        async poll(at) {
          clock = new Date(at);
          await db.updateTable('feeds').set({ next_poll_at: clock }).where('id', '=', id).execute();
          await pollFeed(own, id, signal);
          return feed();
        },
        async ingest() {
          const items = await db
            .selectFrom('items')
            .select('id')
            .where('feed_id', '=', id)
            .where('state', '=', 'new')
            .orderBy('id')
            .execute();
          for (const item of items) await ingestItem(own, item.id, signal);
        },
      };
    },
    async [Symbol.asyncDispose]() {
      await source.close();
      await database[Symbol.asyncDispose]();
    },
  };
}

export interface RssItem {
  readonly title: string;
  readonly link: string;
  readonly guid?: string;
  readonly published?: string;
  readonly description?: string;
}

/** A plain RSS document. */
export function rssOf(items: readonly RssItem[], head = ''): string {
  const body = items.map(
    ({ title, link, guid, published, description }) =>
      `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${guid ?? link}</guid>` +
      (published === undefined ? '' : `<pubDate>${new Date(published).toUTCString()}</pubDate>`) +
      `<description>${description ?? title}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Example Daily</title>${head}${body.join('')}</channel></rss>`;
}
