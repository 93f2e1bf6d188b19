import type { BoxRole } from './role-words.ts';
import type { Attributes } from './element-attributes.ts';
import { type ClassList, classListOf, saidBy } from './class-list.ts';
import { classNameOf } from './class-name.ts';
import { roleAlone } from './name-roles.ts';
import { StyleRules } from './style-rules.ts';
import type { When } from './style-sheet.ts';
import type { StyledBox } from './styled-element.ts';
import { type Unseen, unseenBy } from './visibility.ts';

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

/** The role by ARIA role and microdata, which names do not change; undefined where they say nothing. */
export function declaredRole(element: string, attributes: Attributes): BoxRole | undefined {
  if (LAYOUT.has(element)) return 'none';
  const aria = attributes['role'];
  const role = aria === undefined ? undefined : ARIA.get(aria);
  if (role !== undefined) return role;
  const item = attributes['itemprop'];
  return item === undefined ? undefined : MICRODATA.get(item);
}

/** The role by tag, by what the classes say, and by id, for an element without a declared role. */
export function namedRole(element: string, classes: BoxRole, id: string | undefined): BoxRole {
  const tag = TAGS.get(element) ?? 'none';
  let said = classes;
  if (said === 'body') return 'body';
  if (said === 'none' && id !== undefined && !HEADING.test(element))
    said = roleAlone(classNameOf(id).meaning);
  // A custom element: `<site-footer>`.
  if (said === 'none' && tag === 'none' && element.includes('-'))
    said = roleAlone(classNameOf(element).meaning);
  if (said !== 'none' && !(tag === 'navigation' && said !== 'lead')) return said;
  return tag;
}

/** The element's role, visible or not. */
export function roleOf(element: string, attributes: Attributes): BoxRole {
  const list = attributes['class'];
  const said = list === undefined ? 'none' : saidBy(list).role;
  return declaredRole(element, attributes) ?? namedRole(element, said, attributes['id']);
}

/** How many pages were read. Tells whether the state of a class list is that of the page being read. */
let pages = 0;

/** Classifies elements by their names, attributes and the page's style sheets. One instance serves one page. */
export class RoleJudge {
  /** The lists of visible inline elements. */
  private readonly shown: ClassList[] = [];
  private readonly page = ++pages;
  private last = classListOf('', this.page);
  private readonly styles = new StyleRules();

  /** Adds a style sheet, which applies to the elements that follow. Returns the attributes that its rules test. */
  readStyle(css: string, when: When): ReadonlySet<string> {
    this.styles.read(css, when);
    return this.asked;
  }

  /** The attributes that the rules of the sheets test. */
  get asked(): ReadonlySet<string> {
    return this.styles.asked;
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
    const classes = this.classes(list);
    if (classes.shownAt !== undefined) return;
    classes.shownAt = this.styles.sheetCount;
    this.shown.push(classes);
  }

  /** Whether a later sheet may hide an inline element that was visible. */
  hidesShown(): boolean {
    return this.shown.some(({ names, shownAt }) => this.styles.hidesSince(shownAt!, names));
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

  /** The list of classes of an element of this page. */
  listOf(list: string | undefined): ClassList | undefined {
    return list === undefined || list === '' ? undefined : this.classes(list);
  }

  private classes(list: string): ClassList {
    // Most lists are asked for several times in a row, for one element.
    return list === this.last.list ? this.last : (this.last = classListOf(list, this.page));
  }
}

/** Classes and id with their marks, as in style sheets. */
function namesOf(classes: ClassList | undefined, id: string | undefined): readonly string[] {
  const names = classes?.names ?? [];
  return id === undefined ? names : [...names, `#${id}`];
}
