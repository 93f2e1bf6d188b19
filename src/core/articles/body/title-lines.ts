import { foldLetters } from '../fold-text.ts';
import type { Block, PageTree } from '../page/page-tree.ts';
import { isSameTitle } from './same-title.ts';

/**
 * All blocks that are the headline, or the larger part of it. The result is kept with the tree, because several steps
 * ask for it. In a `WeakMap` it would keep the page in memory until the next full garbage collection.
 */
export function titleLines(tree: PageTree, title: string): ReadonlySet<Block> {
  if (tree.titled?.title === title) return tree.titled.blocks;
  const wanted = foldLetters(title);
  const blocks = new Set<Block>();
  for (const block of tree.blocks) if (isSameTitle(block.text, wanted)) blocks.add(block);
  tree.titled = { title, blocks };
  return blocks;
}
