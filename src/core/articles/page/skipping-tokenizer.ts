import { Tokenizer } from 'htmlparser2';

/** The private parts of htmlparser2's tokenizer (12.0.0) that the subclass uses. */
interface Internals {
  readonly buffer: string;
  /** Where the buffer begins in all that was written. */
  readonly offset: number;
  index: number;
}

type TokenizerOptions = ConstructorParameters<typeof Tokenizer>[0];
type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

const Base = Tokenizer as unknown as new (options: TokenizerOptions, callbacks: Callbacks) => Internals;

/** Within this distance, in characters, a loop is faster than a call of `indexOf`. */
const NEAR = 48;

/**
 * htmlparser2's tokenizer with `indexOf` where it skips ahead. Half of a page is scripts and styles, of which only
 * the end matters.
 */
class SkippingTokenizer extends Base {
  /** Moves `index` to the next `code`, or to the last character of the buffer where there is none. */
  fastForwardTo(code: number): boolean {
    const { buffer, offset } = this;
    const length = buffer.length;
    const near = Math.min(length, this.index - offset + NEAR);
    let at = this.index - offset + 1;
    for (; at < near; at++) {
      if (buffer.charCodeAt(at) === code) {
        this.index = at + offset;
        return true;
      }
    }
    at = at < length ? buffer.indexOf(String.fromCharCode(code), at) : -1;
    this.index = (at < 0 ? length - 1 : at) + offset;
    return at >= 0;
  }
}

const typed = SkippingTokenizer as unknown as typeof Tokenizer;
export { typed as SkippingTokenizer };
