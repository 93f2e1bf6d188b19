import { HAN_VARIANTS } from '../matching/han-variants.ts';

const known = new Map<string, string>();

/**
 * A text as search compares it: small letters without accents, Chinese in one way of writing. Each UTF-16 unit stays in its
 * place, so that places in one are places in the other.
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
  // The capital İ becomes two units: it would shift all that follows.
  const folded = bare.length === 1 ? bare : unit;
  known.set(unit, folded);
  return folded;
}
