import { refusalWords } from '../core/plausibility/refusal.ts';
import { targetWithin } from '../core/urls/target-within.ts';
import { storeArticle, storeMatches, type ReadArticle } from '../io/store/articles.ts';
import { finishItem, type ItemWithFeed, postponeItem, unreadItem } from '../io/store/items.ts';
import { record } from '../io/store/ledger.ts';
import type { Pipeline } from './context.ts';
import { fetchPage, type PageOutcome } from './fetch-page.ts';
import { publishArticle } from './publish-story.ts';
import type { ReadPage } from './threads/read-article.ts';
import { followOnward, pageRecord, refused, refuseShared, reopenShared } from './weigh-page.ts';

/** After so many failed tries the feed's own words have to do. With the delays below that is about an hour. */
const TRIES = 5;
const FIRST_DELAY_SECONDS = 30;
/** Shorter than this an article's text may be all that a page without scripts shows. Characters. */
const THIN_TEXT = 200;
/** A page's AMP version mostly lies on the host that the page has just come from, and is asked for once. Seconds. */
const AMP_PATIENCE = 15;

/** Why an entry has no page of its own. */
const NO_PAGE = {
  shared: 'several entries of the feed share this page',
  none: 'the entry has no link',
} as const;

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

  const outcome: PageOutcome =
    item.link_use === 'page'
      ? await fetchPage(pipeline, targetWithin(item.url) ?? item.url, signal)
      : { status: 'none', reason: NO_PAGE[item.link_use] };
  if (await comesLater(pipeline, item, outcome)) return;

  const started = performance.now();
  let read: ReadPage;
  let why: string;
  try {
    read = await readPage(pipeline, item, outcome, signal);
    why = outcome.status === 'page' ? fromPage(read) : withoutPage(outcome);
  } catch (error) {
    signal.throwIfAborted();
    if (outcome.status !== 'page') throw error;
    // The page killed its thread or its deadline: its feed entry is harmless.
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ event: 'page.unreadable', reason }, 'page could not be read');
    read = await readPage(pipeline, item, undefined, signal);
    why = `read from the feed: the page could not be read (${reason})`;
  }

  const again = (outcome: PageOutcome | undefined) => readPage(pipeline, item, outcome, signal);
  const onward = await followOnward(pipeline, read, again, signal);
  if (onward !== undefined) ({ read, why } = onward);

  const ampUrl = outcome.status === 'page' ? ampWorthReading(read, outcome.page.url) : undefined;
  if (ampUrl !== undefined) {
    const amp = await fetchPage(pipeline, ampUrl, signal, AMP_PATIENCE);
    const better = await readBetter(pipeline, item, amp, read, signal);
    if (better !== undefined) {
      read = better;
      why = `read from the page’s AMP version (${read.article.via})`;
    }
  }

  const shared = await refuseShared(pipeline, item, read, again);
  if (shared !== undefined) ({ read, why } = shared);

  await store(pipeline, item, read, why);
  await reopenShared(pipeline, item, read);
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

/** The outcome of an earlier try that was refused so; another failure is none. */
const ASKED_FOR_REST = /answered (?:429|503)\b/;

/** Puts the item back where its page may be had later. After the last try it has to do without. */
async function comesLater(pipeline: Pipeline, item: ItemWithFeed, outcome: PageOutcome): Promise<boolean> {
  if (outcome.status === 'busy') {
    await postponeItem(pipeline.db, item.id, outcome.at, 'the host is busy', false);
    return true;
  }
  if (outcome.status !== 'failed' || item.attempts + 1 >= TRIES) return false;
  // A host that asks a second time to be left alone is: the story cannot wait for it.
  if (outcome.at !== undefined && item.attempts > 0 && ASKED_FOR_REST.test(item.outcome ?? '')) return false;
  const until = new Date(Math.max(retryAt(pipeline, item).getTime(), outcome.at?.getTime() ?? 0));
  await postponeItem(pipeline.db, item.id, until, outcome.reason, true);
  pipeline.log.warn(
    {
      event: 'page.failed',
      item: item.id,
      url: item.url,
      attempt: item.attempts + 1,
      until,
      reason: outcome.reason,
    },
    'page not fetched, will try again',
  );
  return true;
}

function fromPage({ article, claim }: ReadPage): string {
  return claim?.refusal === undefined ? `read from the page (${article.via})` : refused(claim.refusal);
}

function withoutPage(outcome: PageOutcome): string {
  return `read from the feed: ${'reason' in outcome ? outcome.reason : outcome.status}`;
}

/** Where a page that shows no text without scripts has another version that does. */
function ampWorthReading({ article }: ReadPage, pageUrl: string): string | undefined {
  const isThin = article.via === 'feed' || article.text.length < THIN_TEXT;
  return isThin && article.ampUrl !== pageUrl ? article.ampUrl : undefined;
}

/** The reading of the AMP version, where it has more to say. */
async function readBetter(
  pipeline: Pipeline,
  item: ItemWithFeed,
  amp: PageOutcome,
  read: ReadPage,
  signal: AbortSignal,
): Promise<ReadPage | undefined> {
  if (amp.status !== 'page') return undefined;
  try {
    const other = await readPage(pipeline, item, amp, signal);
    return other.claim?.refusal === undefined &&
      other.article.via !== 'feed' &&
      other.article.text.length > read.article.text.length
      ? other
      : undefined;
  } catch {
    signal.throwIfAborted();
    // It killed its thread or its deadline: the page itself was harmless.
    return undefined;
  }
}

async function readPage(
  pipeline: Pipeline,
  item: ItemWithFeed,
  outcome: PageOutcome | undefined,
  signal: AbortSignal,
): Promise<ReadPage> {
  const fetched = outcome?.status === 'page' ? outcome : undefined;
  return pipeline.reader.readArticle(
    {
      page: fetched?.page,
      entry: {
        url: item.url,
        hasOwnPage: item.link_use === 'page',
        title: item.title,
        author: item.author ?? undefined,
        summary: item.summary ?? undefined,
        content: item.content ?? undefined,
        published: item.published_at ?? undefined,
      },
      hints: { http: fetched?.language, feed: item.language ?? item.feed_language ?? undefined },
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
    viaReason: read.claim?.refusal && refusalWords(read.claim.refusal),
  };
  const deliveries = await pipeline.db.transaction().execute(async (tx) => {
    const article = await storeArticle(tx, readArticle, now, item);
    await storeMatches(tx, article.id, read.matches, now);
    await finishItem(tx, item.id, {
      state: 'done',
      outcome,
      articleId: article.id,
      page: pageRecord(read),
      now,
    });
    await record(tx, now, [
      {
        event: 'read',
        itemId: item.id,
        articleId: article.id,
        detail: {
          outcome,
          language: read.language,
          topics: read.matches.map(({ topic, level, confidence, stance }) => ({
            topic,
            level,
            confidence,
            stance,
          })),
        },
      },
    ]);
    if (read.matches.length === 0) return [];
    return publishArticle(pipeline, tx, {
      article,
      matches: read.matches,
      story: read.story,
      backlog: item.backlog || read.isFromArchive,
    });
  });
  await pipeline.queues.enqueue(
    'deliveries',
    deliveries.map((id) => ({ id: `delivery-${id}`, payload: { deliveryId: id } })),
  );
}
