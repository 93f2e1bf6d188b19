import type { BlockRange } from './block-range.ts';
import type { Block, Box, PageTree } from '../page/page-tree.ts';
import { isAnotherTopic } from './another-topic.ts';
import { endsSentence, linkDensity, type RangeSum, sentencesIn, sumProse, sumValues } from './block-value.ts';
import {
  ancestorsOf,
  headingOf,
  isHeading,
  isOrHolds,
  looseSignature,
  nearest,
  outermost,
  outermostAlike,
} from './box-relations.ts';
import { isByline } from './boilerplate-phrases.ts';
import { titleLines } from './title-lines.ts';

/** Letters of prose under a headline that make it an article. */
const MIN_PROSE = 70;
/** More is required where the two headlines have different levels. */
const MIN_OWN = 150;
/** Headlines checked in one page. */
const MAX_HEADLINES = 60;
/** Headings of any kind that are skipped. */
const MAX_HEADINGS = 2_000;
/** Lines under a headline that may hold its byline or date. */
const HEAD_LINES = 3;
/** Names of boxes that are parts of one text even if they look alike. */
const PARTS =
  /section|chapter|block|row|col|part|content|text|module|paragraph|group|question|answer|slide|step|card|item|list|faq|accordion|tab/i;
/** Names of boxes that hold one article each. */
const STORIES = /^infinite|(?:article|story|post|entry|news|artikel|beitrag|noticia|nota)(?:[-_]?item)?$/i;

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
    if (rank === undefined ? !isInAnother(block, around) : !mayBeHeadline(block, rank, around)) continue;
    if (++looked > MAX_HEADLINES) break;
    page ??= {
      tree,
      own,
      around,
      prose: sumProse(tree),
      said: sumValues(tree, sentencesIn),
    };
    const range = rangeUnder(page, i);
    if (range !== undefined && !holdsTitle(tree, range, titles)) ranges.push(range);
  }
  return ranges;
}

/** Whether a heading may be that of another article: one of the headline's rank, below it, or in an `<article>`. */
function mayBeHeadline(block: Block, rank: string, around: ReadonlySet<Box>): boolean {
  const own = headingOf(block);
  return own === rank || own === 'h2' || own === 'h3' || isInAnother(block, around);
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
  readonly prose: RangeSum;
  /** Letters of prose and of short sentences: some outlets make a paragraph of each. */
  readonly said: RangeSum;
}

/** The range of text under the headline `at`, where it belongs to another article. */
function rangeUnder(page: Page, at: number): BlockRange | undefined {
  const { tree, own, around, prose, said } = page;
  const headline = tree.blocks[own]!;
  const block = tree.blocks[at]!;
  const isSameRank = headingOf(block) !== undefined && headingOf(block) === headingOf(headline);
  const box = outermost(block.box, (one) => !around.has(one) && prose({ first: one.first, end: at }) === 0);
  const common = box?.parent;
  if (box === undefined || common === undefined) return undefined;
  const beside = outermost(headline.box, (one) => !isOrHolds(one, box));
  const ownProse =
    beside === undefined || said(beside) === 0
      ? at > own
        ? said({ first: own + 1, end: at })
        : said({ first: own + 1, end: common.end })
      : said(beside);
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
    const isBeside = ownArticle !== undefined && !PARTS.test(`${article.classes} ${ownArticle.classes}`);
    return !isNested && (isTwin || isBeside) && ownProse >= MIN_OWN && article.first === at
      ? article
      : undefined;
  }
  if (isHeading(box)) return flatRange(page, at, { isSameRank, end: common.end });
  // The heading has a box of its own, and the text follows that box.
  if (said(box) === 0 && isSameRank && isAnotherUnder(page, at, common.end))
    return { first: box.first, end: at < own ? own : common.end };
  if (beside === undefined || said(box) < MIN_PROSE) return undefined;
  if (hasBody(tree, box) && hasBody(tree, beside)) return box;
  const isAlike = outermostAlike(block.box, box, looseSignature(beside)) !== undefined;
  const name = beside.classes.split(' ', 1)[0]!;
  const isStory = STORIES.test(name);
  const isNamed = isStory || (name !== '' && !PARTS.test(beside.classes));
  const hasHead = hasOwnHead(tree, at);
  if (!isSameRank) {
    const areHeads = hasHead && hasOwnHead(tree, own);
    const areStories = isStory && nearest(common, 'article') === undefined;
    const isReport = (isNamed && (areHeads || areStories)) || areReports(page, at);
    const isOther = (isAlike && (isReport || areDated(page, at, box.end))) || isLinkedStory(page, at, box);
    return isOther ? box : undefined;
  }
  const isTop = headingOf(block) === 'h1';
  if ((isAlike && isNamed) || ((isAlike || isTop) && hasHead)) return box;
  if (!isAlike || !isAnotherUnder(page, at, box.end, isTop)) return undefined;
  return { first: box.first, end: at < own ? box.end : common.end };
}

/**
 * Whether a part after the article begins with a link to another page as its heading, and tells of something else. The
 * items of a list have such headings too, but words of the list's headline.
 */
function isLinkedStory({ tree, own, said }: Page, at: number, box: BlockRange): boolean {
  const [headline, block] = [tree.blocks[own]!, tree.blocks[at]!];
  if (at < own || box.first !== at || linkDensity(block) < 0.8 || linkDensity(headline) >= 0.5) return false;
  const article = { first: own, end: at };
  return said(article) >= MIN_OWN && isAnotherTopic(tree, article, box, true);
}

/**
 * In one common box, a byline, a date or a link of its own distinguishes a headline from a subheading, or another topic.
 */
function flatRange(
  page: Page,
  at: number,
  { isSameRank, end }: { readonly isSameRank: boolean; readonly end: number },
): BlockRange | undefined {
  const { tree, own } = page;
  const [headline, block] = [tree.blocks[own]!, tree.blocks[at]!];
  if (linkDensity(block) >= 0.5 !== linkDensity(headline) >= 0.5)
    return isLinkedStory(page, at, { first: at, end }) ? { first: at, end } : undefined;
  // Subheadings of a list may be links or have dates, but not bylines.
  const isOther = isSameRank
    ? hasOwnHead(tree, at) || isAnotherUnder(page, at, end)
    : areReports(page, at) || areDated(page, at, end);
  if (!isOther) return undefined;
  return { first: at, end: at < own ? own : end };
}

/** Whether the article and the text under a smaller heading have bylines. A date alone may be that of a chronicle's day. */
function areReports({ tree, own }: Page, at: number): boolean {
  return hasByline(tree, at) && hasByline(tree, own);
}

/**
 * Whether article and text under a smaller heading each have a date beside their headline, and tell of something else.
 * The days of a chronicle tell of one thing.
 */
function areDated({ tree, own, said }: Page, at: number, end: number): boolean {
  if (at < own || !isDated(tree, at) || !isDated(tree, own)) return false;
  const [article, other] = [
    { first: own, end: at },
    { first: at, end },
  ];
  if (said(article) < MIN_PROSE || said(other) < MIN_PROSE) return false;
  return isAnotherTopic(tree, article, other, true);
}

/** Whether the line above or below a headline is a date. */
function isDated(tree: PageTree, at: number): boolean {
  return [at - 1, at + 1, at + 2].some((i) => {
    const block = tree.blocks[i];
    return block !== undefined && block.weight <= 60 && block.kind !== 'heading' && isDate(block.text);
  });
}

/** Whether the text from the heading `at` to the next of its rank is on another topic than the article. */
function isAnotherUnder({ tree, own, said }: Page, at: number, end: number, isHeadline = false): boolean {
  const other = { first: at, end: nextOfRank(tree, at, at < own ? own : end) };
  const article = { first: own, end: nextOfRank(tree, own, at > own ? at : tree.blocks.length) };
  if (said(other) < MIN_PROSE || said(article) < MIN_PROSE) return false;
  return isAnotherTopic(tree, at > own ? { first: own, end: at } : article, other, isHeadline);
}

/** The index of the next heading of the same rank, at most `end`. */
function nextOfRank({ blocks }: PageTree, at: number, end: number): number {
  const rank = headingOf(blocks[at]!);
  for (let i = at + 1; i < end; i++)
    if (blocks[i]!.kind === 'heading' && headingOf(blocks[i]!) === rank) return i;
  return end;
}

function hasByline(tree: PageTree, at: number): boolean {
  // A date may follow the name.
  return tree.blocks
    .slice(at + 1, at + 1 + HEAD_LINES)
    .some(({ text }) => isByline(text) || (text.length < 120 && isByline(text.split(/\s[|·•]/u, 1)[0]!)));
}

/** Names of an article's text. Page builders call the text of each part `content` or `bodytext`. */
const BODIES = /(?:article|story|post|entry|news|artikel)[-_]?(?:body|content|text)|^$/i;

/** Whether a box contains a box that is named as the text of an article. */
function hasBody({ boxes }: PageTree, { first, end }: Box): boolean {
  const isIn = (box: Box) => box.first >= first && box.end <= end && box.first < box.end;
  return boxes.some((box) => isIn(box) && box.role === 'body' && BODIES.test(box.classes));
}

/** Whether the heading at `at` has a byline or date under it, or links to a page of its own. */
function hasOwnHead(tree: PageTree, at: number): boolean {
  if (linkDensity(tree.blocks[at]!) > 0.8) return true;
  for (let i = at + 1; i <= at + HEAD_LINES && i < tree.blocks.length; i++) {
    const block = tree.blocks[i]!;
    if (block.weight > 90) return false;
    if (isByline(block.text) || block.box.role === 'meta' || block.box.parent?.role === 'meta') return true;
    if (block.weight > 60 || block.links > 0 || endsSentence(block.text)) continue;
    if (isDate(block.text)) return true;
  }
  return false;
}

/** Whether a short line has a year, an hour, or a day of East Asia. */
function isDate(text: string): boolean {
  return /\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\d+月\s?\d+日|٢٠\d*/.test(text);
}
