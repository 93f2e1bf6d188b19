import { resolveAddresses, webAddress } from './addresses.ts';
import type { FeedContext } from '../dates/date-context.ts';
import { publisherZone } from '../dates/publisher-zone.ts';
import { entryDate, publicationOf } from '../dates/entry-date.ts';
import { inferDateHabits } from '../dates/infer-date-habits.ts';
import type { SeenBefore } from './assemble-feed.ts';
import { BothEnds } from './both-ends.ts';
import { identifyEntries } from './entry-identity.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { type FeedLimits, maxEntriesRead } from './limits.ts';
import { withoutCdataMarks } from './cdata-marks.ts';
import { oneLine, plainText } from './plain-text.ts';
import { decodeReferences } from './references.ts';
import { asHtml } from './text-constructs.ts';

/** Where items come from, and how they are read. */
interface Reading {
  readonly url: string;
  readonly limits: FeedLimits;
  readonly seen: SeenBefore | undefined;
  readonly format: Feed['format'];
}

/** Reads items that have the members of JSON Feed, whatever they were written in. */
export function feedOfItems(
  feed: Readonly<Record<string, unknown>>,
  { url, limits, seen, format }: Reading,
): Feed {
  const problems = new Set<string>();
  const all = new BothEnds<unknown>(maxEntriesRead(limits));
  for (const item of array(feed['items'])) all.add(item);
  const items = all.kept;
  const { leftOut } = all;
  const feedAuthor = authorsOf(feed, limits);
  const language = asText(feed['language']);
  const dates =
    seen === undefined
      ? undefined
      : inferDateHabits(
          items.flatMap((item) =>
            ['date_published', 'date_modified'].flatMap((name) => asText(membersOf(item)?.[name]) ?? []),
          ),
          { ...seen, url, language },
        );
  const written: FeedContext = {
    source: 'feed',
    ...dates,
    publisher: publisherZone(url, language),
    now: seen?.now,
  };
  const site = webAddress(asText(feed['home_page_url']), url, limits.maxAttributeLength);
  const read = (value: unknown) => {
    const item = membersOf(value);
    if (item === undefined) problems.add('an item is no object');
    return item === undefined
      ? []
      : [readItem(item, site ?? url, limits, problems, feedAuthor, language, written)];
  };
  return {
    format,
    title: titleOf(feed['title'], limits),
    link: site,
    language,
    self: webAddress(asText(feed['feed_url']), url, limits.maxAttributeLength),
    hubs: array(feed['hubs'])
      .slice(0, limits.maxListLength)
      .flatMap((hub) => webAddress(asText(membersOf(hub)?.['url']), url, limits.maxAttributeLength) ?? []),
    ttlMinutes: undefined,
    skipHours: [],
    skipDays: [],
    entries: identifyEntries(items.flatMap(read)),
    problems: [...problems],
    ...(leftOut === 0 ? {} : { leftOut }),
    ...(dates === undefined ? {} : { dates }),
  };
}

function readItem(
  item: Readonly<Record<string, unknown>>,
  base: string,
  limits: FeedLimits,
  problems: Set<string>,
  feedAuthor: string | undefined,
  feedLanguage: string | undefined,
  dates: FeedContext,
): FeedEntry {
  const address = (name: string) => webAddress(asText(item[name]), base, limits.maxAttributeLength);
  const written = asText(item['id'])?.trim().slice(0, limits.maxAttributeLength);
  const link =
    address('url') ??
    address('external_url') ??
    (/^https?:/i.test(written ?? '') ? address('id') : undefined);
  const date = (name: string) => {
    const value = asText(item[name]);
    return entryDate(value === undefined ? [] : [value], dates, (text) =>
      problems.add(`not a date: ${text.slice(0, 60)}`),
    );
  };
  const html = asText(item['content_html'])?.trim();
  const plain = asText(item['content_text'])?.trim();
  const body = html ? withoutCdataMarks(html) : plain && asHtml(decodeReferences(plain), true);
  const content = body
    ? resolveAddresses(body.slice(0, limits.maxContentLength), base).toWellFormed()
    : undefined;
  const summary = asText(item['summary'])?.trim().slice(0, limits.maxContentLength).toWellFormed();
  const published = date('date_published');
  const updated = date('date_modified');
  return {
    id: written ?? '',
    link,
    title: titleOf(item['title'], limits),
    ...publicationOf(published, updated),
    author: authorsOf(item, limits) ?? feedAuthor,
    summary: summary ? asHtml(decodeReferences(summary), true) : undefined,
    content,
    language: asText(item['language']) ?? feedLanguage,
    enclosures: attachmentsOf(item, base, limits),
    categories: [
      ...new Set(
        array(item['tags'])
          .slice(0, limits.maxListLength)
          .flatMap((tag) => titleOf(tag, limits) ?? []),
      ),
    ],
  };
}

function authorsOf(node: Readonly<Record<string, unknown>>, limits: FeedLimits): string | undefined {
  const authors = [...array(node['authors']).slice(0, limits.maxListLength), node['author']];
  const names = authors.flatMap((author) => titleOf(membersOf(author)?.['name'] ?? author, limits) ?? []);
  return names.length > 0 ? oneLine([...new Set(names)].join(', '), limits.maxTitleLength) : undefined;
}

function attachmentsOf(
  item: Readonly<Record<string, unknown>>,
  base: string,
  limits: FeedLimits,
): FeedEntry['enclosures'] {
  return array(item['attachments'])
    .slice(0, limits.maxListLength)
    .flatMap((value) => {
      const attachment = membersOf(value);
      const url = webAddress(asText(attachment?.['url']), base, limits.maxAttributeLength);
      const length = Number(attachment?.['size_in_bytes']);
      if (url === undefined) return [];
      return [
        {
          url,
          type: asText(attachment?.['mime_type']),
          length: Number.isSafeInteger(length) && length > 0 ? length : undefined,
        },
      ];
    });
}

/** JSON Feed titles should be plain text, but some publishers escape them (`AT&amp;T`), even twice. */
function titleOf(value: unknown, limits: FeedLimits): string | undefined {
  const once = plainText(asText(value) ?? '', {
    maxLength: limits.maxTitleLength,
    unknownTagsAreText: true,
  });
  return oneLine(decodeReferences(once), limits.maxTitleLength) || undefined;
}

/** An object's members; undefined for all else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** An array; empty for all else. */
function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * A string; also a number where a string should be, above all for ids, and the text in an object that wraps it
 * (`{"rendered": "…"}`).
 */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const wrapped = membersOf(value);
  const text = WRAPPERS.map((name) => wrapped?.[name]).find((inner) => typeof inner === 'string');
  return typeof text === 'string' ? text : undefined;
}

const WRAPPERS = ['rendered', 'value', 'text', '#text', '_', '$t', '__cdata'] as const;
