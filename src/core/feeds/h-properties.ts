import { load } from 'cheerio/slim';
import type { Element } from 'domhandler';
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

/** The value of a `p-` property; undefined where it is empty. */
export function textIn(element: Element | undefined): string | undefined {
  if (element === undefined) return undefined;
  const written = writtenIn(element);
  if (written !== undefined) return folded(written);
  const parts = $(element).find('.value, .value-title').toArray();
  if (parts.length > 0)
    return folded(
      parts
        .map((part) => (part as Element).attribs['title'] ?? writtenIn(part as Element) ?? $(part).text())
        .join(''),
    );
  return folded($(element).text());
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
  const parts = $(element).find('.value, .value-title').toArray() as Element[];
  const said = parts.map((part) => part.attribs['datetime'] ?? part.attribs['title'] ?? $(part).text());
  return folded(said.length > 0 ? said.join(' ') : $(element).text());
}

/** The markup in an `e-` property, as it was written. */
export function htmlIn({ children }: Element, { page }: Addressed): string | undefined {
  const [first, last] = [children[0]?.startIndex, children.at(-1)?.endIndex];
  if (typeof first !== 'number' || typeof last !== 'number') return undefined;
  return page.slice(first, last + 1).trim() || undefined;
}

/** The name of a person in an h-card: its `p-name`, else its text, or the text of its picture. */
export function nameOfCard(element: Element): string | undefined {
  const name = $(element).find('.p-name').first().get(0) as Element | undefined;
  return textIn(name) ?? textIn(element) ?? folded($(element).find('img[alt]').first().attr('alt') ?? '');
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
