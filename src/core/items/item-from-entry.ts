import type { FeedEntry } from '../feeds/feed.ts';
import { believedEntryDate } from '../dates/believe.ts';
import { cleanUrl } from '../urls/clean-url.ts';
import { entryHash, fold, shortHash } from './entry-hash.ts';
import { linkKey } from './link-key.ts';
import { mergeRepetitions } from './merge-repetitions.ts';

/** What the record keeps of a feed's entry. */
export interface Item {
  readonly guid: string;
  /**
   * Where the article is. An entry that shares its page with others, or has no link, has a fragment of its own at the
   * end of that page's or of the feed's address.
   */
  readonly url: string;
  /** The link without tracking parameters and fragment: what people look an item up by. */
  readonly urlKey: string;
  readonly names: ItemNames;
  /** Unlike that of any other entry that was ever seen in the feed; the same when an entry is stored twice. */
  readonly key: string;
  readonly linkUse: LinkUse;
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

/** `page`: the link is this entry's own page. `shared`: other entries link there too. `none`: there is no link. */
export type LinkUse = 'page' | 'shared' | 'none';

/** The names under which an entry may be known. Which of them holds is decided in `match-entries.ts`. */
export interface ItemNames {
  /** Undefined where the feed gives none, only repeats the link, or gives several entries the same. */
  readonly guid: string | undefined;
  readonly link: string | undefined;
  /** The title as it is compared; where there is none, the beginning of the text. */
  readonly title: string;
}

export interface ItemPolicy {
  readonly now: Date;
  readonly firstPoll: boolean;
  /** Seconds; at the first poll, older entries are backlog: stored, not alerted. 0 switches it off. */
  readonly backfillAge: number;
  /** The home page, where the feed names it. */
  readonly site?: string | undefined;
  /** The hashes of what the entries say, where a thread has made them. */
  readonly said?: readonly string[] | undefined;
}

/** At later polls an entry this old is an archive that came back, not news. Seconds. */
const ARCHIVE_AGE = 14 * 86_400;
/** Letters of a title that are compared, and the longest guid that stands in an address. */
const MAX_TITLE = 300;
const MAX_FRAGMENT = 80;
/** Letters of a link. */
const MAX_LINK = 8_000;
/** The key of a link to a home page: a host and no more. */
const FRONT = /^[^/?#]+$/;

/** Turns entries into items, each of them once, and sees which of them have a page of their own. */
export function itemsFromEntries(entries: readonly FeedEntry[], feedUrl: string, policy: ItemPolicy): Item[] {
  const site = policy.site === undefined ? undefined : linkKey(policy.site);
  const drafts = entries.map((whole, i) => {
    const entry = withoutEndlessLink(whole);
    return {
      entry,
      hash: policy.said?.[i] ?? entryHash(whole),
      names: namesOf(entry),
      published: believedEntryDate(entry.published ?? entry.updated, policy.now),
    };
  });
  return mergeRepetitions(drafts).map(({ draft, names, sharesLink }) => {
    const { entry, hash, published } = draft;
    const isFront = names.link !== undefined && (names.link === site || FRONT.test(names.link));
    const linkUse = entry.link === undefined ? 'none' : sharesLink || isFront ? 'shared' : 'page';
    const key = shortHash(
      JSON.stringify([
        names.guid ?? '',
        entry.link ?? '',
        names.title,
        (entry.published ?? entry.updated)?.getTime() ?? '',
      ]),
    );
    const url = addressOf(entry, linkUse, feedUrl, key);
    return {
      guid: entry.id,
      url,
      urlKey: entry.link === undefined ? url : cleanUrl(entry.link),
      names,
      key,
      linkUse,
      title: entry.title ?? '',
      author: entry.author,
      summary: entry.summary,
      content: entry.content,
      language: entry.language,
      published,
      updated: entry.updated,
      entryHash: hash,
      backlog: isBacklog(published, policy),
    };
  });
}

/** The same entry, once it is known that an earlier one had the same link: that page is not its own. */
export function withoutPage(item: Item): Item {
  if (item.linkUse !== 'page') return item;
  const url = item.url.includes('#') ? item.url : `${item.url}#${fragmentOf(item.guid, item.url, item.key)}`;
  return { ...item, linkUse: 'shared', url };
}

/** A link that is too long for servers (RFC 9110 §4.1 asks for 8,000 octets) counts as missing. */
function withoutEndlessLink(entry: FeedEntry): FeedEntry {
  return (entry.link?.length ?? 0) > MAX_LINK ? { ...entry, link: undefined } : entry;
}

function namesOf({ id, link, title, summary, content }: FeedEntry): ItemNames {
  // An anchor distinguishes entries on one page as a guid does.
  const isOwn = id !== '' && (id !== link || link.includes('#')) && !id.startsWith('sha256:');
  return {
    guid: isOwn ? shortHash(id) : undefined,
    link: link === undefined ? undefined : linkKey(link),
    title: fold(title ?? '', MAX_TITLE) || fold(content ?? summary ?? '', MAX_TITLE),
  };
}

/** Of entries on one page each gets a fragment of its own: their articles may not meet. */
function addressOf({ id, link }: FeedEntry, linkUse: LinkUse, feedUrl: string, key: string): string {
  if (link !== undefined && (linkUse === 'page' || link.includes('#'))) return link;
  return `${link ?? feedUrl}#${fragmentOf(id, link, key)}`;
}

function fragmentOf(id: string, link: string | undefined, key: string): string {
  return id !== '' && id !== link && id.length <= MAX_FRAGMENT ? encodeURIComponent(id) : key;
}

function isBacklog(published: Date | undefined, { now, firstPoll, backfillAge }: ItemPolicy): boolean {
  if (backfillAge === 0) return false;
  // An undated entry of a feed that we have never seen may be years old.
  if (published === undefined) return firstPoll;
  const age = (now.getTime() - published.getTime()) / 1_000;
  return age > (firstPoll ? backfillAge : Math.max(backfillAge, ARCHIVE_AGE));
}
