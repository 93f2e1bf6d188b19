import { dropAuthorNotes } from './author-notes.ts';
import { isByline, opensTail } from './boilerplate-phrases.ts';
import { endsSentence, linkDensity, valueOf, weightOf } from './block-value.ts';
import { isLabelBlock, isNotice } from './block-signs.ts';
import { dropFeedClosingLine } from './feed-closing-line.ts';
import { foldLetters } from '../fold-text.ts';
import { dropNewsletterHeadings } from './newsletter-headings.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { titleLines } from './title-lines.ts';

/** Longest caption, in letters. */
const MAX_CAPTION = 400;
/** Letters by which a sentence that has the headline in it is longer than one that only repeats it. */
const LEAST_MORE = 6;

/** Title and authors, as far as the metadata gives them. */
export interface KnownParts {
  readonly title: string;
  readonly authors: readonly string[];
}

/** Drops blocks of the body that are not part of the article. */
export function pruneBody(tree: PageTree, body: Box, { title, authors }: KnownParts): void {
  const blocks = keptBlocks(tree, body);
  dropTitle(blocks, titleLines(tree, title));
  dropCaptions(tree, blocks);
  dropHeader(blocks);
  dropRest(blocks, { title, authors });
}

/** As `pruneBody`, for an article from a feed. Its first line is its first sentence even when it is short. */
export function pruneFeedText(tree: PageTree, { title, authors }: KnownParts): void {
  const blocks = keptBlocks(tree, tree.root);
  dropFeedClosingLine(blocks, title);
  dropTitle(blocks, headlinesOf(tree, title));
  dropCaptions(tree, blocks);
  dropRest(blocks, { title, authors });
}

/** The lines that are the headline. A sentence that begins or ends with it says more, and is often all that an entry has. */
function headlinesOf(tree: PageTree, title: string): ReadonlySet<Block> {
  const letters = foldLetters(title).length;
  return new Set(
    [...titleLines(tree, title)].filter(
      ({ text }) => !endsSentence(text) || foldLetters(text).length < letters + LEAST_MORE,
    ),
  );
}

function keptBlocks(tree: PageTree, body: Box): Block[] {
  return tree.blocks.slice(body.first, body.end).filter((block) => block.dropped === undefined);
}

function dropRest(blocks: readonly Block[], { title, authors }: KnownParts): void {
  const named = [...authors, ...blocks.flatMap((block) => (isByline(block.text) ? namesIn(block.text) : []))];
  dropLabels(blocks, title);
  dropNewsletterHeadings(blocks);
  dropLinks(blocks);
  dropTail(blocks);
  dropAuthorNotes(blocks, named, title);
  dropOrphanHeadings(blocks);
}

/** Drops the headline, and the breadcrumbs, kickers and dates before it. */
function dropTitle(blocks: readonly Block[], titles: ReadonlySet<Block>): void {
  let total = 0;
  for (const block of blocks) total += Math.max(0, valueOf(block));
  let before = 0;
  let at = -1;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (titles.has(block)) {
      at = i;
      break;
    }
    before += Math.max(0, valueOf(block));
    if (before > 0.1 * total) break;
  }
  for (let i = 0; i < at; i++) if (!isProse(blocks[i]!)) blocks[i]!.dropped ??= 'before title';
  let seenProse = false;
  for (const block of blocks) {
    const isFirst = !seenProse && block.box.name === 'h1';
    if (isFirst || ((!seenProse || block.kind === 'heading') && titles.has(block))) block.dropped ??= 'title';
    else if (isProse(block)) seenProse = true;
  }
}

/** Drops captions: the only text of a small box that holds a picture. */
function dropCaptions(tree: PageTree, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.dropped !== undefined || block.kind !== 'bare' || block.weight > MAX_CAPTION) continue;
    for (let box: Box | undefined = block.box; box !== undefined; box = box.parent) {
      if (box.end - box.first > 2 || weightOf(tree, box) > MAX_CAPTION) break;
      if (box.media > 0) {
        block.dropped = 'caption';
        break;
      }
    }
  }
}

/** `By Ann Lee, Berlin` → Ann Lee, Berlin. */
function namesIn(byline: string): string[] {
  return byline
    .replace(/^\S+\s+/, '')
    .split(/[,|·•–—]| (?:and|und|et|y|e) /)
    .map((name) => name.trim());
}

/** Drops byline, date and kicker: short lines before the first sentence. */
function dropHeader(blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.dropped !== undefined) continue;
    if (block.weight >= 80 || (endsSentence(block.text) && block.weight >= 25)) return;
    if (block.kind !== 'heading' && !block.text.includes('\n')) block.dropped = 'header';
  }
}

function dropLabels(blocks: readonly Block[], title: string): void {
  for (const block of blocks) {
    if (block.dropped === undefined && block.kind === 'caption') block.dropped = 'caption';
    if (block.dropped === undefined && isLabelBlock(block)) block.dropped = 'label';
    if (block.dropped === undefined && isNotice(block, title)) block.dropped = 'notice';
    if (block.dropped === undefined && block.kind !== 'heading' && isByline(block.text))
      block.dropped = 'byline';
    if (
      block.dropped === undefined &&
      block.kind === 'bare' &&
      block.weight < 40 &&
      !endsSentence(block.text)
    ) {
      block.dropped = 'bare label';
    }
  }
}

function dropLinks(blocks: readonly Block[]): void {
  const kept = blocks.filter((block) => block.dropped === undefined);
  for (let i = 0; i < kept.length; i++) {
    const block = kept[i]!;
    if (linkDensity(block) <= 0.7 || block.weight >= 300) continue;
    if (!isLinkedSentence(block, kept[i - 1], kept[i + 1])) block.dropped = 'link';
  }
}

/** Letters of a sentence. A shorter one is a pointer: `Here is the full text.` */
const MIN_SENTENCE = 50;

/**
 * Whether a paragraph is a sentence of the article that is one whole link: it ends like a sentence, which headlines do not,
 * and paragraphs without links stand before and after it in the same box.
 */
function isLinkedSentence(block: Block, before: Block | undefined, after: Block | undefined): boolean {
  if (
    block.kind !== 'paragraph' ||
    block.weight < MIN_SENTENCE ||
    block.text.includes('://') ||
    !/[.。।።۔]["'\u201c\u201d\u2019»」』)]?$/u.test(block.text)
  )
    return false;
  const around = block.box.parent;
  return [before, after].every(
    (other) =>
      other !== undefined && other.kind === 'paragraph' && isProse(other) && other.box.parent === around,
  );
}

/**
 * Drops everything from `Related stories`, `About the author` and the like up to the next paragraph of the article. A
 * paragraph of the article is prose in the position that most of the prose has.
 */
function dropTail(blocks: readonly Block[]): void {
  const home = commonPosition(blocks);
  for (let i = 1; i < blocks.length; i++) {
    const opener = blocks[i]!;
    if (!opensTail(opener.text) || linkDensity(opener) > 0.5) continue;
    opener.dropped ??= 'tail';
    // `Read more` that opens a folded part of the page: what follows is the article.
    if (opener.box.name === 'summary') continue;
    // The outer loop continues where this one stopped, so that every block is read once.
    for (; i + 1 < blocks.length; i++) {
      const block = blocks[i + 1]!;
      if (isProse(block) && positionOf(block) === home) break;
      block.dropped ??= 'tail';
    }
  }
}

function isProse(block: Block): boolean {
  return (
    block.weight >= 80 &&
    linkDensity(block) < 0.3 &&
    block.kind !== 'item' &&
    (block.weight >= 200 || endsSentence(block.text))
  );
}

/** The position, in the sense of `positionOf`, of most of the body's prose. */
function commonPosition(blocks: readonly Block[]): string | undefined {
  const weights = new Map<string, number>();
  let best: string | undefined;
  let most = 0;
  for (const block of blocks) {
    if (block.dropped !== undefined || !isProse(block)) continue;
    const position = positionOf(block);
    const weight = (weights.get(position) ?? 0) + block.weight;
    weights.set(position, weight);
    if (weight > most) {
      best = position;
      most = weight;
    }
  }
  return best;
}

/** A block's position: the signatures of its box and of the box around it. */
function positionOf(block: Block): string {
  const around = block.box.parent;
  return `${signatureOf(block.box)} ${around === undefined ? '' : signatureOf(around)}`;
}

function signatureOf(box: Box): string {
  return box.name === 'p' ? 'p' : `${box.name}.${box.classes}`;
}

/** A longer heading is a paragraph in heading markup. */
const MAX_HEADING = 150;

/** Drops a heading without text under it; its text was dropped. */
function dropOrphanHeadings(blocks: readonly Block[]): void {
  let next: Block | undefined;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!;
    if (block.dropped !== undefined) continue;
    if (
      block.kind === 'heading' &&
      block.weight < MAX_HEADING &&
      (next === undefined || (next.kind === 'heading' && level(next) <= level(block)))
    ) {
      block.dropped = 'orphan heading';
      continue;
    }
    next = block;
  }
}

function level(block: Block): string {
  let box: Box | undefined = block.box;
  while (box !== undefined && !/^h\d$/.test(box.name)) box = box.parent;
  return box?.name ?? 'h9';
}
