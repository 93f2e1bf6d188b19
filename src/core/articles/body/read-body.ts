import { foldLetters } from '../fold-text.ts';
import { linkDensity, sumValues, valueOf } from './block-value.ts';
import { dropCards } from './drop-cards.ts';
import { dropNamed } from './drop-named.ts';
import { dropUnseen } from './drop-unseen.ts';
import { findLead } from './join-lead.ts';
import type { Metadata } from '../metadata/read-metadata.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';
import type { Unseen } from '../page/visibility.ts';
import { isNotice } from './block-signs.ts';
import { findCommentRows } from './comment-rows.ts';
import { findComments } from './comment-section.ts';
import { findFurtherReports } from './further-reports.ts';
import { findForumPosts } from './forum-posts.ts';
import { findOtherArticles, titleBlock } from './other-articles.ts';
import type { BlockRange } from './block-range.ts';
import { findInlineReplies } from './inline-replies.ts';
import { pruneBody } from './prune-body.ts';
import { selectBody } from './select-body.ts';
import { findSummaries } from './summary-box.ts';
import { findUndatedReplies } from './undated-replies.ts';

const ALL_UNSEEN: ReadonlySet<Unseen> = new Set(['hidden', 'clipped', 'tiny', 'aria-hidden']);
const ONLY_CLIPPED: ReadonlySet<Unseen> = new Set(['clipped', 'tiny']);

/** The body of a page as found by one stage of the cascade. */
export interface BodyReading {
  readonly text: string;
  /** The stage that found it. */
  readonly via: string;
  readonly tree: PageTree;
  readonly body: Box;
  /** The blocks of the text, in order; empty where it does not come from the page's elements. */
  readonly blocks: readonly Block[];
}

/**
 * Finds the body in a page's elements: drops boilerplate, selects the box with the best score, and prunes what is
 * left. Dropped blocks are marked in the tree; each call starts afresh. With `trustsNames`, boxes whose names say
 * that they are boilerplate are dropped too.
 */
export function readBody(
  tree: PageTree,
  metadata: Metadata,
  { trustsNames }: { readonly trustsNames: boolean },
): BodyReading {
  keepAll(tree.blocks);
  dropUnseen(tree, trustsNames ? ALL_UNSEEN : ONLY_CLIPPED);
  if (trustsNames) dropNamed(tree);
  dropNotices(tree, metadata.title);
  for (const range of findOtherArticles(tree, metadata.title)) dropRange(tree, range, 'other article');
  const own = titleBlock(tree, metadata.title);
  for (const range of findSummaries(tree, own)) dropRange(tree, range, 'summary');
  const forum = findForumPosts(tree, own);
  for (const range of forum?.replies ?? []) dropRange(tree, range, 'comments');
  for (const range of findComments(tree, own)) dropRange(tree, range, 'comments');
  for (const range of findCommentRows(tree, own)) dropRange(tree, range, 'comments');
  const undated = findUndatedReplies(tree, own) ?? findInlineReplies(tree, own);
  if (undated !== undefined) dropRange(tree, undated, 'comments');
  dropCards(tree);
  if (forum?.article !== undefined) bringBack(tree, forum.article);
  const body = selectBody(tree);
  const further = findFurtherReports(tree, body, own);
  if (further !== undefined) dropRange(tree, further, 'other article');
  pruneBody(tree, body, metadata);
  const lead = findLead(tree, body, metadata.lead, metadata.title);
  const kept = tree.blocks.slice(body.first, body.end).filter((block) => block.dropped === undefined);
  const blocks = [...lead, ...kept];
  return { text: blocks.map((block) => block.text).join('\n\n'), via: 'dom', tree, body, blocks };
}

/** A function of its own, because the engine compiles a loop that runs once for each page later than a short function. */
function keepAll(blocks: readonly Block[]): void {
  for (const block of blocks) block.dropped = undefined;
}

/** The first post of a topic is an article, although it looks like the replies, and has their name. */
function bringBack(tree: PageTree, { first, end }: BlockRange): void {
  for (const block of tree.blocks.slice(first, end))
    if (block.dropped === 'comments' || block.dropped === 'card') block.dropped = undefined;
}

/** Drops the site's notices anywhere in the page: a long one would be taken for the body. */
function dropNotices(tree: PageTree, title: string): void {
  for (const block of tree.blocks) {
    if (block.dropped === undefined && valueOf(block) > 0 && isNotice(block, title)) block.dropped = 'notice';
  }
}

function dropRange(tree: PageTree, { first, end }: BlockRange, why: string): void {
  for (let i = first; i < end; i++) tree.blocks[i]!.dropped ??= why;
}

/**
 * Everything but links in the box that is named body or article: for articles of tables, captions or results, in
 * which no paragraph is found.
 */
export function readWholeBody(tree: PageTree, title: string): BodyReading | undefined {
  keepAll(tree.blocks);
  dropUnseen(tree, ALL_UNSEEN);
  dropNamed(tree);
  dropNotices(tree, title);
  const headline = foldLetters(title);
  const plain = sumValues(tree, (block) => block.weight - block.linkWeight);
  const named = tree.boxes.filter((box) => box.role === 'body' || box.role === 'article');
  if (named.length === 0) return undefined;
  const body = named.reduce((best, box) => (plain(box) > plain(best) ? box : best));
  const blocks = tree.blocks
    .slice(body.first, body.end)
    .filter((block) => block.dropped === undefined && linkDensity(block) < 0.5)
    .filter((block) => foldLetters(block.text) !== headline);
  return { text: blocks.map((block) => block.text).join('\n\n'), via: 'dom-whole', tree, body, blocks };
}
