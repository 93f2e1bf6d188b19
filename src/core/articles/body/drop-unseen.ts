import { foldLetters } from '../fold-text.ts';
import type { Box, PageTree } from '../page/page-tree.ts';
import type { Unseen } from '../page/visibility.ts';
import { sumProse } from './block-value.ts';
import { dropBox } from './drop-named.ts';

/**
 * The largest share of the page's prose that an invisible box may have and still be dropped. A box with more is the
 * article, which a program of the page makes visible.
 */
const MAX_SHARE: Readonly<Record<Unseen, number>> = {
  'aria-hidden': 0.6,
  clipped: 0.5,
  hidden: 0.6,
  tiny: 0.5,
};
/** Prose, in letters, from which a box with the class `body` or `article` counts as the article. */
const MIN_BODY = 200;

/** Drops the boxes that are invisible and that nothing on the page opens. */
export function dropUnseen(tree: PageTree, kinds: ReadonlySet<Unseen>): void {
  const unseen = tree.boxes.filter(
    (box) => box.unseen !== undefined && kinds.has(box.unseen) && box.first < box.end,
  );
  if (unseen.length === 0) return;
  const prose = sumProse(tree);
  const total = Math.max(1, prose(tree.root));
  let hiddenBodies: readonly Box[] | undefined;
  const rows = sumRows(unseen, prose);
  for (const box of unseen) {
    if (rows.get(rowOf(box))! > MAX_SHARE[box.unseen!] * total) continue;
    if (box.unseen === 'hidden') {
      hiddenBodies ??= bodiesIfAllHidden(tree, prose);
      if (hiddenBodies.some((body) => isWithin(body, box))) continue;
    }
    if (box.unseen === 'aria-hidden' && hasTwin(tree, box, unseen)) continue;
    if (box.unseen === 'tiny') dropOwn(tree, box);
    else dropBox(tree, box, box.unseen!);
  }
}

/** Drops a box's text, not that of the boxes inside, which may be seen. */
function dropOwn(tree: PageTree, box: Box): void {
  for (let i = box.first; i < box.end; i++)
    if (tree.blocks[i]!.box === box) tree.blocks[i]!.dropped ??= 'tiny';
}

/**
 * The key of a group of boxes. Boxes of one class count together, because a gallery shows its slides one at a time.
 */
function rowOf(box: Box): string {
  const name = box.classes === '' ? `${box.first} ${box.end}` : box.classes.split(' ', 1)[0];
  return `${box.name} ${box.unseen} ${name}`;
}

/** The prose in each group of boxes, by `rowOf`. */
function sumRows(boxes: readonly Box[], prose: (box: Box) => number): Map<string, number> {
  const rows = new Map<string, number>();
  for (const box of boxes) rows.set(rowOf(box), (rows.get(rowOf(box)) ?? 0) + prose(box));
  return rows;
}

/** The boxes named body or article, if all of them are hidden until a program of the page shows them; else none. */
function bodiesIfAllHidden(tree: PageTree, prose: (box: Box) => number): Box[] {
  const bodies = tree.boxes.filter(
    (box) => prose(box) >= MIN_BODY && (box.role === 'body' || box.role === 'article'),
  );
  return bodies.every(isInHidden) ? bodies : [];
}

function isInHidden(box: Box): boolean {
  for (let at: Box | undefined = box; at !== undefined; at = at.parent)
    if (at.unseen === 'hidden') return true;
  return false;
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner.first >= outer.first && inner.end <= outer.end;
}

/**
 * Whether a neighbouring box has the same text for screen readers only. Then this box, which is hidden from screen
 * readers, is the one on the screen, and is kept.
 */
function hasTwin(tree: PageTree, box: Box, unseen: readonly Box[]): boolean {
  const twin = unseen.find(
    (other) =>
      other.unseen === 'clipped' &&
      other.parent === box.parent &&
      (other.end === box.first || other.first === box.end),
  );
  if (twin === undefined) return false;
  const [said, spoken] = [lettersOf(tree, box), lettersOf(tree, twin)];
  return said !== '' && (spoken.includes(said) || said.includes(spoken));
}

function lettersOf(tree: PageTree, box: Box): string {
  let text = '';
  for (let i = box.first; i < box.end; i++) text += tree.blocks[i]!.text;
  return foldLetters(text);
}
