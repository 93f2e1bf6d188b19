import type Parser from 'rss-parser';
import type { FeedDocument, FeedNode } from './feed-document.ts';

/** Elements of a channel or feed that we use. */
const CHANNEL = [
  'title',
  'link',
  'description',
  'language',
  'author',
  'managingeditor',
  'ttl',
  'skiphours',
  'skipdays',
  'dc:title',
  'dc:language',
  'dc:creator',
  'atom:link',
  'itunes:author',
  'itunes:new-feed-url',
  'sy:updateperiod',
  'sy:updatefrequency',
  'media:credit',
];

/** Elements of an item or entry that we use. */
const ENTRY = [
  'title',
  'link',
  'guid',
  'id',
  'pubdate',
  'published',
  'updated',
  'issued',
  'modified',
  'created',
  'date',
  'lastbuilddate',
  'author',
  'creator',
  'managingeditor',
  'description',
  'summary',
  'content',
  'content:encoded',
  'fullitem',
  'body',
  'abstract',
  'category',
  'enclosure',
  'language',
  'dc:title',
  'dc:creator',
  'dc:date',
  'dc:subject',
  'dc:language',
  'dc:identifier',
  'dc:description',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:modified',
  'dcterms:abstract',
  'atom:title',
  'atom:link',
  'atom:id',
  'atom:published',
  'atom:updated',
  'atom:issued',
  'atom:modified',
  'atom:author',
  'atom:summary',
  'atom:content',
  'atom:category',
  'media:title',
  'media:group',
  'media:content',
  'media:description',
  'media:credit',
  'itunes:title',
  'itunes:author',
  'itunes:summary',
  'feedburner:origlink',
  'pheedo:origlink',
  'xhtml:body',
  'xhtml:div',
];

/** Elements whose children are elements rather than inline markup. */
const WITH_CHILDREN: ReadonlySet<string> = new Set([
  'author',
  'atom:author',
  'media:group',
  'media:content',
  'skiphours',
  'skipdays',
]);

/** Elements that rss-parser needs under their own names to recognise a feed. */
const STRUCTURE: ReadonlySet<string> = new Set(['rss', 'rdf:RDF', 'feed', 'channel', 'item', 'entry']);

/**
 * rss-parser strips tags of these to make snippets, with an expression that takes quadratic time on hostile text (600
 * KB of `&lt;a ` take a minute). Under other names it leaves them alone.
 */
const HIDDEN: ReadonlySet<string> = new Set([
  'description',
  'content',
  'content:encoded',
  'summary',
  'published',
  'updated',
]);

const ATTRIBUTES = '$';
const FOUND = 'found ';
const hiddenName = (name: string) => (HIDDEN.has(name) ? `hidden:${name}` : name);
const customFields = (names: readonly string[]) =>
  [...names, ATTRIBUTES].map((name) => [hiddenName(name), `${FOUND}${name}`, { keepArray: true }]);

/** xml2js's form of an element: its text, or an object with attributes (`$`), text (`_`) and children. */
type Element = string | { readonly [name: string]: unknown };
type Fields = Readonly<Record<string, unknown>>;

const OPTIONS: Parser.ParserOptions<Fields, Fields> = {
  xml2js: {
    tagNameProcessors: [(name: string) => (STRUCTURE.has(name) ? name : hiddenName(name.toLowerCase()))],
    attrNameProcessors: [(name: string) => name.toLowerCase()],
  },
};

/** The elements that occur in the text. rss-parser looks for each of its fields in each entry, which takes time. */
function optionsFor(text: string): Parser.ParserOptions<Fields, Fields> {
  const tags = new Set(text.match(/<[^\s>/!?]+/g));
  const names = new Set(Array.from(tags, (tag) => tag.slice(1).toLowerCase()));
  const found = (all: readonly string[]) => customFields(all.filter((name) => names.has(name)));
  return { ...OPTIONS, customFields: { feed: found(CHANNEL), item: found(ENTRY) } as never };
}

/** The feed has inline markup, whose order xml2js loses. */
class NotPlainError extends Error {
  override readonly name = 'NotPlainError';
}

/**
 * Reads a feed that passes `isPlainFeed`, with rss-parser.
 * @returns undefined when rss-parser cannot read it completely
 */
export async function readWithRssParser(text: string, maxEntries: number): Promise<FeedDocument | undefined> {
  const tags = text.match(/<(?:item|entry)(?=[\s>/])/g)?.length ?? 0;
  if (tags > maxEntries) return undefined;
  // Loaded on first use: with sax and xml2js it is the largest part of a feed reader, and many processes never read a
  // plain feed.
  const { default: RssParser } = await import('rss-parser');
  try {
    // A new parser for each feed: after an error a parser never answers again.
    const feed = await new RssParser<Fields, Fields>(optionsFor(text)).parseString(text);
    if (feed.items.length !== tags) return undefined;
    const format = /<(rss|feed|rdf:RDF)\b/.exec(text)?.[1];
    const channel = nodeOf('channel', feed);
    const language = channel.attributes['xml:lang'];
    return {
      format: format === 'feed' ? 'atom' : format === 'rss' ? 'rss' : 'rdf',
      channel: { ...channel, language },
      entries: feed.items.map((item) => nodeOf('item', item)),
      problems: [],
    };
  } catch {
    // The tolerant reader gives better error messages, so it reads the document again.
    return undefined;
  }
}

function nodeOf(name: string, fields: Fields): FeedNode {
  const parts: FeedNode['parts'] = [];
  for (const field in fields) {
    if (!field.startsWith(FOUND) || field === FOUND + ATTRIBUTES) continue;
    const child = field.slice(FOUND.length);
    for (const element of fields[field] as readonly Element[]) parts.push(elementNode(child, element));
  }
  return node(name, fields[FOUND + ATTRIBUTES] as Attributes | undefined, parts);
}

type Attributes = Readonly<Record<string, string>>;
const NO_ATTRIBUTES: Attributes = Object.freeze(Object.create(null));

function node(name: string, attributes: Attributes | undefined, parts: FeedNode['parts']): FeedNode {
  return { name, attributes: attributes ?? NO_ATTRIBUTES, parts, base: undefined, language: undefined };
}

function elementNode(name: string, element: Element): FeedNode {
  if (typeof element === 'string') return node(name, undefined, [element]);
  const parts: FeedNode['parts'] = typeof element['_'] === 'string' ? [element['_']] : [];
  for (const key in element) {
    if (key === '_' || key === ATTRIBUTES) continue;
    if (!WITH_CHILDREN.has(name)) throw new NotPlainError(`markup inside <${name}>`);
    const child = key.replace(/^hidden:/, '');
    for (const value of element[key] as readonly Element[]) parts.push(elementNode(child, value));
  }
  return node(name, element[ATTRIBUTES] as Attributes | undefined, parts);
}
