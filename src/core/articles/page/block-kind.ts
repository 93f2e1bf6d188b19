import type { BlockKind, Box } from './page-tree.ts';

const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ['p', 'paragraph'],
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'item'],
  ['dd', 'item'],
  ['dt', 'item'],
  ['blockquote', 'quote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['pre', 'preformatted'],
]);

/** The kind of a block of text, from the nearest enclosing box that determines it. */
export function kindOf(box: Box): BlockKind {
  let at: Box | undefined = box;
  for (let up = 0; at !== undefined && up < 4; up++) {
    // `<caption>` outside a table is used by mistake.
    const isStray = at.name === 'caption' && at.parent?.name !== 'table';
    const kind = isStray ? undefined : KINDS.get(at.name);
    if (kind === 'paragraph' && isInQuote(at)) return 'quote';
    if (kind !== undefined) return kind;
    at = at.parent;
  }
  return 'bare';
}

function isInQuote(box: Box): boolean {
  return box.parent?.name === 'blockquote';
}
