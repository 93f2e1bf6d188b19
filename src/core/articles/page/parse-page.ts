import { load } from 'cheerio/slim';
import { withoutPrefix } from './element-prefix.ts';
import type { MetadataElement } from './metadata-elements.ts';
import { PageHandler } from './page-handler.ts';
import { PageParser } from './page-parser.ts';
import type { PageTree } from './page-tree.ts';
import { joinStreamedParts } from './streamed-parts.ts';

/**
 * The longest part of a page that is read, in UTF-16 units; real article pages, scripts included, stay well below.
 */
const MAX_CHARS = 10_000_000;

/** A page cut into blocks, and the elements that may hold its metadata, in page order, as trees for cheerio. */
export interface ParsedPage {
  readonly tree: PageTree;
  readonly metadata: readonly MetadataElement[];
}

/**
 * Parses HTML with htmlparser2, in one pass and in time linear in the input.
 *
 * The whole document is never in memory as a tree: blocks of text are cut while parsing, and only what may hold
 * metadata becomes elements. Limits on nesting, elements and attributes end a page where it passes them.
 */
export function parsePage(html: string): ParsedPage {
  const page = joinStreamedParts(withoutPrefix(html.length > MAX_CHARS ? html.slice(0, MAX_CHARS) : html));
  let handler = new PageHandler();
  new PageParser(page, handler).run();
  let tree = handler.tree.finish();
  if (handler.tree.isStyledLate) {
    // A style sheet after some text hides that text, so the page is read again with all its sheets known.
    handler = new PageHandler(handler.tree.judge);
    new PageParser(page, handler).run();
    tree = handler.tree.finish();
  }
  return { tree, metadata: handler.metadata.elements };
}

/**
 * One cheerio instance for all pages. `load` makes a class for each document, which keeps that document in memory
 * until the next full garbage collection.
 */
export const $ = load([], { xml: { xmlMode: false } });
