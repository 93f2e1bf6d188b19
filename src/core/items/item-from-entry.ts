import { type ItemNames, mergeDuplicates } from './merge-duplicates.ts';
import type { FeedEntry } from '../feeds/feed.ts';
import { plausibleEntryDate } from '../dates/plausible-date.ts';
import { cleanUrl } from '../urls/clean-url.ts';
import { comparedText, type ComparedText, shortHash } from './entry-hash.ts';
import { guidForms } from './guid-forms.ts';
import { linkKey } from './link-key.ts';

/** An item as it is stored. */
export interface Item {
  readonly guid: string;
  /**
   * The address of the article. An entry that shares its page with others, or has no link, gets a fragment of its own
   * on that page's or the feed's address.
   */
  readonly url: string;
  /** The link without tracking parameters and fragment; people look items up by it. */
  readonly urlKey: string;
  readonly names: ItemNames;
  /** Guids that mean the same as that in `names`, in other spellings. */
  readonly otherGuids: readonly string[];
  /** Unique among all entries ever seen in the feed; the same when an entry is stored twice. */
  readonly key: string;
  readonly linkUse: LinkUse;
  readonly title: string;
  readonly author: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly language: string | undefined;
  readonly published: Date | undefined;
  /** Whether the date is counted back from the poll, so that it identifies nothing. */
  readonly byAge?: boolean;
  readonly updated: Date | undefined;
  /** A hash of the entry's text. */
  readonly entryHash: string;
  /** Stored without an alert, because it was there before we watched the feed. */
  readonly backlog: boolean;
}

/** `page`: the link is this entry's own page. `shared`: other entries link there too. `none`: there is no link. */
export type LinkUse = 'page' | 'shared' | 'none';

export interface ItemPolicy {
  readonly now: Date;
  readonly firstPoll: boolean;
  /** Seconds. At the first poll, older entries are backlog: stored without an alert. 0 switches it off. */
  readonly backfillAge: number;
  /** The home page, where the feed gives it. */
  readonly site?: string | undefined;
  /** The entries' texts as they are compared, where a thread has computed them. */
  readonly said?: readonly ComparedText[] | undefined;
}

/** At later polls an entry this old comes from an archive and is no news. Seconds. */
const ARCHIVE_AGE = 14 * 86_400;
/** The longest guid used in an address, in characters. */
const MAX_FRAGMENT = 80;
/** The longest link, in characters. */
const MAX_LINK = 8_000;
/** The key of a link to a home page: just a host. */
const FRONT = /^[^/?#]+$/;

/** Turns entries into items without repetitions, and finds which have a page of their own. */
export function itemsFromEntries(entries: readonly FeedEntry[], feedUrl: string, policy: ItemPolicy): Item[] {
  const site = policy.site === undefined ? undefined : linkKey(policy.site);
  const drafts = entries.map((whole, i) => {
    const entry = withoutEndlessLink(whole);
    const said = policy.said?.[i] ?? comparedText(whole);
    return {
      entry,
      hash: said.hash,
      names: namesOf(entry, said),
      published: plausibleEntryDate(entry.published ?? entry.updated, policy.now),
    };
  });
  return mergeDuplicates(drafts).map(({ draft, names, sharesLink }) => {
    const { entry, hash, published } = draft;
    const isFront = names.link !== undefined && (names.link === site || FRONT.test(names.link));
    const linkUse = entry.link === undefined ? 'none' : sharesLink || isFront ? 'shared' : 'page';
    const key = shortHash(
      JSON.stringify([
        names.guid ?? '',
        entry.link ?? '',
        names.title,
        entry.byAge ? '' : ((entry.published ?? entry.updated)?.getTime() ?? ''),
      ]),
    );
    const url = addressOf(entry, linkUse, feedUrl, key);
    return {
      guid: entry.id,
      url,
      urlKey: entry.link === undefined ? url : cleanUrl(entry.link),
      names,
      otherGuids: names.guid === undefined ? [] : guidForms(entry.id).map(shortHash),
      key,
      linkUse,
      title: entry.title ?? '',
      author: entry.author,
      summary: entry.summary,
      content: entry.content,
      language: entry.language,
      published,
      byAge: entry.byAge === true,
      updated: entry.updated,
      entryHash: hash,
      backlog: isBacklog(published, policy),
    };
  });
}

/** The item of an entry whose link an earlier one had: the page is not its own. */
export function withoutPage(item: Item): Item {
  if (item.linkUse !== 'page') return item;
  const url = item.url.includes('#') ? item.url : `${item.url}#${fragmentOf(item.guid, item.url, item.key)}`;
  return { ...item, linkUse: 'shared', url };
}

/** An entry without a link that is too long for servers (RFC 9110 §4.1 asks for 8,000 octets). */
function withoutEndlessLink(entry: FeedEntry): FeedEntry {
  return (entry.link?.length ?? 0) > MAX_LINK ? { ...entry, link: undefined } : entry;
}

function namesOf({ id, link }: FeedEntry, said: ComparedText): ItemNames {
  // A fragment distinguishes entries on one page as a guid does.
  const isOwn = id !== '' && (id !== link || link.includes('#')) && !id.startsWith('sha256:');
  return {
    guid: isOwn ? shortHash(id) : undefined,
    link: link === undefined ? undefined : linkKey(link),
    title: said.title,
  };
}

/** The address of an entry. Entries on one page get different fragments, so that their articles stay apart. */
function addressOf({ id, link }: FeedEntry, linkUse: LinkUse, feedUrl: string, key: string): string {
  if (link !== undefined && (linkUse === 'page' || link.includes('#'))) return link;
  return `${link ?? feedUrl}#${fragmentOf(id, link, key)}`;
}

function fragmentOf(id: string, link: string | undefined, key: string): string {
  return id !== '' && id !== link && id.length <= MAX_FRAGMENT ? encodeURIComponent(id) : key;
}

function isBacklog(published: Date | undefined, { now, firstPoll, backfillAge }: ItemPolicy): boolean {
  if (backfillAge === 0) return false;
  // An undated entry at the first poll may be years old.
  if (published === undefined) return firstPoll;
  const age = (now.getTime() - published.getTime()) / 1_000;
  return age > (firstPoll ? backfillAge : Math.max(backfillAge, ARCHIVE_AGE));
}
