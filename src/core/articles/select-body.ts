import type { Block, Box, PageTree } from './page-tree.ts';

/** How much a block speaks for being in the article: its letters for prose, below zero for links and labels. */
export function valueOf(block: Block): number {
  const density = block.weight > 0 ? block.linkWeight / block.weight : 0;
  if (block.kind === 'heading') return density > 0.5 ? -20 : 0;
  if (block.kind === 'caption') return 0;
  const prose = block.weight * (1 - 2 * density);
  if (block.weight < 60 || density > 0.5) return Math.min(prose, 0) - 20;
  return prose;
}

/** Drops the boxes that name themselves boilerplate, unless most of the page is in them. */
export function dropBoilerplate(tree: PageTree): void {
  const total = tree.blocks.reduce((sum, block) => sum + Math.max(0, valueOf(block)), 0);
  for (const box of tree.boxes) {
    if (!box.hidden && box.role !== 'boilerplate') continue;
    let value = 0;
    for (let i = box.first; i < box.end; i++) value += Math.max(0, valueOf(tree.blocks[i]!));
    if (value > total * 0.5) continue;
    for (let i = box.first; i < box.end; i++) tree.blocks[i]!.dropped = true;
  }
}

/** The box whose blocks are worth most together; the deepest of equals. */
export function selectBody(tree: PageTree): Box {
  const sums = new Float64Array(tree.blocks.length + 1);
  tree.blocks.forEach((block, i) => {
    sums[i + 1] = sums[i]! + (block.dropped ? 0 : valueOf(block));
  });
  let best = tree.root;
  let bestValue = -Infinity;
  for (const box of tree.boxes) {
    let value = sums[box.end]! - sums[box.first]!;
    if (value > 0 && box.role === 'body') value *= 1.2;
    if (value > 0 && box.role === 'article') value *= 1.1;
    if (value >= bestValue) {
      best = box;
      bestValue = value;
    }
  }
  return best;
}
