import { isSpace } from '../fold-text.ts';
import { FirstTest } from '../../matching/first-test.ts';
import { NAMED } from '../metadata/is-metadata.ts';
import { type ClassName, classNameOf } from './class-name.ts';
import { detach } from './detach.ts';
import { DROP_CAP } from './drop-cap.ts';
import type { BoxRole } from './role-words.ts';
import type { StyleRules } from './style-rules.ts';
import { SUMMARY_NAME } from './summary-name.ts';

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

/** A first test of all lists: most have names of none of these kinds. */
const FIRST = new FirstTest([MAY_HIDE, DROP_CAP, NAMED, SUMMARY_NAME, POSTS]);
const OF_HIDING = 1;
const OF_LETTER = 2;
const OF_BYLINE = 4;
const OF_SUMMARY = 8;
const OF_POST = 16;

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
  /** Bits of what the list may say, and of what was found out about it. */
  private signs = 0;
  private known = 0;
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
    return this.is(OF_HIDING, MAY_HIDE) ? this.said.unseen : undefined;
  }

  get isDropCap(): boolean {
    return this.is(OF_LETTER, DROP_CAP);
  }

  /** Whether they may belong to a byline or date. */
  get mayName(): boolean {
    return this.is(OF_BYLINE, NAMED);
  }

  /** Whether they belong to a summary that a program made. */
  get isSummary(): boolean {
    return this.is(OF_SUMMARY, SUMMARY_NAME);
  }

  /** Whether they belong to one post of a forum's topic. */
  get isPost(): boolean {
    return this.is(OF_POST, POSTS);
  }

  /** Whether the pattern of this sign matches. Each is tried once, and only if the first test says that it may. */
  private is(sign: number, pattern: RegExp): boolean {
    if (this.known === 0) {
      this.signs = FIRST.of(this.list);
      this.known = ~this.signs;
    }
    if ((this.known & sign) === 0) {
      this.known |= sign;
      if (!pattern.test(this.list)) this.signs &= ~sign;
    }
    return (this.signs & sign) !== 0;
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
const SLOTS = 8_192;
const known: (ClassList | undefined)[] = Array.from({ length: SLOTS });
/** The list that was found last, because an element's list is looked up several times in a row. */
let latest = new ClassList('');
/** Longer lists are not kept, which limits the memory. UTF-16 units. */
const MAX_KEPT = 160;
/** About two to the power of this many letters of a list decide on its slot. */
const SAMPLED = 3;

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
  return list === latest.list ? latest : classListAt(list, 0, list.length);
}

/**
 * The list from `start` to `end` of a page. It is looked up by a few of its letters, because the engine would hash all of
 * them. Comparing a slice takes half as long as `startsWith`.
 */
export function classListAt(html: string, start: number, end: number): ClassList {
  const length = end - start;
  if (length > MAX_KEPT) return new ClassList(html.slice(start, end));
  const step = (length >> SAMPLED) + 1;
  let sum = length;
  for (let at = start; at < end; at += step) sum = (Math.imul(sum, 31) + html.charCodeAt(at)) | 0;
  const slot = (sum ^ (sum >>> 13)) & (SLOTS - 1);
  const found = known[slot];
  if (found !== undefined && found.list.length === length && found.list === html.slice(start, end))
    return (latest = found);
  return (latest = known[slot] = new ClassList(detach(html.slice(start, end))));
}
