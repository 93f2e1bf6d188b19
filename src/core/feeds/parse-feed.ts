import Parser from 'rss-parser';
import { decodeDocument } from '../encoding/decode.ts';
import type { Feed } from './feed.ts';
import { NotAFeedError } from './not-a-feed.ts';

export interface ParseFeedOptions {
  /** The Content-Type header, whole. */
  readonly contentType?: string | undefined;
  /** Where the bytes came from, after redirects: the base of relative addresses. */
  readonly url: string;
}

/**
 * Reads a feed of any format.
 * @throws NotAFeedError for what is not a feed.
 */
export async function parseFeed(bytes: Uint8Array, { contentType, url }: ParseFeedOptions): Promise<Feed> {
  const { text } = decodeDocument(bytes, { contentType, kind: 'xml' });
  const read = await new Parser().parseString(text).catch((cause: unknown) => {
    throw new NotAFeedError('not a feed', { found: 'xml', announced: [] }, { cause });
  });
  const absolute = (link: string | undefined) =>
    link !== undefined && URL.canParse(link, url) ? new URL(link, url).href : undefined;
  return {
    format: 'rss',
    title: read.title,
    link: absolute(read.link),
    language: undefined,
    self: absolute(read.feedUrl),
    hubs: [],
    ttlMinutes: undefined,
    skipHours: [],
    skipDays: [],
    problems: [],
    entries: read.items.map((item) => ({
      id: item.guid ?? item.link ?? '',
      link: absolute(item.link),
      title: item.title,
      published: item.isoDate === undefined ? undefined : new Date(item.isoDate),
      updated: undefined,
      author: item.creator,
      summary: item.summary,
      content: item.content,
      language: undefined,
      enclosures: [],
      categories: [],
    })),
  };
}
