import { type CheerioAPI, load } from 'cheerio/slim';
import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Pages are cut here, in UTF-16 units: the longest real article pages, scripts included, stay well below. */
const MAX_CHARS = 10_000_000;
/** Elements open at once. Browsers stop nesting at 512; pages with unclosed `<font>`s reach a few hundred. */
const MAX_DEPTH = 1_500;

/** Elements in one page. Long live blogs and comment pages have some ten thousand. */
const MAX_ELEMENTS = 250_000;
/** Attributes of one element. */
const MAX_ATTRIBUTES = 2_000;

/** The name of the element around everything. */
const PAGE = 'x-page';

/**
 * Parses HTML into a domhandler tree with htmlparser2, in time linear in the input.
 *
 * The parser keeps its open elements in an array that is searched and shifted for every tag, so nesting
 * without end would cost quadratic time: parsing stops where the nesting passes `MAX_DEPTH`, or the number of
 * elements or attributes its own limit, and the page ends there. Comments are left out of the tree. Everything stands under one element, because selecting takes
 * time quadratic in the number of elements at the root.
 */
export function parsePage(html: string): Document {
  const handler = new DomHandler();
  handler.onopentag(PAGE, {});
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let leftOut = 0;
  let gap = false;
  const parser = new Parser({
    onparserinit: (p) => handler.onparserinit(p),
    onattribute() {
      if (++attributes > MAX_ATTRIBUTES) parser.pause();
    },
    onopentag(name, attribs) {
      attributes = 0;
      depth++;
      if (leftOut > 0 || isLeftOut(name, attribs)) {
        leftOut++;
        if (depth > MAX_DEPTH) parser.pause();
        return;
      }
      if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) parser.pause();
      handler.onopentag(name, attribs);
    },
    onclosetag() {
      depth--;
      if (leftOut > 0) leftOut--;
      else handler.onclosetag();
    },
    ontext(text) {
      if (leftOut > 0) return;
      // Half of a page's nodes are the white space between its tags: it goes before the next text instead.
      if (isSpace(text)) gap = true;
      else {
        handler.ontext(gap ? ` ${text}` : text);
        gap = false;
      }
    },
    onend: () => handler.onend(),
    onerror: (error) => handler.onerror(error),
  });
  parser.end(html.length > MAX_CHARS ? html.slice(0, MAX_CHARS) : html);
  return handler.root;
}

/** Elements that hold neither prose nor metadata; often half of a page, and of the memory it takes. */
const LEFT_OUT = new Set([
  'style',
  'svg',
  'noscript',
  'template',
  'canvas',
  'select',
  'datalist',
  'textarea',
  'object',
  'applet',
]);

function isLeftOut(name: string, attribs: Readonly<Record<string, string>>): boolean {
  if (name !== 'script') return LEFT_OUT.has(name);
  return attribs['id'] !== '__NEXT_DATA__' && !/ld\+json/i.test(attribs['type'] ?? '');
}

function isSpace(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && (code < 9 || code > 13)) return false;
  }
  return true;
}

/** Cheerio over a parsed page, for queries. */
export function queryPage(document: Document): CheerioAPI {
  return load(document as unknown as Parameters<typeof load>[0], { xml: { xmlMode: false } });
}
