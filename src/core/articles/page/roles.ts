import { mayName } from '../metadata/is-metadata.ts';
import { isDropCap } from './drop-cap.ts';
import { readClasses, remembered, roleAlone, type Said } from './name-roles.ts';
import type { RoleWord } from './role-words.ts';
import { type StyledBox, StyleRules } from './style-rules.ts';
import type { When } from './style-sheet.ts';
import { type Unseen, unseenBy } from './visibility.ts';

/** The role of an element by its tag, class, id, ARIA role and microdata. */
export type BoxRole = 'none' | 'article' | Exclude<RoleWord, 'clipped' | 'hidden'>;

/** The attributes of one element that are kept, by name in small letters. */
export type Attributes = Readonly<Record<string, string>>;

/** A map rather than an object: a page may use the name `constructor`, which every object has. */
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

/** Elements so large that their classes describe the layout of the page. */
const LAYOUT = new Set(['html', 'body', 'main']);

/** A cheap test: most classes have nothing to do with visibility. */
const MAY_HIDE = /hid|invis|\bsr|[-_]sr|Sr|reader|a11y|accessib|assist|screen|clip/i;

/** The maximum number of an element's classes that are looked up in style sheets. */
const MAX_CLASSES = 40;

/** One list of classes. Its parts are computed when asked for, which is rare. */
class ClassList {
  readonly list: string;
  private hides: boolean | undefined;
  private isLetter: boolean | undefined;
  private isByline: boolean | undefined;
  private found: Said | undefined;
  private dotted: readonly string[] | undefined;
  /** Whether a style sheet names one of the classes, as of the given version of the sheets. */
  private isStyled = false;
  private version = 0;
  /** How many sheets there were when a visible inline element first had these classes. */
  shownAt: number | undefined;

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

  /** Whether they may belong to a byline or date. */
  get mayName(): boolean {
    return (this.isByline ??= mayName(this.list));
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
    return this.asked;
  }

  /** The attributes that the rules of the sheets test. */
  get asked(): ReadonlySet<string> {
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
    if (!this.isNamed(element, classes, id) && !this.styles.hidesByAttribute(attributes)) return unseen;
    const names = namesOf(classes, id);
    return this.styles.hiding({ name: element, names, attributes, around, isChild }) ?? unseen;
  }

  /** Whether the sheets give an element letters that can be read. */
  isSized(element: string, { class: list, id }: Attributes): boolean {
    return this.styles.isSized(element, namesOf(list === undefined ? undefined : this.classes(list), id));
  }

  /** Notes that an inline element with these classes is visible by the sheets so far. */
  noteShown(list: string): void {
    this.classes(list).shownAt ??= this.styles.sheetCount;
  }

  /** Whether a later sheet may hide an inline element that was visible. */
  hidesShown(): boolean {
    for (const { names, shownAt } of this.lists.values()) {
      if (shownAt !== undefined && this.styles.hidesSince(shownAt, names)) return true;
    }
    return false;
  }

  /** Whether the sheets, all of them, hide a box. */
  hidesBox(box: StyledBox): boolean {
    const { name, id } = box;
    const classes = box.classes === '' ? undefined : this.classes(box.classes);
    if (LAYOUT.has(name) || !this.isNamed(name, classes, id)) return false;
    return this.styles.mayHide(box, namesOf(classes, id));
  }

  /** Whether a rule may hide an element by its name, classes or id. */
  private isNamed(element: string, classes: ClassList | undefined, id: string | undefined): boolean {
    return (
      classes?.isNamedIn(this.styles) === true || this.styles.hides(element) || this.styles.hidesById(id)
    );
  }

  /** Whether a list of classes may belong to a byline or date. */
  mayName(list: string | undefined): boolean {
    return list !== undefined && this.classes(list).mayName;
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

/** Classes and id with their marks, as in style sheets. */
function namesOf(classes: ClassList | undefined, id: string | undefined): readonly string[] {
  const names = classes?.names ?? [];
  return id === undefined ? names : [...names, `#${id}`];
}
