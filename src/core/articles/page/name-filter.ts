import { isSpace } from '../fold-text.ts';
import { endOfName, endsCompound } from './style-selector.ts';

const SLOTS = 4_096;
const COMMA = 44;
const FULL_STOP = 46;
const HASH = 35;
const BRACKET = 91;
const BACKSLASH = 92;

/**
 * The names that rules of style sheets hide, as a first test: it never misses one, may take another name for one, and
 * makes no strings, which for the selectors of a whole sheet take most of the time.
 */
export class NameFilter {
  private readonly slots = new Uint8Array(SLOTS);

  /** Adds an element name, a class with its `.`, or an id with its `#`. */
  add(name: string): void {
    this.slots[slotOf(name, 0, name.length)] = 1;
  }

  /**
   * Whether the last compound of one of the selectors from `start` to `end` may have such a name, or has attributes or
   * escapes.
   */
  mayConcern(css: string, start: number, end: number): boolean {
    let isHit = false;
    let isBetween = false;
    for (let at = start; at < end; ) {
      const code = css.charCodeAt(at);
      if (code === BRACKET || code === BACKSLASH) return true;
      if (code === COMMA) {
        if (isHit) return true;
        at++;
        continue;
      }
      if (endsCompound(code)) {
        isBetween = true;
        at++;
        continue;
      }
      if (isBetween) isHit = isBetween = false;
      const next = endOfName(css, code === FULL_STOP || code === HASH ? at + 1 : at);
      if (next > at && this.slots[slotOf(css, at, next)] === 1) isHit = true;
      at = Math.max(next, at + 1);
    }
    return isHit;
  }

  /** Whether one of the classes in a list may be such a name. */
  mayHaveClass(list: string): boolean {
    for (let start = 0, end = 0; start < list.length; start = end + 1) {
      end = start;
      while (end < list.length && !isSpace(list.charCodeAt(end))) end++;
      if (end > start && this.slots[slotOfClass(list, start, end)] === 1) return true;
    }
    return false;
  }
}

function slotOf(text: string, start: number, end: number): number {
  return slot(
    text.charCodeAt(start),
    text.charCodeAt(Math.min(start + 2, end - 1)),
    text.charCodeAt(end - 1),
    end - start,
  );
}

/** The slot of a class without its `.`. */
function slotOfClass(list: string, start: number, end: number): number {
  const second = list.charCodeAt(Math.min(start + 1, end - 1));
  return slot(FULL_STOP, second, list.charCodeAt(end - 1), end - start + 1);
}

function slot(first: number, third: number, last: number, length: number): number {
  return (first + 37 * third + 1_009 * last + 5_003 * length) % SLOTS;
}
