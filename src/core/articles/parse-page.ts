import { load } from 'cheerio/slim';
import { type ChildNode, Document, Element, type ParentNode, Text } from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { isTellingAttribute, isTellingName } from './metadata/telling.ts';
import { PageParser } from './page-parser.ts';
import { isHidingStyle } from './roles.ts';

/** Pages are cut here, in UTF-16 units: the longest real article pages, scripts included, stay well below. */
const MAX_CHARS = 10_000_000;
/** Elements open at once. Browsers stop nesting at 512; pages with unclosed `<font>`s reach a few hundred. */
const MAX_DEPTH = 1_500;

/** Elements in one page. Long live blogs and comment pages have some ten thousand. */
const MAX_ELEMENTS = 250_000;

/** The name of the element around everything. */
const PAGE = 'x-page';

/** Elements that hold neither prose nor metadata; often half of a page, and of the memory it takes. */
const LEFT_OUT = new Set([
  'style', 'svg', 'noscript', 'template', 'canvas', 'select', 'datalist', 'textarea', 'object', 'applet', 'button', 'input',
  'source', 'track', 'param', 'col', 'colgroup', 'progress', 'meter', 'map', 'area',
]); // biome-ignore format: a table

/** Elements in whose text a `&` stands for itself. */
const RAW_TEXT = new Set(['script', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext']);

/** A page as a tree, and in page order the elements in it that may tell of the article. */
export interface ParsedPage {
  readonly document: Document;
  readonly telling: readonly Element[];
}

/**
 * Parses HTML into a domhandler tree with htmlparser2, in time linear in the input.
 *
 * The parser keeps its open elements in an array that is searched and shifted for every tag, so nesting
 * without end would cost quadratic time: parsing stops where the nesting passes `MAX_DEPTH`, or the number of
 * elements or attributes its own limit, and the page ends there. Everything stands under one element, because
 * selecting takes time quadratic in the number of elements at the root.
 *
 * Comments, `LEFT_OUT` and attributes that nobody reads are not in the tree. Character references are resolved here
 * and not by the parser, which then skips over texts and values instead of looking at each of their characters.
 */
export function parsePage(html: string): ParsedPage {
  const page = new Element(PAGE, NO_ATTRIBUTES, NO_CHILDREN);
  const root = new Document([page]);
  page.parent = root;
  const open: ParentNode[] = [root, page];
  const telling: Element[] = [];
  let current = page;
  let depth = 0;
  let elements = 0;
  let leftOut = 0;
  let gap = false;

  const append = (node: Element | Text): void => {
    const parent = open[open.length - 1]!;
    const { children } = parent;
    node.parent = parent;
    if (children.length === 0) {
      // An array that is pushed to has room for seventeen at once, and most elements have one child.
      parent.children = [node];
      return;
    }
    const previous = children[children.length - 1]!;
    node.prev = previous;
    previous.next = node;
    children.push(node);
  };

  const parser = new PageParser(html.length > MAX_CHARS ? html.slice(0, MAX_CHARS) : html, {
    onopentagname(name) {
      depth++;
      if (leftOut > 0 || LEFT_OUT.has(name)) {
        leftOut++;
        if (depth > MAX_DEPTH) parser.pause();
        return;
      }
      if (depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) parser.pause();
      parser.takesAttributes = true;
      current = new Element(name, NO_ATTRIBUTES, NO_CHILDREN);
      append(current);
      open.push(current);
      if (isTellingName(name)) telling.push(current);
    },
    onattribute(name, value) {
      if (!isWanted(name, value, current.name)) return;
      if (current.attribs === NO_ATTRIBUTES) current.attribs = {};
      const { attribs } = current;
      if (attribs[name] !== undefined) return;
      attribs[name] = value.includes('&') ? decodeHTMLAttribute(value) : value;
      if (isTellingAttribute(name, value) && telling[telling.length - 1] !== current) telling.push(current);
    },
    onclosetag() {
      depth--;
      if (leftOut > 0) leftOut--;
      else {
        const element = open.pop() as Element;
        if (element.name !== 'script') return;
        if (holdsData(element)) telling.push(element);
        else removeLast(element);
      }
    },
    ontext(text) {
      if (leftOut > 0) return;
      const parent = open[open.length - 1] as Element;
      const isRaw = RAW_TEXT.has(parent.name);
      if (isRaw && parent.name === 'script' && !holdsData(parent)) return;
      const data = isRaw || !text.includes('&') ? text : decodeHTML(text);
      append(new Text(gap && data.charCodeAt(0) > 32 ? ` ${data}` : data));
      gap = false;
    },
    // Half of a page's texts are the white space between its tags: it goes before the next text instead.
    onspace() {
      if (leftOut === 0) gap = true;
    },
  });
  parser.run();
  return { document: root, telling };
}

/** Shared by all elements that have none; frozen, so that nothing written to one shows in another. */
const NO_ATTRIBUTES: Record<string, string> = Object.freeze({});
const NO_CHILDREN: ChildNode[] = Object.freeze([]) as never;

/** JSON-LD, or the data of a page that draws itself; other scripts are programs. */
function holdsData(script: Element): boolean {
  return script.attribs['id'] === '__NEXT_DATA__' || isLinkedData(script.attribs['type']);
}

/** Whether a script of this type holds JSON-LD. */
export function isLinkedData(type: string | undefined): boolean {
  return type !== undefined && /ld\+json/i.test(type);
}

function removeLast(element: Element): void {
  element.parent?.children.pop();
  if (element.prev !== null) element.prev.next = null;
}

/** Whether a later step reads this attribute on this element. */
function isWanted(name: string, value: string, element: string): boolean {
  switch (name) {
    case 'href':
      // Of other links only those into the page itself are told apart.
      return element === 'link' || value.startsWith('#');
    case 'style':
      return isHidingStyle(value);
    case 'type':
      return element === 'script';
    case 'name':
      return element === 'meta';
    default:
      return true;
  }
}

/**
 * One cheerio for all pages, to read elements with: `load` makes a class for each document, which keeps the document in
 * memory until the next full collection.
 */
export const $ = load([], { xml: { xmlMode: false } });
