import { BREAK, foldText, MAYBE_WIDE, needsOf, trimmedLength } from '../fold-text.ts';
import { kindOf } from './block-kind.ts';
import { ELEMENT_DISPLAY } from './element-display.ts';
import type { Block, Box, PageTree } from './page-tree.ts';
import { hidesAny } from './late-styles.ts';
import { letterWeight } from './letter-weight.ts';
import { letterInImage } from './drop-cap-image.ts';
import { DropCap, isDropCap, isOneLetter } from './drop-cap.ts';
import { OpenedParts } from './opened-parts.ts';
import { PageBox } from './page-box.ts';
import { type RoleJudge, declaredRole, roleOf } from './roles.ts';
import type { Attributes } from './element-attributes.ts';
import type { When } from './style-sheet.ts';
import type { Unseen } from './visibility.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary']);

/** Elements of ruby annotations and the brackets around them. */
const RUBY = new Set(['rt', 'rtc', 'rp']);

/** How an open element was classified. */
const INLINE = 0;
const LINK = 1;
const BOX = 2;
/** An inline element whose text is checked when it ends. */
const NOTED = 3;

/**
 * Cuts a page into blocks of text and the boxes around them while it is parsed. Each `open` has its `close`; an
 * element without content gets `empty` instead.
 */
export class PageTreeBuilder {
  private readonly boxes: Box[] = [];
  private readonly blocks: Block[] = [];
  readonly judge: RoleJudge;
  private readonly opened = new OpenedParts();
  private readonly initial = new DropCap();
  /** The open inline elements whose text is checked: where it begins, and whether it is a drop cap. */
  private readonly noted: { readonly start: number; readonly isDropCap: boolean }[] = [];
  /** The first letters of the open invisible inline element. */
  private clipped: string | undefined;
  private readonly root: Box;
  private box: Box;
  private readonly stack: number[] = [];
  /** How many open elements are skipped, or inside one that is. */
  private skipped = 0;
  private buffer = '';
  private linkChars = 0;
  private links = 0;
  private linkDepth = 0;
  private brokeLine = false;
  /** How many boxes were opened before the last style sheet that stands behind text. */
  private styledLate = 0;
  /** Whether a style sheet hides text before it. Known at the end of the page. */
  isStyledLate = false;

  constructor(judge: RoleJudge) {
    this.judge = judge;
    this.root = new PageBox(
      '#document',
      { classes: undefined, id: undefined, role: 'none' },
      { parent: undefined, unseen: undefined, first: 0 },
    );
    this.box = this.root;
    this.boxes.push(this.root);
  }

  /** Returns why the element is invisible, unless it is inside an invisible one. */
  open(name: string, attributes: Attributes): Unseen | undefined {
    if (this.skipped > 0) {
      this.skipped++;
      return undefined;
    }
    const place = ELEMENT_DISPLAY.get(name);
    if (place === 'inline') return this.openInline(name, attributes);
    if (place === undefined) return this.openBox(name, attributes);
    this.empty(name, attributes);
    this.skipped++;
    return RUBY.has(name) ? 'clipped' : undefined;
  }

  close(): void {
    if (this.skipped > 0) {
      if (--this.skipped === 0 && this.clipped !== undefined) this.closeClipped(this.clipped);
      return;
    }
    const opened = this.stack.pop();
    if (opened === LINK) this.linkDepth--;
    else if (opened === BOX) this.closeBox();
    else if (opened === NOTED) this.closeNoted();
  }

  /** Reports an element without content. */
  empty(name: string, attributes: Attributes): void {
    if (this.skipped > 0) return;
    const place = ELEMENT_DISPLAY.get(name);
    if (place === 'media') {
      this.box.media++;
      const letter = attributes['alt'] === undefined ? undefined : letterInImage(attributes['alt']);
      if (letter !== undefined) this.draw(letter, attributes['class'] ?? '');
    } else if (place === 'rule') this.flush();
    else if (place === 'break') {
      if (this.brokeLine) this.flush();
      else if (this.buffer !== '') {
        this.buffer += BREAK;
        this.brokeLine = true;
      }
    }
  }

  /** Reports a letter in a picture, which may be the first of a word. */
  draw(letter: string, classes: string): void {
    if (this.skipped > 0 || this.buffer !== '') return;
    this.initial.hold(letter, !isDropCap(`${classes} ${this.box.classes}`));
  }

  /** Reads a style sheet of the page; `when` says when it applies. Returns the attributes that its rules test. */
  style(css: string, when: When): ReadonlySet<string> {
    if (this.blocks.length > 0) this.styledLate = this.boxes.length;
    return this.judge.readStyle(css, when);
  }

  /** Reports an element that may open a closed part; called before the element itself. */
  see(name: string, attributes: Attributes): void {
    if (this.skipped === 0) this.opened.see(name, attributes, this.blocks.length);
  }

  /** How many blocks have ended so far. */
  get blockCount(): number {
    return this.blocks.length;
  }

  /** Whether the next text belongs to a heading. In a heading a button is the question above its answer. */
  get isInHeading(): boolean {
    return HEADINGS.has(this.box.name);
  }

  /** Reports white space before the next text. */
  space(): void {
    if (this.skipped > 0) return;
    this.initial.space();
    if (this.buffer !== '') this.buffer += ' ';
  }

  text(data: string): void {
    if (this.skipped > 0) {
      if (this.clipped !== undefined && this.clipped.length < 8) this.clipped += data.slice(0, 8);
      return;
    }
    const length = trimmedLength(data);
    if (length === 0) {
      this.space();
      return;
    }
    this.brokeLine = false;
    this.buffer += this.initial.isEmpty ? data : `${this.initial.take(data)}${data.trimStart()}`;
    if (this.linkDepth > 0) this.linkChars += length;
  }

  /** The complete tree. Elements that are still open are closed at the end of the page. */
  finish(): PageTree {
    while (this.box !== this.root) this.closeBox();
    this.flush();
    this.root.end = this.blocks.length;
    if (this.styledLate > 0)
      this.isStyledLate =
        this.judge.hidesShown() || hidesAny(this.boxes.slice(0, this.styledLate), this.judge);
    this.opened.openAll(this.blocks);
    return { root: this.root, boxes: this.boxes, blocks: this.blocks, titled: undefined };
  }

  private unseenOf(name: string, attributes: Attributes): Unseen | undefined {
    const isChild = this.stack.length === 0 || this.stack.at(-1) === BOX;
    return this.judge.unseenOf(name, attributes, this.box, isChild);
  }

  private openInline(name: string, attributes: Attributes): Unseen | undefined {
    const classes = attributes['class'];
    const unseen = this.unseenOf(name, attributes);
    const isIcon = unseen === 'aria-hidden' && (name === 'i' || /icon|material-/i.test(classes ?? ''));
    if (this.box.unseen === 'tiny' && this.judge.isSized(name, attributes)) this.box.unseen = undefined;
    if (
      unseen === 'clipped' ||
      unseen === 'tiny' ||
      isIcon ||
      (unseen === 'hidden' && !this.opened.opens(attributes['id'])) ||
      this.isOverlay(name, attributes)
    ) {
      this.skipped++;
      if (unseen !== 'aria-hidden') this.clipped = '';
      return unseen;
    }
    if (name === 'a' && !attributes['href']?.startsWith('#')) {
      this.linkDepth++;
      this.links++;
      this.stack.push(LINK);
    } else if (unseen === 'aria-hidden' || (classes !== undefined && this.judge.isDropCap(classes))) {
      this.noted.push({
        start: this.buffer.length,
        isDropCap: unseen !== 'aria-hidden' || this.judge.isDropCap(classes ?? ''),
      });
      this.stack.push(NOTED);
    } else {
      this.stack.push(INLINE);
    }
    if (classes !== undefined) this.judge.noteShown(classes);
    return undefined;
  }

  /**
   * Ends a checked inline element. Text hidden from screen readers is kept only if it has letters; a drop cap is held
   * for the rest of its word.
   */
  private closeNoted(): void {
    const { start, isDropCap } = this.noted.pop()!;
    const text = this.buffer.slice(start);
    const isInitial = isDropCap && isOneLetter(text) && this.buffer.slice(0, start).trim() === '';
    if (!isInitial && /[\p{L}\p{N}]/u.test(text)) return;
    this.buffer = this.buffer.slice(0, start);
    if (isInitial) this.initial.hold(text, false);
  }

  /**
   * Ends an invisible inline element. Its letter is held for a word that the page begins with a picture. Its
   * punctuation is kept, because it may stand for a line break on the screen.
   */
  private closeClipped(text: string): void {
    this.clipped = undefined;
    // The letter may stand before it on the screen already: a pair of which each half is for some readers.
    if (isOneLetter(text) && this.initial.isEmpty && this.buffer.trim() !== text.trim())
      this.initial.hold(text, true);
    else if (this.buffer !== '' && !/[\p{L}\p{N}]/u.test(text)) this.buffer += text;
  }

  private isOverlay(name: string, attributes: Attributes): boolean {
    return name === 'span' && attributes['class'] !== undefined && roleOf(name, attributes) === 'navigation';
  }

  private openBox(name: string, attributes: Attributes): Unseen | undefined {
    this.flush();
    const isTiny = this.box.unseen === 'tiny' && !this.judge.isSized(name, attributes);
    const unseen = this.unseenOf(name, attributes) ?? (isTiny ? 'tiny' : undefined);
    this.box = new PageBox(
      name,
      {
        classes: this.judge.listOf(attributes['class']),
        id: attributes['id'],
        role: declaredRole(name, attributes),
      },
      { parent: this.box, unseen, first: this.blocks.length },
    );
    this.boxes.push(this.box);
    if (unseen !== undefined) this.opened.close(this.box, attributes['id']);
    this.stack.push(BOX);
    return unseen === 'tiny' ? undefined : unseen;
  }

  private closeBox(): void {
    this.flush();
    this.box.end = this.blocks.length;
    const { media, parent } = this.box;
    this.box = parent ?? this.root;
    this.box.media += media;
  }

  /** Ends the block of text. */
  private flush(): void {
    this.brokeLine = false;
    if (this.buffer === '') return;
    const needs = needsOf(this.buffer);
    const text = foldText(this.buffer, needs);
    if (text.length <= 6 && isDropCap(this.box.classes) && isOneLetter(text)) this.initial.hold(text, false);
    else if (text !== '') {
      const factor = (needs & MAYBE_WIDE) === 0 ? 1 : letterWeight(text);
      this.blocks.push({
        text,
        kind: kindOf(this.box),
        box: this.box,
        weight: text.length * factor,
        linkWeight: Math.min(this.linkChars, text.length) * factor,
        links: this.links,
        value: undefined,
        signs: undefined,
        isNotice: undefined,
        isTimed: undefined,
        time: undefined,
        dropped: undefined,
      });
    }
    this.buffer = '';
    this.linkChars = 0;
    this.links = 0;
  }
}
