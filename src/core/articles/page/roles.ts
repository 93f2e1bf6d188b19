import { detach } from './detach.ts';
import { isDropCap } from './initial.ts';
import { BUILDERS_WORDS, NEUTRAL_PREFIXES, PAIR_WORDS, ROLE_WORDS, type RoleWord } from './role-words.ts';
import { type StyledBox, StyleRules } from './style-rules.ts';
import type { When } from './style-sheet.ts';
import { type Unseen, unseenBy } from './visibility.ts';

/** What an element says of itself by tag, class, id, ARIA role and microdata. */
export type BoxRole = 'none' | 'article' | Exclude<RoleWord, 'clipped' | 'hidden'>;

/** The attributes of one element that are kept, by name in small letters. */
export type Attributes = Readonly<Record<string, string>>;

/** A map, because a page may ask for `constructor`. */
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

/** A class name or id of more words is a slug made of a sentence. */
const MAX_WORDS = 5;

/** Elements so large that their classes describe the page's layout. */
const LAYOUT = new Set(['html', 'body', 'main']);

/** A test before the finer ones: most elements' classes say nothing of being seen. */
const MAY_HIDE = /hid|invis|\bsr|[-_]sr|Sr|reader|a11y|accessib|assist|screen|clip/i;

/** What the names in a list of classes say: the role, and whether one of them keeps its element out of sight. */
interface Said {
  readonly role: BoxRole;
  readonly unseen: 'clipped' | 'hidden' | undefined;
}

const NOTHING: Said = { role: 'none', unseen: undefined };

/** Classes of one element that are looked up in style sheets. */
const MAX_CLASSES = 40;

/** One list of classes; most of what it says is asked of few elements only. */
class ClassList {
  readonly list: string;
  private hides: boolean | undefined;
  private isLetter: boolean | undefined;
  private found: Said | undefined;
  private dotted: readonly string[] | undefined;
  /** Whether a style sheet names one of them, as of that version of the sheets. */
  private isStyled = false;
  private version = 0;

  constructor(list: string) {
    this.list = list;
  }

  /** Whether one of them keeps its element out of sight. */
  get unseen(): Said['unseen'] {
    if (this.found !== undefined) return this.found.unseen;
    this.hides ??= MAY_HIDE.test(this.list);
    return this.hides ? this.said.unseen : undefined;
  }

  get isDropCap(): boolean {
    return (this.isLetter ??= isDropCap(this.list));
  }

  /** The classes with the dot that they have in style sheets. */
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

/** Judges elements by their names, attributes and the page's style sheets. One judge serves one page: it remembers class lists. */
export class RoleJudge {
  private readonly lists = new Map<string, ClassList>();
  private last = new ClassList('');
  private readonly styles = new StyleRules((list) => this.classes(list).names);

  /** A style sheet; it counts for the elements that follow. Returns the attributes that its rules ask for. */
  readStyle(css: string, when: When): ReadonlySet<string> {
    this.styles.read(css, when);
    return this.styles.asked;
  }

  /** What the element says of itself, seen or not. */
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
   * Why the element is not seen; never the page as a whole, which a program shows when it is ready. `around` is the box
   * around it, and `isChild` says whether that is its parent.
   */
  unseenOf(element: string, attributes: Attributes, around?: StyledBox, isChild = true): Unseen | undefined {
    if (LAYOUT.has(element)) return undefined;
    const unseen = unseenBy(attributes);
    // Paragraphs that a page keeps from screen readers, as behind a wall, are on the screen all the same.
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

  /** Whether a list of classes is of a letter that is set large. */
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

/** A body among the names wins; else the first that says more than that it teases. */
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

/** An id or the name of an element says nothing of being seen. */
function roleAlone(said: NameSays): BoxRole {
  return said === 'clipped' || said === 'hidden' ? 'none' : said;
}

/** What a name may say, of the role of its element or of its being seen. */
type NameSays = 'none' | RoleWord;

/** What names were found to say: publishers use the same ones on every page, and each other's. */
const known = new Map<string, NameSays>();
const MAX_KNOWN = 10_000;
/** Longer names are not looked at. */
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

/** The role that one class name or id claims; in `comment-content` the comment wins over the content. */
export function roleOfName(name: string): NameSays {
  // `print:hidden` and its like are utility classes: they apply to one medium or state.
  if (name.length > MAX_NAME || name.includes(':')) return 'none';
  // In a longer name it is about overflow, labels or a medium.
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

/** Page builders make the whole article of widgets: `elementor-widget-text-editor`, `article-widget-text`. */
function isBuildingBlock(word: string, words: readonly string[]): boolean {
  return (word === 'widget' || word === 'widgets') && words.some((other) => BUILDERS_WORDS.has(other));
}

function roleOfPair(word: string, next: string | undefined): RoleWord | undefined {
  return next !== undefined && PAIR_WORDS.has(word) ? ROLE_WORDS.get(`${word}-${next}`) : undefined;
}

/** `relatedNews-box2` → related, news, box: cut at capitals and at all that is no letter of ASCII. */
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
