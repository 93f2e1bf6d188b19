import { HAN_VARIANTS } from '../matching/han-variants.ts';

const known = new Map<string, string>();

/**
 * A text as search compares it: lower case without accents, Chinese in one form. Each UTF-16 unit keeps its position,
 * so offsets are valid in both texts.
 */
export function foldForSearch(text: string): string {
  return text.replaceAll(/[A-Z\u0080-\uFFFF]/g, foldUnit);
}

function foldUnit(unit: string): string {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const simple = HAN_VARIANTS.get(unit.charCodeAt(0));
  const small = (simple === undefined ? unit : String.fromCharCode(simple)).toLowerCase();
  const bare = /^\p{Script=Latin}/u.test(small) ? small.normalize('NFD').charAt(0) : small;
  // The capital İ becomes two units, which would shift all offsets.
  const folded = bare.length === 1 ? bare : unit;
  known.set(unit, folded);
  return folded;
}
