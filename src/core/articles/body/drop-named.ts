import { linkDensity, linkShare, sumProse, weightOf } from './block-value.ts';
import type { Box, PageTree } from '../page/page-tree.ts';
import type { BoxRole } from '../page/role-words.ts';

/**
 * The largest share of the page's prose that a box may have and still be dropped because of its name. Above it the
 * name belongs to the layout.
 */
const MAX_SHARE: Readonly<Partial<Record<BoxRole, number>>> = {
  ad: 0.5,
  box: 0.3,
  caption: 0.3,
  comments: 0.7,
  embed: 0.4,
  meta: 0.2,
  navigation: 0.5,
  related: 0.5,
  share: 0.4,
  subscribe: 0.4,
  teaser: 0.4,
};

/** Longest text, in letters, of a byline, tag line or author box. */
const MAX_META = 900;

/** Drops the boxes whose names say that they are boilerplate. */
export function dropNamed(tree: PageTree): void {
  const prose = sumProse(tree);
  const total = Math.max(1, prose(tree.root));
  // The end of the last box that was dropped. What is inside it is dropped already.
  let dropped = 0;
  for (const box of tree.boxes) {
    if (box.first === box.end || box.end <= dropped) continue;
    const share = MAX_SHARE[box.role];
    if (share === undefined) continue;
    if (prose(box) > share * total) continue;
    if (box.role === 'teaser' && !isLinked(tree, box)) continue;
    if (box.role === 'meta' && weightOf(tree, box) > MAX_META) continue;
    dropBox(tree, box, box.role);
    dropped = box.end;
  }
}

/** Drops the blocks of a box that are not dropped yet. `why` is stored in each of them. */
export function dropBox(tree: PageTree, box: Box, why: string): void {
  for (let i = box.first; i < box.end; i++) tree.blocks[i]!.dropped ??= why;
}

/** Whether a teaser leads somewhere else: a linked headline, or much link text. */
function isLinked(tree: PageTree, box: Box): boolean {
  for (let i = box.first; i < box.end; i++) {
    const block = tree.blocks[i]!;
    if (block.kind === 'heading' && linkDensity(block) > 0.5) return true;
  }
  return linkShare(tree, box) > 0.3;
}
