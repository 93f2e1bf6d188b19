import { PLACES } from './element-places.ts';
import { BREAK, foldText, trimmedLength } from '../fold-text.ts';
import type { Block, BlockKind, Box, PageTree } from './page-tree.ts';
import { type Attributes, createRoleJudge, isHidden } from './roles.ts';

/** A Chinese character carries about as much as two and a half Latin letters. */
const WIDE_WEIGHT = 2.5;
const WIDE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const WIDE_ALL = new RegExp(WIDE.source, 'g');

const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ['p', 'paragraph'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'item'],
  ['dd', 'item'],
  ['dt', 'item'],
  ['blockquote', 'quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['pre', 'preformatted'],
]);

/** What an open element was opened as. */
const INLINE = 0;
const LINK = 1;
const BOX = 2;

/**
 * Cuts a page into blocks of text and the boxes that hold them, while it is parsed. Each `open` has its `close`; an
 * element with nothing in it is `empty` instead.
 */
export class PageTreeBuilder {
  private readonly boxes: Box[] = [];
  private readonly blocks: Block[] = [];
  private readonly judge = createRoleJudge();
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
      parent: undefined,
      role: 'none',
      first: 0,
      end: 0,
      media: 0,
    };
    this.box = this.root;
    this.boxes.push(this.root);
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0) {
      this.skipped++;
      return;
    }
    const place = PLACES.get(name);
    if (place === 'inline') this.openInline(name, attributes);
    else if (place === undefined) this.openBox(name, attributes);
    else {
      this.empty(name);
      this.skipped++;
    }
  }

  close(): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    const opened = this.stack.pop();
    if (opened === LINK) this.linkDepth--;
    else if (opened === BOX) this.closeBox();
  }

  /** An element that has neither text nor elements in it. */
  empty(name: string): void {
    if (this.skipped > 0) return;
    const place = PLACES.get(name);
    if (place === 'media') this.box.media++;
    else if (place === 'rule') this.flush();
    else if (place === 'break') {
      if (this.brokeLine) this.flush();
      else if (this.buffer !== '') {
        this.buffer += BREAK;
        this.brokeLine = true;
      }
    }
  }

  /** White space that stood somewhere before the text that follows. */
  space(): void {
    if (this.skipped === 0 && this.buffer !== '') this.buffer += ' ';
  }

  text(data: string): void {
    if (this.skipped > 0) return;
    const length = trimmedLength(data);
    if (length === 0) {
      this.space();
      return;
    }
    this.brokeLine = false;
    this.buffer += data;
    if (this.linkDepth > 0) this.linkChars += length;
  }

  /** The tree of all that was opened; what a page leaves open, or was cut in, ends where the page does. */
  finish(): PageTree {
    while (this.box !== this.root) this.closeBox();
    this.flush();
    this.root.end = this.blocks.length;
    return { root: this.root, boxes: this.boxes, blocks: this.blocks };
  }

  private openInline(name: string, attributes: Attributes): void {
    if (isHidden(attributes) || this.isOverlay(name, attributes)) {
      this.skipped++;
    } else if (name === 'a' && !attributes['href']?.startsWith('#')) {
      this.linkDepth++;
      this.links++;
      this.stack.push(LINK);
    } else {
      this.stack.push(INLINE);
    }
  }

  private isOverlay(name: string, attributes: Attributes): boolean {
    return (
      name === 'span' && attributes['class'] !== undefined && this.judge(name, attributes) === 'navigation'
    );
  }

  private openBox(name: string, attributes: Attributes): void {
    this.flush();
    this.box = {
      name,
      classes: attributes['class'] ?? '',
      parent: this.box,
      role: this.judge(name, attributes),
      first: this.blocks.length,
      end: 0,
      media: 0,
    };
    this.boxes.push(this.box);
    this.stack.push(BOX);
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
    if (text !== '') {
      const wide = WIDE.test(text) ? (text.match(WIDE_ALL)?.length ?? 0) : 0;
      const factor = 1 + ((WIDE_WEIGHT - 1) * wide) / text.length;
      this.blocks.push({
        text,
        kind: kindOf(this.box),
        box: this.box,
        weight: text.length * factor,
        linkWeight: Math.min(this.linkChars, text.length) * factor,
        links: this.links,
        value: undefined,
        dropped: undefined,
      });
    }
    this.buffer = '';
    this.linkChars = 0;
    this.links = 0;
  }
}

function kindOf(box: Box): BlockKind {
  let at: Box | undefined = box;
  for (let up = 0; at !== undefined && up < 4; up++) {
    // Outside a table it is a mistake for something else.
    const isStray = at.name === 'caption' && at.parent?.name !== 'table';
    const kind = isStray ? undefined : KINDS.get(at.name);
    if (kind === 'paragraph' && isInQuote(at)) return 'quote';
    if (kind !== undefined) return kind;
    at = at.parent;
  }
  return 'bare';
}

function isInQuote(box: Box): boolean {
  return box.parent?.name === 'blockquote';
}
