import { resolveAddresses, webAddress } from './addresses.ts';
import { type AssemblyContext, type AssemblySubject, assemblySubject } from './assembly-context.ts';
import { readFeedAuthors } from './authors.ts';
import type { FeedContext } from '../dates/date-context.ts';
import { publisherZone } from '../dates/publisher-zone.ts';
import { type EntryDate, entryDate, publicationOf } from '../dates/entry-date.ts';
import { inferDateHabits } from '../dates/infer-date-habits.ts';
import type { DateHabits } from '../dates/date-habits.ts';
import { identifyEntries } from './entry-identity.ts';
import { entryId, entryLink, relatedLinks, siteLink } from './entry-links.ts';
import { categoriesOf, enclosuresOf } from './entry-lists.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { Children, type FeedDocument, type FeedNode, textOf } from './feed-document.ts';
import type { FeedLimits } from './limits.ts';
import { pollingWishes } from './polling-wishes.ts';
import { hasCdataMarks } from './cdata-marks.ts';
import { bodyOf, titleOf } from './text-constructs.ts';

const words = (names: string) => names.trim().split(/\s+/);

// In order of trust; the feed format's own names come first.
const TITLES = words('title atom:title dc:title media:title itunes:title');
const PUBLISHED = words(
  'pubdate published atom:published issued atom:issued dcterms:issued dc:date created dcterms:created date',
);
const UPDATED = words('updated atom:updated modified atom:modified dcterms:modified lastbuilddate');
const CONTENTS = words('content:encoded xhtml:body content atom:content fullitem xhtml:div body');
const SUMMARIES = words(
  'description summary atom:summary abstract dcterms:abstract dc:description itunes:summary media:description',
);

/** Interprets the elements of a feed. The result is the same for all formats and readers. */
export function assembleFeed(
  document: FeedDocument,
  url: string,
  limits: FeedLimits,
  seen?: SeenBefore,
): Feed {
  const { format } = document;
  const channel = assemblySubject(document.channel);
  const problems = new Set(document.problems);
  const served: AssemblyContext = { format, limits, base: url, problems, dates: { source: 'feed' } };
  const site = siteLink(channel, served);
  // Relative addresses refer to the site, even where another host serves the feed.
  const language = languageOf(channel);
  const dates =
    seen === undefined ? undefined : inferDateHabits(datesOf(document), { ...seen, url, language });
  const written: FeedContext = {
    source: 'feed',
    ...dates,
    publisher: publisherZone(url, language),
    now: seen?.now,
  };
  const context: AssemblyContext = {
    ...served,
    base: site ?? url,
    dates: written,
    constant: constantDates(document),
  };
  const inherited: Inherited = {
    author: readFeedAuthors(channel.children, limits.maxTitleLength),
    language,
  };
  const movedTo = channel.children.first(['itunes:new-feed-url'], (node) =>
    webAddress(textOf(node), url, limits.maxAttributeLength),
  );
  return {
    format,
    title: channel.children.first(['title', 'dc:title'], (node) =>
      titleOf(node, format, limits.maxTitleLength),
    ),
    link: site,
    language: inherited.language,
    self: relatedLinks(channel, 'self', served)[0],
    ...(movedTo === undefined ? {} : { movedTo }),
    hubs: relatedLinks(channel, 'hub', served),
    ...pollingWishes(channel.children),
    entries: identifyEntries(
      document.entries.map((node) => readEntry(assemblySubject(node), context, inherited)),
    ),
    problems: [...problems],
    ...(document.leftOut ? { leftOut: document.leftOut } : {}),
    ...(dates === undefined ? {} : { dates }),
  };
}

/** In fewer entries a common date may be true. */
const FEWEST = 3;

/**
 * The names of date elements that have the same value in all entries although another date differs. For example
 * `pubDate` is the time at which the feed was made, and `dc:date` that of the report.
 */
function constantDates({ entries }: FeedDocument): ReadonlySet<string> {
  if (entries.length < FEWEST) return new Set();
  const valuesOf = (name: string) =>
    entries.map(({ parts }) => {
      const found = parts.find((part) => typeof part !== 'string' && part.name === name);
      return found === undefined || typeof found === 'string' ? '' : textOf(found).trim();
    });
  const counts = PUBLISHED.map((name) => {
    const values = valuesOf(name);
    return { name, distinct: values.includes('') ? 0 : new Set(values).size };
  });
  if (!counts.some(({ distinct }) => distinct > 1)) return new Set();
  return new Set(counts.flatMap(({ name, distinct }) => (distinct === 1 ? name : [])));
}

/** What earlier polls have shown, and when the feed was fetched: needed for ambiguous dates. */
export interface SeenBefore {
  readonly now: Date;
  readonly before: DateHabits;
}

/** The dates of all entries, as written. */
function datesOf({ entries }: FeedDocument): string[] {
  const names: ReadonlySet<string> = new Set([...PUBLISHED, ...UPDATED]);
  return entries.flatMap(({ parts }) =>
    parts.flatMap((part) => (typeof part !== 'string' && names.has(part.name) ? textOf(part) : [])),
  );
}

/** What an entry takes from its feed where it has none of its own. */
type Inherited = Pick<FeedEntry, 'author' | 'language'>;

/** An entry as in the feed; its id is empty when the feed gives none. */
function readEntry(entry: AssemblySubject, context: AssemblyContext, inherited: Inherited): FeedEntry {
  const { format, limits } = context;
  const { children } = entry;
  const published = dateNamed(children, PUBLISHED, context);
  const updated = dateNamed(children, UPDATED, context);
  if (isPackedTwice(children)) context.problems.add('CDATA marks are in the texts themselves');
  return {
    id: entryId(entry, context) ?? '',
    link: entryLink(entry, context),
    title: children.first(TITLES, (child) => titleOf(child, format, limits.maxTitleLength)),
    ...publicationOf(published, updated),
    author:
      readFeedAuthors(children, limits.maxTitleLength) ??
      authorOfSource(children, limits.maxTitleLength) ??
      inherited.author,
    ...readBodies(children, context),
    language: languageOf(entry) ?? inherited.language,
    enclosures: enclosuresOf(entry, context),
    categories: categoriesOf(entry, context),
  };
}

/** The author of the feed from which an aggregated entry comes (RFC 4287, 4.2.11). */
function authorOfSource(children: Children, maxLength: number): string | undefined {
  return children.first(['source', 'atom:source'], (source) =>
    readFeedAuthors(new Children(source), maxLength),
  );
}

/** Whether title or text is escaped inside CDATA, so that its tags are part of the text. */
function isPackedTwice(children: Children): boolean {
  const isMarked = (node: FeedNode) => hasCdataMarks(textOf(node)) || undefined;
  return (children.first(TITLES, isMarked) ?? children.first(SUMMARIES, isMarked)) === true;
}

/** The date of the first name that has one. Of several elements the last, because publishers append corrections. */
function dateNamed(
  children: Children,
  names: readonly string[],
  { problems, dates, constant }: AssemblyContext,
): EntryDate | undefined {
  const ordered = [
    ...names.filter((name) => constant?.has(name) !== true),
    ...names.filter((name) => constant?.has(name) === true),
  ];
  const texts = ordered.flatMap((name) => children.named(name).toReversed().map(textOf));
  return entryDate(texts, dates, (text) => problems.add(`not a date: ${text.slice(0, 60)}`));
}

/** Full text and summary. With two summaries and no content, the second is used as content. */
function readBodies(children: Children, context: AssemblyContext): Pick<FeedEntry, 'summary' | 'content'> {
  const { format, limits, base } = context;
  const read = (child: FeedNode) => {
    const html = bodyOf(child, format).slice(0, limits.maxContentLength);
    return resolveAddresses(html, child.base ?? base).toWellFormed();
  };
  const inGroup = (group: FeedNode) => new Children(group).first(['media:description'], read);
  const content = children.first(CONTENTS, read);
  const summary =
    children.first(SUMMARIES, read) ?? children.first(['media:group', 'media:content'], inGroup);
  const hasTwo = content === undefined && children.named('description').length > 0;
  return { summary, content: hasTwo ? children.first(['summary'], read) : content };
}

function languageOf({ node, children }: AssemblySubject): string | undefined {
  const written = children.first(['language', 'dc:language'], textOf) ?? node.language?.trim();
  return written !== undefined && /^[\w-]{2,35}$/.test(written) ? written : undefined;
}
