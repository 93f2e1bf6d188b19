import { Tokenizer } from 'htmlparser2';

type TokenizerOptions = ConstructorParameters<typeof Tokenizer>[0];
type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/** The private parts of htmlparser2's tokenizer (12.0.0) that the subclass uses. */
interface Internals {
  readonly buffer: string;
  /** Where the buffer begins in all that was written. */
  readonly offset: number;
  readonly cbs: Callbacks;
  readonly running: boolean;
  index: number;
  sectionStart: number;
  stateBeforeTagName(code: number): void;
  /** Continues after an opening or closing tag. */
  enterTagBody(): void;
}

const Base = Tokenizer as unknown as new (options: TokenizerOptions, callbacks: Callbacks) => Internals;

/** Within this distance, in characters, a loop is faster than a call of `indexOf`. */
const NEAR = 48;

/** Elements whose content is read in a special way. */
const SPECIAL: ReadonlySet<string> = new Set([
  'iframe', 'noembed', 'noframes', 'plaintext', 'script', 'style', 'textarea', 'title', 'xmp',
]); // biome-ignore format: a table
/** Length and first letter of these names, which few others have in common with one of them. */
const SPECIAL_SHAPES: ReadonlySet<number> = new Set(
  [...SPECIAL].map((name) => shapeOf(name, 0, name.length)),
);

/** A number that is the same for the upper and lower case of an ASCII name. */
function shapeOf(text: string, start: number, end: number): number {
  return (end - start) * 32 + (text.charCodeAt(start) & 31);
}

const SLASH = 47;
const EQUALS = 61;
const CLOSING = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function isLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12 || code === 13;
}

function endsName(code: number): boolean {
  return code === CLOSING || code === SLASH || isSpace(code);
}

/**
 * htmlparser2's tokenizer for a page in one string, without the decoding of references. It reads each usual tag in one
 * loop, where the base class changes its state at each character, and skips ahead with `indexOf`: half of a page is
 * scripts and styles, of which only the end matters. All else, and tags that change how their content is read, is left
 * to the base class.
 */
class SkippingTokenizer extends Base {
  /** Moves `index` to the next `code`, or to the last character of the buffer where there is none. */
  fastForwardTo(code: number): boolean {
    const at = this.find(code, this.index - this.offset + 1);
    this.index = (at < 0 ? this.buffer.length - 1 : at) + this.offset;
    return at >= 0;
  }

  /** The place of the next `code` in the buffer; -1 where there is none. */
  private find(code: number, from: number): number {
    const { buffer } = this;
    const near = Math.min(buffer.length, from + NEAR);
    for (let at = from; at < near; at++) if (buffer.charCodeAt(at) === code) return at;
    return near < buffer.length ? buffer.indexOf(String.fromCharCode(code), near) : -1;
  }

  override stateBeforeTagName(code: number): void {
    if (this.offset !== 0) super.stateBeforeTagName(code);
    else if (code === SLASH && isLetter(this.buffer.charCodeAt(this.index + 1))) this.readClosingTag();
    else if (!isLetter(code) || !this.readOpeningTag()) super.stateBeforeTagName(code);
  }

  private readClosingTag(): void {
    const { buffer } = this;
    const start = this.index + 1;
    const end = this.endOfName(start);
    if (end === buffer.length) {
      this.endTag(end);
      return;
    }
    this.index = end;
    this.cbs.onclosetag(start, end);
    const close = this.find(CLOSING, end);
    this.endTag(close < 0 ? buffer.length : close);
  }

  /** Reads the tag at `index`; not if its element has content of a special form. */
  private readOpeningTag(): boolean {
    const { buffer, cbs, index: start } = this;
    const end = this.endOfName(start);
    if (this.isSpecialName(start, end)) return false;
    if (end === buffer.length) {
      this.endTag(end);
      return true;
    }
    this.index = end;
    cbs.onopentagname(start, end);
    const close = this.readAttributes(end);
    this.index = close;
    if (close < buffer.length) {
      if (this.closesItself) cbs.onselfclosingtag(close);
      else cbs.onopentagend(close);
    }
    this.endTag(close);
    return true;
  }

  /** Whether the tag that was read last ends with a `/` outside of its values. */
  private closesItself = false;

  /** Reads attributes from `at` to the end of the tag, and returns the place of its `>`, or the end of the page. */
  private readAttributes(at: number): number {
    const { buffer, cbs } = this;
    const { length } = buffer;
    this.closesItself = false;
    while (at < length && this.running) {
      const code = buffer.charCodeAt(at);
      if (code === CLOSING) return at;
      if (code === SLASH) this.closesItself = true;
      if (code === SLASH || isSpace(code)) {
        at++;
        continue;
      }
      this.closesItself = false;
      const end = this.endOfAttribute(at);
      if (end === length) return length;
      cbs.onattribname(at, end);
      at = this.skipSpace(end);
      if (buffer.charCodeAt(at) === EQUALS) at = this.readValue(this.skipSpace(at + 1));
      // There is no value, so its kind (`QuoteType.NoValue`) is 0.
      else cbs.onattribend(0, end);
    }
    return length;
  }

  /** Reads the value that begins at `start`, and returns the place after it. */
  private readValue(start: number): number {
    const { buffer, cbs } = this;
    const { length } = buffer;
    if (start >= length) return length;
    const quote = buffer.charCodeAt(start);
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
      const end = this.find(quote, start + 1);
      if (end < 0) return length;
      cbs.onattribdata(start + 1, end);
      cbs.onattribend(quote === DOUBLE_QUOTE ? 3 : 2, end + 1);
      return end + 1;
    }
    let end = start;
    while (end < length && buffer.charCodeAt(end) !== CLOSING && !isSpace(buffer.charCodeAt(end))) end++;
    if (end === length) return length;
    cbs.onattribdata(start, end);
    cbs.onattribend(1, end);
    return end;
  }

  /** Continues after the `>` at `close`, or ends a page that ends within a tag, which then does not count. */
  private endTag(close: number): void {
    const { length } = this.buffer;
    this.enterTagBody();
    this.index = Math.min(close, length - 1);
    this.sectionStart = Math.min(close + 1, length);
  }

  private endOfName(start: number): number {
    const { buffer } = this;
    const { length } = buffer;
    let end = start + 1;
    while (end < length && !endsName(buffer.charCodeAt(end))) end++;
    return end;
  }

  /** The first character of a name may be any. */
  private endOfAttribute(start: number): number {
    const { buffer } = this;
    const { length } = buffer;
    let end = start + 1;
    for (; end < length; end++) {
      const code = buffer.charCodeAt(end);
      if (code === EQUALS || endsName(code)) return end;
    }
    return end;
  }

  private skipSpace(at: number): number {
    const { buffer } = this;
    while (at < buffer.length && isSpace(buffer.charCodeAt(at))) at++;
    return at;
  }

  private isSpecialName(start: number, end: number): boolean {
    const { buffer } = this;
    return (
      SPECIAL_SHAPES.has(shapeOf(buffer, start, end)) && SPECIAL.has(buffer.slice(start, end).toLowerCase())
    );
  }
}

const typed = SkippingTokenizer as unknown as typeof Tokenizer;
export { typed as SkippingTokenizer };
