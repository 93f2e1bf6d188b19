import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { type RangeSum, sumProse } from './block-value.ts';
import { isHeading, looseSignature, outermostApart } from './box-relations.ts';
import type { BlockRange } from './block-range.ts';
import { hasReadersName, mayBeHead, type PostHead, postHead } from './post-head.ts';

/** Prose between the headline and the first of the posts that are no article. Letters. */
const MIN_ARTICLE = 100;
/** Letters of the text of a post. */
const LEAST_TEXT = 15;
/** Blocks before the name in the box of a post, and blocks that are looked at. */
const BEFORE_HEAD = 2;
const MAX_LOOKED = 4_000;

/** The posts of a forum's topic. */
export interface ForumPosts {
  /** The post that is the article; undefined where the article stands before the posts. */
  readonly article: BlockRange | undefined;
  readonly replies: readonly BlockRange[];
}

/**
 * Finds the posts of a forum's topic. The first post is the article, unless the article stands before the posts.
 *
 * @param own the index of the headline's block; -1 where the page has none
 */
export function findForumPosts(tree: PageTree, own: number): ForumPosts | undefined {
  const start = Math.max(0, own + 1);
  const prose = proseIn(tree);
  const posts = markedPosts(tree, start) ?? postsWithHeads(tree, start, prose);
  if (posts === undefined) return undefined;
  const [first] = posts;
  const isAfterArticle = prose({ first: start, end: first!.first }) >= MIN_ARTICLE;
  if (isAfterArticle) return { article: undefined, replies: posts };
  return !hasText(tree, first!) ? undefined : { article: first!, replies: posts.slice(1) };
}

/** The outermost boxes with such classes, where there are several. */
function markedPosts({ boxes }: PageTree, start: number): Box[] | undefined {
  const posts: Box[] = [];
  for (const box of boxes) {
    if (!box.isPost || box.end <= start || box.first === box.end) continue;
    const last = posts.at(-1);
    if (last !== undefined && box.first < last.end) continue;
    posts.push(box);
  }
  return posts.length >= 2 ? posts : undefined;
}

function hasText({ blocks }: PageTree, { first, end }: BlockRange): boolean {
  return blocks.slice(first, end).some(({ weight }) => weight >= LEAST_TEXT);
}

/** The prose in a range of blocks. Summed up when first asked for, because few pages have posts. */
function proseIn(tree: PageTree): RangeSum {
  let prose: RangeSum | undefined;
  return (range) => (prose ??= sumProse(tree))(range);
}

/** Boxes of one kind side by side that each begin with a name and a time, half of them readers' names. */
function postsWithHeads(tree: PageTree, start: number, prose: RangeSum): Box[] | undefined {
  const { blocks } = tree;
  const places = placesOfPosts(blocks, start);
  if (places === undefined) return undefined;
  const heads: PostHead[] = [];
  for (let i = start; i < Math.min(blocks.length, start + MAX_LOOKED); i++) {
    const head = places[i] === 1 ? postHead(blocks, i) : undefined;
    if (head === undefined) continue;
    heads.push(head);
    i = head.end - 1;
  }
  for (let from = 0; from + 1 < heads.length; ) {
    const rows = rowsFrom(tree, heads.slice(from));
    const used = heads.slice(from, from + rows.length);
    from += Math.max(1, rows.length);
    if (rows.length < 2) continue;
    const names = new Set(used.map(({ name }) => name.toLowerCase()));
    if (names.size < 2 || 2 * used.filter(hasReadersName).length < used.length) continue;
    // Between the first post and the headline there is nothing, or an article.
    const before = prose({ first: start, end: rows[0]!.first });
    if (before > 0 && before < MIN_ARTICLE) continue;
    return rows;
  }
  return undefined;
}

/** Blocks after a line that are looked at before it is read as a head. */
const LOOKED_AFTER = 8;

/**
 * Marks the blocks in the boxes that hold two boxes of one kind side by side which may each begin with the head of a post
 * and go on with a text; undefined where there is no such box. This cheap test excludes most pages, and most lines of the
 * others, before any line is read as a name and a time.
 */
function placesOfPosts(blocks: readonly Block[], start: number): Uint8Array | undefined {
  const rows = new Map<Box, Map<string, Box>>();
  const holders = new Set<Box>();
  const end = Math.min(blocks.length, start + MAX_LOOKED);
  // The next block after a head that can be the text of a post.
  let text = start;
  for (let at = start; at < end; at++) {
    if (!mayBeHead(blocks, at)) continue;
    while (text < blocks.length && (text <= at || blocks[text]!.weight < LEAST_TEXT)) text++;
    const heading = headingAfter(blocks, at + 1);
    let box = blocks[at]!.box;
    for (
      ;
      box.parent !== undefined && box.first >= at - BEFORE_HEAD && box.end <= heading;
      box = box.parent
    ) {
      if (box.end <= text || holders.has(box.parent)) continue;
      const known = rows.get(box.parent);
      const signature = looseSignature(box);
      const other = known?.get(signature);
      if (other !== undefined && other !== box) holders.add(box.parent);
      else if (known === undefined) rows.set(box.parent, new Map([[signature, box]]));
      else known.set(signature, box);
    }
  }
  if (holders.size === 0) return undefined;
  const places = new Uint8Array(blocks.length);
  // A head of two lines may begin before its box.
  for (const { first, end: last } of holders) places.fill(1, Math.max(0, first - 1), Math.min(last, end));
  return places;
}

/** The index of the next heading after a head that ends at `at` or behind the next line; infinite where none is near. */
function headingAfter(blocks: readonly Block[], at: number): number {
  const end = Math.min(blocks.length, at + 1 + LOOKED_AFTER);
  for (let i = at + 1; i < end; i++) if (isHeading(blocks[i]!.box)) return i;
  return Infinity;
}

/** The boxes of the first heads, as far as they are of one kind, in one box, and have a text. */
function rowsFrom(tree: PageTree, heads: readonly PostHead[]): Box[] {
  const { blocks } = tree;
  const rows: Box[] = [];
  for (let i = 0; i + 1 < heads.length; i++) {
    const [one, other] = [blocks[heads[i]!.at]!, blocks[heads[i + 1]!.at]!];
    const [row, next] = [outermostApart(one, other), outermostApart(other, one)];
    if (row === undefined || next === undefined || row.parent !== next.parent) break;
    if (looseSignature(row) !== looseSignature(next) || (rows.length > 0 && rows.at(-1) !== row)) break;
    if (!isPost(blocks, row, heads[i]!) || !isPost(blocks, next, heads[i + 1]!)) break;
    if (rows.length === 0) rows.push(row);
    rows.push(next);
  }
  return rows;
}

/** Whether a box begins with the head and goes on with a text. A live blog's entry has a heading. */
function isPost(blocks: readonly Block[], { first, end }: Box, head: PostHead): boolean {
  if (head.at - first > BEFORE_HEAD || end <= head.end) return false;
  const text = blocks.slice(head.end, end);
  return text.some(({ weight }) => weight >= LEAST_TEXT) && !text.some(({ box }) => isHeading(box));
}
