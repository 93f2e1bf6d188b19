import type { Box } from './page-tree.ts';
import type { RoleJudge } from './roles.ts';

/**
 * Whether the style sheets of a whole page hide one of these boxes that has text and was visible when it was read.
 * The boxes come in the order of the page.
 */
export function hidesAny(boxes: readonly Box[], judge: RoleJudge): boolean {
  // Where the last invisible box ends: what is inside is not visible anyway.
  let covered = 0;
  for (const box of boxes) {
    if (box.first === box.end || box.end <= covered) continue;
    if (box.unseen === 'hidden' || box.unseen === 'clipped') covered = box.end;
    else if (box.unseen !== 'tiny' && judge.hidesBox(box)) return true;
  }
  return false;
}
