import type { Box } from './page-tree.ts';
import type { RoleJudge } from './roles.ts';

/**
 * Whether the style sheets hide a box that has text and counted as visible when it was read, before the later sheets
 * of the page were known. The boxes come in the order of the page.
 */
export function hidesAny(boxes: readonly Box[], judge: RoleJudge): boolean {
  // The end of the last invisible box. Boxes inside it are skipped, because they are invisible with it.
  let covered = 0;
  for (const box of boxes) {
    if (box.first === box.end || box.end <= covered) continue;
    if (box.unseen === 'hidden' || box.unseen === 'clipped') covered = box.end;
    else if (box.unseen !== 'tiny' && judge.hidesBox(box)) return true;
  }
  return false;
}
