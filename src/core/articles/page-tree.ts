import type { ChildNode, Document, Element } from 'domhandler';
import { createRoleJudge, isHidden, type Role } from './roles.ts';

/** A run of text between two block boundaries or two `<br>`s. */
export interface Block {
  /** White space folded; a single `<br>` is a line feed. */
  text: string;
  readonly kind: BlockKind;
  readonly box: Box;
  /** Letters, with a character of a script without spaces counted as `WIDE_WEIGHT` of them. */
  readonly weight: number;
  /** The part of `weight` that is link text. */
  readonly linkWeight: number;
  readonly links: number;
  /** What `valueOf` found, remembered. */
  value: number | undefined;
  /** Set by the stages that follow: kept out of the text. */
  dropped: string | undefined;
}

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'quote'
  | 'caption'
  | 'cell'
  | 'preformatted'
  | 'bare';

/** A block-level element (or the document), and the range of blocks under it. */
export interface Box {
  readonly element: Element | Document;
  readonly name: string;
  readonly parent: Box | undefined;
  readonly role: Role;
  /** Index of the first block under it, and of the first one after it. */
  first: number;
  end: number;
  /** Pictures and players in it, at any depth. */
  media: number;
}

export interface PageTree {
  readonly root: Box;
  readonly boxes: readonly Box[];
  readonly blocks: readonly Block[];
}

/** A Chinese character carries about as much as two and a half Latin letters. */
const WIDE_WEIGHT = 2.5;
const WIDE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const WIDE_ALL = new RegExp(WIDE.source, 'g');

/** Elements whose text is never prose. */
const SKIPPED = [
  'script', 'style', 'noscript', 'template', 'svg', 'head', 'iframe', 'frame', 'object', 'embed', 'applet', 'canvas',
  'audio', 'video', 'select', 'option', 'datalist', 'textarea', 'input', 'button', 'progress', 'meter', 'map', 'rp', 'rt',
  'title', 'link', 'meta', 'img', 'source', 'track', 'amp-ad', 'amp-sidebar', 'amp-consent', 'amp-analytics', 'dialog',
]; // biome-ignore format: a table

const MEDIA = ['img', 'amp-img', 'picture', 'video', 'amp-video', 'iframe', 'audio'];

const INLINE = [
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd',
  'label', 'mark', 'q', 'ruby', 'rb', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u',
  'var', 'wbr', 'nobr', 'center',
]; // biome-ignore format: a table

/** What the pass over the tree does at an element; a block where nothing is said. */
const PLACES: ReadonlyMap<string, 'skipped' | 'media' | 'inline' | 'break' | 'rule'> = new Map([
  ...[...SKIPPED].map((name) => [name, 'skipped'] as const),
  ...[...MEDIA].map((name) => [name, 'media'] as const),
  ...[...INLINE].map((name) => [name, 'inline'] as const),
  ['br', 'break'],
  ['hr', 'rule'],
]);

const KINDS: Readonly<Record<string, BlockKind>> = {
  p: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dd: 'item',
  dt: 'item',
  blockquote: 'quote',
  figcaption: 'caption',
  caption: 'caption',
  td: 'cell',
  th: 'cell',
  pre: 'preformatted',
};

/** U+001E stands for a `<br>` until the white space around it is folded. */
const BREAK = '\u001e';

/** Cuts a page into blocks of text and the boxes that hold them, in one pass without recursion. */
export function buildPageTree(document: Document): PageTree {
  const root: Box = {
    element: document,
    name: '#document',
    parent: undefined,
    role: 'none',
    first: 0,
    end: 0,
    media: 0,
  };
  const boxes: Box[] = [root];
  const blocks: Block[] = [];
  const judge = createRoleJudge();
  let box: Box = root;
  let buffer = '';
  let linkChars = 0;
  let links = 0;
  let linkDepth = 0;
  let brokeLine = false;

  const flush = (): void => {
    brokeLine = false;
    if (buffer === '') return;
    const text = foldText(buffer);
    if (text !== '') {
      const wide = WIDE.test(text) ? (text.match(WIDE_ALL)?.length ?? 0) : 0;
      const factor = 1 + ((WIDE_WEIGHT - 1) * wide) / text.length;
      blocks.push({
        text,
        kind: kindOf(box),
        box,
        weight: text.length * factor,
        linkWeight: Math.min(linkChars, text.length) * factor,
        links,
        value: undefined,
        dropped: undefined,
      });
    }
    buffer = '';
    linkChars = 0;
    links = 0;
  };

  const isOverlay = (element: Element): boolean =>
    element.name === 'span' && element.attribs['class'] !== undefined && judge(element) === 'navigation';

  let node: ChildNode | null = document.children[0] ?? null;
  while (node !== null) {
    let down: ChildNode | null = null;
    if (node.type === 'text') {
      const data = node.data;
      const length = trimmedLength(data);
      if (length === 0) {
        if (buffer !== '') buffer += ' ';
      } else {
        brokeLine = false;
        buffer += data;
        if (linkDepth > 0) linkChars += length;
      }
    } else if (node.type === 'tag') {
      const element: Element = node;
      const name = element.name;
      const place = PLACES.get(name);
      const first = element.children[0] ?? null;
      if (place === 'break') {
        if (brokeLine) flush();
        else if (buffer !== '') {
          buffer += BREAK;
          brokeLine = true;
        }
      } else if (place === 'rule') {
        flush();
      } else if (place === 'media') {
        box.media++;
      } else if (place === 'inline') {
        if (first !== null && !isHidden(element) && !isOverlay(element)) {
          down = first;
          if (name === 'a' && !element.attribs['href']?.startsWith('#')) {
            linkDepth++;
            links++;
          }
        }
      } else if (place === undefined && first !== null) {
        flush();
        const child: Box = {
          element,
          name,
          parent: box,
          role: judge(element),
          first: blocks.length,
          end: 0,
          media: 0,
        };
        boxes.push(child);
        box = child;
        down = first;
      }
    }
    if (down !== null) {
      node = down;
      continue;
    }
    while (node !== null && node.next === null) {
      const parent: Element | null = node.parent?.type === 'root' ? null : (node.parent as Element | null);
      if (parent !== null) {
        if (PLACES.get(parent.name) !== 'inline') {
          flush();
          box.end = blocks.length;
          const media = box.media;
          box = box.parent ?? root;
          box.media += media;
        } else if (parent.name === 'a' && !parent.attribs['href']?.startsWith('#')) {
          linkDepth--;
        }
      }
      node = parent;
    }
    if (node !== null) node = node.next;
  }
  flush();
  root.end = blocks.length;
  return { root, boxes, blocks };
}

/** Folds white space as a browser does, keeps single line breaks, and drops characters that have no width. */
function foldText(raw: string): string {
  let text = raw;
  // Most texts are folded already but for their ends, and a search costs a tenth of a replacement.
  if (FOLDED.test(text)) text = text.replace(/[^\S ]\s*| \s+/g, ' ');
  if (WIDTHLESS.test(text)) text = text.replace(WIDTHLESS_ALL, '');
  text = text.trim();
  if (!text.includes(BREAK)) return text;
  return text
    .replace(/(?: ?\u001e)+ ?/g, '\n')
    .replace(/^\n+|\n+$/g, '')
    .trim();
}

/** The length of `text.trim()`, without a string of its own. */
function trimmedLength(text: string): number {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end - start;
}

/** White space as `\s` and `trim` have it. */
function isSpace(code: number): boolean {
  if (code <= 0xa0) return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
  return code >= 0x1680 && WIDE_SPACES.includes(code);
}

const WIDE_SPACES = [
  0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f,
  0x205f, 0x3000, 0xfeff,
]; // biome-ignore format: a table

/** White space that is not one space alone. */
const FOLDED = /[^\S ]|  /;
/** Soft hyphens and their like. */
const WIDTHLESS = /[\u00ad\u200b\ufeff\u2060]/;
const WIDTHLESS_ALL = new RegExp(WIDTHLESS.source, 'g');

function kindOf(box: Box): BlockKind {
  let at: Box | undefined = box;
  for (let up = 0; at !== undefined && up < 4; up++) {
    const kind = KINDS[at.name];
    if (kind === 'paragraph' && isInQuote(at)) return 'quote';
    if (kind !== undefined) return kind;
    at = at.parent;
  }
  return 'bare';
}

function isInQuote(box: Box): boolean {
  return box.parent?.name === 'blockquote';
}

/** The class attribute of a box, '' where there is none. */
export function classOf(box: Box): string {
  return 'attribs' in box.element ? (box.element.attribs['class'] ?? '') : '';
}
