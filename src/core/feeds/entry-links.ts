import { siteOf } from '../urls/site-of.ts';
import { webAddress } from './addresses.ts';
import { type AssemblyContext, attributeNamed, type AssemblySubject } from './assembly-context.ts';
import { type FeedNode, textOf } from './feed-document.ts';

/** The site that a feed belongs to: the first alternate that is a page, else the first alternate. */
export function siteLink({ children }: AssemblySubject, context: AssemblyContext): string | undefined {
  const atom = children.named('atom:link').filter((link) => link.attributes['rel'] === 'alternate');
  return firstPage([...children.named('link'), ...atom], context);
}

/** The addresses of a feed with a given `rel`. */
export function relatedLinks(
  { children }: AssemblySubject,
  rel: string,
  { base, limits }: AssemblyContext,
): string[] {
  const found: string[] = [];
  for (const link of [...children.named('link'), ...children.named('atom:link')]) {
    if (link.attributes['rel']?.trim().toLowerCase() !== rel || found.length >= limits.maxListLength)
      continue;
    const address = webAddress(link.attributes['href'], link.base ?? base, limits.maxAttributeLength);
    if (address !== undefined) found.push(address);
  }
  return found;
}

/** The page of an entry: the original that a redirecting service names, the link, or an id that is an address. */
export function entryLink({ node, children }: AssemblySubject, context: AssemblyContext): string | undefined {
  const { base, limits } = context;
  const original = children.first(['feedburner:origlink', 'pheedo:origlink'], (child) =>
    webAddress(textOf(child), base, limits.maxAttributeLength),
  );
  return (
    original ??
    firstPage([...children.named('link'), ...children.named('atom:link')], context) ??
    children.first(['guid'], (guid) => permalink(guid, context)) ??
    children.first(['id', 'atom:id'], (id) => absoluteOnly(textOf(id), context)) ??
    absoluteOnly(attributeNamed(node, 'about'), context) ??
    absoluteOnly(node.attributes['href'], context) ??
    // These may lead to a page about the entry, which is better than none.
    ['canonical', 'self', 'via', 'related'].flatMap((rel) =>
      relatedLinks({ node, children }, rel, context),
    )[0] ??
    children.first(['guid'], (guid) => addressOnSite(guid, context))
  );
}

/** The id as written; undefined when the entry has none. */
export function entryId(
  { node, children }: AssemblySubject,
  { base, limits }: AssemblyContext,
): string | undefined {
  const named = children.first(['guid', 'id', 'atom:id', 'dc:identifier'], textOf);
  const written = named ?? attributeNamed(node, 'about')?.trim();
  if (!written) return undefined;
  const id = written.slice(0, limits.maxAttributeLength).toWellFormed();
  // An id that is a path has to be resolved (RFC 4287, 4.2.6).
  return /^\/[^/]/.test(id) ? (webAddress(id, node.base ?? base, limits.maxAttributeLength) ?? id) : id;
}

function firstPage(links: readonly FeedNode[], context: AssemblyContext): string | undefined {
  const alternates = links.length === 1 && isAlternate(links[0]!) ? links : links.filter(isAlternate);
  for (const wanted of [isPage, isNoPage]) {
    for (const link of alternates) {
      const address = wanted(link) ? linkAddress(link, context) : undefined;
      if (address !== undefined) return address;
    }
  }
  return undefined;
}

/** A link without `rel` is an alternate (RFC 4287, 4.2.7.2). */
function isAlternate(link: FeedNode): boolean {
  const rel = link.attributes['rel']?.trim().toLowerCase();
  return rel === undefined || rel === '' || rel === 'alternate' || rel.endsWith('/alternate');
}

/** Whether an alternate is, or may be, an HTML page. */
function isPage(link: FeedNode): boolean {
  const type = link.attributes['type']?.trim().toLowerCase();
  return !type || type.includes('html');
}

const isNoPage = (link: FeedNode) => !isPage(link);

/** The address of a link: in `href` for Atom, in the text for RSS; some publishers mix them up. */
function linkAddress(link: FeedNode, { base, limits }: AssemblyContext): string | undefined {
  return (
    webAddress(unescaped(link.attributes['href'] ?? ''), link.base ?? base, limits.maxAttributeLength) ??
    webAddress(unescaped(textOf(link)), link.base ?? base, limits.maxAttributeLength)
  );
}

/** Decodes ampersands that were escaped twice. */
function unescaped(address: string): string {
  return address.replaceAll('&amp;', '&');
}

/** A guid is the address of the item unless it says that it is not (RSS 2.0). */
function permalink(guid: FeedNode, { base, limits }: AssemblyContext): string | undefined {
  if (guid.attributes['ispermalink']?.trim().toLowerCase() === 'false') return undefined;
  const text = textOf(guid);
  return /^(?:https?:|\/)/i.test(text)
    ? webAddress(text, guid.base ?? base, limits.maxAttributeLength)
    : undefined;
}

/**
 * The address in a guid that is declared to be no permalink, if it is on the feed's own site. A wrong address does no
 * harm, because a page is used only if it is about the entry.
 */
function addressOnSite(guid: FeedNode, context: AssemblyContext): string | undefined {
  const address = absoluteOnly(textOf(guid), context);
  return address !== undefined && isOneSite(address, context.base) ? address : undefined;
}

function isOneSite(address: string, other: string): boolean {
  const [host, otherHost] = [URL.parse(address)?.hostname, URL.parse(other)?.hostname];
  return host !== undefined && otherHost !== undefined && siteOf(host) === siteOf(otherHost);
}

function absoluteOnly(text: string | undefined, { base, limits }: AssemblyContext): string | undefined {
  return text !== undefined && /^\s{0,20}https?:/i.test(text)
    ? webAddress(text, base, limits.maxAttributeLength)
    : undefined;
}
