import { sentencesIn, sumValues, valueOf } from './block-value.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';

/** Elements that are one paragraph, heading or item; a body consists of several. */
const PARTS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dt', 'dd', 'tr', 'thead', 'tbody']);

/** What a box named as body or article is worth more. */
const BODY = 1.35;
const ARTICLE = 1.25;

/** The box with the highest sum of block scores. Of boxes with the same score, the innermost. */
export function selectBody(tree: PageTree): Box {
  const found = selectBy(tree, valueOf);
  // Without any prose, short sentences are all that there is.
  return found.worth > 0 ? found.box : selectBy(tree, sentencesIn).box;
}

function selectBy(tree: PageTree, rate: (block: Block) => number): { box: Box; worth: number } {
  const value = sumValues(tree, rate);
  let best = tree.root;
  let bestValue = -Infinity;
  for (const box of tree.boxes) {
    if (PARTS.has(box.name)) continue;
    let worth = value(box);
    if (worth > 0 && worth * BODY >= bestValue) {
      if (box.role === 'body') worth *= BODY;
      else if (box.role === 'article') worth *= ARTICLE;
    }
    if (worth >= bestValue) {
      best = box;
      bestValue = worth;
    }
  }
  return { box: best, worth: bestValue };
}
