import { isNamedSummary, isSummaryLabel } from '../page/machine-summary.ts';
import type { Box, PageTree } from '../page/page-tree.ts';
import { type RangeSum, sumValues, valueOf } from './block-value.ts';
import type { BlockRange } from './block-range.ts';

/** The largest share of the page's prose that a summary has. */
const MAX_SHARE = 0.45;

/**
 * Finds summaries that say that a program made them. They repeat the article, sometimes wrongly, and no journalist
 * wrote them. The newsroom's own key points are part of the text.
 */
export function findSummaries(tree: PageTree, title: number): BlockRange[] {
  let prose: RangeSum | undefined;
  const shareOf = (range: BlockRange): number => {
    prose ??= sumValues(tree, (block) => Math.max(1, valueOf(block)));
    return prose(range) / prose(tree.root);
  };
  const holdsTitle = ({ first, end }: BlockRange) => first <= title && title < end;
  const isSmall = (range: BlockRange) => !holdsTitle(range) && shareOf(range) <= MAX_SHARE;
  const found: BlockRange[] = tree.boxes.filter(
    (box) => box.first < box.end && isNamedSummary(box) && isSmall(box),
  );
  for (let i = 0; i < tree.blocks.length; i++) {
    const block = tree.blocks[i]!;
    if (block.dropped !== undefined || i === title || !isSummaryLabel(block.text)) continue;
    const box = boxWith(block.box, i);
    if (box !== undefined && isSmall(box)) found.push(box);
    else if (!/[.!?。]$/.test(block.text)) found.push(listAfter(tree, i));
  }
  return found;
}

/** The innermost box that has more than the label, at its beginning or its end. */
function boxWith(inner: Box, at: number): Box | undefined {
  let box: Box | undefined = inner;
  while (box !== undefined && box.end - box.first < 2) box = box.parent;
  return box !== undefined && (box.first === at || box.end - 1 === at) ? box : undefined;
}

/** The label and the items of a list after it. */
function listAfter({ blocks }: PageTree, at: number): BlockRange {
  let end = at + 1;
  while (blocks[end]?.kind === 'item') end++;
  return { first: at, end: end > at + 1 ? end : at };
}
