import { plainText } from '../feeds/plain-text.ts';
import { foldEntryText } from './entry-hash.ts';
import type { Item } from './item-from-entry.ts';

/** An item that no entry of the document is, with the text of its entry. */
export interface LeftItem {
  readonly id: string;
  readonly published: Date | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
}

type Texts = Pick<Item, 'summary' | 'content'>;
type Entry = Pick<Item, 'key' | 'published'> & Texts & Partial<Pick<Item, 'byAge'>>;

/** The beginning of a text that two reports do not share by chance, and the least of a text that is compared. Folded characters. */
const OWN_BEGINNING = 120;
const DENSE_BEGINNING = 50;
const LEAST = 60;
const LEAST_DENSE = 25;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Midnight in any zone is at a half hour of UTC. */
const HALF_HOUR_MS = 1_800_000;
/** UTF-16 units of a text that are compared. */
const MAX_COMPARED = 2_000;
/** Entries of a document whose beginnings are compared. */
const MAX_WINDOW = 300;

/**
 * New entries that may be known ones under another headline, guid and link: they are older than what the feed has shown before.
 * @param newest when the newest known item was first seen
 */
export function mayBeRenamed<E extends Entry>(fresh: readonly E[], newest: Date): E[] {
  return fresh.filter(
    ({ published, byAge }) => published !== undefined && byAge !== true && published < newest,
  );
}

/**
 * Finds items whose headline, guid and link all changed at once, as in a change of system together with an edit. The date stays, and so
 * does the text: whole, or at least its beginning where the date has an hour. Text that two entries of the document begin with is a
 * template, and of two candidates with the same date neither is taken unless its text is the same.
 *
 * @param window all entries of the document; `left`: items with the date of one of the entries, which no entry is
 * @returns the item's id by the entry's key
 */
export function renamedEntries(
  entries: readonly Entry[],
  window: readonly Entry[],
  left: readonly LeftItem[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (left.length === 0) return found;
  const taken = new Set<string>();
  const texts = window.slice(0, MAX_WINDOW).map(textOf);
  for (const entry of entries) {
    const time = entry.published?.getTime();
    const text = textOf(entry);
    const { own, least } = lengthOf(text);
    if (time === undefined || text.length < least) continue;
    const beginning = text.slice(0, least);
    if (texts.filter((one) => one.startsWith(beginning)).length > 1) continue;
    const dated = left.filter(({ id, published }) => published?.getTime() === time && !taken.has(id));
    const same = dated.filter((item) => textOf(item) === text);
    const hasHour = time % HALF_HOUR_MS !== 0;
    const alike = dated.filter((item) => hasHour && sharesBeginning(textOf(item), text, own));
    const [item, other] = same.length > 0 ? same : alike;
    if (item === undefined || other !== undefined) continue;
    found.set(entry.key, item.id);
    taken.add(item.id);
  }
  return found;
}

/** The text of an entry as it is compared. */
function textOf({ summary, content }: Texts): string {
  return foldEntryText(plainText(content ?? summary ?? '', { maxLength: MAX_COMPARED }));
}

function lengthOf(text: string): { own: number; least: number } {
  return DENSE.test(text)
    ? { own: DENSE_BEGINNING, least: LEAST_DENSE }
    : { own: OWN_BEGINNING, least: LEAST };
}

function sharesBeginning(one: string, other: string, least: number): boolean {
  return one.length >= least && other.length >= least && one.slice(0, least) === other.slice(0, least);
}
