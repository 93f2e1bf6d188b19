import { isSpace } from '../fold-text.ts';
import { mayName } from '../metadata/is-metadata.ts';
import { type ClassName, classNameOf } from './class-name.ts';
import { detach } from './detach.ts';
import { isDropCap } from './drop-cap.ts';
import type { BoxRole } from './roles.ts';
import type { StyleRules } from './style-rules.ts';
import { isSummaryName } from './summary-name.ts';

/** The meaning of a list of classes: the role, and whether one of them hides the element. */
export interface Said {
  readonly role: BoxRole;
  readonly unseen: 'clipped' | 'hidden' | undefined;
}

const NOTHING: Said = { role: 'none', unseen: undefined };

/** A cheap test: most classes have nothing to do with visibility. */
const MAY_HIDE = /hid|invis|\bsr|[-_]sr|Sr|reader|a11y|accessib|assist|screen|clip/i;

/** Classes by which forum software marks each post of a topic, the first as well as the replies. */
const POSTS =
  /(?:^|\s)(?:topic-post|crawler-post|onscreen-post|CommentPost|postbit|postbitlegacy|postcontainer|b-post|comment-node|post_block|post_wrapper|forum-?post|bbp-(?:reply|topic)|cPost|ipsComment|ItemComment|posts?-list-item|post has-profile|post bg[123]|post classic)(?:\s|$)/;

/** The maximum number of an element's classes that are looked up in style sheets. */
const MAX_CLASSES = 40;

/**
 * One list of classes. Its parts are computed when asked for, which is rare, and once for all pages. The patterns are
 * tried on the list as a whole, because most pages have names of their own. What the style
 * sheets say about it holds for one page.
 */
export class ClassList {
  readonly list: string;
  private found: Said | undefined;
  private split: readonly ClassName[] | undefined;
  private dotted: readonly string[] | undefined;
  private isLetter: boolean | undefined;
  private isByline: boolean | undefined;
  private isOfSummary: boolean | undefined;
  private isOfPost: boolean | undefined;
  private hides: boolean | undefined;
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

  private get parts(): readonly ClassName[] {
    return (this.split ??= partsOf(this.list));
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

  /** Whether they belong to a summary that a program made. */
  get isSummary(): boolean {
    return (this.isOfSummary ??= isSummaryName(this.list));
  }

  /** Whether they belong to one post of a forum's topic. */
  get isPost(): boolean {
    return (this.isOfPost ??= POSTS.test(this.list));
  }

  /** The classes with a dot, as in style sheets. */
  get names(): readonly string[] {
    return (this.dotted ??= this.parts.slice(0, MAX_CLASSES).map((part) => part.dotted));
  }

  get said(): Said {
    return (this.found ??= meaningOf(this.parts));
  }

  isNamedIn(styles: StyleRules): boolean {
    if (this.version !== styles.version) {
      this.version = styles.version;
      this.isStyled = styles.mayHideClass(this.list) && this.names.some((name) => styles.hides(name));
    }
    return this.isStyled;
  }
}

function partsOf(list: string): ClassName[] {
  const parts: ClassName[] = [];
  for (let start = 0, end = 0; start < list.length; start = end + 1) {
    end = start;
    while (end < list.length && !isSpace(list.charCodeAt(end))) end++;
    if (end > start) parts.push(classNameOf(list.slice(start, end)));
  }
  return parts;
}

/** A body among the names wins; else the first name with a meaning other than teaser. */
function meaningOf(names: readonly ClassName[]): Said {
  let role: BoxRole = 'none';
  let unseen: Said['unseen'];
  for (const { meaning } of names) {
    if (meaning === 'clipped' || meaning === 'hidden') unseen ??= meaning;
    else if (meaning === 'body') role = 'body';
    else if (meaning !== 'none' && (role === 'none' || role === 'teaser')) role = meaning;
  }
  return role === 'none' && unseen === undefined ? NOTHING : { role, unseen };
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
