import type { FeedNode } from './feed-document.ts';

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/**
 * The content of an element as HTML. Inline markup (XHTML, or HTML that was not escaped) is serialised; text alone is
 * HTML already.
 * @param textIsHtml whether text between inline elements is escaped HTML, as in Atom's `type="html"`
 */
export function htmlOf(node: FeedNode, textIsHtml = false): string {
  if (node.parts.every((part) => typeof part === 'string')) return node.parts.join('').trim();
  const pieces: string[] = [];
  for (const part of unwrapped(node)) write(part, pieces, textIsHtml);
  return pieces.join('').trim();
}

/** The children without Atom's `div` around XHTML, which is not part of the content (RFC 4287, 3.1.1.3). */
function unwrapped(node: FeedNode): FeedNode['parts'] {
  const [only, ...more] = node.parts.filter((part) => typeof part !== 'string' || part.trim() !== '');
  return more.length === 0 && typeof only === 'object' && only.name === 'xhtml:div' ? only.parts : node.parts;
}

function write(part: string | FeedNode, pieces: string[], textIsHtml: boolean): void {
  if (typeof part === 'string') {
    pieces.push(textIsHtml ? part : escapeMarkup(part));
    return;
  }
  const name = part.name.replace(/^\w+:/, '');
  pieces.push('<', name);
  for (const [attribute, value] of Object.entries(part.attributes)) {
    if (/^[a-z][\w-]*$/.test(attribute))
      pieces.push(' ', attribute, '="', escapeMarkup(value).replaceAll('"', '&quot;'), '"');
  }
  pieces.push('>');
  if (VOID.has(name)) return;
  for (const child of part.parts) write(child, pieces, textIsHtml);
  pieces.push('</', name, '>');
}

/** Escapes `&`, `<` and `>`, for text in HTML; not for attributes. */
export function escapeMarkup(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}
