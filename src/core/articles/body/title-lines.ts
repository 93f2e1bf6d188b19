import { foldLetters } from '../fold-text.ts';
import type { Block, PageTree } from '../page/page-tree.ts';
import { isSameTitle } from './same-title.ts';

/** The lines of a page that are its headline. */
interface TitleLines {
  readonly title: string;
  readonly blocks: ReadonlySet<Block>;
}

/** The result for each tree: several steps ask for it. */
const found = new WeakMap<PageTree, TitleLines>();

/** All blocks that are the headline, or the larger part of it. */
export function titleLines(tree: PageTree, title: string): ReadonlySet<Block> {
  const known = found.get(tree);
  if (known?.title === title) return known.blocks;
  const wanted = foldLetters(title);
  const blocks = new Set(tree.blocks.filter((block) => isSameTitle(block.text, wanted)));
  found.set(tree, { title, blocks });
  return blocks;
}
