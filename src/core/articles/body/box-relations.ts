import type { Block, Box } from '../page/page-tree.ts';

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The name of the heading element that a block is in. */
export function headingOf(block: Block): string | undefined {
  for (let box: Box | undefined = block.box, up = 0; box !== undefined && up < 4; box = box.parent, up++) {
    if (isHeading(box)) return box.name;
  }
  return undefined;
}

export function isHeading(box: Box): boolean {
  return HEADINGS.has(box.name);
}

/** Element and first class, which boxes of one kind have in common. */
export function looseSignature(box: Box): string {
  return `${box.name} ${box.classes.split(' ', 1)[0]}`;
}

export function ancestorsOf(box: Box): Set<Box> {
  const boxes = new Set<Box>();
  for (let at: Box | undefined = box; at !== undefined; at = at.parent) boxes.add(at);
  return boxes;
}

/** The innermost box with this name around `box`, or `box` itself. */
export function nearest(box: Box | undefined, name: string): Box | undefined {
  for (let at = box; at !== undefined; at = at.parent) if (at.name === name) return at;
  return undefined;
}

/** The outermost ancestor of `box` up to which `test` holds for all. */
export function outermost(box: Box, test: (box: Box) => boolean): Box | undefined {
  let last: Box | undefined;
  for (let at: Box | undefined = box; at !== undefined && test(at); at = at.parent) last = at;
  return last;
}

/** The outermost box around a block that does not contain the other block. */
export function outermostApart(block: Block, other: Block): Box | undefined {
  const around = ancestorsOf(other.box);
  return outermost(block.box, (box) => !around.has(box));
}

/** Whether `outer` is `inner` or one of its ancestors. */
export function isOrHolds(outer: Box, inner: Box): boolean {
  for (let at: Box | undefined = inner; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/** The outermost box from `inner` up to `outer` that has this signature. */
export function outermostAlike(inner: Box, outer: Box, signature: string): Box | undefined {
  let found: Box | undefined;
  for (let at: Box | undefined = inner; at !== undefined; at = at.parent) {
    if (looseSignature(at) === signature) found = at;
    if (at === outer) break;
  }
  return found;
}
