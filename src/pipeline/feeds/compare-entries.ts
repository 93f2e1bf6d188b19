import { asReadNow } from '../../core/dates/earlier-reading.ts';
import type { DateHabits } from '../../core/dates/date-habits.ts';
import { changeOf, idleUpdates, rereadAt } from '../../core/items/entry-change.ts';
import { shortHash } from '../../core/items/entry-hash.ts';
import type { FeedHabits } from '../../core/items/feed-habits.ts';
import { type Item, withoutPage } from '../../core/items/item-from-entry.ts';
import { isNumberedKey } from '../../core/items/link-key.ts';
import { type KnownItem, matchEntries } from '../../core/items/match-entries.ts';
import { undatedArchive } from '../../core/items/undated-archive.ts';
import { targetWithin } from '../../core/urls/target-within.ts';
import type { KnownEntry, NewItem } from '../../io/store/items/items.ts';
import type { StoredItem } from '../../io/store/items/known-items.ts';
import type { ReadFeed } from '../threads/parse-feed.ts';

/** What a poll has shown of the feed besides its entries. */
export interface Shown {
  readonly dates?: DateHabits | undefined;
  readonly leftOut?: number | undefined;
  readonly impossibleDates?: number;
  /** Whether the validators have not changed, so that new entries and new text prove them useless. */
  readonly hasOldValidator?: boolean;
  readonly status?: number;
  readonly oddities?: FeedHabits['oddities'];
  readonly problems?: readonly string[];
  readonly counted?: ReadFeed['counted'];
  /** Whether the document breaks off. Then its last entry is incomplete, and must not be taken for an edit. */
  readonly isCut?: boolean;
}

type Known = KnownEntry & { readonly change: ReturnType<typeof changeOf> };

/** Enough to see what is wrong with a feed. */
const MAX_PROBLEMS = 3;
const MAX_PROBLEM = 200;

/** The entries of a feed beside its known items. */
export interface ComparedEntries {
  /** New to the feed. */
  readonly fresh: readonly NewItem[];
  readonly known: readonly KnownEntry[];
  /** Known items that are to be read again, and are due. */
  readonly reopened: readonly string[];
  /** The item of each entry, existing or reopened, by the entry's key; new entries are left out. */
  readonly knownOf: ReadonlyMap<string, StoredItem>;
  /** The feed's habits, when so many of the new entries were stored. */
  habitsAfter(inserted: number): FeedHabits;
}

/**
 * Finds which entries of a feed are known items.
 * @param stored the items that share a name with an entry, newest first
 */
export function compareEntries(
  feedId: string,
  items: readonly Item[],
  {
    stored,
    habits,
    shown,
    now,
    marksArchive = false,
    renamed,
  }: {
    readonly stored: readonly StoredItem[];
    readonly habits: FeedHabits;
    readonly shown: Shown;
    readonly now: Date;
    /** Whether new entries that come from the feed's archive are stored without an alert. */
    readonly marksArchive?: boolean | undefined;
    /** The ids of items, by the keys of entries that share no name with them (`renamed-entries.ts`). */
    readonly renamed?: ReadonlyMap<string, string> | undefined;
  },
): ComparedEntries {
  const matching = matchEntries(items, withDatesAsNow(withGuidsAsNow(items, stored), shown.dates));
  const links = new Set(stored.flatMap(({ names }) => names.link ?? []) as (string | undefined)[]);
  const byId = new Map(stored.map((item) => [item.id, item]));
  const knownAs = (key: string) => byId.get(matching.knownOf.get(key)?.id ?? renamed?.get(key) ?? '');
  const standing = ({ key, published }: Item) => ({
    firstSeen: knownAs(key)?.firstSeen,
    isUndated: published === undefined,
  });
  const archive = marksArchive ? undatedArchive(items.map(standing)) : new Set<number>();
  const fresh: NewItem[] = [];
  const known: Known[] = [];
  const knownOf = new Map<string, StoredItem>();
  for (const [at, item] of items.entries()) {
    const hashed = item.names.link === undefined ? undefined : shortHash(item.names.link);
    const before = knownAs(item.key);
    if (before === undefined) {
      const own = links.has(item.names.link) ? withoutPage(item) : item;
      fresh.push({ feedId, item: archive.has(at) ? { ...own, backlog: true } : own, linkKey: hashed });
      continue;
    }
    knownOf.set(item.key, before);
    if (shown.isCut === true && item === items.at(-1)) continue;
    const change = changeOf(item, before);
    known.push({
      feedId,
      id: before.id,
      item,
      linkKey: hashed,
      change,
      isUnchanged: isUnchanged(item, before),
      rereadAt: rereadAt(change, before, habits, now),
    });
  }
  return {
    fresh,
    known,
    knownOf,
    reopened: known.flatMap(({ id, rereadAt: at }) => (at !== undefined && at <= now ? [id] : [])),
    habitsAfter: (inserted) => ({
      ...habits,
      leftOut: shown.leftOut ?? 0,
      impossibleDates: shown.impossibleDates ?? 0,
      status: shown.status ?? 200,
      oddities: shown.oddities ?? [],
      problems: (shown.problems ?? []).slice(0, MAX_PROBLEMS).map((problem) => problem.slice(0, MAX_PROBLEM)),
      ...entryHabits(items, shown.impossibleDates ?? 0),
      countedTitles: shown.counted?.titles ?? 0,
      countedTexts: shown.counted?.texts ?? 0,
      lateDates: known.filter((one) => isDatedLate(one, byId)).length,
      ...(known.some(({ change }) => change === 'text') ? { editedAt: now.getTime() } : {}),
      ...(shown.dates === undefined ? {} : { dates: shown.dates }),
      ...(shown.hasOldValidator === true && (inserted > 0 || known.some(({ change }) => change === 'text'))
        ? { stuckValidator: true }
        : {}),
      idleUpdates: idleUpdates(
        known.map(({ change }) => change),
        habits.idleUpdates ?? 0,
      ),
      ...(matching.guidsChanged > 0 ? { guidsChangedAt: now.getTime() } : {}),
      ...(matching.linksChanged > 0 || known.some((one) => isElsewhere(one, byId))
        ? { linksChangedAt: now.getTime() }
        : {}),
      sharedLinks: items.filter(({ linkUse }) => linkUse === 'shared').length,
      withoutLink: items.filter(({ linkUse }) => linkUse === 'none').length,
    }),
  };
}

/** Known items whose guid is that of an entry in another spelling get the entry's, so that it counts as known. */
function withGuidsAsNow(items: readonly Item[], stored: readonly StoredItem[]): readonly StoredItem[] {
  const own = new Set(items.map(({ names }) => names.guid));
  const nowOf = new Map(
    items.flatMap(({ names, otherGuids }) => otherGuids.map((other) => [other, names.guid] as const)),
  );
  return stored.map((item) => {
    const guid = own.has(item.names.guid) ? undefined : nowOf.get(item.names.guid ?? '');
    return guid === undefined ? item : { ...item, names: { ...item.names, guid } };
  });
}

/** Known items from before the feed's zone, or its order of day and month, was found get their date as it is read now. */
function withDatesAsNow(
  stored: readonly StoredItem[],
  dates: DateHabits | undefined,
): readonly (StoredItem & Pick<KnownItem, 'asReadNow'>)[] {
  if (dates?.earlier === undefined) return stored;
  return stored.map((item) => ({ ...item, asReadNow: asReadNow(item.published, item.firstSeen, dates) }));
}

/** The habits that the entries of a feed show. */
function entryHabits(items: readonly Item[], impossibleDates: number): FeedHabits {
  const undated = items.filter(({ published }) => published === undefined).length - impossibleDates;
  const guids = new Map<string, number>();
  for (const { guid } of items) guids.set(guid, (guids.get(guid) ?? 0) + 1);
  return {
    undated: Math.max(0, undated),
    untitled: items.filter(({ title }) => title.trim() === '').length,
    sharedGuids: items.filter(({ guid }) => guid !== '' && (guids.get(guid) ?? 0) > 1).length,
    redirectors: items.filter(({ linkUse, url }) => linkUse === 'page' && targetWithin(url) !== undefined)
      .length,
  };
}

/** Allowed difference between servers' clocks. Milliseconds. */
const SKEW = 10 * 60_000;

/** Whether an entry's date is now later than our first sight of it. */
function isDatedLate({ id, item }: Known, byId: ReadonlyMap<string, StoredItem>): boolean {
  const seen = byId.get(id)?.firstSeen.getTime();
  return seen !== undefined && (item.published?.getTime() ?? 0) > seen + SKEW;
}

/** Whether the page's address changed in a way that does not change its key: `https`, `www.`, AMP. */
function isElsewhere({ id, item }: Known, byId: ReadonlyMap<string, StoredItem>): boolean {
  const before = byId.get(id);
  return item.linkUse === 'page' && before?.linkUse === 'page' && before.url !== item.url;
}

function isUnchanged(item: Item, before: StoredItem): boolean {
  const { names } = item;
  return (
    before.entryHash === item.entryHash &&
    before.updated?.getTime() === item.updated?.getTime() &&
    before.names.guid === names.guid &&
    before.names.title === names.title &&
    (item.linkUse !== 'page' || before.url === item.url || isOnlyToken(item, before))
  );
}

/**
 * Whether only a token in the link is new, and nothing needs it: the guid identifies the item, and its page is read. A
 * feed with a new token at each poll would otherwise rewrite all its rows, with their indexes.
 */
function isOnlyToken({ names, url }: Item, before: StoredItem): boolean {
  return (
    before.state === 'done' &&
    names.guid !== undefined &&
    url.split(/[?#]/, 1)[0] === before.url.split(/[?#]/, 1)[0] &&
    !isNumberedKey(url) &&
    !isNumberedKey(before.url)
  );
}
