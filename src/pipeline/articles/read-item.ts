import { FROM_PAGE } from '../../io/store/items/page-history.ts';
import { isInfrastructureError } from '../infrastructure-error.ts';
import type { ItemWithFeed } from '../../io/store/items/item-attempts.ts';
import { followForward, readOptional, refused, refuseShared } from './alternative-pages.ts';
import type { Pipeline } from '../context.ts';
import { fetchPage, type PageOutcome } from './fetch-page.ts';
import type { ReadPage } from '../threads/read-article.ts';

/** A shorter text may be all that a page shows without scripts. Characters. */
const THIN_TEXT = 200;

/** How long to wait for a slot for a page's AMP version, which is mostly on the same host. Seconds. */
const AMP_PATIENCE = 15;

/** The reading of an item, with its origin in words. */
export interface ItemReading {
  readonly read: ReadPage;
  readonly why: string;
  /** The entry's page led to the page that was read. */
  readonly isForwarded: boolean;
}

/**
 * Reads an item from the best source: its page, the page that this one forwards to, the page's AMP version, or the text
 * of the feed entry.
 */
export async function readItem(
  pipeline: Pipeline,
  item: ItemWithFeed,
  outcome: PageOutcome,
  signal: AbortSignal,
): Promise<ItemReading> {
  const again = (other: PageOutcome | undefined) => readPage(pipeline, item, other, signal);
  let reading = await readFirst(pipeline, item, outcome, signal);
  const forwarded = await followForward(pipeline, item.url, reading.read, again, signal);
  if (forwarded !== undefined) reading = forwarded;

  const ampUrl = outcome.status === 'page' ? ampWorthReading(reading.read, outcome.page.url) : undefined;
  if (ampUrl !== undefined) {
    const amp = await fetchPage(pipeline, ampUrl, signal, AMP_PATIENCE);
    const better = await readBetter(pipeline, item, amp, reading.read, signal);
    if (better !== undefined)
      reading = { read: better, why: `read from the page’s AMP version (${better.article.via})` };
  }

  const shared = await refuseShared(pipeline, item, reading.read, again);
  return { ...(shared ?? reading), isForwarded: forwarded !== undefined };
}

/** Reads the page if there is one, and the text of the feed entry if reading the page ends its thread. */
async function readFirst(
  pipeline: Pipeline,
  item: ItemWithFeed,
  outcome: PageOutcome,
  signal: AbortSignal,
): Promise<Omit<ItemReading, 'isForwarded'>> {
  try {
    const read = await readPage(pipeline, item, outcome, signal);
    return { read, why: outcome.status === 'page' ? fromPage(read) : withoutPage(outcome) };
  } catch (error) {
    signal.throwIfAborted();
    if (outcome.status !== 'page' || isInfrastructureError(error)) throw error;
    // The page ended its thread or exceeded its deadline; the feed entry is harmless.
    const reason = error instanceof Error ? error.message : String(error);
    const log = pipeline.log.child({ item: item.id, url: item.url });
    log.warn({ event: 'page.unreadable', reason }, 'page could not be read');
    const read = await readPage(pipeline, item, undefined, signal);
    return { read, why: `read from the feed: the page could not be read (${reason})` };
  }
}

function fromPage({ article, claim }: ReadPage): string {
  return claim?.refusal === undefined ? `${FROM_PAGE} (${article.via})` : refused(claim.refusal);
}

function withoutPage(outcome: PageOutcome): string {
  return `read from the feed: ${'reason' in outcome ? outcome.reason : outcome.status}`;
}

/** The AMP address of a page that shows no text without scripts. */
function ampWorthReading({ article }: ReadPage, pageUrl: string): string | undefined {
  const isThin = article.via === 'feed' || article.text.length < THIN_TEXT;
  return isThin && article.ampUrl !== pageUrl ? article.ampUrl : undefined;
}

/** The reading of the AMP version, if it has more text. */
async function readBetter(
  pipeline: Pipeline,
  item: ItemWithFeed,
  amp: PageOutcome,
  read: ReadPage,
  signal: AbortSignal,
): Promise<ReadPage | undefined> {
  if (amp.status !== 'page') return undefined;
  const other = await readOptional(() => readPage(pipeline, item, amp, signal), signal);
  return other?.claim?.refusal === undefined &&
    other?.article.via !== 'feed' &&
    (other?.article.text.length ?? 0) > read.article.text.length
    ? other
    : undefined;
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
      isAgain: item.article_id !== null,
    },
    signal,
    { isFirst: pipeline.isFirst },
  );
}
