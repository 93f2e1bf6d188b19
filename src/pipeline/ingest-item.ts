import { hasPage } from '../core/items/item-from-entry.ts';
import { FetchError } from '../io/http/page-source.ts';
import { storeArticle, storeMatches, type ReadArticle } from '../io/store/articles.ts';
import { finishItem, type ItemWithFeed, postponeItem, unreadItem } from '../io/store/items.ts';
import { record } from '../io/store/ledger.ts';
import type { Pipeline } from './context.ts';
import { fetchPolitely } from './fetch-politely.ts';
import { mayFetch } from './obey-robots.ts';
import { publishArticle } from './publish-story.ts';
import type { ReadArticleTask, ReadPage } from './threads/read-article.ts';

/** After so many failed tries the feed's own words have to do. With the delays below that is about an hour. */
const TRIES = 5;
const FIRST_DELAY_SECONDS = 30;
/** Statuses that another try will not change. */
const FINAL_STATUSES = new Set([400, 401, 402, 403, 404, 405, 406, 410, 414, 421, 451]);

type PageOutcome =
  | {
      readonly status: 'page';
      readonly page: NonNullable<ReadArticleTask['page']>;
      readonly http: string | undefined;
    }
  /** There is no page to be had; the feed's words are used. The reason is for people. */
  | { readonly status: 'none'; readonly reason: string }
  | { readonly status: 'later'; readonly at: Date; readonly reason: string; readonly failed: boolean };

/** Fetches, reads, tags, classifies and publishes one item. Whatever happens, the item is done or due again. */
export async function ingestItem(pipeline: Pipeline, itemId: string, signal: AbortSignal): Promise<void> {
  const item = await unreadItem(pipeline.db, itemId, pipeline.now());
  if (item === undefined) return;
  try {
    await ingest(pipeline, item, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    await setAside(pipeline, item, error);
  }
}

/** An error that nobody foresaw costs the item a wait, and in the end its place: it must not come back every second. */
async function setAside(pipeline: Pipeline, item: ItemWithFeed, error: unknown): Promise<void> {
  const now = pipeline.now();
  const outcome = `unexpected error: ${error instanceof Error ? error.message : String(error)}`;
  const log = pipeline.log.child({ item: item.id, url: item.url });
  if (item.attempts + 1 >= TRIES) {
    await finishItem(pipeline.db, item.id, { state: 'failed', outcome, now });
    log.error({ event: 'item.failed', err: error }, 'item given up after an unexpected error');
    return;
  }
  await postponeItem(pipeline.db, item.id, retryAt(pipeline, item), outcome, true);
  log.error({ event: 'item.error', err: error }, 'unexpected error, will try the item again');
}

function retryAt(pipeline: Pipeline, item: ItemWithFeed): Date {
  const delay = FIRST_DELAY_SECONDS * 2 ** (item.attempts * 1.5) * (0.75 + pipeline.random() / 2);
  return new Date(pipeline.now().getTime() + delay * 1_000);
}

async function ingest(pipeline: Pipeline, item: ItemWithFeed, signal: AbortSignal): Promise<void> {
  const log = pipeline.log.child({ item: item.id, url: item.url });

  if (pipeline.settings.ignoreTitles.some((pattern) => pattern.test(item.title))) {
    await finishItem(pipeline.db, item.id, {
      state: 'done',
      outcome: 'title matches feeds.ignoreTitles',
      now: pipeline.now(),
    });
    return;
  }

  const outcome = await fetchPage(pipeline, item, signal);
  if (outcome.status === 'later') {
    await postponeItem(pipeline.db, item.id, outcome.at, outcome.reason, outcome.failed);
    if (outcome.failed)
      log.warn(
        { event: 'page.failed', attempt: item.attempts + 1, until: outcome.at, reason: outcome.reason },
        'page not fetched, will try again',
      );
    return;
  }

  const started = performance.now();
  let read: ReadPage;
  let why: string;
  try {
    read = await readPage(pipeline, item, outcome.status === 'page' ? outcome : undefined, signal);
    why =
      outcome.status === 'page'
        ? `read from the page (${read.article.via})`
        : `read from the feed: ${outcome.reason}`;
  } catch (error) {
    signal.throwIfAborted();
    if (outcome.status !== 'page') throw error;
    // The page killed its thread or its deadline: its feed entry is harmless.
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ event: 'page.unreadable', reason }, 'page could not be read');
    read = await readPage(pipeline, item, undefined, signal);
    why = `read from the feed: the page could not be read (${reason})`;
  }
  await store(pipeline, item, read, why);
  log.info(
    {
      event: 'item.read',
      outlet: item.outlet,
      language: read.language.language,
      via: read.article.via,
      topics: read.matches.map((match) => match.topic),
      characters: read.article.text.length,
      ms: Math.round(performance.now() - started),
    },
    'item read',
  );
}

async function fetchPage(pipeline: Pipeline, item: ItemWithFeed, signal: AbortSignal): Promise<PageOutcome> {
  if (!hasPage(item, item.feed_url)) return { status: 'none', reason: 'the entry has no link' };
  const giveUp = item.attempts + 1 >= TRIES;
  const retry = (reason: string, after?: Date): PageOutcome => {
    if (giveUp) return { status: 'none', reason };
    return {
      status: 'later',
      at: after ?? retryAt(pipeline, item),
      reason,
      failed: true,
    };
  };
  try {
    const allowed = await mayFetch(pipeline, item.url, signal);
    if (allowed.status === 'later')
      return { status: 'later', at: allowed.at, reason: 'the host is busy', failed: false };
    if (allowed.status === 'no') return { status: 'none', reason: allowed.reason };
    const outcome = await fetchPolitely(pipeline, { url: item.url, kind: 'page', signal });
    if (outcome.status === 'later')
      return { status: 'later', at: outcome.at, reason: 'the host is busy', failed: false };
    const { response } = outcome;
    if (response.status >= 200 && response.status < 300) {
      const contentType = response.headers['content-type'];
      if (contentType !== undefined && !/html|xml|text\/plain/i.test(contentType))
        return { status: 'none', reason: `the page is ${contentType}, not HTML` };
      return {
        status: 'page',
        page: { bytes: response.body, contentType, url: response.url },
        http: response.headers['content-language'],
      };
    }
    const reason = `the page answered ${response.status}`;
    return FINAL_STATUSES.has(response.status) ? { status: 'none', reason } : retry(reason);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.code === 'aborted') throw error;
    return error.transient && error.code !== 'too-large'
      ? retry(error.message)
      : { status: 'none', reason: error.message };
  }
}

async function readPage(
  pipeline: Pipeline,
  item: ItemWithFeed,
  fetched: Extract<PageOutcome, { status: 'page' }> | undefined,
  signal: AbortSignal,
): Promise<ReadPage> {
  return pipeline.reader.readArticle(
    {
      page: fetched?.page,
      entry: {
        url: item.url,
        title: item.title,
        author: item.author ?? undefined,
        summary: item.summary ?? undefined,
        content: item.content ?? undefined,
        published: item.published_at ?? undefined,
      },
      hints: { http: fetched?.http, feed: item.language ?? item.feed_language ?? undefined },
      outlet: item.outlet,
      seenAt: item.first_seen_at,
    },
    signal,
  );
}

async function store(pipeline: Pipeline, item: ItemWithFeed, read: ReadPage, outcome: string): Promise<void> {
  const now = pipeline.now();
  const readArticle: ReadArticle = {
    ...read,
    url: item.url,
    outlet: item.outlet,
    sample: item.origin === 'sample',
    features: read.story.features,
  };
  const deliveries = await pipeline.db.transaction().execute(async (tx) => {
    const article = await storeArticle(tx, readArticle, now);
    await storeMatches(tx, article.id, read.matches, now);
    await finishItem(tx, item.id, { state: 'done', outcome, articleId: article.id, now });
    await record(tx, now, [
      {
        event: 'read',
        itemId: item.id,
        articleId: article.id,
        detail: {
          outcome,
          language: read.language,
          topics: read.matches.map(({ topic, score, stance }) => ({ topic, score, stance })),
        },
      },
    ]);
    if (read.matches.length === 0) return [];
    return publishArticle(pipeline, tx, {
      article,
      matches: read.matches,
      story: read.story,
      backlog: item.backlog,
    });
  });
  await pipeline.queues.enqueue(
    'deliveries',
    deliveries.map((id) => ({ id: `delivery-${id}`, payload: { deliveryId: id } })),
  );
}
