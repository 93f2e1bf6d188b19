import { isSpace } from '../fold-text.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';

/** Link text as a share of the block's text, from 0 to 1. */
export function linkDensity(block: Block): number {
  return block.weight > 0 ? block.linkWeight / block.weight : 0;
}

/** A block with fewer letters may be a label. */
const SHORT = 60;
/** How much a label or a link lowers the score of its box. */
const LABEL_COST = 20;

/** Score of a block: its number of letters where it is prose, below zero for links and labels. */
export function valueOf(block: Block): number {
  return (block.value ??= rate(block));
}

function rate(block: Block): number {
  const density = linkDensity(block);
  if (block.kind === 'heading') return density > 0.5 ? -LABEL_COST : 0;
  if (block.kind === 'caption') return 0;
  const prose = block.weight * (1 - 2 * density);
  if (block.weight < SHORT || density > 0.5) {
    const plain = endsSentence(block.text) || (block.kind === 'paragraph' && density === 0);
    return Math.min(prose, 0) - (plain ? 0 : LABEL_COST);
  }
  return prose;
}

/** A shorter sentence may be a label. */
const MIN_SENTENCE = 20;

/** Letters of prose, and of short sentences, because some outlets make a paragraph of each. Never below zero. */
export function sentencesIn(block: Block): number {
  const value = valueOf(block);
  if (value > 0 || block.kind !== 'paragraph' || block.linkWeight > 0) return Math.max(0, value);
  return block.weight >= MIN_SENTENCE && endsSentence(block.text) ? block.weight : 0;
}

/** The sum of a value over the blocks from `first` up to `end`. */
export type RangeSum = (range: { readonly first: number; readonly end: number }) => number;

/** Prefix sums over the kept blocks, so that the value of any box takes one subtraction. */
export function sumValues(tree: PageTree, value: (block: Block) => number): RangeSum {
  const sums = new Float64Array(tree.blocks.length + 1);
  tree.blocks.forEach((block, i) => {
    sums[i + 1] = sums[i]! + (block.dropped === undefined ? value(block) : 0);
  });
  return ({ first, end }) => sums[end]! - sums[first]!;
}

/** The same for prose. A loop of its own, without a call for each block, because most steps need this sum. */
export function sumProse({ blocks }: PageTree): RangeSum {
  const sums = new Float64Array(blocks.length + 1);
  let sum = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    const value = block.dropped === undefined ? valueOf(block) : 0;
    if (value > 0) sum += value;
    sums[i + 1] = sum;
  }
  return ({ first, end }) => sums[end]! - sums[first]!;
}

const ENDING = '.!?。！？।؟…:;';
const CLOSING = '"\'”’»)]';

/**
 * Whether a text ends with the punctuation that ends a sentence or clause, before any closing quotes and brackets.
 */
export function endsSentence(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && (CLOSING.includes(text[last]!) || isSpace(text.charCodeAt(last)))) last--;
  return last >= 0 && ENDING.includes(text[last]!);
}

/** Letters in a box, links included. */
export function weightOf(tree: PageTree, box: Box): number {
  let weight = 0;
  for (let i = box.first; i < box.end; i++) weight += tree.blocks[i]!.weight;
  return weight;
}

/** Link text as a share of a box's text, from 0 to 1. */
export function linkShare(tree: PageTree, box: Box): number {
  let linked = 0;
  for (let i = box.first; i < box.end; i++) linked += tree.blocks[i]!.linkWeight;
  const weight = weightOf(tree, box);
  return weight > 0 ? linked / weight : 0;
}
