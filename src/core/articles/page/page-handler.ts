import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { ElementAttributes } from './element-attributes.ts';
import { SvgLetter, MAX_DESCRIPTION } from './drop-cap-image.ts';
import type { PageEvents, PageParser } from './page-parser.ts';
import { PageTreeBuilder } from './page-tree-builder.ts';
import { mayOpen } from './opened-parts.ts';
import { RoleJudge } from './roles.ts';
import { kindOfMedia } from './style-sheet.ts';
import { hidingStyle } from './visibility.ts';
import { MetadataElements } from './metadata-elements.ts';

/**
 * The maximum depth of elements. The parser searches and shifts an array of open elements for every tag, so unlimited
 * nesting would cost quadratic time. Browsers stop at 512; pages with unclosed `<font>`s reach a few hundred.
 */
const MAX_DEPTH = 1_500;
/** The maximum number of elements. Long live blogs and comment pages have some ten thousand. */
const MAX_ELEMENTS = 250_000;

/** Elements without prose or metadata. `template` and `button` are in some cases read, depending on attributes. */
const LEFT_OUT = new Set([
  'style', 'svg', 'noscript', 'canvas', 'select', 'datalist', 'textarea', 'object', 'applet', 'input',
  'source', 'track', 'param', 'col', 'colgroup', 'progress', 'meter', 'map', 'area',
]); // biome-ignore format: a table

/** Elements in whose text a `&` has no meaning. */
const RAW_TEXT = new Set(['script', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext']);

/** Turns a page's events into the tree of its text and the elements that hold its metadata. */
export class PageHandler implements PageEvents {
  readonly tree: PageTreeBuilder;
  readonly metadata: MetadataElements;
  private parser: PageParser | undefined;
  /** Attributes that the style sheets test. */
  asked: ReadonlySet<string> | undefined;
  private depth = 0;
  private elements = 0;
  /** How many open elements are left out, or inside one that is. */
  private leftOut = 0;
  /** Whether white space is pending between the last text and the next. */
  private gap = false;
  /** The element opened last, until it is known whether it has content. */
  private opened: string | undefined;
  private readonly attributes = new ElementAttributes();
  /** Whether that element may open a closed part of the page. */
  private isOpener = false;
  /** The element whose text is read in a special way. */
  private raw: string | undefined;
  /**
   * Why the open element is read although it is left out: for the rules of a style sheet, or for a letter in an SVG.
   */
  private readFor: 'style' | 'svg' | undefined;
  private readonly drawing = new SvgLetter();
  /** The depths of the open invisible elements, outermost first. */
  private readonly unseen: number[] = [];
  private openedDepth = 0;
  private readonly knowsSheets: boolean;

  /** `judge` knows the style sheets of the page, where it has been read before. */
  constructor(judge?: RoleJudge) {
    this.knowsSheets = judge !== undefined;
    this.tree = new PageTreeBuilder(judge ?? new RoleJudge());
    this.metadata = new MetadataElements(this.tree.judge);
    this.asked = judge?.asked;
  }

  onparserinit(parser: PageParser): void {
    this.parser = parser;
  }

  onopentagname(name: string): void {
    if (++this.depth > MAX_DEPTH) this.parser?.pause();
    this.settle();
    if (this.leftOut > 0 || (LEFT_OUT.has(name) && name !== 'style' && name !== 'svg')) {
      this.leftOut++;
      return;
    }
    if (++this.elements > MAX_ELEMENTS) this.parser?.pause();
    this.opened = name;
    this.openedDepth = this.depth - 1;
    this.attributes.clear();
    this.isOpener = name === 'button';
    if (this.parser === undefined) return;
    this.parser.takesAttributes = true;
    this.parser.takesLinks = name === 'link';
  }

  onattribute(name: string, value: string): void {
    if (name === 'class') {
      this.attributes.add('class', value.includes('&') ? decodeHTMLAttribute(value) : value);
      return;
    }
    if (!isWanted(name, value, this.opened)) return;
    // Of links only those into the page itself are kept.
    this.isOpener ||= this.opened === 'a' || mayOpen(name, value);
    this.attributes.add(name, value.includes('&') ? decodeHTMLAttribute(value) : value);
  }

  ontext(text: string): void {
    this.settle();
    if (this.leftOut > 0) {
      if (this.readFor === 'style') this.readStyle(text);
      else if (this.readFor === 'svg') this.drawing.text(decodeHTML(text));
      return;
    }
    const { raw } = this;
    if (raw === 'script' && !this.metadata.isInside) return;
    const data = raw !== undefined || !text.includes('&') ? text : decodeHTML(text);
    if (this.gap) {
      this.gap = false;
      this.tree.space();
      this.metadata.text(' ', this.unseen.length);
    }
    this.tree.text(data);
    this.metadata.text(data, this.unseen.length);
  }

  onspace(): void {
    if (this.leftOut === 0) this.gap = true;
  }

  onclosetag(): void {
    const { opened } = this;
    this.depth--;
    if (this.leftOut > 0) {
      if (--this.leftOut === 0) this.endLeftOut();
      return;
    }
    this.raw = undefined;
    if (opened === undefined) {
      this.tree.close();
      this.metadata.close();
      if (this.unseen.at(-1) === this.depth) this.unseen.pop();
      return;
    }
    this.opened = undefined;
    if (this.isOpener) this.tree.see(opened, this.attributes.values);
    if (LEFT_OUT.has(opened)) {
      this.beginLeftOut(opened);
      this.endLeftOut();
      return;
    }
    if (opened === 'button' || opened === 'template') return;
    this.tree.empty(opened, this.attributes.values);
    this.openMetadata(opened);
    this.metadata.close();
  }

  /** Opens the pending element, now that it has content. */
  private settle(): void {
    const { opened } = this;
    if (opened === undefined) return;
    this.opened = undefined;
    if (this.isOpener) this.tree.see(opened, this.attributes.values);
    if (this.isLeftOut(opened)) {
      this.leftOut = 1;
      this.beginLeftOut(opened);
      return;
    }
    this.raw = RAW_TEXT.has(opened) ? opened : undefined;
    const unseen = this.tree.open(opened, this.attributes.values);
    // Closing the element removes this depth.
    if (unseen !== undefined && unseen !== 'aria-hidden') this.unseen.push(this.openedDepth);
    this.openMetadata(opened);
  }

  private beginLeftOut(name: string): void {
    if (name === 'svg') this.drawing.begin(this.attributes.values);
    this.readFor = name === 'svg' || name === 'style' ? name : undefined;
  }

  private readStyle(css: string): void {
    if (this.knowsSheets) return;
    this.asked = this.tree.style(css, kindOfMedia(this.attributes.values['media'] ?? ''));
  }

  private endLeftOut(): void {
    const drawn = this.readFor === 'svg' ? this.drawing.end() : undefined;
    this.readFor = undefined;
    if (drawn !== undefined) this.tree.draw(drawn.letter, drawn.classes);
  }

  private openMetadata(name: string): void {
    this.metadata.open(name, this.attributes, this.tree.blockCount, this.unseen.length);
  }

  /**
   * Whether an element is left out: `<style>` and `<svg>` always, `<template>` unless it is a shadow root, `<button>`
   * unless it is the text of a heading.
   */
  private isLeftOut(name: string): boolean {
    if (name === 'style' || name === 'svg') return true;
    if (name === 'button') return !this.tree.isInHeading;
    if (name !== 'template') return false;
    const { values } = this.attributes;
    return values['shadowrootmode'] === undefined && values['shadowroot'] === undefined;
  }
}

/** Whether a later step reads this attribute on this element. */
function isWanted(name: string, value: string, element: string | undefined): boolean {
  switch (name) {
    case 'href':
      // Other links are kept only where they lead into the page itself or open a part of it.
      return element === 'link' || value.startsWith('#') || value.startsWith('javascript:');
    case 'alt':
      return value.length <= MAX_DESCRIPTION;
    case 'aria-label':
      return element === 'svg' && value.length <= MAX_DESCRIPTION;
    case 'media':
      return element === 'style';
    case 'style':
      return hidingStyle(value) !== undefined;
    case 'type':
      return element === 'script';
    case 'name':
      return element === 'meta';
    default:
      return true;
  }
}
