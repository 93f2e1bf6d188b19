import type { Block, Box } from '../page/page-tree.ts';
import { isNewsletterHeading, namesNewsletter } from './newsletter-words.ts';

/** Drops the heading of a request to subscribe that was dropped: `Morning newsletter`. */
export function dropNewsletterHeadings(blocks: readonly Block[]): void {
  for (let i = 0; i + 1 < blocks.length; i++) {
    const [block, next] = [blocks[i]!, blocks[i + 1]!];
    if (next.dropped !== 'label' || block.dropped !== undefined || !namesNewsletter(next.text)) continue;
    if (isNewsletterHeading(block.text) || headsDroppedBox(blocks, i)) block.dropped = 'label';
  }
}

/** Whether a block is the heading of a box of which nothing else is kept. */
function headsDroppedBox(blocks: readonly Block[], at: number): boolean {
  const { kind, box } = blocks[at]!;
  const around = box.parent;
  if (kind !== 'heading' || around === undefined) return false;
  const isAround = (block: Block | undefined) => {
    let outer: Box | undefined = block?.box;
    while (outer !== undefined && outer !== around) outer = outer.parent;
    return outer !== undefined;
  };
  if (isAround(blocks[at - 1])) return false;
  let i = at + 1;
  while (i < blocks.length && blocks[i]!.dropped !== undefined && isAround(blocks[i])) i++;
  return !isAround(blocks[i]);
}
