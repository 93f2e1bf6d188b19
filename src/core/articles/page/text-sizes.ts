import { lastOf, selectorNames } from './style-selector.ts';
import { findSizes } from './style-sheet.ts';
import { type Hiding, hidingStyle } from './visibility.ts';

/** `0`, `0px`, `.0em`. */
const NO_SIZE = /^0*\.?0+(?:px|pt|r?em|ex|ch|v[wh]|%)?\s*(?:!|$)/i;
/** The size in a rule: `font-size:16px`, `font:16px/1.5 serif`. */
const SIZE = /(?:^|[;\s])font(?:-size)?\s*:\s*([^;}]{1,60})/i;
/** Limits on rules and selectors read in one page. */
const MAX_RULES = 5_000;
const MAX_SELECTORS = 50;

/**
 * What a style does to its element. A font size of 0 is distinguished from other ways of hiding, because child
 * elements may set their own size: a usual way to close the gaps between boxes in a row.
 */
export function hidingOf(declarations: ReadonlyMap<string, string>): Hiding {
  const others = [...declarations].filter(([property]) => property !== 'font-size');
  const hiding = hidingStyle(others.map(([property, value]) => `${property}:${value}`).join(';'));
  const size = declarations.get('font-size');
  return hiding ?? (size !== undefined && NO_SIZE.test(size) ? 'tiny' : undefined);
}

/**
 * The elements, classes (`.name`) and ids (`#name`) to which the style sheets of a page give a visible font size. Each
 * sheet is read once, when an element first asks: most pages have no text without size.
 */
export class TextSizes {
  private readonly sized = new Set<string>();
  private unread: string[] = [];
  private left = MAX_RULES;

  /** Adds one sheet, which counts for the elements asked about after it. */
  add(css: string): void {
    this.unread.push(css);
  }

  /** Whether the sheets so far give an element letters that can be read. */
  isSized(element: string, names: readonly string[]): boolean {
    const { unread, sized } = this;
    if (unread.length > 0) {
      this.unread = [];
      for (const css of unread) this.read(css);
    }
    return sized.has(element) || sized.has('*') || names.some((name) => sized.has(name));
  }

  private read(css: string): void {
    if (this.left <= 0) return;
    findSizes(css, (selectors, body) => {
      const size = SIZE.exec(body)?.[1]?.trim();
      if (size !== undefined && !NO_SIZE.test(size)) this.note(selectors);
      return --this.left > 0;
    });
  }

  private note(selectors: string): void {
    for (const selector of selectors.split(',', MAX_SELECTORS)) {
      const last = lastOf(selector.trim());
      const names = selectorNames(last);
      for (const name of names) this.sized.add(name);
      const element = /^(?:\*|[a-z][a-z0-9-]*)/i.exec(last)?.[0].toLowerCase();
      if (element !== undefined && names.length === 0) this.sized.add(element);
    }
  }
}
