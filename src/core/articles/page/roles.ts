import { detach } from './detach.ts';
import { isDropCap } from './drop-cap.ts';
import { BUILDERS_WORDS, NEUTRAL_PREFIXES, PAIR_WORDS, ROLE_WORDS, type RoleWord } from './role-words.ts';
import { type StyledBox, StyleRules } from './style-rules.ts';
import type { When } from './style-sheet.ts';
import { type Unseen, unseenBy } from './visibility.ts';

/** The role of an element by its tag, class, id, ARIA role and microdata. */
export type BoxRole = 'none' | 'article' | Exclude<RoleWord, 'clipped' | 'hidden'>;

/** The attributes of one element that are kept, by name in small letters. */
export type Attributes = Readonly<Record<string, string>>;

/** A map and no object, because a page may ask for `constructor`. */
function rolesBy(roles: Readonly<Record<string, BoxRole>>): ReadonlyMap<string, BoxRole> {
  return new Map(Object.entries(roles));
}

const TAGS = rolesBy({
  article: 'article',
  aside: 'navigation',
  figcaption: 'caption',
  figure: 'caption',
  footer: 'navigation',
  form: 'box',
  menu: 'navigation',
  nav: 'navigation',
});

const ARIA = rolesBy({
  alert: 'navigation',
  alertdialog: 'navigation',
  banner: 'navigation',
  complementary: 'navigation',
  contentinfo: 'navigation',
  dialog: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  navigation: 'navigation',
  search: 'navigation',
  tablist: 'navigation',
  toolbar: 'navigation',
  tooltip: 'navigation',
});

const MICRODATA = rolesBy({
  articleBody: 'body',
  author: 'meta',
  caption: 'caption',
  comment: 'comments',
  dateModified: 'meta',
  datePublished: 'meta',
  description: 'lead',
});

const HEADING = /^h[1-6]$/;

/** A class name or id of more words is a slug of a sentence. */
const MAX_WORDS = 5;

/** Elements so large that their classes describe the layout of the page. */
const LAYOUT = new Set(['html', 'body', 'main']);

/** A cheap test: most classes have nothing to do with visibility. */
const MAY_HIDE = /hid|invis|\bsr|[-_]sr|Sr|reader|a11y|accessib|assist|screen|clip/i;

/** The meaning of a list of classes: the role, and whether one of them hides the element. */
interface Said {
  readonly role: BoxRole;
  readonly unseen: 'clipped' | 'hidden' | undefined;
}

const NOTHING: Said = { role: 'none', unseen: undefined };

/** The maximum number of an element's classes that are looked up in style sheets. */
const MAX_CLASSES = 40;

/** One list of classes. Its parts are computed when asked for, which is rare. */
class ClassList {
  readonly list: string;
  private hides: boolean | undefined;
  private isLetter: boolean | undefined;
  private found: Said | undefined;
  private dotted: readonly string[] | undefined;
  /** Whether a style sheet names one of the classes, as of the given version of the sheets. */
  private isStyled = false;
  private version = 0;

  constructor(list: string) {
    this.list = list;
  }

  /** Whether one of the classes hides the element. */
  get unseen(): Said['unseen'] {
    if (this.found !== undefined) return this.found.unseen;
    this.hides ??= MAY_HIDE.test(this.list);
    return this.hides ? this.said.unseen : undefined;
  }

  get isDropCap(): boolean {
    return (this.isLetter ??= isDropCap(this.list));
  }

  /** The classes with a dot, as in style sheets. */
  get names(): readonly string[] {
    return (this.dotted ??= this.list.split(/\s+/, MAX_CLASSES).map((name) => `.${name}`));
  }

  get said(): Said {
    return (this.found ??= readClasses(this.list));
  }

  isNamedIn(styles: StyleRules): boolean {
    if (this.version !== styles.version) {
      this.version = styles.version;
      this.isStyled = this.names.some((name) => styles.hides(name));
    }
    return this.isStyled;
  }
}

/**
 * Classifies elements by their names, attributes and the page's style sheets. One instance serves one page, because
 * it caches class lists.
 */
export class RoleJudge {
  private readonly lists = new Map<string, ClassList>();
  private last = new ClassList('');
  private readonly styles = new StyleRules((list) => this.classes(list).names);

  /** Adds a style sheet, which applies to the elements that follow. Returns the attributes that its rules test. */
  readStyle(css: string, when: When): ReadonlySet<string> {
    this.styles.read(css, when);
    return this.styles.asked;
  }

  /** The element's role, visible or not. */
  roleOf(element: string, attributes: Attributes): BoxRole {
    if (LAYOUT.has(element)) return 'none';
    const aria = attributes['role'];
    if (aria !== undefined && ARIA.has(aria)) return ARIA.get(aria)!;
    const item = attributes['itemprop'];
    if (item !== undefined && MICRODATA.has(item)) return MICRODATA.get(item)!;
    const tag = TAGS.get(element) ?? 'none';
    const list = attributes['class'];
    let said = list === undefined ? 'none' : this.classes(list).said.role;
    if (said === 'body') return 'body';
    const id = attributes['id'];
    if (said === 'none' && id !== undefined && !HEADING.test(element)) said = roleAlone(remembered(id));
    // A custom element: `<site-footer>`.
    if (said === 'none' && tag === 'none' && element.includes('-')) said = roleAlone(remembered(element));
    if (said !== 'none' && !(tag === 'navigation' && said !== 'lead')) return said;
    return tag;
  }

  /**
   * Why the element is invisible. Never for the page as a whole, which programs show when it is ready. `around` is
   * the box around the element, `isChild` whether that box is its parent.
   */
  unseenOf(element: string, attributes: Attributes, around?: StyledBox, isChild = true): Unseen | undefined {
    if (LAYOUT.has(element)) return undefined;
    const unseen = unseenBy(attributes);
    // Paragraphs hidden from screen readers, as behind a paywall, are still on the screen.
    if (unseen === 'aria-hidden' && element === 'p') return undefined;
    if (unseen === 'hidden' || unseen === 'clipped') return unseen;
    const list = attributes['class'];
    const classes = list === undefined ? undefined : this.classes(list);
    const said = classes?.unseen;
    if (said !== undefined) return said;
    if (this.styles.version === 0) return unseen;
    const id = attributes['id'];
    const mayBeStyled =
      classes?.isNamedIn(this.styles) === true ||
      this.styles.hides(element) ||
      this.styles.hidesById(id) ||
      this.styles.hidesByAttribute(attributes);
    if (!mayBeStyled) return unseen;
    const names = [...(classes?.names ?? []), ...(id === undefined ? [] : [`#${id}`])];
    return this.styles.hiding({ name: element, names, attributes, around, isChild }) ?? unseen;
  }

  /** Whether a list of classes belongs to a drop cap. */
  isDropCap(list: string): boolean {
    return list !== '' && this.classes(list).isDropCap;
  }

  private classes(list: string): ClassList {
    // Most lists are asked for several times in a row, for one element.
    if (list === this.last.list) return this.last;
    let classes = this.lists.get(list);
    if (classes === undefined) this.lists.set(list, (classes = new ClassList(list)));
    this.last = classes;
    return classes;
  }
}

/** A body among the names wins; else the first name with a meaning other than teaser. */
function readClasses(classes: string): Said {
  let role: BoxRole = 'none';
  let unseen: Said['unseen'];
  for (let start = 0, end = 0; start < classes.length; start = end + 1) {
    end = classes.indexOf(' ', start);
    if (end < 0) end = classes.length;
    const said = start === end ? 'none' : remembered(classes.slice(start, end));
    if (said === 'clipped' || said === 'hidden') unseen ??= said;
    else if (said === 'body') role = 'body';
    else if (said !== 'none' && (role === 'none' || role === 'teaser')) role = said;
  }
  return role === 'none' && unseen === undefined ? NOTHING : { role, unseen };
}

/** The role by an id or element name, which say nothing about visibility. */
function roleAlone(said: NameSays): BoxRole {
  return said === 'clipped' || said === 'hidden' ? 'none' : said;
}

/** What a name may mean: a role, or that its element is hidden. */
type NameSays = 'none' | RoleWord;

/** The meanings of names seen so far: publishers use the same names on every page. */
const known = new Map<string, NameSays>();
const MAX_KNOWN = 10_000;
/** Longer names are not analysed. */
const MAX_NAME = 80;

function remembered(name: string): NameSays {
  if (name.length > MAX_NAME) return 'none';
  let role = known.get(name);
  if (role === undefined) {
    role = roleOfName(name);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(detach(name), role);
  }
  return role;
}

/** The meaning of one class name or id; in `comment-content` the comment wins over the content. */
export function roleOfName(name: string): NameSays {
  // `print:hidden` and the like are utility classes for one medium or state.
  if (name.length > MAX_NAME || name.includes(':')) return 'none';
  // Within a longer name the word is about overflow, labels or a medium.
  if (name === 'hidden' || name === 'invisible') return 'hidden';
  const words = wordsOf(name);
  if (
    words.length === 0 ||
    words.length > MAX_WORDS ||
    (words.length > 1 && NEUTRAL_PREFIXES.has(words[0]!) && roleOfPair(words[0]!, words[1]!) === undefined)
  )
    return 'none';
  let found: NameSays = 'none';
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
 * Whether a name is a page builder's: they make the whole article of widgets (`elementor-widget-text-editor`,
 * `article-widget-text`).
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
