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

/** The elements, classes (`.name`) and ids (`#name`) to which the style sheets give a visible font size. */
export function sizedNames(sheets: readonly string[]): ReadonlySet<string> {
  const sized = new Set<string>();
  let left = MAX_RULES;
  for (const sheet of sheets) {
    findSizes(sheet, (selectors, body) => {
      const size = SIZE.exec(body)?.[1]?.trim();
      if (size !== undefined && !NO_SIZE.test(size)) {
        for (const selector of selectors.split(',', MAX_SELECTORS)) {
          const last = lastOf(selector.trim());
          const names = selectorNames(last);
          for (const name of names) sized.add(name);
          const element = /^(?:\*|[a-z][a-z0-9-]*)/i.exec(last)?.[0].toLowerCase();
          if (element !== undefined && names.length === 0) sized.add(element);
        }
      }
      return --left > 0;
    });
  }
  return sized;
}
