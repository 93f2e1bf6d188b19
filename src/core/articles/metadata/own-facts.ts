import { findOtherArticles, titleBlock } from '../body/other-articles.ts';
import type { BlockRange } from '../body/block-range.ts';
import type { Box, PageTree } from '../page/page-tree.ts';
import { isPageFoot } from '../page/page-foot.ts';
import { titleLines } from '../body/title-lines.ts';
import type { PageFacts } from './page-facts.ts';
import { isTeaserTime } from './teaser-time.ts';

/** How far before and after the headline its byline and date may be, in blocks. */
const BEFORE = 6;
const BEHIND = 14;
/** Roles of boxes about other articles or about the site. */
const ASIDE = new Set(['ad', 'comments', 'navigation', 'related', 'teaser', 'subscribe']);

/**
 * The facts with the bylines and times of this article first. Bylines: only those beside the headline where there are
 * any, else those outside teasers and other articles. Times: the same order, and the others only where there are none
 * of these; those of rows with a linked headline never.
 */
export function ownFacts(facts: PageFacts, tree: PageTree, title: string): PageFacts {
  if (facts.bylines.length === 0 && facts.times.length === 0) return facts;
  return new OwnFacts(facts, () => ownLines(facts, tree, title));
}

type OwnLines = Pick<PageFacts, 'bylines' | 'times'>;

/**
 * Most pages give dates and authors in better places, so the lines are looked for when asked for. A class, because V8 keeps
 * the accessors of an object literal in a description of that one object, which is old from the beginning: the accessors,
 * and with them the whole page, stayed until the next major collection.
 */
class OwnFacts implements PageFacts {
  readonly url: PageFacts['url'];
  readonly metas: PageFacts['metas'];
  readonly titleTag: PageFacts['titleTag'];
  readonly headings: PageFacts['headings'];
  readonly language: PageFacts['language'];
  readonly canonical: PageFacts['canonical'];
  readonly amp: PageFacts['amp'];
  readonly nodes: PageFacts['nodes'];
  readonly article: PageFacts['article'];
  readonly items: PageFacts['items'];
  readonly templates: PageFacts['templates'];
  private readonly find: () => OwnLines;
  private found: OwnLines | undefined;

  constructor(facts: PageFacts, find: () => OwnLines) {
    this.url = facts.url;
    this.metas = facts.metas;
    this.titleTag = facts.titleTag;
    this.headings = facts.headings;
    this.language = facts.language;
    this.canonical = facts.canonical;
    this.amp = facts.amp;
    this.nodes = facts.nodes;
    this.article = facts.article;
    this.items = facts.items;
    this.templates = facts.templates;
    this.find = find;
  }

  private get lines(): OwnLines {
    return (this.found ??= this.find());
  }

  get bylines(): PageFacts['bylines'] {
    return this.lines.bylines;
  }

  get times(): PageFacts['times'] {
    return this.lines.times;
  }
}

function ownLines(facts: PageFacts, tree: PageTree, title: string): OwnLines {
  const at = titleBlock(tree, title);
  if (at < 0) return facts;
  let others: readonly BlockRange[] | undefined;
  const known = new Map<number, boolean>();
  const isOwn = ({ block }: { readonly block: number }): boolean => {
    let own = known.get(block);
    if (own === undefined) {
      others ??= findOtherArticles(tree, title);
      own = !others.some(({ first, end }) => block >= first && block < end) && !isAside(tree, block);
      known.set(block, own);
    }
    return own;
  };
  const isNear = (fact: { readonly block: number }): boolean =>
    fact.block >= at - BEFORE && fact.block <= at + BEHIND && isOwn(fact);
  const titles = titleLines(tree, title);
  // Behind the headline, a row with a link and a date may be the byline.
  const isTeaser = (block: number) =>
    !(block > at && block <= at + BEHIND) && isTeaserTime(tree, block, titles);
  return {
    bylines: [true, false].flatMap((isName) =>
      nearest(
        facts.bylines.filter((byline) => byline.isName === isName),
        isNear,
        isOwn,
      ),
    ),
    times: sorted(
      facts.times.filter(({ block }) => !isPageFoot(tree.blocks[block]?.box) && !isTeaser(block)),
      isNear,
      isOwn,
    ),
  };
}

function nearest<T extends { readonly text: string }>(
  all: readonly T[],
  isNear: (one: T) => boolean,
  isOwn: (one: T) => boolean,
): readonly T[] {
  const near = all.filter(isNear);
  if (near.length > 0) return near;
  const own = all.filter(isOwn);
  if (own.length > 0) return own;
  return new Set(all.map((one) => one.text)).size === 1 ? all : [];
}

function sorted<T>(all: readonly T[], isNear: (one: T) => boolean, isOwn: (one: T) => boolean): readonly T[] {
  const near = all.filter(isNear);
  const rest = all.filter((one) => !near.includes(one));
  const own = rest.filter(isOwn);
  return [...near, ...own, ...(near.length + own.length > 0 ? [] : rest)];
}

function isAside(tree: PageTree, block: number): boolean {
  const found = tree.blocks[block];
  for (let box: Box | undefined = found?.box; box !== undefined; box = box.parent) {
    if (ASIDE.has(box.role)) return true;
  }
  return false;
}
