import { resolveAddresses, webAddress } from './addresses.ts';
import { readAuthors } from './authors.ts';
import { parseFeedDate } from './dates/parse-date.ts';
import { distinctEntries, fallbackId } from './entry-identity.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { childrenNamed, type FeedDocument, type FeedNode, textOf } from './feed-document.ts';
import type { FeedLimits } from './limits.ts';
import { titleOf, bodyOf } from './text-constructs.ts';
import { pollingWishes } from './polling-wishes.ts';

/** What the interpretation of an element depends on, besides the element. */
interface Context {
  readonly format: FeedDocument['format'];
  readonly limits: FeedLimits;
  /** Base of relative addresses where no `xml:base` is in force. */
  readonly base: string;
  readonly problems: Set<string>;
}

/** Interprets the elements of a feed: one result for all formats and readers. */
export function assembleFeed(document: FeedDocument, url: string, limits: FeedLimits): Feed {
  const { channel, format } = document;
  const problems = new Set(document.problems);
  const site = siteLink(channel, { format, limits, base: url, problems });
  // Publishers write relative addresses for their site, wherever the feed is served from.
  const context: Context = { format, limits, base: site ?? url, problems };
  const feedAuthor = readAuthors(channel, limits.maxTitleLength);
  const feedLanguage = languageOf(channel);
  const entries = document.entries.map((node) => readEntry(node, context, feedAuthor, feedLanguage));
  const links = [...childrenNamed(channel, 'link'), ...childrenNamed(channel, 'atom:link')];
  const addressesOf = (rel: string) =>
    links.flatMap((link) => {
      const isRel = link.attributes['rel']?.toLowerCase() === rel;
      const address = isRel
        ? webAddress(link.attributes['href'], link.base ?? url, limits.maxAttributeLength)
        : undefined;
      return address === undefined ? [] : [address];
    });
  return {
    format,
    title: firstOf(channel, ['title', 'dc:title'], (node) => titleOf(node, format, limits.maxTitleLength)),
    link: site,
    language: feedLanguage,
    self: addressesOf('self')[0],
    hubs: addressesOf('hub').slice(0, limits.maxListLength),
    ...pollingWishes(channel),
    entries: distinctEntries(entries),
    problems: [...problems],
  };
}

function readEntry(
  node: FeedNode,
  context: Context,
  feedAuthor: string | undefined,
  feedLanguage: string | undefined,
): FeedEntry {
  const { format, limits } = context;
  const base = node.base ?? context.base;
  const title = firstOf(node, TITLES, (child) => titleOf(child, format, limits.maxTitleLength));
  const link = entryLink(node, context);
  const published = firstDate(node, PUBLISHED, context);
  const updated = firstDate(node, UPDATED, context);
  const { summary, content } = bodies(node, context);
  return {
    id: entryId(node, base, limits) ?? link ?? fallbackId(title, published ?? updated, content ?? summary),
    link,
    title,
    published: published ?? updated,
    updated,
    author: readAuthors(node, limits.maxTitleLength) ?? feedAuthor,
    summary,
    content,
    language: languageOf(node) ?? feedLanguage,
    enclosures: enclosuresOf(node, context),
    categories: categoriesOf(node, context),
  };
}

const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'];
const PUBLISHED = [
  'pubdate',
  'published',
  'atom:published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'created',
  'dcterms:created',
  'atom:issued',
  'date',
];
const UPDATED = ['updated', 'atom:updated', 'modified', 'dcterms:modified', 'atom:modified', 'lastbuilddate'];

/** The first element of the first name that gives a value. */
function firstOf<T>(
  node: FeedNode,
  names: readonly string[],
  read: (child: FeedNode) => T | undefined,
): T | undefined {
  for (const name of names) {
    for (const child of childrenNamed(node, name)) {
      const value = read(child);
      if (value !== undefined && value !== '') return value;
    }
  }
  return undefined;
}

/** The last readable date of the first name that has one: publishers append corrections. */
function firstDate(node: FeedNode, names: readonly string[], { problems }: Context): Date | undefined {
  for (const name of names) {
    for (const child of childrenNamed(node, name).toReversed()) {
      const text = textOf(child);
      const date = parseFeedDate(text);
      if (date !== undefined) return date;
      if (text !== '') problems.add(`not a date: ${text.slice(0, 60)}`);
    }
  }
  return undefined;
}

function siteLink(channel: FeedNode, context: Context): string | undefined {
  const resolve = (link: FeedNode) => linkAddress(link, link.base ?? context.base, context);
  const own = childrenNamed(channel, 'link').filter(isAlternate);
  const preferred = own.filter((link) => isPage(link));
  for (const link of [
    ...preferred,
    ...own,
    ...childrenNamed(channel, 'atom:link').filter((node) => node.attributes['rel'] === 'alternate'),
  ]) {
    const address = resolve(link);
    if (address !== undefined) return address;
  }
  return undefined;
}

function entryLink(node: FeedNode, context: Context): string | undefined {
  const { limits } = context;
  const resolve = (child: FeedNode) => linkAddress(child, child.base ?? context.base, context);
  const original = firstOf(node, ['feedburner:origlink', 'pheedo:origlink'], (child) =>
    webAddress(textOf(child), context.base, limits.maxAttributeLength),
  );
  if (original !== undefined) return original;
  const links = [...childrenNamed(node, 'link'), ...childrenNamed(node, 'atom:link')].filter(isAlternate);
  for (const link of [...links.filter(isPage), ...links]) {
    const address = resolve(link);
    if (address !== undefined) return address;
  }
  return (
    firstOf(node, ['guid'], (guid) => permalink(guid, context)) ??
    firstOf(node, ['id', 'atom:id'], (id) => absoluteOnly(textOf(id), limits)) ??
    absoluteOnly(attributeNamed(node, 'about'), limits) ??
    absoluteOnly(node.attributes['href'], limits)
  );
}

/** A link without `rel` is an alternate (RFC 4287, 4.2.7.2). */
function isAlternate(link: FeedNode): boolean {
  const rel = link.attributes['rel']?.trim().toLowerCase();
  return rel === undefined || rel === '' || rel === 'alternate' || rel.endsWith('/alternate');
}

/** Whether an alternate is, or may be, a page for people. */
function isPage(link: FeedNode): boolean {
  const type = link.attributes['type']?.trim().toLowerCase();
  return !type || type.includes('html');
}

function linkAddress(link: FeedNode, base: string, { limits }: Context): string | undefined {
  return (
    webAddress(link.attributes['href'], base, limits.maxAttributeLength) ??
    webAddress(textOf(link), base, limits.maxAttributeLength)
  );
}

/** A guid is the address of the item unless it says that it is not (RSS 2.0). */
function permalink(guid: FeedNode, context: Context): string | undefined {
  if (guid.attributes['ispermalink']?.trim().toLowerCase() === 'false') return undefined;
  const text = textOf(guid);
  return /^(?:https?:|\/)/i.test(text)
    ? webAddress(text, guid.base ?? context.base, context.limits.maxAttributeLength)
    : undefined;
}

function absoluteOnly(text: string | undefined, limits: FeedLimits): string | undefined {
  return text !== undefined && /^https?:/i.test(text.trim())
    ? webAddress(text, text.trim(), limits.maxAttributeLength)
    : undefined;
}

/** An attribute by its local name, whatever its prefix. */
function attributeNamed(node: FeedNode, local: string): string | undefined {
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name === local || name.endsWith(`:${local}`)) return value;
  }
  return undefined;
}

function entryId(node: FeedNode, base: string, limits: FeedLimits): string | undefined {
  const written =
    firstOf(node, ['guid', 'id', 'atom:id', 'dc:identifier'], textOf) ??
    attributeNamed(node, 'about')?.trim();
  if (!written) return undefined;
  const id = written.slice(0, limits.maxAttributeLength);
  // An id that is a path is no IRI yet (RFC 4287, 4.2.6).
  return /^\/[^/]/.test(id) ? (webAddress(id, base, limits.maxAttributeLength) ?? id) : id;
}

const CONTENTS = [
  'content:encoded',
  'xhtml:body',
  'content',
  'atom:content',
  'fullitem',
  'xhtml:div',
  'body',
];
const SUMMARIES = [
  'description',
  'summary',
  'atom:summary',
  'abstract',
  'dcterms:abstract',
  'dc:description',
  'itunes:summary',
  'media:description',
];

/** Full text and summary. Where a feed has two summaries, the second one stands in for the missing content. */
function bodies(node: FeedNode, { format, limits, base }: Context): Pick<FeedEntry, 'summary' | 'content'> {
  const read = (child: FeedNode) => {
    const html = bodyOf(child, format).slice(0, limits.maxContentLength);
    return resolveAddresses(html, child.base ?? base).toWellFormed();
  };
  const content = firstOf(node, CONTENTS, read);
  const summary = firstOf(node, SUMMARIES, read) ?? groupDescription(node, read);
  const second =
    content === undefined && childrenNamed(node, 'description').length > 0
      ? firstOf(node, ['summary'], read)
      : undefined;
  return { content: content ?? second, summary };
}

function groupDescription(node: FeedNode, read: (child: FeedNode) => string): string | undefined {
  return firstOf(node, ['media:group', 'media:content'], (group) =>
    firstOf(group, ['media:description'], read),
  );
}

function languageOf(node: FeedNode): string | undefined {
  const written = firstOf(node, ['language', 'dc:language'], textOf) ?? node.language?.trim();
  return written !== undefined && /^[\w-]{2,35}$/.test(written) ? written : undefined;
}

function enclosuresOf(node: FeedNode, { base, limits }: Context): FeedEntry['enclosures'] {
  const links = [...childrenNamed(node, 'link'), ...childrenNamed(node, 'atom:link')].filter(
    (link) => link.attributes['rel']?.toLowerCase() === 'enclosure',
  );
  const media = [node, ...childrenNamed(node, 'media:group')].flatMap((group) =>
    childrenNamed(group, 'media:content'),
  );
  const found = new Map<string, FeedEntry['enclosures'][number]>();
  for (const child of [...childrenNamed(node, 'enclosure'), ...links, ...media]) {
    if (found.size >= limits.maxListLength) break;
    const written = child.attributes['url'] ?? child.attributes['href'] ?? attributeNamed(child, 'resource');
    const url = webAddress(written, child.base ?? base, limits.maxAttributeLength);
    if (url === undefined || found.has(url)) continue;
    const length = Number(child.attributes['length'] ?? child.attributes['filesize']);
    found.set(url, {
      url,
      type: child.attributes['type']?.trim() || undefined,
      length: Number.isSafeInteger(length) && length > 0 ? length : undefined,
    });
  }
  return [...found.values()];
}

function categoriesOf(node: FeedNode, { format, limits }: Context): string[] {
  const found = new Set<string>();
  for (const name of ['category', 'atom:category', 'dc:subject']) {
    for (const child of childrenNamed(node, name)) {
      if (found.size >= limits.maxListLength) break;
      const text =
        child.attributes['label']?.trim() ||
        child.attributes['term']?.trim() ||
        titleOf(child, format, limits.maxTitleLength);
      if (text) found.add(text.slice(0, limits.maxTitleLength));
    }
  }
  return [...found];
}
