import { linkDensity } from '../body/block-value.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';

/** A row of teasers has at most so many blocks: kicker, headline, date, first sentence. */
const MAX_ROW = 4;
/** The shortest linked headline. Letters of each link; a linked name of an author or a date is shorter, or has fewer words. */
const MIN_HEADLINE = 20;
const MIN_WORDS = 3;
/** The same with the date in the link: `Topic of the day // 02.11.2021` is shorter. */
const MIN_WITH_TIME = 45;
const MOSTLY_LINK = 0.5;

/**
 * Whether a time stands in a row with a linked headline, as in a list of other articles. The row is the time's own
 * block, or the largest box around it with few blocks. A row with the headline of the page is its own.
 */
export function isTeaserTime(tree: PageTree, block: number, titles: ReadonlySet<Block>): boolean {
  const own = tree.blocks[block];
  if (own === undefined) return false;
  let row: { readonly first: number; readonly end: number } = { first: block, end: block + 1 };
  for (let box: Box | undefined = own.box; box !== undefined; box = box.parent) {
    if (box.end - box.first > MAX_ROW) break;
    row = box;
  }
  const blocks = tree.blocks.slice(row.first, row.end);
  return blocks.some((one) => isLinkedHeadline(one, one === own)) && !blocks.some((one) => titles.has(one));
}

/** @param hasTime whether the block is the one with the time, which may be part of the link */
function isLinkedHeadline(block: Block, hasTime: boolean): boolean {
  const isAllLink = hasTime && block.linkWeight === block.weight;
  return (
    block.linkWeight > 0 &&
    block.linkWeight >= block.links * (isAllLink ? MIN_WITH_TIME : MIN_HEADLINE) &&
    linkDensity(block) >= MOSTLY_LINK &&
    (block.text.split(/\s+/).length >= MIN_WORDS || block.weight > block.text.length)
  );
}
