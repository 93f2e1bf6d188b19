import { linkDensity } from './block-value.ts';
import { dropBox } from './drop-named.ts';
import { type Box, classOf, type PageTree } from './page-tree.ts';

/** Blocks and letters that a teaser of another article has at most. */
const MAX_BLOCKS = 8;
const MAX_WEIGHT = 700;
/** This many alike in a row are a list of teasers. */
const MIN_ROW = 2;

/** Drops rows of teasers: sibling boxes of the same making, each with a linked headline and little else. */
export function dropCards(tree: PageTree): void {
  for (const box of tree.boxes) {
    if (box.boxes.length < MIN_ROW || box.end - box.first < MIN_ROW) continue;
    const cards = box.boxes.filter((child) => child.first < child.end && isCard(tree, child));
    if (cards.length < MIN_ROW) continue;
    const rows = new Map<string, Box[]>();
    for (const child of cards) {
      const key = `${child.name} ${classOf(child).split(' ')[0]}`;
      const row = rows.get(key);
      if (row === undefined) rows.set(key, [child]);
      else row.push(child);
    }
    for (const row of rows.values()) {
      if (row.length >= MIN_ROW) for (const card of row) dropBox(tree, card, 'card');
    }
  }
}

function isCard(tree: PageTree, box: Box): boolean {
  const count = box.end - box.first;
  if (count > MAX_BLOCKS || box.name === 'p' || box.name === 'tr') return false;
  let weight = 0;
  let headline = false;
  for (let i = box.first; i < box.end; i++) {
    const block = tree.blocks[i]!;
    weight += block.weight;
    if (block.weight >= 15 && linkDensity(block) > 0.8) headline = true;
  }
  return headline && weight <= MAX_WEIGHT;
}
