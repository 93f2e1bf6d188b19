import { containsHeadline } from '../../core/plausibility/same-headline.ts';
import { type Refusal, refusalWords } from '../../core/plausibility/refusal.ts';
import type { ItemWithFeed } from '../../io/store/items/item-attempts.ts';
import type { PageRecord } from '../../io/store/items/items.ts';
import { itemsWithPage, reopenTaken, type SharingItem } from '../../io/store/items/shared-pages.ts';
import type { Pipeline } from '../context.ts';
import { fetchPage, type PageOutcome } from './fetch-page.ts';
import type { ReadPage } from '../threads/read-article.ts';

/** How long to wait for a slot for a page that another page leads to. Seconds. */
const PATIENCE = 15;

/** A reading with its origin in words. */
export interface AlternativeReading {
  readonly read: ReadPage;
  readonly why: string;
}

type Read = (outcome: PageOutcome | undefined) => Promise<ReadPage>;

/**
 * Follows the forward of a page that is not the article, once. Undefined where that leads to no article.
 * @param requested the address that the entry links to
 */
export async function followForward(
  pipeline: Pipeline,
  requested: string,
  { claim }: ReadPage,
  read: Read,
  signal: AbortSignal,
): Promise<AlternativeReading | undefined> {
  if (claim?.onward === undefined) return undefined;
  const outcome = await fetchPage(pipeline, claim.onward, signal, PATIENCE);
  if (outcome.status !== 'page') return undefined;
  // `requested` stays the entry's address: then a home page that the entry is forwarded to is refused.
  const page = { ...outcome.page, requested };
  const onward = await readOptional(() => read({ ...outcome, page }), signal);
  if (onward === undefined || onward.claim?.refusal !== undefined || onward.article.via === 'feed')
    return undefined;
  return {
    read: onward,
    why: `read from the page at ${new URL(claim.onward).host} that the entry’s page leads to (${onward.article.via})`,
  };
}

/**
 * Reads a page that the entry's own page leads to. Undefined if reading it ended the thread or failed: the reading of
 * the entry's page is used then.
 */
export async function readOptional(
  read: () => Promise<ReadPage>,
  signal: AbortSignal,
): Promise<ReadPage | undefined> {
  try {
    return await read();
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/**
 * If other entries got the same page, the page is about none of them: this item is read from the text of its feed
 * entry, and the items that had accepted the page are made due again. Undefined if no other entry got it.
 */
export async function refuseShared(
  pipeline: Pipeline,
  item: ItemWithFeed,
  { claim }: ReadPage,
  read: Read,
): Promise<AlternativeReading | undefined> {
  if (claim === undefined || claim.refusal !== undefined) return undefined;
  const others = await strangersWithPage(pipeline, item, claim);
  if (others.length === 0) return undefined;
  await reopenTaken(
    pipeline.db,
    others.map(({ id }) => id),
    pipeline.now(),
  );
  const fromFeed = await read(undefined);
  return {
    read: { ...fromFeed, claim: { ...claim, refusal: 'shared', onward: undefined } },
    why: refused('shared'),
  };
}

/** Two items that are read at the same time do not see each other. The one stored last makes both due again. */
export async function reopenShared(
  pipeline: Pipeline,
  item: ItemWithFeed,
  { claim }: ReadPage,
): Promise<void> {
  if (claim === undefined || claim.refusal !== undefined) return;
  const others = await strangersWithPage(pipeline, item, claim);
  if (others.length > 0)
    await reopenTaken(pipeline.db, [item.id, ...others.map(({ id }) => id)], pipeline.now());
}

async function strangersWithPage(
  pipeline: Pipeline,
  item: ItemWithFeed,
  claim: NonNullable<ReadPage['claim']>,
): Promise<SharingItem[]> {
  if (claim.isNamed || claim.signs.length === 0) return [];
  const others = await itemsWithPage(pipeline.db, item, claim.signs, pipeline.now());
  // Items with the same headline are one report under two addresses. They may share a page.
  return others.filter(
    ({ title }) =>
      title !== item.title && !containsHeadline(title, item.title) && !containsHeadline(item.title, title),
  );
}

/** The reason in words, for `why`. */
export function refused(refusal: Refusal): string {
  return `read from the feed: the page ${refusalWords(refusal)}`;
}

/** What is stored about the page. */
export function pageRecord(read: ReadPage, seen: Seen): PageRecord | undefined {
  const { claim } = read;
  if (claim === undefined) return undefined;
  return { verdict: claim.refusal ?? (claim.isNamed ? namedAs(read, seen) : 'taken'), signs: claim.signs };
}

/** Findings about a page from outside its content. */
interface Seen {
  /** Another page led to it. */
  readonly isForwarded: boolean;
  /** Its canonical URL belongs to another article. */
  readonly isElsewhere: boolean;
}

/** Of several findings the most important. */
function namedAs(
  { isFromArchive, isUndated }: ReadPage,
  { isForwarded, isElsewhere }: Seen,
): PageRecord['verdict'] {
  if (isFromArchive) return 'archive';
  if (isElsewhere) return 'elsewhere';
  if (isForwarded) return 'led-on';
  return isUndated ? 'undated' : 'named';
}
