import type { Item, LinkUse } from './item-from-entry.ts';
import type { ItemNames } from './merge-duplicates.ts';
import { isArticleKey, isNumberedKey, pathOfKey } from './link-key.ts';
import { ownDatesOf } from './own-dates.ts';
import { areSimilar } from './similar-titles.ts';

/** A stored item of the feed. */
export interface KnownItem {
  readonly id: string;
  readonly names: ItemNames;
  readonly linkUse: LinkUse;
  readonly published: Date | undefined;
  /** What its date may be as the feed's dates are read now. */
  readonly asReadNow?: readonly Date[];
  readonly entryHash: string;
}

export interface Matching {
  /** The known item of each entry, by the entry's key. New entries are left out. */
  readonly knownOf: ReadonlyMap<string, KnownItem>;
  /** How many known entries kept or changed their guid or link. */
  readonly guidsKept: number;
  readonly guidsChanged: number;
  readonly linksChanged: number;
}

type Entry = Pick<Item, 'key' | 'guid' | 'names' | 'linkUse' | 'published' | 'entryHash'> &
  Partial<Pick<Item, 'summary' | 'content' | 'byAge'>>;
type Rule = (entry: Entry, known: KnownItem, so: Evidence) => boolean;

/** The known items of each guid, link and title. */
type KnownByName = Readonly<Record<'guid' | 'link' | 'title', ReadonlyMap<string, readonly KnownItem[]>>>;

/** What the feed has shown so far in this poll. */
interface Evidence {
  readonly byGuid: number;
  readonly byLink: number;
  readonly guidsChanged: number;
  /** Guids that came back with another link, title and date. */
  readonly recycled: number;
  /** Whether most entries have the title of a known item, as after a change of system or domain. */
  readonly isMoved: boolean;
  /** Dates that one entry of the document has alone, in a document with several of them. */
  readonly ownDates: ReadonlySet<number>;
}

/** Titles with fewer characters are used again for other entries: `Daily briefing`. */
const DISTINCTIVE_LENGTH = 18;
const DISTINCTIVE_IDEOGRAPHS = 8;

/**
 * Decides which entries of a feed are known items, by guids, links and titles and by how the feed uses them. The most
 * reliable rules are tried first, and each item is matched once.
 *
 * @param known items that share a guid, a link or a title with an entry, newest first
 */
export function matchEntries(entries: readonly Entry[], known: readonly KnownItem[]): Matching {
  const window = entries.map((entry) => (entry.byAge ? { ...entry, published: undefined } : entry));
  const byName = indexed(known);
  const knownOf = new Map<string, KnownItem>();
  const taken = new Set<string>();
  const ownDates = ownDatesOf(window);
  const evidence = {
    byGuid: 0,
    byLink: 0,
    guidsChanged: 0,
    recycled: recycledGuids(window, byName, ownDates),
    isMoved: hasKnownTitles(window, byName),
    ownDates,
  };
  const pass = (by: 'guid' | 'link' | 'title', rule: Rule) => {
    for (const entry of window) {
      const name = entry.names[by];
      if (name === undefined || name === '' || knownOf.has(entry.key)) continue;
      const found = byName[by].get(name)?.find((item) => !taken.has(item.id) && rule(entry, item, evidence));
      if (found === undefined) continue;
      knownOf.set(entry.key, found);
      taken.add(found.id);
      if (by === 'guid') evidence.byGuid += 1;
      if (by === 'link') evidence.byLink += 1;
      if (hasChanged(entry.names.guid, found.names.guid)) evidence.guidsChanged += 1;
    }
  };
  pass('guid', (entry, item) => isConfirmed(entry, item, ownDates));
  pass(
    'link',
    (entry, item) =>
      isPage(entry, item) && (isEdited(entry, item) || isSameDate(entry, item)) && !isNextIssue(entry, item),
  );
  pass('title', (entry, item) => isSameDate(entry, item) && !isNeighbour(entry, item));
  pass('guid', (entry, _, { recycled }) => recycled === 0 && !POSITION.test(entry.guid));
  pass('link', isRewritten);
  pass('title', isSameUnderAnotherLink);
  pass('title', isPublishedAgain);
  return { knownOf, ...changesOf(window, knownOf) };
}

/**
 * Guids that may be positions in the feed: `3`, `item-12`. Feeds with such guids often date all entries alike, so only
 * a date that no other entry has confirms one.
 */
const POSITION = /^\D{0,6}\d{1,3}$/;

/**
 * Whether link, title or date confirm that an entry with the guid of an item is that item. The guid alone may be a
 * position in the feed.
 */
function isConfirmed(entry: Entry, item: KnownItem, ownDates: ReadonlySet<number>): boolean {
  const isPosition = POSITION.test(entry.guid);
  return (
    (entry.names.link !== undefined && entry.names.link === item.names.link && isPage(entry, item)) ||
    (entry.names.link !== undefined &&
      item.names.link !== undefined &&
      isArticleKey(entry.names.link) &&
      pathOfKey(entry.names.link) === pathOfKey(item.names.link)) ||
    (!isPosition && (isEdited(entry, item) || isSameDate(entry, item))) ||
    (isPosition && isSameDate(entry, item) && ownDates.has(entry.published?.getTime() ?? 0)) ||
    (isPosition && entry.entryHash === item.entryHash && isDistinctive(entry.names.title)) ||
    // Entries of a series have similar titles. Those with a link are matched by the link.
    (entry.names.link === undefined && isEdited(entry, item))
  );
}

/** Whether the links of both lead to pages of their own. */
function isPage(entry: Entry, item: KnownItem): boolean {
  return entry.linkUse === 'page' && item.linkUse === 'page';
}

function isEdited(entry: Entry, item: KnownItem): boolean {
  return areSimilar(entry.names.title, item.names.title);
}

function isSameDate(entry: Entry, item: KnownItem): boolean {
  const time = entry.published?.getTime();
  if (time === undefined || item.published === undefined) return false;
  return (
    item.published.getTime() === time || item.asReadNow?.some((date) => date.getTime() === time) === true
  );
}

/**
 * Whether an entry is the next issue of a series on one page: `/weekly/` has one title, and each week another guid,
 * date and text.
 */
function isNextIssue(entry: Entry, item: KnownItem): boolean {
  return (
    entry.names.title === item.names.title &&
    !isArticleKey(entry.names.link ?? '') &&
    hasChanged(entry.names.guid, item.names.guid) &&
    !isSameDate(entry, item) &&
    entry.entryHash !== item.entryHash
  );
}

/** Midnight in any zone is at a half hour of UTC. */
const HALF_HOUR_MS = 1_800_000;

/**
 * Whether the entry is another notice than the item, though both have the same headline and day: the date has no
 * time, guid and link differ, and so does the text. A link of which only a token changed counts as another only if
 * the guid differs too.
 */
function isNeighbour(entry: Entry, item: KnownItem): boolean {
  const { guid, link } = entry.names;
  const isMereDay = (entry.published?.getTime() ?? 0) % HALF_HOUR_MS === 0;
  const isNamedSo = guid !== undefined && guid === item.names.guid;
  const isElsewhere =
    isOtherPage(link, item.names.link) ||
    (hasChanged(link, item.names.link) && hasChanged(guid, item.names.guid));
  return isMereDay && !isNamedSo && isElsewhere && entry.entryHash !== item.entryHash;
}

function isOtherPage(link: string | undefined, known: string | undefined): boolean {
  if (link === undefined || known === undefined || link === known) return false;
  return pathOfKey(link) !== pathOfKey(known) || isNumberedKey(link);
}

/**
 * Whether an entry is the same page with a new title and date. If the feed keeps guids, a different guid makes it
 * another entry. The link must be an article's, because a list page may show another entry by now.
 */
function isRewritten(entry: Entry, item: KnownItem, { byGuid }: Evidence): boolean {
  if (!isPage(entry, item) || !isArticleKey(entry.names.link ?? '')) return false;
  return byGuid === 0 || !hasChanged(entry.names.guid, item.names.guid);
}

/** Whether the title is the same, undated or with unchanged text, in a feed that keeps neither guids nor links. */
function isSameUnderAnotherLink(
  entry: Entry,
  item: KnownItem,
  { byGuid, byLink, isMoved }: Evidence,
): boolean {
  const isUndated = entry.published === undefined || item.published === undefined;
  const hasNoOtherName = [entry.names, item.names].every(
    ({ guid, link }) => guid === undefined && link === undefined,
  );
  if (hasNoOtherName && (isUndated || entry.entryHash === item.entryHash)) return true;
  if (byGuid + byLink > 0) return false;
  const [link, known] = [entry.names.link, item.names.link];
  const isSamePath = link !== undefined && known !== undefined && pathOfKey(link) === pathOfKey(known);
  if (isSamePath && isArticleKey(pathOfKey(link))) return true;
  return isDistinctive(entry.names.title) && (isMoved || isUndated || entry.entryHash === item.entryHash);
}

/** The shortest text that two reports do not share by chance, in characters. */
const OWN_TEXT = 60;
/** Within this time the same words are the same report; later, another issue of a series. */
const REPUBLISHED_MS = 3 * 86_400_000;

/**
 * Whether an entry is a report that has left the feed and come back word for word, with another guid, link and date,
 * as after its publisher deleted it and put it in anew.
 */
function isPublishedAgain(entry: Entry, item: KnownItem): boolean {
  const text = entry.content ?? entry.summary ?? '';
  if (text.length < OWN_TEXT || entry.entryHash !== item.entryHash || !isDistinctive(entry.names.title))
    return false;
  if (entry.published === undefined || item.published === undefined) return true;
  return Math.abs(entry.published.getTime() - item.published.getTime()) <= REPUBLISHED_MS;
}

function isDistinctive(title: string): boolean {
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(title);
  return title.length >= (isDense ? DISTINCTIVE_IDEOGRAPHS : DISTINCTIVE_LENGTH);
}

/**
 * How many entries have the guid of an item and are not confirmed by anything else, if they are the majority; else 0.
 * A single one may be an item that was rewritten.
 */
function recycledGuids(window: readonly Entry[], byName: KnownByName, ownDates: ReadonlySet<number>): number {
  let unconfirmed = 0;
  let confirmed = 0;
  for (const entry of window) {
    const items = byName.guid.get(entry.names.guid ?? '');
    if (items === undefined) continue;
    if (items.some((item) => isConfirmed(entry, item, ownDates))) confirmed += 1;
    else unconfirmed += 1;
  }
  return unconfirmed > confirmed ? unconfirmed : 0;
}

/** A single known title may be that of a series, which each issue has. */
const FEWEST_TITLES = 3;

/** Whether at least half of the entries have a distinctive title of a known item, each another one. */
function hasKnownTitles(window: readonly Entry[], byName: KnownByName): boolean {
  const titles = window.map(({ names }) => names.title);
  const known = new Set(titles.filter((title) => byName.title.has(title) && isDistinctive(title)));
  return known.size >= FEWEST_TITLES && 2 * known.size >= window.length;
}

function changesOf(window: readonly Entry[], knownOf: ReadonlyMap<string, KnownItem>) {
  const counts = { guidsKept: 0, guidsChanged: 0, linksChanged: 0 };
  for (const { key, names } of window) {
    const known = knownOf.get(key);
    if (known === undefined) continue;
    if (names.guid !== undefined && names.guid === known.names.guid) counts.guidsKept += 1;
    if (hasChanged(names.guid, known.names.guid)) counts.guidsChanged += 1;
    if (hasChanged(names.link, known.names.link)) counts.linksChanged += 1;
  }
  return counts;
}

function hasChanged(now: string | undefined, before: string | undefined): boolean {
  return now !== undefined && before !== undefined && now !== before;
}

function indexed(known: readonly KnownItem[]): KnownByName {
  const byName = {
    guid: new Map<string, KnownItem[]>(),
    link: new Map<string, KnownItem[]>(),
    title: new Map<string, KnownItem[]>(),
  };
  for (const item of known) {
    for (const by of ['guid', 'link', 'title'] as const) {
      const name = item.names[by];
      if (name === undefined || name === '') continue;
      const same = byName[by].get(name);
      if (same === undefined) byName[by].set(name, [item]);
      else same.push(item);
    }
  }
  return byName;
}
