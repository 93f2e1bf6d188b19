import { explainLoss } from '../../io/lost-connection.ts';
import { refusalWords } from '../../core/plausibility/refusal.ts';
import { targetWithin } from '../../core/urls/target-within.ts';
import type { StoredArticle } from '../../io/store/articles/articles.ts';
import type { ReadArticle } from '../../io/store/articles/stored-reading.ts';
import type { Database } from '../../io/store/database.ts';
import { finishItem, type ItemWithFeed, startItems } from '../../io/store/items/item-attempts.ts';
import { traced } from '../../io/tracing.ts';
import type { Pipeline } from '../context.ts';
import { fetchPage, type PageOutcome } from './fetch-page.ts';
import { isInfrastructureError } from '../infrastructure-error.ts';
import { batchTasks, perDatabase } from '../batch-tasks.ts';
import { type FinishedReading, storeReading } from './store-readings.ts';
import {
  postponeForPage,
  returnItem,
  restAfterCrashes,
  postponeAfterError,
  deferSuspect,
} from './postpone-item.ts';
import { ITEM_QUEUE_LIMITS } from '../sweep.ts';
import { runSuspect } from '../run-suspect.ts';
import type { ReadPage } from '../threads/read-article.ts';
import { pageRecord, reopenShared } from './alternative-pages.ts';
import { type ItemReading, readItem } from './read-item.ts';
import { whenToReread } from './reread-page.ts';

/**
 * After so many processes died while they read an item, its page is not read any more, only the text of its feed entry.
 */
const DEATHS_BY_PAGE = 3;

/** If one more process dies while it reads the feed entry, the item rests, for longer each time. */
const DEATHS = 4;

/** For how long after it was first seen an item waits for a host that refuses requests. Milliseconds. */
const REFUSED_PATIENCE = 300_000;

/**
 * While fewer pages than this wait for a reading thread or are being read, a fetched page gives its permit away. With the
 * permit held, half of the pages had to be read before others were fetched, and the thread then waited for those.
 */
const READ_AHEAD = 32;

/** The same for their bytes. 32 pages of usual weight have 2 to 4 MB; one page may have 8 MB. */
const READ_AHEAD_BYTES = 4 * 2 ** 20;

/** Why an entry has no page of its own. */
const NO_PAGE = {
  shared: 'several entries of the feed share this page',
  none: 'the entry has no link',
} as const;

/** Fetches, reads, classifies and publishes one item. Afterwards it is done, or due again. */
export async function ingestItem(pipeline: Pipeline, itemId: string, signal: AbortSignal): Promise<void> {
  const item = await starting(pipeline.db)({ id: itemId, now: pipeline.now() });
  if (item === undefined) return;
  const work = () => take(pipeline, item, signal);
  if (item.started === 1) return work();
  return runSuspect(pipeline.db, 'items', { work, otherwise: () => deferSuspect(pipeline, item) });
}

async function take(pipeline: Pipeline, item: ItemWithFeed, signal: AbortSignal): Promise<void> {
  try {
    if (item.started > DEATHS) await restAfterCrashes(pipeline, item, DEATHS_BY_PAGE);
    else await announce(pipeline, await ingest(pipeline, item, signal));
  } catch (error) {
    const isOurs = isInfrastructureError(error);
    if (signal.aborted || isOurs) returnItem(pipeline, item, error, signal.aborted);
    else await postponeAfterError(pipeline, item, error);
    // The queue retries a job that was cut off. An item that failed because of us waits for its time.
    if (signal.aborted) throw error;
  }
}

/**
 * Puts due deliveries into the queue. If the queue is away, the sweep finds them, and the item is done all the same.
 */
async function announce(pipeline: Pipeline, deliveries: readonly string[]): Promise<void> {
  try {
    await pipeline.queues.enqueue(
      'deliveries',
      deliveries.map((id) => ({ id: `delivery-${id}`, payload: { deliveryId: id } })),
    );
  } catch (error) {
    pipeline.log.warn(
      { event: 'queue.away', ...explainLoss(error as Error, 'the queue') },
      'the queue takes nothing; deliveries wait for the next sweep',
    );
  }
}

/** Returns the deliveries that are due now. */
async function ingest(
  pipeline: Pipeline,
  item: ItemWithFeed,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (pipeline.settings.ignoreTitles.some((pattern) => pattern.test(item.title))) {
    await finishItem(pipeline.db, item.id, {
      state: 'done',
      outcome: 'title matches feeds.ignoreTitles',
      now: pipeline.now(),
    });
    return [];
  }

  const outcome = await pageOf(pipeline, item, signal);
  if (await postponeForPage(pipeline, item, outcome)) return [];

  // The next pages are fetched while this one waits for a reading thread.
  if (outcome.status === 'page' && hasRoom(pipeline.reader)) pipeline.giveWay?.();
  const started = performance.now();
  const { read, why, isForwarded } = await readItem(pipeline, item, outcome, signal);
  const again = await whenToReread(pipeline, item, outcome, read);
  const deliveries = await store(pipeline, item, { read, why, isForwarded }, again);
  await reopenShared(pipeline, item, read);
  pipeline.log.debug(
    {
      event: 'item.read',
      item: item.id,
      url: item.url,
      outlet: item.outlet,
      language: read.language.language,
      via: read.article.via,
      topics: read.matches.map((match) => match.topic),
      characters: read.article.text.length,
      ms: Math.round(performance.now() - started),
    },
    'item read',
  );
  return deliveries;
}

function hasRoom({ unread, unreadBytes }: Pipeline['reader']): boolean {
  return unread < READ_AHEAD && unreadBytes < READ_AHEAD_BYTES;
}

async function pageOf(pipeline: Pipeline, item: ItemWithFeed, signal: AbortSignal): Promise<PageOutcome> {
  if (item.link_use !== 'page') return { status: 'none', reason: NO_PAGE[item.link_use] };
  if (item.started > DEATHS_BY_PAGE)
    return { status: 'none', reason: `reading its page has ended the process ${DEATHS_BY_PAGE} times` };
  const outcome = await fetchPage(pipeline, targetWithin(item.url) ?? item.url, signal);
  // The host lets one request through after each rest, so a page might wait for hours.
  const until = item.first_seen_at.getTime() + REFUSED_PATIENCE;
  return outcome.status === 'busy' && outcome.isRefusing && !item.backlog && outcome.at.getTime() > until
    ? {
        status: 'none',
        reason: 'its host has refused several requests in a row and rests',
        isPassing: true,
      }
    : outcome;
}

/** Items that begin together are counted in one statement. */
const starting = perDatabase((db: Database) =>
  batchTasks<{ readonly id: string; readonly now: Date }, ItemWithFeed | undefined>(
    async (starts) => {
      const ids = starts.map(({ id }) => id);
      const items = await startItems(db, ids, {
        now: starts[0]!.now,
        leaseSeconds: ITEM_QUEUE_LIMITS.leaseSeconds,
      });
      return ids.map((id) => items.get(id));
    },
    { apart: ({ id }) => [id], busyLinger: 15 },
  ),
);

function store(
  pipeline: Pipeline,
  item: ItemWithFeed,
  { read, why, isForwarded }: ItemReading,
  again: Date | undefined,
): Promise<readonly string[]> {
  const article: ReadArticle = {
    ...read,
    url: item.url,
    outlet: item.outlet,
    sample: item.origin === 'sample',
    features: read.story?.features,
    viaReason: read.claim?.refusal && refusalWords(read.claim.refusal),
  };
  const reading: FinishedReading = {
    publishing: pipeline,
    reader: pipeline.reader,
    item,
    read,
    article,
    outcome: why,
    again,
    page: (stored) => pageRecord(read, { isForwarded, isElsewhere: isElsewhere(stored, read, item) }),
    now: pipeline.now(),
  };
  pipeline.giveWay?.();
  return traced('store and publish', () => storeReading(pipeline.db, reading));
}

/**
 * Whether the article is stored under the entry's own address because the page's canonical URL belongs to another
 * article.
 */
function isElsewhere(stored: StoredArticle, { article }: ReadPage, { url, key }: ItemWithFeed): boolean {
  if (article.via === 'feed' || stored.canonical_url === article.canonicalUrl) return false;
  return stored.canonical_url === url || stored.canonical_url.endsWith(`#${key}`);
}
