import { linkDensity, sumProse } from './block-value.ts';
import { dropBox } from './drop-named.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';

/** The most blocks and letters that a teaser has. */
const MAX_BLOCKS = 8;
const MAX_WEIGHT = 700;
/** This many similar boxes in a row are a list of teasers. */
const MIN_ROW = 2;

/**
 * The largest share of the page's prose in a row of unlinked teasers. Above it the row is the article: a newsletter
 * of short items that each end with a link.
 */
const MAX_SHARE = 0.4;

/** The words of the link under a teaser whose headline is not a link. */
const POINTER =
  /(?:read (?:more|on|the full story|full story)|continue reading|full story|weiterlesen|weiter lesen|mehr (?:lesen|erfahren)|zum artikel|lire (?:la suite|plus|l[’']article)|en savoir plus|leer más|seguir leyendo|leggi (?:tutto|di più)|continua a leggere|leia mais|ler mais|continuar lendo|lees (?:meer|verder)|läs mer|les mer|læs mere|lue lisää|czytaj (?:więcej|dalej)|číst (?:dále|více)|celý článek|читать (?:далее|полностью)|подробнее|читати далі|докладніше|devamını oku|اقرأ المزيد|続きを読む|もっと読む|阅读(?:更多|全文)|閱讀(?:更多|全文)|查看全文|더 ?(?:보기|읽기)|자세히 보기)[\s.…»›→>]{0,6}$/iu;

/**
 * Drops rows of teasers: sibling boxes of the same element and first class, each with little more than a linked
 * headline or a `Read more`.
 */
export function dropCards(tree: PageTree): void {
  const prose = sumProse(tree);
  const most = MAX_SHARE * prose(tree.root);
  const links = linksBefore(tree.blocks);
  const cards = new Map<Box, Box[]>();
  const pointers = new Pointers();
  for (const box of tree.boxes) {
    if (box.parent === undefined || box.end - box.first > MAX_BLOCKS) continue;
    // Most boxes have no links.
    if (links[box.first] === links[box.end] || kindOfCard(tree, box, pointers) === undefined) continue;
    const siblings = cards.get(box.parent);
    if (siblings === undefined) cards.set(box.parent, [box]);
    else siblings.push(box);
  }
  for (const siblings of cards.values()) {
    if (siblings.length < MIN_ROW) continue;
    for (const row of Map.groupBy(siblings, signatureOf).values()) {
      if (row.length < MIN_ROW) continue;
      const isPointing = row.some((card) => kindOfCard(tree, card, pointers) === 'pointing');
      if (isPointing && row.reduce((sum, card) => sum + prose(card), 0) > most) continue;
      for (const card of row) dropBox(tree, card, 'card');
    }
  }
}

/** How many links are before each block, and before the end. */
function linksBefore(blocks: readonly Block[]): Int32Array {
  const sums = new Int32Array(blocks.length + 1);
  for (let i = 0; i < blocks.length; i++) sums[i + 1] = sums[i]! + blocks[i]!.links;
  return sums;
}

function signatureOf(box: Box): string {
  return `${box.name} ${firstWord(box.classes)}`;
}

function firstWord(text: string): string {
  const end = text.indexOf(' ');
  return end < 0 ? text : text.slice(0, end);
}

/**
 * Which blocks end with a pointer such as `Read more`. Each block is read once, although several boxes contain it.
 */
class Pointers {
  private readonly known = new Map<Block, boolean>();

  endsWithOne(block: Block): boolean {
    let answer = this.known.get(block);
    if (answer === undefined) this.known.set(block, (answer = POINTER.test(block.text.slice(-MAX_POINTER))));
    return answer;
  }
}

/** A pointer is searched for in so many letters at the end of a text. */
const MAX_POINTER = 40;

/** How a teaser links to its article: by a linked headline, or by a pointer after plain text. */
function kindOfCard(tree: PageTree, box: Box, pointers: Pointers): 'linked' | 'pointing' | undefined {
  let weight = 0;
  let words = 0;
  for (let i = box.first; i < box.end; i++) {
    const block = tree.blocks[i]!;
    weight += block.weight;
    words += block.weight - block.linkWeight;
    if (weight > MAX_WEIGHT) return undefined;
  }
  const isPart = box.name === 'p' || box.name === 'tr';
  let isPointing = false;
  for (let i = box.first; i < box.end; i++) {
    const block = tree.blocks[i]!;
    if (block.links === 0) continue;
    const isHeadline = !isPart && block.weight >= 15 && linkDensity(block) > 0.8;
    if (!isHeadline && words < 15) continue;
    if (pointers.endsWithOne(block)) isPointing = true;
    else if (isHeadline) return 'linked';
  }
  return isPointing && words >= 15 ? 'pointing' : undefined;
}
