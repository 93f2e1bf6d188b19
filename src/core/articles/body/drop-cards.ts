import { linkDensity } from './block-value.ts';
import { dropBox } from './drop-named.ts';
import type { Box, PageTree } from '../page/page-tree.ts';

/** Blocks and letters that a teaser of another article has at most. */
const MAX_BLOCKS = 8;
const MAX_WEIGHT = 700;
/** This many alike in a row are a list of teasers. */
const MIN_ROW = 2;

/** Drops rows of teasers: sibling boxes with the same signature, each with a linked headline and little else. */
export function dropCards(tree: PageTree): void {
  const cards = new Map<Box, Box[]>();
  for (const box of tree.boxes) {
    if (box.parent === undefined || box.first === box.end || !isCard(tree, box)) continue;
    const siblings = cards.get(box.parent);
    if (siblings === undefined) cards.set(box.parent, [box]);
    else siblings.push(box);
  }
  for (const siblings of cards.values()) {
    if (siblings.length < MIN_ROW) continue;
    for (const row of Map.groupBy(siblings, signatureOf).values()) {
      if (row.length >= MIN_ROW) for (const card of row) dropBox(tree, card, 'card');
    }
  }
}

function signatureOf(box: Box): string {
  return `${box.name} ${firstWord(box.classes)}`;
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
