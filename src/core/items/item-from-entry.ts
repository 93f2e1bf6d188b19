import { createHash } from 'node:crypto';
import type { FeedEntry } from '../feeds/feed.ts';
import { cleanUrl } from '../urls/clean-url.ts';

/** What the record keeps of a feed's entry. */
export interface Item {
  readonly guid: string;
  /** Where the article is; for an entry without a link, the feed's own address with the entry's id as fragment. */
  readonly url: string;
  /** Without tracking parameters and fragment: entries with the same key are the same item. */
  readonly urlKey: string;
  readonly title: string;
  readonly author: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly language: string | undefined;
  readonly published: Date | undefined;
  readonly updated: Date | undefined;
  /** Changes when what the entry says changes. */
  readonly entryHash: string;
  /** Stored without alerting: it was there before we watched the feed. */
  readonly backlog: boolean;
}

export interface ItemPolicy {
  readonly now: Date;
  readonly firstPoll: boolean;
  /** Seconds; at the first poll, older entries are backlog: stored, not alerted. 0 switches it off. */
  readonly backfillAge: number;
}

/** At later polls an entry this old is an archive that came back, not news. Seconds. */
const ARCHIVE_AGE = 14 * 86_400;

/** Turns entries into items that differ in their key; of several with the same key the first in the feed counts. */
export function itemsFromEntries(entries: readonly FeedEntry[], feedUrl: string, policy: ItemPolicy): Item[] {
  const items = new Map<string, Item>();
  for (const entry of entries) {
    const item = itemFromEntry(entry, feedUrl, policy);
    if (!items.has(item.urlKey)) items.set(item.urlKey, item);
  }
  return [...items.values()];
}

function itemFromEntry(entry: FeedEntry, feedUrl: string, policy: ItemPolicy): Item {
  const url = entry.link ?? `${feedUrl}#${encodeURIComponent(entry.id)}`;
  return {
    guid: entry.id,
    url,
    urlKey: entry.link === undefined ? url : cleanUrl(entry.link),
    title: entry.title ?? '',
    author: entry.author,
    summary: entry.summary,
    content: entry.content,
    language: entry.language,
    published: entry.published ?? entry.updated,
    updated: entry.updated,
    entryHash: createHash('sha256')
      .update(JSON.stringify([entry.title, entry.summary, entry.content]))
      .digest('base64url')
      .slice(0, 22),
    backlog: isBacklog(entry.published ?? entry.updated, policy),
  };
}

function isBacklog(published: Date | undefined, { now, firstPoll, backfillAge }: ItemPolicy): boolean {
  if (backfillAge === 0) return false;
  // An undated entry of a feed that we have never seen may be years old.
  if (published === undefined) return firstPoll;
  const age = (now.getTime() - published.getTime()) / 1_000;
  return age > (firstPoll ? backfillAge : Math.max(backfillAge, ARCHIVE_AGE));
}

/** Whether the item has a page of its own to fetch. */
export function hasPage(item: { readonly url: string }, feedUrl: string): boolean {
  return /^https?:/i.test(item.url) && !item.url.startsWith(`${feedUrl}#`);
}
