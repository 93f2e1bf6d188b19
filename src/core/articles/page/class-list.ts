import { mayName } from '../metadata/is-metadata.ts';
import { detach } from './detach.ts';
import { isDropCap } from './drop-cap.ts';
import { readClasses, type Said } from './name-roles.ts';
import type { StyleRules } from './style-rules.ts';

/** A cheap test: most classes have nothing to do with visibility. */
const MAY_HIDE = /hid|invis|\bsr|[-_]sr|Sr|reader|a11y|accessib|assist|screen|clip/i;

/** The maximum number of an element's classes that are looked up in style sheets. */
const MAX_CLASSES = 40;

/**
 * One list of classes. Its parts are computed when asked for, which is rare, and once for all pages. What the style
 * sheets say about it holds for one page.
 */
export class ClassList {
  readonly list: string;
  private hides: boolean | undefined;
  private isLetter: boolean | undefined;
  private isByline: boolean | undefined;
  private found: Said | undefined;
  private dotted: readonly string[] | undefined;
  private page = 0;
  /** Whether a style sheet names one of the classes, as of the given version of the sheets. */
  private isStyled = false;
  private version = 0;
  /** How many sheets there were when a visible inline element first had these classes. */
  shownAt: number | undefined;

  constructor(list: string) {
    this.list = list;
  }

  /** Forgets what the style sheets of another page said. */
  enter(page: number): void {
    if (this.page === page) return;
    this.page = page;
    this.isStyled = false;
    this.version = 0;
    this.shownAt = undefined;
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

/** The lists seen so far: a publisher uses the same on every page, and systems use the same for all publishers. */
const known = new Map<string, ClassList>();
const MAX_KNOWN = 5_000;
/** Longer lists are not kept, which limits the memory. UTF-16 units. */
const MAX_KEPT = 160;

/** The list for the page with this number. Two pages must not be read at the same time. */
export function classListOf(list: string, page: number): ClassList {
  const classes = listed(list);
  classes.enter(page);
  return classes;
}

/** What a list of classes says on any page. */
export function saidBy(list: string): Said {
  return listed(list).said;
}

function listed(list: string): ClassList {
  let classes = known.get(list);
  if (classes === undefined) {
    const isKept = list.length <= MAX_KEPT;
    classes = new ClassList(isKept ? detach(list) : list);
    if (known.size >= MAX_KNOWN) known.clear();
    if (isKept) known.set(classes.list, classes);
  }
  return classes;
}
