import { load } from 'cheerio/slim';
import { type ChildNode, Element, isText } from 'domhandler';
import { webAddress } from './addresses.ts';
import type { FeedLimits } from './limits.ts';

/** A page, and what its relative addresses refer to. */
export interface Addressed {
  readonly page: string;
  readonly base: string;
  readonly limits: FeedLimits;
}

/** One cheerio for all pages: `load` makes a class for each document. */
export const $ = load([], { xml: { xmlMode: false } });

/** How much of an element is looked at for one property: properties may be nested, and then share what is inside them. */
export interface Extent {
  readonly nodes: number;
  /** UTF-16 units. */
  readonly length: number;
}
const SHORT: Extent = { nodes: 1_000, length: 2_000 };

/** The value of a `p-` property; undefined where it is empty. */
export function textIn(element: Element | undefined, extent = SHORT): string | undefined {
  if (element === undefined) return undefined;
  const written = writtenIn(element);
  if (written !== undefined) return folded(written);
  const parts = valuesIn(element);
  if (parts.length > 0)
    return folded(
      parts.map((part) => part.attribs['title'] ?? writtenIn(part) ?? plainText(part, SHORT)).join(''),
    );
  return folded(plainText(element, extent));
}

export function classesOf({ attribs }: Element): string[] {
  const list = attribs['class'];
  return list === undefined ? [] : list.split(/\s+/, 50);
}

/** The nodes inside an element in order of the page, up to a number of them. */
function* inside(element: Element, most: number): Generator<ChildNode> {
  let node: ChildNode | null | undefined = element.firstChild;
  for (let seen = 0; node !== null && node !== undefined && seen < most; seen++) {
    yield node;
    let next: ChildNode | null = node instanceof Element ? node.firstChild : null;
    let around: ChildNode = node;
    while (next === null && around !== element) {
      next = around.next;
      if (next === null) around = around.parent as ChildNode;
    }
    node = next;
  }
}

function plainText(element: Element, { nodes, length }: Extent): string {
  let text = '';
  for (const node of inside(element, nodes)) {
    if (isText(node)) text += node.data.slice(0, length - text.length);
    if (text.length >= length) break;
  }
  return text;
}

/** The parts of a value that is given in parts. */
function valuesIn(element: Element): Element[] {
  return elementsIn(element).filter((one) =>
    classesOf(one).some((name) => name === 'value' || name === 'value-title'),
  );
}

function elementsIn(element: Element): Element[] {
  return [...inside(element, SHORT.nodes)].filter((node) => node instanceof Element);
}

/** The value of a `u-` property, absolute; undefined where it is no address. */
export function addressIn(element: Element, { base, limits }: Addressed): string | undefined {
  const { href, src, data } = element.attribs;
  const written =
    (LINKS.has(element.name) ? href : undefined) ?? src ?? (element.name === 'object' ? data : undefined);
  return webAddress(written ?? textIn(element), base, limits.maxAttributeLength);
}

const LINKS = new Set(['a', 'area', 'link']);

/** The value of a `dt-` property, as it is written: an attribute, or the parts for day and time, or the text. */
export function dateIn(element: Element): string | undefined {
  const { datetime } = element.attribs;
  if (datetime !== undefined) return folded(datetime);
  const written = writtenIn(element);
  if (written !== undefined) return folded(written);
  const said = valuesIn(element).map(
    (part) => part.attribs['datetime'] ?? part.attribs['title'] ?? plainText(part, SHORT),
  );
  return folded(said.length > 0 ? said.join(' ') : plainText(element, SHORT));
}

/** The markup in an `e-` property, as it was written. */
export function htmlIn({ children }: Element, { page }: Addressed): string | undefined {
  const [first, last] = [children[0]?.startIndex, children.at(-1)?.endIndex];
  if (typeof first !== 'number' || typeof last !== 'number') return undefined;
  return page.slice(first, last + 1).trim() || undefined;
}

/** The name of a person in an h-card: its `p-name`, else its text, or the text of its picture. */
export function nameOfCard(element: Element): string | undefined {
  const all = elementsIn(element);
  const name = all.find((one) => classesOf(one).includes('p-name'));
  const picture = all.find((one) => one.name === 'img' && one.attribs['alt'] !== undefined);
  return textIn(name) ?? textIn(element) ?? folded(picture?.attribs['alt'] ?? '');
}

/** A value in an attribute, by the rules of microformats2 for abbreviations, data and pictures. */
function writtenIn({ name, attribs }: Element): string | undefined {
  if (name === 'abbr') return attribs['title'];
  if (name === 'data' || name === 'input') return attribs['value'];
  return name === 'img' || name === 'area' ? attribs['alt'] : undefined;
}

function folded(text: string): string | undefined {
  return text.replace(/\s+/g, ' ').trim() || undefined;
}
