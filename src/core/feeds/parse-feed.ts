import { decodeDocument, type DecodedDocument } from '../encoding/decode.ts';
import { refusalWords } from '../plausibility/refusal.ts';
import { assembleFeed, type SeenBefore } from './assemble-feed.ts';
import type { Feed } from './feed.ts';
import { findAnnouncedFeeds } from './find-announced-feeds.ts';
import { DEFAULT_FEED_LIMITS, type FeedLimits } from './limits.ts';
import { keepNewest } from './newest-entries.ts';
import { type AnnouncedFeed, NotAFeedError } from './not-a-feed.ts';
import { isPlainFeed } from './plain-feed.ts';
import { readJsonFeed } from './read-json-feed.ts';
import { readTolerant } from './read-tolerant.ts';
import { readWithRssParser } from './read-with-rss-parser.ts';
import { limitResultSize } from './result-size.ts';
import { sniffDocument } from './sniff-document.ts';
import { unwrapDocument } from './unwrap-document.ts';

export interface ParseFeedOptions {
  /** The complete Content-Type header. Its charset is used, its media type is not, because it is so often wrong. */
  readonly contentType?: string | undefined;
  /** Where the bytes came from, after redirects: the base of relative addresses. */
  readonly url: string;
  /** Where they differ from `DEFAULT_FEED_LIMITS`. */
  readonly limits?: Partial<FeedLimits>;
  /** The results of earlier polls for ambiguous dates; undefined reads each date by itself. */
  readonly seen?: SeenBefore | undefined;
}

/**
 * Reads a feed, valid or damaged: RSS 0.9x, 1.0 and 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.x. rss-parser reads plain
 * feeds, the tolerant reader all other XML, and JSON Feed has its own reader. A page that announces no feed is one if it
 * marks its entries (h-feed).
 * @throws NotAFeedError for anything else; for an HTML page, with the feeds that it announces
 */
export async function parseFeed(
  bytes: Uint8Array,
  { contentType, url, limits, seen }: ParseFeedOptions,
): Promise<Feed> {
  const all = { ...DEFAULT_FEED_LIMITS, ...limits };
  const read = bytes.subarray(0, all.maxBytes);
  const document = decodeDocument(read, { contentType, kind: 'xml' });
  const { text, problem } = unwrapDocument(document.text);
  const whole = await readDocument(text, url, all, seen);
  const feed = limitResultSize(keepNewest(whole, all.maxEntries), all);
  const problems = [
    ...(read.length < bytes.length ? [`only the first ${all.maxBytes} bytes were read`] : []),
    ...encodingProblems(document),
    ...(problem === undefined ? [] : [problem]),
    ...feed.problems,
  ];
  return { ...feed, problems: problems.slice(0, MAX_PROBLEMS) };
}

const MAX_PROBLEMS = 50;

async function readDocument(
  text: string,
  url: string,
  limits: FeedLimits,
  seen: SeenBefore | undefined,
): Promise<Feed> {
  const found = sniffDocument(text);
  if (found === 'json') {
    const feed = readJsonFeed(text, url, limits, seen);
    if (feed !== undefined) return feed;
  } else if (found === 'xml') {
    const plain = isPlainFeed(text) ? await readWithRssParser(text, limits.maxEntries) : undefined;
    const document = plain ?? readTolerant(text, url, limits);
    if (document !== undefined && !isBareRdf(document)) return assembleFeed(document, url, limits, seen);
  }
  const announced = found === 'html' ? findAnnouncedFeeds(text, url) : [];
  if (found === 'html' && announced.length === 0) {
    // Few addresses of feeds lead to a page. Its parser would take 1.6 MB in each thread.
    const { readHFeed } = await import('./read-h-feed.ts');
    const marked = readHFeed(text, url, limits, seen);
    if (marked !== undefined) return marked;
    const { wallInPlace } = await import('./wall-in-place.ts');
    const wall = wallInPlace(text);
    if (wall !== undefined)
      throw new NotAFeedError(`not a feed: found an HTML page that ${refusalWords(wall)}`, {
        found,
        announced,
      });
  }
  const moved = found === 'xml' ? NEW_LOCATION.exec(text.slice(0, MAX_REDIRECT))?.[1] : undefined;
  if (moved !== undefined)
    throw new NotAFeedError(
      `not a feed: the document says that it has moved to ${moved.slice(0, MAX_SHOWN)}`,
      {
        found,
        announced,
      },
    );
  throw new NotAFeedError(explain(found, announced), { found, announced });
}

/** The document that UserLand's readers took for a redirect: `<redirect><newLocation>…`. */
const NEW_LOCATION =
  /<redirect\b[^>]{0,200}>\s{0,100}<newLocation>\s{0,100}(?:<!\[CDATA\[)?\s{0,100}(https?:\/\/[^\s<\]]{1,500})/i;
/** Such a document is short. Characters. */
const MAX_REDIRECT = 4_000;

/** RDF has many uses; a feed in it has a channel or items. */
function isBareRdf({
  format,
  channel,
  entries,
}: {
  format: string;
  channel: { parts: readonly unknown[] };
  entries: readonly unknown[];
}): boolean {
  return format === 'rdf' && entries.length === 0 && channel.parts.length === 0;
}

const WORDS = {
  html: 'an HTML page, which neither announces a feed nor marks its entries (h-feed)',
  xml: 'XML, but no feed',
  json: 'JSON, but no feed',
  text: 'text',
  binary: 'binary data',
  empty: 'nothing',
} as const;

/** With the first feed that a page announces: it is mostly the one that stood here before. */
function explain(found: keyof typeof WORDS, announced: readonly AnnouncedFeed[]): string {
  const [first, ...others] = announced;
  if (first === undefined) return `not a feed: found ${WORDS[found]}`;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `not a feed: found an HTML page, which announces the feed ${first.url.slice(0, MAX_SHOWN)}${more}`;
}

/** The longest address in a message, in characters. */
const MAX_SHOWN = 200;

function encodingProblems({ encoding, source, overruled }: DecodedDocument): string[] {
  return [
    ...overruled.map((label) => `declared as ${label.slice(0, 40)}, but it is ${encoding}`),
    ...(source === 'guess' ? [`the encoding is not declared; ${encoding} was guessed`] : []),
  ];
}
