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
  // Most pages give dates and authors in better places, so these are looked for when asked for.
  let own: Pick<PageFacts, 'bylines' | 'times'> | undefined;
  return {
    ...facts,
    get bylines() {
      return (own ??= ownLines(facts, tree, title)).bylines;
    },
    get times() {
      return (own ??= ownLines(facts, tree, title)).times;
    },
  };
}

function ownLines(facts: PageFacts, tree: PageTree, title: string): Pick<PageFacts, 'bylines' | 'times'> {
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
