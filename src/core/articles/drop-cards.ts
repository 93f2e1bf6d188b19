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
  const rows = new Map<Box | undefined, Map<string, Box[]>>();
  for (const box of tree.boxes) {
    if (box.first === box.end || !isCard(tree, box)) continue;
    const alike = rows.get(box.parent) ?? new Map<string, Box[]>();
    rows.set(box.parent, alike);
    const making = `${box.name} ${firstWord(classOf(box))}`;
    const row = alike.get(making);
    if (row === undefined) alike.set(making, [box]);
    else row.push(box);
  }
  for (const alike of rows.values()) {
    for (const row of alike.values()) {
      if (row.length >= MIN_ROW) for (const card of row) dropBox(tree, card, 'card');
    }
  }
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
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
