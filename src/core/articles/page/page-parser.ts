import { Parser, type ParserOptions } from 'htmlparser2';
import { SkippingTokenizer } from './skipping-tokenizer.ts';

/** Attributes of one element; a page with more ends there. */
const MAX_ATTRIBUTES = 2_000;

/** Attributes that a later step reads; the rest, most of a page's markup, is passed over. */
const KEPT = [
  'alt', 'aria-controls', 'aria-expanded', 'aria-hidden', 'aria-label', 'aria-level', 'class', 'content', 'data-bs-target', 'data-target',
  'datetime', 'hidden', 'href', 'http-equiv', 'id', 'itemprop', 'lang', 'media', 'name', 'onclick', 'property', 'pubdate', 'rel',
  'role', 'shadowroot', 'shadowrootmode', 'style', 'type', 'xml:lang',
]; // biome-ignore format: a table

/** Names of elements as written on nearly all pages. */
const USUAL_NAMES: ReadonlyMap<string, string> = new Map(
  `a abbr address article aside b base blockquote body br button caption center cite code col colgroup dd div dl dt em
  fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label legend li link main
  meta nav noscript ol option p path picture pre s script section select small source span strong style sub sup svg table
  tbody td textarea tfoot th thead time title tr u ul video`
    .split(/\s+/)
    .map((name) => [name, name]),
);

/** Names by length and first letter, in which one is found without cutting it out of the page. */
type NameTable = readonly (readonly string[])[];

function tableOf(names: readonly string[]): NameTable {
  const table: string[][] = Array.from({ length: 16 * 32 }, () => []);
  for (const name of names) table[shapeOf(name, 0, name.length)]?.push(name);
  return table;
}

const KEPT_NAMES = tableOf(KEPT);

/** The name in the table that stands there, in capitals or small letters of ASCII. */
function nameAt(html: string, start: number, end: number, table: NameTable): string | undefined {
  const alike = table[shapeOf(html, start, end)];
  if (alike === undefined) return undefined;
  for (const name of alike) if (saysAt(html, start, name)) return name;
  return undefined;
}

/** Capitals and small letters of ASCII have the same shape. */
function shapeOf(text: string, start: number, end: number): number {
  return (end - start) * 32 + (text.charCodeAt(start) & 31);
}

/** The bit between a capital and its small letter is set in digits, `-` and `:` too. */
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

/** `#` and the `j` of `javascript:`. */
function leadsWithin(code: number): boolean {
  return code === 35 || (code | 32) === 106;
}

/** What the subclass below uses of htmlparser2's parser (12.0.0); `readTagName` is declared private there. */
interface Base {
  readTagName(start: number, end: number): string;
  ontext(start: number, end: number): void;
  onopentagname(start: number, end: number): void;
  onattribname(start: number, end: number): void;
  onattribdata(start: number, end: number): void;
  onattribend(quote: number, end: number): void;
  pause(): void;
  end(chunk: string): void;
}

const Base = Parser as unknown as new (handler: PageEvents, options: ParserOptions) => Base;

/** The events of a page; texts and values with their character references unresolved, which is the caller's part. */
export interface PageEvents {
  /** Comes before all others. */
  onparserinit(parser: PageParser): void;
  onopentagname(name: string): void;
  /** A kept attribute of the element opened last, its name in small letters. */
  onattribute(name: string, value: string): void;
  ontext(text: string): void;
  /** A text of nothing but white space. */
  onspace(): void;
  onclosetag(): void;
}

/**
 * htmlparser2's parser for one page held as one string. It cuts no strings out of the page for attributes that no one
 * reads, and gives each usual element name as one and the same string: taking names to small letters is slow in pages
 * that have a character beyond Latin-1, which is nearly all of them.
 */
export class PageParser extends Base {
  /** Whether the attributes of the element being opened are wanted; to be set in `onopentagname`. */
  takesAttributes = false;
  /** Whether all its links are wanted, and not only those that lead into the page itself or run a program. */
  takesLinks = false;
  /** Further attributes that are kept, in small letters. */
  alsoKept: ReadonlySet<string> | undefined;
  private readonly html: string;
  private readonly handler: PageEvents;
  private attributes = 0;
  private name: string | undefined;
  private valueStart = 0;
  private valueEnd = 0;

  constructor(html: string, handler: PageEvents) {
    super(handler, { decodeEntities: false, Tokenizer: SkippingTokenizer });
    this.html = html;
    this.handler = handler;
  }

  /** Reads the page to its end, or to where `pause` is called. */
  run(): void {
    this.end(this.html);
  }

  override readTagName(start: number, end: number): string {
    return USUAL_NAMES.get(this.html.slice(start, end)) ?? super.readTagName(start, end);
  }

  override ontext(start: number, end: number): void {
    if (isSpace(this.html, start, end)) this.handler.onspace();
    else super.ontext(start, end);
  }

  override onopentagname(start: number, end: number): void {
    this.attributes = 0;
    this.takesAttributes = false;
    super.onopentagname(start, end);
  }

  override onattribname(start: number, end: number): void {
    if (++this.attributes > MAX_ATTRIBUTES) this.pause();
    this.name = this.takesAttributes ? this.keptName(start, end) : undefined;
    this.valueStart = this.valueEnd = start;
  }

  private keptName(start: number, end: number): string | undefined {
    const name = nameAt(this.html, start, end, KEPT_NAMES);
    if (name !== undefined || this.alsoKept === undefined || this.alsoKept.size === 0) return name;
    const other = this.html.slice(start, end).toLowerCase();
    return this.alsoKept.has(other) ? other : undefined;
  }

  override onattribdata(start: number, end: number): void {
    this.valueStart = start;
    this.valueEnd = end;
  }

  override onattribend(): void {
    if (this.name === undefined) return;
    // Cutting out a value costs more than all else that is done for it, and most links lead elsewhere.
    if (this.name === 'href' && !this.takesLinks && !leadsWithin(this.html.charCodeAt(this.valueStart))) {
      this.name = undefined;
      return;
    }
    this.handler.onattribute(this.name, this.html.slice(this.valueStart, this.valueEnd));
    this.name = undefined;
  }
}
