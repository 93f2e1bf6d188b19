import { BREAK, foldText, trimmedLength } from '../fold-text.ts';
import { kindOf } from './block-kind.ts';
import { PLACES } from './element-places.ts';
import type { Block, Box, PageTree } from './page-tree.ts';
import { letterWeight } from './letter-weight.ts';
import { letterIn } from './drawn-letter.ts';
import { Initial, isDropCap, isOneLetter } from './initial.ts';
import { OpenedParts } from './opened-parts.ts';
import { type Attributes, RoleJudge } from './roles.ts';
import type { When } from './style-sheet.ts';
import type { Unseen } from './visibility.ts';

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary']);

/** Readings beside a text, and the brackets around them. */
const RUBY = new Set(['rt', 'rtc', 'rp']);

/** What an open element was opened as. */
const INLINE = 0;
const LINK = 1;
const BOX = 2;
/** An inline element whose text is looked at when it ends. */
const NOTED = 3;

/**
 * Cuts a page into blocks of text and the boxes that hold them, while it is parsed. Each `open` has its `close`; an
 * element with nothing in it is `empty` instead.
 */
export class PageTreeBuilder {
  private readonly boxes: Box[] = [];
  private readonly blocks: Block[] = [];
  private readonly judge = new RoleJudge();
  private readonly opened = new OpenedParts();
  private readonly initial = new Initial();
  /** Of the open inline elements whose text is looked at: where it begins, and whether it is a large letter. */
  private readonly noted: { readonly start: number; readonly isDropCap: boolean }[] = [];
  /** The first letters of the unseen inline element that is open. */
  private clipped: string | undefined;
  private readonly root: Box;
  private box: Box;
  private readonly stack: number[] = [];
  /** How many of the open elements are skipped, or lie in one that is. */
  private skipped = 0;
  private buffer = '';
  private linkChars = 0;
  private links = 0;
  private linkDepth = 0;
  private brokeLine = false;

  constructor() {
    this.root = {
      name: '#document',
      classes: '',
      id: undefined,
      parent: undefined,
      role: 'none',
      unseen: undefined,
      first: 0,
      end: 0,
      media: 0,
    };
    this.box = this.root;
    this.boxes.push(this.root);
  }

  /** Returns why the element is not seen, unless it is inside an unseen element. */
  open(name: string, attributes: Attributes): Unseen | undefined {
    if (this.skipped > 0) {
      this.skipped++;
      return undefined;
    }
    const place = PLACES.get(name);
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

  /** An element that has neither text nor elements in it. */
  empty(name: string, attributes: Attributes): void {
    if (this.skipped > 0) return;
    const place = PLACES.get(name);
    if (place === 'media') {
      this.box.media++;
      const letter = attributes['alt'] === undefined ? undefined : letterIn(attributes['alt']);
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

  /** A letter in a picture, which may be the first of a word. */
  draw(letter: string, classes: string): void {
    if (this.skipped > 0 || this.buffer !== '') return;
    this.initial.hold(letter, !isDropCap(`${classes} ${this.box.classes}`));
  }

  /** A style sheet of the page, which holds at these times. Returns the attributes that its rules ask for. */
  style(css: string, when: When): ReadonlySet<string> {
    return this.judge.readStyle(css, when);
  }

  /** Notes an element that may open a closed part; comes before the element itself. */
  see(name: string, attributes: Attributes): void {
    if (this.skipped === 0) this.opened.see(name, attributes, this.blocks.length);
  }

  /** How many blocks have ended so far. */
  get blockCount(): number {
    return this.blocks.length;
  }

  /** Whether what comes is the text of a heading, in which a button is the question above its answer. */
  get isInHeading(): boolean {
    return HEADINGS.has(this.box.name);
  }

  /** White space that stood somewhere before the text that follows. */
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

  /** The tree of all that was opened; what a page leaves open, or was cut in, ends where the page does. */
  finish(): PageTree {
    while (this.box !== this.root) this.closeBox();
    this.flush();
    this.root.end = this.blocks.length;
    this.opened.openAll(this.blocks);
    return { root: this.root, boxes: this.boxes, blocks: this.blocks };
  }

  private unseenOf(name: string, attributes: Attributes): Unseen | undefined {
    const isChild = this.stack.length === 0 || this.stack.at(-1) === BOX;
    return this.judge.unseenOf(name, attributes, this.box, isChild);
  }

  private openInline(name: string, attributes: Attributes): Unseen | undefined {
    const classes = attributes['class'];
    const unseen = this.unseenOf(name, attributes);
    const isIcon = unseen === 'aria-hidden' && (name === 'i' || /icon|material-/i.test(classes ?? ''));
    if (
      unseen === 'clipped' ||
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
    return undefined;
  }

  /** Of what is kept from screen readers only letters stay; a large letter waits for the rest of its word. */
  private closeNoted(): void {
    const { start, isDropCap } = this.noted.pop()!;
    const text = this.buffer.slice(start);
    const isInitial = isDropCap && isOneLetter(text) && this.buffer.slice(0, start).trim() === '';
    if (!isInitial && /[\p{L}\p{N}]/u.test(text)) return;
    this.buffer = this.buffer.slice(0, start);
    if (isInitial) this.initial.hold(text, false);
  }

  /** A letter for screen readers may stand for one that the page draws; a colon, for a new line. */
  private closeClipped(text: string): void {
    this.clipped = undefined;
    if (isOneLetter(text) && this.initial.isEmpty) this.initial.hold(text, true);
    else if (this.buffer !== '' && !/[\p{L}\p{N}]/u.test(text)) this.buffer += text;
  }

  private isOverlay(name: string, attributes: Attributes): boolean {
    return (
      name === 'span' &&
      attributes['class'] !== undefined &&
      this.judge.roleOf(name, attributes) === 'navigation'
    );
  }

  private openBox(name: string, attributes: Attributes): Unseen | undefined {
    this.flush();
    const role = this.judge.roleOf(name, attributes);
    const unseen = this.unseenOf(name, attributes);
    this.box = {
      name,
      classes: attributes['class'] ?? '',
      id: attributes['id'],
      parent: this.box,
      role,
      unseen,
      first: this.blocks.length,
      end: 0,
      media: 0,
    };
    this.boxes.push(this.box);
    if (unseen !== undefined) this.opened.close(this.box, attributes['id']);
    this.stack.push(BOX);
    return unseen;
  }

  private closeBox(): void {
    this.flush();
    this.box.end = this.blocks.length;
    const { media, parent } = this.box;
    this.box = parent ?? this.root;
    this.box.media += media;
  }

  /** Ends the run of text. */
  private flush(): void {
    this.brokeLine = false;
    if (this.buffer === '') return;
    const text = foldText(this.buffer);
    if (text.length <= 6 && isDropCap(this.box.classes) && isOneLetter(text)) this.initial.hold(text, false);
    else if (text !== '') {
      const factor = letterWeight(text);
      this.blocks.push({
        text,
        kind: kindOf(this.box),
        box: this.box,
        weight: text.length * factor,
        linkWeight: Math.min(this.linkChars, text.length) * factor,
        links: this.links,
        value: undefined,
        isNotice: undefined,
        dropped: undefined,
      });
    }
    this.buffer = '';
    this.linkChars = 0;
    this.links = 0;
  }
}
