import { isArticleKey, isNumberedKey, pathOfKey } from './link-key.ts';

/** What an entry may be recognised by. `match-entries.ts` decides which of them counts. */
export interface ItemNames {
  /** Undefined where the feed gives none, repeats the link, or gives several entries the same. */
  readonly guid: string | undefined;
  readonly link: string | undefined;
  /** The title in the form in which it is compared; without a title, the beginning of the text. */
  readonly title: string;
}

/** What is compared of two entries of one document. */
export interface Draft {
  readonly names: ItemNames;
  readonly hash: string;
  readonly published: Date | undefined;
}

export interface Merged<D extends Draft> {
  readonly draft: D;
  /** Without a guid that other entries also have. */
  readonly names: ItemNames;
  /** Whether other entries link to the same page. */
  readonly sharesLink: boolean;
}

/**
 * Keeps the first of entries that a document repeats. A link or guid that several different entries have identifies
 * none of them.
 */
export function mergeDuplicates<D extends Draft>(drafts: readonly D[]): Merged<D>[] {
  const byName = new Map<string, D[]>();
  const kept: D[] = [];
  for (const draft of drafts) {
    const groups = namesOf(draft).map((name) => {
      const group = byName.get(name) ?? [];
      byName.set(name, group);
      return group;
    });
    // Only the ends of the groups are compared, because a list page may have three thousand entries.
    if (groups.some((group) => group.slice(-MAX_COMPARED).some((other) => isSame(draft, other)))) continue;
    for (const group of groups) group.push(draft);
    kept.push(draft);
  }
  const isShared = (name: string | undefined) => name !== undefined && (byName.get(name)?.length ?? 0) > 1;
  return kept.map((draft) => {
    const [link, guid] = [linkName(draft), guidName(draft)];
    return {
      draft,
      names: isShared(guid) ? { ...draft.names, guid: undefined } : draft.names,
      sharesLink: isShared(link),
    };
  });
}

const MAX_COMPARED = 50;

const linkName = ({ names }: Draft) => (names.link === undefined ? undefined : `link ${names.link}`);
const guidName = ({ names }: Draft) => (names.guid === undefined ? undefined : `guid ${names.guid}`);

function namesOf(draft: Draft): string[] {
  // Without link and guid only the title identifies an entry.
  const names = [linkName(draft), guidName(draft)].filter((name) => name !== undefined);
  return names.length > 0 ? names : [`title ${draft.names.title}`];
}

function isSame(a: Draft, b: Draft): boolean {
  const datesAgree =
    a.published === undefined || b.published === undefined || a.published.getTime() === b.published.getTime();
  const sameTitle = a.names.title === b.names.title;
  const areDated = a.published !== undefined && b.published !== undefined;
  const ownGuids = a.names.guid !== undefined && b.names.guid !== undefined;
  if (ownGuids && a.names.guid === b.names.guid) {
    if (a.names.link === b.names.link && (sameTitle || datesAgree)) return true;
    // A section shows its first entry twice, once with a parameter of its own.
    if (sameTitle && a.hash === b.hash && isSamePath(a.names.link, b.names.link)) return true;
    // Without dates, notices that two offices number alike have guid and title in common.
    return sameTitle && datesAgree && (areDated || a.hash === b.hash);
  }
  if (!sameTitle || !datesAgree) return false;
  // Notices with the same headline but guids and texts of their own are different entries.
  return !(ownGuids && a.hash !== b.hash) && !(!ownGuids && a.names.link === undefined && a.hash !== b.hash);
}

/** Whether two links differ in parameters alone, and these do not tell which article it is. */
function isSamePath(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const path = pathOfKey(a);
  if (path !== pathOfKey(b) || isNumberedKey(a) || isNumberedKey(b)) return false;
  return path === a || path === b || isArticleKey(path);
}
