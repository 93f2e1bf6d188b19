import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { endsSentence, linkDensity, sumValues, valueOf } from './block-value.ts';
import { isByline } from './boilerplate-phrases.ts';
import { titleLines } from './title-lines.ts';

/** The blocks from `first` up to `end`. */
export interface BlockRange {
  readonly first: number;
  readonly end: number;
}

/** Letters of prose under a headline that make it an article. */
const MIN_PROSE = 100;
/** More is required where the two headlines have different levels. */
const MIN_OWN = 250;
/** Headlines checked in one page. */
const MAX_HEADLINES = 60;
/** Headings of any kind that are skipped. */
const MAX_HEADINGS = 2_000;
/** Lines under a headline that may hold its byline or date. */
const HEAD_LINES = 3;
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Names of boxes that are parts of one text even if they look alike. */
const PARTS = /section|chapter|block|row|col|part|content|text|module|paragraph|group|question|answer/i;

/**
 * The block of the article's headline; -1 where no line of the page has it. A menu or a slider may show the same
 * words earlier as a teaser, so an `<h1>` is preferred to other headings, and a heading without a link to one with a
 * link.
 */
export function titleBlock(tree: PageTree, title: string): number {
  let found = -1;
  let best = -1;
  for (const block of titleLines(tree, title)) {
    const rank = headingOf(block) === 'h1' ? 4 : block.kind === 'heading' ? 2 : 0;
    const worth = rank + (linkDensity(block) < 0.5 ? 1 : 0);
    if (worth > best) [found, best] = [tree.blocks.indexOf(block), worth];
  }
  return found;
}

/**
 * Finds the further articles of a page that continues with other stories (infinite scroll): the text under another
 * headline that has an `<article>` or box of its own, or a byline of its own.
 */
export function findOtherArticles(tree: PageTree, title: string): BlockRange[] {
  const own = titleBlock(tree, title);
  if (own < 0) return [];
  const titles = titleLines(tree, title);
  const headline = tree.blocks[own]!;
  const rank = headingOf(headline);
  const around = ancestorsOf(headline.box);
  let page: Page | undefined;
  const ranges: BlockRange[] = [];
  let looked = 0;
  let passed = 0;
  for (let i = 0; i < tree.blocks.length; i++) {
    const block = tree.blocks[i]!;
    if (block.kind !== 'heading' || block.weight < 10 || titles.has(block)) continue;
    if ((ranges.at(-1)?.end ?? 0) > i) continue;
    if (++passed > MAX_HEADINGS) break;
    if ((rank === undefined || headingOf(block) !== rank) && !isInAnother(block, around)) continue;
    if (++looked > MAX_HEADLINES) break;
    page ??= { tree, own, around, prose: sumValues(tree, (one) => Math.max(0, valueOf(one))) };
    const range = rangeUnder(page, i);
    if (range !== undefined && !holdsTitle(tree, range, titles)) ranges.push(range);
  }
  return ranges;
}

/** Whether a block is in an `<article>` that does not contain the headline. */
function isInAnother(block: Block, around: ReadonlySet<Box>): boolean {
  const article = nearest(block.box, 'article');
  return article !== undefined && !around.has(article);
}

function holdsTitle(tree: PageTree, { first, end }: BlockRange, titles: ReadonlySet<Block>): boolean {
  for (let i = first; i < end; i++) if (titles.has(tree.blocks[i]!)) return true;
  return false;
}

interface Page {
  readonly tree: PageTree;
  /** Index of the headline's block, and the boxes around it. */
  readonly own: number;
  readonly around: ReadonlySet<Box>;
  readonly prose: ReturnType<typeof sumValues>;
}

/** The range of text under the headline `at`, where it belongs to another article. */
function rangeUnder(page: Page, at: number): BlockRange | undefined {
  const { tree, own, around, prose } = page;
  const headline = tree.blocks[own]!;
  const block = tree.blocks[at]!;
  const isSameRank = headingOf(block) !== undefined && headingOf(block) === headingOf(headline);
  const box = outermost(block.box, (one) => !around.has(one) && prose({ first: one.first, end: at }) === 0);
  const common = box?.parent;
  if (box === undefined || common === undefined) return undefined;
  const beside = outermost(headline.box, (one) => !isOrHolds(one, box));
  const ownProse =
    beside === undefined || prose(beside) === 0
      ? at > own
        ? prose({ first: own + 1, end: at })
        : 0
      : prose(beside);
  if (ownProse < MIN_PROSE) return undefined;

  const article = nearest(block.box, 'article');
  if (article !== undefined && !around.has(article)) {
    if (/live|ticker/i.test(`${article.classes} ${article.parent?.classes ?? ''}`)) return undefined;
    const isInOwn = nearest(headline.box, 'article') === nearest(article.parent, 'article');
    const isNested = isInOwn && nearest(headline.box, 'article') !== undefined;
    const ownArticle = nearest(headline.box, 'article');
    const isTwin = ownArticle !== undefined && looseSignature(ownArticle) === looseSignature(article);
    if (isSameRank && (headingOf(block) === 'h1' || hasOwnHead(tree, at))) return article;
    // Some systems make an `<article>` of each section of a text.
    if (!/^h[12]$/.test(headingOf(block) ?? '') && !hasOwnHead(tree, at)) return undefined;
    return !isNested && isTwin && ownProse >= MIN_OWN && article.first === at ? article : undefined;
  }
  if (!isSameRank) return undefined;
  if (isHeading(box)) {
    // In one common box, only a byline or date of its own distinguishes a headline from a subheading.
    return at > own && linkDensity(block) < 0.5 && hasOwnHead(tree, at)
      ? { first: at, end: common.end }
      : undefined;
  }
  if (beside === undefined || prose(box) < MIN_PROSE) return undefined;
  const wanted = looseSignature(beside);
  const alike = outermostAlike(block.box, box, wanted);
  const isAlike = alike !== undefined;
  const isTop = headingOf(block) === 'h1';
  const isNamed = isTop && beside.classes !== '' && !PARTS.test(beside.classes);
  return (isAlike && isNamed) || ((isAlike || isTop) && hasOwnHead(tree, at)) ? box : undefined;
}

function headingOf(block: Block): string | undefined {
  for (let box: Box | undefined = block.box, up = 0; box !== undefined && up < 4; box = box.parent, up++) {
    if (isHeading(box)) return box.name;
  }
  return undefined;
}

function isHeading(box: Box): boolean {
  return HEADINGS.has(box.name);
}

function looseSignature(box: Box): string {
  return `${box.name} ${box.classes.split(' ', 1)[0]}`;
}

function ancestorsOf(box: Box): Set<Box> {
  const boxes = new Set<Box>();
  for (let at: Box | undefined = box; at !== undefined; at = at.parent) boxes.add(at);
  return boxes;
}

function nearest(box: Box | undefined, name: string): Box | undefined {
  for (let at = box; at !== undefined; at = at.parent) if (at.name === name) return at;
  return undefined;
}

/** The outermost ancestor of `box` up to which `test` holds for all. */
function outermost(box: Box, test: (box: Box) => boolean): Box | undefined {
  let last: Box | undefined;
  for (let at: Box | undefined = box; at !== undefined && test(at); at = at.parent) last = at;
  return last;
}

/** Whether `outer` is `inner` or one of its ancestors. */
function isOrHolds(outer: Box, inner: Box): boolean {
  for (let at: Box | undefined = inner; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/** The outermost box from `inner` up to `outer` that has this signature. */
function outermostAlike(inner: Box, outer: Box, signature: string): Box | undefined {
  let found: Box | undefined;
  for (let at: Box | undefined = inner; at !== undefined; at = at.parent) {
    if (looseSignature(at) === signature) found = at;
    if (at === outer) break;
  }
  return found;
}

/** Whether the heading at `at` has a byline or date under it, or links to a page of its own. */
function hasOwnHead(tree: PageTree, at: number): boolean {
  if (linkDensity(tree.blocks[at]!) > 0.8) return true;
  for (let i = at + 1; i <= at + HEAD_LINES && i < tree.blocks.length; i++) {
    const block = tree.blocks[i]!;
    if (block.weight > 90) return false;
    if (isByline(block.text) || block.box.role === 'meta' || block.box.parent?.role === 'meta') return true;
    if (block.weight > 60 || block.links > 0 || endsSentence(block.text)) continue;
    if (/\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\d+月\s?\d+日|٢٠\d*/.test(block.text)) return true;
  }
  return false;
}
