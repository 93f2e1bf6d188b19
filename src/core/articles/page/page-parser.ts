import { Parser, type ParserOptions } from 'htmlparser2';
import { classListAt } from './class-list.ts';
import { KEPT_ATTRIBUTES } from './element-attributes.ts';
import { SkippingTokenizer } from './skipping-tokenizer.ts';

/** The maximum number of attributes of one element; the page is cut there. */
const MAX_ATTRIBUTES = 2_000;

/**
 * Element names as nearly all pages write them. They are literals, not cut from a text: the engine compares two literals
 * by their addresses alone, and each name is compared with many.
 */
const USUAL_NAMES = [
  'a', 'abbr', 'address', 'article', 'aside', 'b', 'base', 'blockquote', 'body', 'br', 'button', 'caption', 'center', 'cite',
  'code', 'col', 'colgroup', 'dd', 'div', 'dl', 'dt', 'em', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2',
  'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html', 'i', 'iframe', 'img', 'input', 'label', 'legend', 'li', 'link',
  'main', 'meta', 'nav', 'noscript', 'ol', 'option', 'p', 'path', 'picture', 'pre', 's', 'script', 'section', 'select', 'small',
  'source', 'span', 'strong', 'style', 'sub', 'sup', 'svg', 'table', 'tbody', 'td', 'textarea', 'tfoot', 'th', 'thead', 'time',
  'title', 'tr', 'u', 'ul', 'video',
]; // biome-ignore format: a table

/**
 * The elements whose tags need nothing of the base class but its list of open elements, each with the element that it ends
 * where that is the innermost open one. All others, and those that end more than one, are left to the base class.
 */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...'address article aside blockquote div dl fieldset figcaption figure footer header main nav ol p pre section table ul'
    .split(' ')
    .map((name) => [name, 'p'] as const),
  ...'abbr b center cite code em i label legend noscript picture s script small span strong style sub sup thead time u video'
    .split(' ')
    .map((name) => [name, ''] as const),
  ['a', 'a'],
  ['li', 'li'],
]);

/** A known name, and what `PLAIN` has for it. */
interface KnownName {
  readonly name: string;
  readonly ends: string | undefined;
}

/** Names by length and first letter, so that one is recognised without making a substring. */
type NameTable = readonly (readonly KnownName[])[];

function tableOf(names: readonly string[]): NameTable {
  const table: KnownName[][] = Array.from({ length: 16 * 32 }, () => []);
  for (const name of names) table[shapeOf(name, 0, name.length)]?.push({ name, ends: PLAIN.get(name) });
  return table;
}

const KEPT_NAMES = tableOf(KEPT_ATTRIBUTES);
const ELEMENT_NAMES = tableOf(USUAL_NAMES);

/** The name in the table that is at this position, in upper or lower case ASCII. */
function nameAt(html: string, start: number, end: number, table: NameTable): KnownName | undefined {
  const alike = table[shapeOf(html, start, end)];
  if (alike === undefined) return undefined;
  for (const known of alike) if (saysAt(html, start, known.name)) return known;
  return undefined;
}

/** Up to this depth moving the open elements one by one is faster than a call of `unshift`. */
const SHALLOW = 32;

/** Adds the innermost open element, which is the first of the list. */
function openIn(stack: string[], name: string): void {
  if (stack.length > SHALLOW) {
    stack.unshift(name);
    return;
  }
  let moved = name;
  for (let i = 0; i < stack.length; i++) {
    const next = stack[i]!;
    stack[i] = moved;
    moved = next;
  }
  stack.push(moved);
}

/** A number that is the same for the upper and lower case of an ASCII name. */
function shapeOf(text: string, start: number, end: number): number {
  return (end - start) * 32 + (text.charCodeAt(start) & 31);
}

/** Comparing with the bit of lower case set is valid for digits, `-` and `:` too, because they have it set. */
function saysAt(html: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if ((html.charCodeAt(start + i) | 32) !== name.charCodeAt(i)) return false;
  }
  return true;
}

function isSpace(html: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = html.charCodeAt(i);
    if (code !== 32 && (code < 9 || code > 13)) return false;
  }
  return true;
}

/** Whether a link begins with `#` or the `j` of `javascript:`. */
function leadsWithin(code: number): boolean {
  return code === 35 || (code | 32) === 106;
}

/** What the subclass below uses of htmlparser2's parser (12.0.0); some of it is declared private there. */
interface Base {
  /** The open elements, innermost first. */
  readonly stack: string[];
  tagname: string;
  readTagName(start: number, end: number): string;
  emitOpenTag(name: string): void;
  ontext(start: number, end: number): void;
  onopentagname(start: number, end: number): void;
  onopentagend(end: number): void;
  onclosetag(start: number, end: number): void;
  onattribname(start: number, end: number): void;
  onattribdata(start: number, end: number): void;
  onattribend(quote: number, end: number): void;
  pause(): void;
  end(chunk: string): void;
}

const Base = Parser as unknown as new (handler: PageEvents, options: ParserOptions) => Base;

/** The events of a page. Character references in texts and values are unresolved; the receiver decodes them. */
export interface PageEvents {
  /** Further attributes to keep, in lower case; may change while the page is read. */
  readonly asked?: ReadonlySet<string> | undefined;
  /** Comes before all others. */
  onparserinit(parser: PageParser): void;
  onopentagname(name: string): void;
  /** A kept attribute of the element opened last, with its name in lower case. */
  onattribute(name: string, value: string): void;
  ontext(text: string): void;
  /** A text of nothing but white space. */
  onspace(): void;
  onclosetag(): void;
}

/**
 * htmlparser2's parser for one page in one string. It makes no substrings for attributes that nobody reads, and
 * reports each usual element name as the same string: lower-casing is slow in strings with characters beyond Latin-1,
 * as nearly all pages have.
 */
export class PageParser extends Base {
  /** Whether the attributes of the element being opened are wanted; set in `onopentagname`. */
  takesAttributes = false;
  /** Whether all its links are wanted, or only those into the page itself and those that run a program. */
  takesLinks = false;
  private readonly html: string;
  private readonly handler: PageEvents;
  private attributes = 0;
  /** Whether the tag being read is of an element in `PLAIN`. */
  private isPlain = false;
  private name: string | undefined;
  private valueStart = 0;
  private valueEnd = 0;

  constructor(html: string, handler: PageEvents) {
    super(handler, { decodeEntities: false, Tokenizer: SkippingTokenizer });
    this.html = html;
    this.handler = handler;
  }

  /** Parses to the end of the page, or until `pause` is called. */
  run(): void {
    this.end(this.html);
  }

  override readTagName(start: number, end: number): string {
    return nameAt(this.html, start, end, ELEMENT_NAMES)?.name ?? super.readTagName(start, end);
  }

  override ontext(start: number, end: number): void {
    const { html, handler } = this;
    if (isSpace(html, start, end)) handler.onspace();
    else handler.ontext(html.slice(start, end));
  }

  override onopentagname(start: number, end: number): void {
    this.attributes = 0;
    this.takesAttributes = false;
    const known = nameAt(this.html, start, end, ELEMENT_NAMES);
    this.isPlain = known?.ends !== undefined && this.stack[0] !== known.ends;
    if (known === undefined || !this.isPlain) {
      this.emitOpenTag(known?.name ?? super.readTagName(start, end));
      return;
    }
    this.tagname = known.name;
    openIn(this.stack, known.name);
    this.handler.onopentagname(known.name);
  }

  override onopentagend(end: number): void {
    if (this.isPlain) this.tagname = '';
    else super.onopentagend(end);
  }

  override onclosetag(start: number, end: number): void {
    const known = nameAt(this.html, start, end, ELEMENT_NAMES);
    if (known?.ends === undefined || this.stack[0] !== known.name) {
      super.onclosetag(start, end);
      return;
    }
    this.stack.shift();
    this.handler.onclosetag();
  }

  override onattribname(start: number, end: number): void {
    if (++this.attributes > MAX_ATTRIBUTES) this.pause();
    this.name = this.takesAttributes ? this.keptName(start, end) : undefined;
    this.valueStart = this.valueEnd = start;
  }

  private keptName(start: number, end: number): string | undefined {
    const name = nameAt(this.html, start, end, KEPT_NAMES)?.name;
    const { asked } = this.handler;
    if (name !== undefined || asked === undefined || asked.size === 0) return name;
    const other = this.html.slice(start, end).toLowerCase();
    return asked.has(other) ? other : undefined;
  }

  override onattribdata(start: number, end: number): void {
    this.valueStart = start;
    this.valueEnd = end;
  }

  override onattribend(): void {
    if (this.name === undefined) return;
    // Making the value's substring is the expensive part, and most links lead elsewhere.
    if (this.name === 'href' && !this.takesLinks && !leadsWithin(this.html.charCodeAt(this.valueStart))) {
      this.name = undefined;
      return;
    }
    const { html, valueStart: start, valueEnd: end } = this;
    // The list of classes is the same string for all elements that have it, which is compared and looked up fast.
    const value = this.name === 'class' ? classListAt(html, start, end).list : html.slice(start, end);
    this.handler.onattribute(this.name, value);
    this.name = undefined;
  }
}
