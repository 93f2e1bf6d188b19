import { DomHandler, Element } from 'domhandler';
import { Parser } from 'htmlparser2';
import { webAddress } from './addresses.ts';
import type { SeenBefore } from './assemble-feed.ts';
import type { Feed } from './feed.ts';
import { feedOfItems } from './feed-of-items.ts';
import {
  $,
  type Addressed,
  addressIn,
  classesOf,
  dateIn,
  type Extent,
  htmlIn,
  nameOfCard,
  textIn,
} from './h-properties.ts';
import type { FeedLimits } from './limits.ts';

/** Longer pages are read up to here; UTF-16 units. */
const MAX_PAGE = 4_000_000;
/** Fewer marked entries outside of an h-feed are the page of one article. */
const LEAST_LOOSE = 2;
const MAX_CATEGORIES = 50;
/** Elements of one entry that are read as properties. */
const MAX_PROPERTIES = 1_000;
/** Texts of whole articles. */
const LONG: Extent = { nodes: 20_000, length: 200_000 };

/** Root classes of microformats2. Frameworks have other classes that begin with `h-`: `h-full`. */
const ROOTS = new Set(
  'h-adr h-app h-card h-cite h-entry h-event h-feed h-geo h-item h-listing h-measure h-product h-recipe h-resume h-review h-review-aggregate h-x-app'.split(
    ' ',
  ),
);
/** Properties of an entry whose values are other people's posts. */
const RESPONSE =
  /^[up]-(?:comment|reply|like|repost|mention|bookmark|in-reply-to|like-of|repost-of|bookmark-of|quotation-of)$/;

/** What is read of one h-entry; of several values the first, except for categories. */
interface Entry {
  readonly categories: string[];
  readonly authors: string[];
  properties: number;
  name?: string | undefined;
  url?: string | undefined;
  uid?: string | undefined;
  published?: string | undefined;
  updated?: string | undefined;
  content?: string | undefined;
  /** The text of the content. */
  text?: string | undefined;
  summary?: string | undefined;
  /** Whether it has a property that keeps its text from being its name. */
  hasProperties?: true;
  readonly root: Element;
}

interface Found {
  readonly root: Element | undefined;
  name?: string | undefined;
  author?: string | undefined;
  readonly entries: Entry[];
}

/**
 * Reads the entries that a page marks with the classes of microformats2 (`h-feed`, `h-entry`): those of its first h-feed
 * with entries, else those outside of any, if there are several. An h-entry inside another is a comment or a quotation.
 * Classes of microformats 1 (`hentry`) do not count, because themes put them on pages of single articles.
 *
 * @returns undefined where the page marks none
 */
export function readHFeed(
  html: string,
  url: string,
  limits: FeedLimits,
  seen?: SeenBefore,
): Feed | undefined {
  const page = html.slice(0, MAX_PAGE);
  // A cheap test: nearly all pages have no such class.
  if (!/\bh-(?:entry|feed)\b/.test(page)) return undefined;
  const tree = parse(page, limits.maxDepth);
  const base =
    webAddress($(tree).find('base[href]').first().attr('href'), url, limits.maxAttributeLength) ?? url;
  const reader = new Reader({ page, base, limits });
  reader.read(tree.children);
  const feed =
    reader.feeds.find(({ entries }) => entries.length > 0) ??
    (reader.loose.entries.length >= LEAST_LOOSE ? reader.loose : undefined);
  if (feed === undefined) return undefined;
  const title = feed.name ?? textIn($(tree).find('title').first().get(0) as Element | undefined);
  const items = feed.entries.map((entry) => itemOf(entry, { page, base, limits }));
  return feedOfItems(
    {
      title,
      home_page_url: url,
      language: $(tree).find('html').attr('lang'),
      ...(feed.author === undefined ? {} : { authors: [{ name: feed.author }] }),
      items,
    },
    { url: base, limits, seen, format: 'h-feed' },
  );
}

/** The tree of a page up to an element nested too deeply: the library's steps call themselves for each level. */
function parse(page: string, maxDepth: number): DomHandler['root'] {
  let depth = 0;
  class Bounded extends DomHandler {
    override onopentag(name: string, attributes: Record<string, string>): void {
      super.onopentag(name, attributes);
      if (++depth > maxDepth) parser.pause();
    }

    override onclosetag(): void {
      super.onclosetag();
      depth--;
    }
  }
  const handler = new Bounded(undefined, { withStartIndices: true, withEndIndices: true });
  const parser = new Parser(handler);
  parser.end(page);
  return handler.root;
}

class Reader {
  readonly feeds: Found[] = [];
  readonly loose: Found = { root: undefined, entries: [] };
  private readonly place: Addressed;

  constructor(place: Addressed) {
    this.place = place;
  }

  read(elements: readonly unknown[]): void {
    for (const element of elements)
      if (element instanceof Element) this.visit(element, { depth: 0, feed: undefined, entry: undefined });
  }

  private visit(
    element: Element,
    { depth, feed, entry }: { depth: number; feed: Found | undefined; entry: Entry | undefined },
  ): void {
    if (depth > this.place.limits.maxDepth) return;
    const classes = classesOf(element);
    const root = classes.find((name) => ROOTS.has(name));
    if (entry !== undefined) {
      for (const name of classes)
        note(entry, name, element, { place: this.place, isCard: root === 'h-card' });
    } else if (feed !== undefined && feed.root !== element)
      noteFeed(feed, classes, element, root === 'h-card');
    let inside = { depth: depth + 1, feed, entry };
    if (root !== undefined && entry !== undefined) return;
    if (root === 'h-feed' && feed === undefined) {
      const found: Found = { root: element, entries: [] };
      this.feeds.push(found);
      inside = { ...inside, feed: found };
    } else if (root === 'h-entry') {
      if (classes.some((name) => RESPONSE.test(name))) return;
      const found: Entry = { root: element, categories: [], authors: [], properties: 0 };
      const { entries } = feed ?? this.loose;
      if (entries.length >= this.place.limits.maxEntries) return;
      entries.push(found);
      inside = { ...inside, entry: found };
    } else if (root !== undefined) return;
    for (const child of element.children) if (child instanceof Element) this.visit(child, inside);
  }
}

/** Notes the name and the author of a feed. */
function noteFeed(feed: Found, classes: readonly string[], element: Element, isCard: boolean): void {
  if (classes.includes('p-name')) feed.name ??= textIn(element);
  if (classes.includes('p-author')) feed.author ??= isCard ? nameOfCard(element) : textIn(element);
}

/** Notes one property of an entry. */
function note(
  entry: Entry,
  name: string,
  element: Element,
  { place, isCard }: { readonly place: Addressed; readonly isCard: boolean },
): void {
  if (!/^(?:[pe]|u|dt)-[a-z]/.test(name)) return;
  if (++entry.properties > MAX_PROPERTIES) return;
  switch (name) {
    case 'p-name':
      entry.name ??= textIn(element);
      break;
    case 'u-author':
    case 'p-author': {
      if (name === 'u-author' && !isCard) break;
      const author = isCard ? nameOfCard(element) : textIn(element);
      if (author !== undefined && entry.authors.length < place.limits.maxListLength)
        entry.authors.push(author);
      break;
    }
    case 'u-url':
      entry.url ??= addressIn(element, place);
      return;
    case 'u-uid':
      entry.uid ??= addressIn(element, place);
      return;
    case 'dt-published':
      entry.published ??= dateIn(element);
      return;
    case 'dt-updated':
      entry.updated ??= dateIn(element);
      return;
    case 'e-content':
      if (entry.content !== undefined) break;
      entry.content = htmlIn(element, place);
      entry.text = textIn(element, LONG);
      break;
    case 'p-content':
      entry.content ??= entry.text = textIn(element, LONG);
      break;
    case 'p-summary':
    case 'e-summary':
      entry.summary ??= textIn(element, LONG);
      break;
    case 'p-category':
      if (entry.categories.length < MAX_CATEGORIES) entry.categories.push(textIn(element) ?? '');
      break;
    default:
      if (!/^[pe]-[a-z]/.test(name)) return;
  }
  entry.hasProperties = true;
}

/** An entry with the members of JSON Feed. A name that is the text itself is no title: a note has none. */
function itemOf(entry: Entry, place: Addressed): Readonly<Record<string, unknown>> {
  const name = entry.name ?? (entry.hasProperties ? undefined : textIn(entry.root));
  return {
    id: entry.uid,
    url: entry.url ?? impliedAddress(entry.root, place),
    title: name !== undefined && name === entry.text ? undefined : name,
    content_html: entry.content,
    summary: entry.summary,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: entry.authors.map((author) => ({ name: author })),
    tags: entry.categories.filter((category) => category !== ''),
  };
}

/** The address of an entry that names none: its own, or that of its only link. */
function impliedAddress(root: Element, place: Addressed): string | undefined {
  if (root.name === 'a') return addressIn(root, place);
  const children = root.children.filter((child) => child instanceof Element);
  const links = children.filter(({ name }) => name === 'a');
  if (links.length === 1) return addressIn(links[0]!, place);
  return children.length === 1 && !classesOf(children[0]!).some((name) => ROOTS.has(name))
    ? impliedAddress(children[0]!, place)
    : undefined;
}
