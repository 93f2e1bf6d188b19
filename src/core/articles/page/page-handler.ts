import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import type { PageEvents, PageParser } from './page-parser.ts';
import { PageTreeBuilder } from './page-tree-builder.ts';
import { isHidingStyle } from './roles.ts';
import { MetadataElements } from './metadata-elements.ts';

/**
 * Elements open at once. The parser keeps them in an array that is searched and shifted for every tag, so nesting
 * without end would cost quadratic time. Browsers stop at 512; pages with unclosed `<font>`s reach a few hundred.
 */
const MAX_DEPTH = 1_500;
/** Elements in one page. Long live blogs and comment pages have some ten thousand. */
const MAX_ELEMENTS = 250_000;

/** Elements that hold neither prose nor metadata. */
const LEFT_OUT = new Set([
  'style', 'svg', 'noscript', 'template', 'canvas', 'select', 'datalist', 'textarea', 'object', 'applet', 'button', 'input',
  'source', 'track', 'param', 'col', 'colgroup', 'progress', 'meter', 'map', 'area',
]); // biome-ignore format: a table

/** Elements in whose text a `&` stands for itself. */
const RAW_TEXT = new Set(['script', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext']);

/** Shared by all elements that have none; frozen, so that nothing written to one shows in another. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});

/** Turns a page's events into the tree of its text and the elements that hold its metadata. */
export class PageHandler implements PageEvents {
  readonly tree = new PageTreeBuilder();
  readonly metadata = new MetadataElements();
  private parser: PageParser | undefined;
  private depth = 0;
  private elements = 0;
  /** How many of the open elements are left out, or lie in one that is. */
  private leftOut = 0;
  /** Whether white space stood between the last text and what comes. */
  private gap = false;
  /** The element opened last, until it is known whether there is anything in it. */
  private opened: string | undefined;
  private attributes: Record<string, string> = NO_ATTRIBUTES;
  /** The element whose text comes next, where it is read otherwise than others. */
  private raw: string | undefined;

  onparserinit(parser: PageParser): void {
    this.parser = parser;
  }

  onopentagname(name: string): void {
    if (++this.depth > MAX_DEPTH) this.parser?.pause();
    if (this.leftOut > 0 || LEFT_OUT.has(name)) {
      this.leftOut++;
      return;
    }
    if (++this.elements > MAX_ELEMENTS) this.parser?.pause();
    this.settle();
    this.opened = name;
    this.attributes = NO_ATTRIBUTES;
    if (this.parser !== undefined) this.parser.takesAttributes = true;
  }

  onattribute(name: string, value: string): void {
    if (!isWanted(name, value, this.opened)) return;
    if (this.attributes === NO_ATTRIBUTES) this.attributes = {};
    this.attributes[name] ??= value.includes('&') ? decodeHTMLAttribute(value) : value;
  }

  ontext(text: string): void {
    if (this.leftOut > 0) return;
    this.settle();
    const { raw } = this;
    if (raw === 'script' && !this.metadata.isInside) return;
    const data = raw !== undefined || !text.includes('&') ? text : decodeHTML(text);
    if (this.gap) {
      this.gap = false;
      this.tree.space();
      this.metadata.text(' ');
    }
    this.tree.text(data);
    this.metadata.text(data);
  }

  onspace(): void {
    if (this.leftOut === 0) this.gap = true;
  }

  onclosetag(): void {
    this.depth--;
    if (this.leftOut > 0) {
      this.leftOut--;
      return;
    }
    this.raw = undefined;
    if (this.opened === undefined) {
      this.tree.close();
      this.metadata.close();
      return;
    }
    this.tree.empty(this.opened);
    this.metadata.open(this.opened, this.attributes);
    this.metadata.close();
    this.opened = undefined;
  }

  /** Opens the element whose start tag is behind us, now that there is something in it. */
  private settle(): void {
    const { opened } = this;
    if (opened === undefined) return;
    this.opened = undefined;
    this.raw = RAW_TEXT.has(opened) ? opened : undefined;
    this.tree.open(opened, this.attributes);
    this.metadata.open(opened, this.attributes);
  }
}

/** Whether a later step reads this attribute on this element. */
function isWanted(name: string, value: string, element: string | undefined): boolean {
  switch (name) {
    case 'href':
      // Of other links only those into the page itself are told apart.
      return element === 'link' || value.startsWith('#');
    case 'style':
      return isHidingStyle(value);
    case 'type':
      return element === 'script';
    case 'name':
      return element === 'meta';
    default:
      return true;
  }
}
