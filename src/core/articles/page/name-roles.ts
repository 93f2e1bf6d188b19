import {
  type BoxRole,
  BUILDERS_WORDS,
  NEUTRAL_PREFIXES,
  PAIR_WORDS,
  ROLE_WORDS,
  type RoleWord,
} from './role-words.ts';

/** A class name or id of more words is made from a sentence, and has no meaning. */
const MAX_WORDS = 5;
/** Longer names are not analysed. Characters. */
export const MAX_NAME = 80;

/** The role by an id or element name, which say nothing about visibility. */
export function roleAlone(said: NameMeaning): BoxRole {
  return said === 'clipped' || said === 'hidden' ? 'none' : said;
}

/** What a name may mean: a role, or that its element is hidden. */
export type NameMeaning = 'none' | RoleWord;

/** The meaning of one class name or id; in `comment-content` the comment wins over the content. */
export function roleOfName(name: string): NameMeaning {
  // `print:hidden` and the like are utility classes for one medium or state.
  if (name.length > MAX_NAME || name.includes(':')) return 'none';
  // Inside a longer name `hidden` is about overflow, labels or a medium: `overflow-hidden`.
  if (name === 'hidden' || name === 'invisible') return 'hidden';
  const words = wordsOf(name);
  if (
    words.length === 0 ||
    words.length > MAX_WORDS ||
    (words.length > 1 && NEUTRAL_PREFIXES.has(words[0]!) && roleOfPair(words[0]!, words[1]!) === undefined)
  )
    return 'none';
  let found: NameMeaning = 'none';
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const role = roleOfPair(word, words[i + 1]) ?? ROLE_WORDS.get(word);
    if (role === undefined || (role === 'box' && isBuildingBlock(word, words))) continue;
    if (role !== 'body' && role !== 'lead' && role !== 'teaser') return role;
    if (found === 'none' || role === 'body') found = role;
  }
  return found;
}

/**
 * Whether `widget` in a name comes from a page builder, and so says nothing. Page builders make the whole article of
 * widgets: `elementor-widget-text-editor`, `article-widget-text`.
 */
function isBuildingBlock(word: string, words: readonly string[]): boolean {
  return (word === 'widget' || word === 'widgets') && words.some((other) => BUILDERS_WORDS.has(other));
}

function roleOfPair(word: string, next: string | undefined): RoleWord | undefined {
  return next !== undefined && PAIR_WORDS.has(word) ? ROLE_WORDS.get(`${word}-${next}`) : undefined;
}

/** `relatedNews-box2` → related, news, box: split at capitals and everything that is no ASCII letter. */
function wordsOf(name: string): string[] {
  const words: string[] = [];
  let start = 0;
  let wasSmall = false;
  let hasCapital = false;
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : 0;
    const isSmall = code >= 97 && code <= 122;
    const isCapital = code >= 65 && code <= 90;
    if ((isCapital && wasSmall) || (!isSmall && !isCapital)) {
      if (i > start) words.push(hasCapital ? name.slice(start, i).toLowerCase() : name.slice(start, i));
      start = isCapital ? i : i + 1;
      hasCapital = false;
    }
    wasSmall = isSmall;
    hasCapital ||= isCapital;
  }
  return words;
}
