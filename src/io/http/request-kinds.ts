import type { PageRequest } from './page-source.ts';

export type RequestKind = PageRequest['kind'];

export interface KindPolicy {
  readonly accept: string;
  /** Bytes of the body, counted before and after decompression. */
  readonly maxBytes: number;
  /** What to do with a larger body: refuse it, or keep the beginning. */
  readonly overflow: 'refuse' | 'truncate';
}

const MIB = 1024 * 1024;

/** What is asked for, and how much of it is read, for each kind of resource. */
export const KINDS: Readonly<Record<RequestKind, KindPolicy>> = {
  feed: {
    accept:
      'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1',
    maxBytes: 16 * MIB,
    overflow: 'refuse',
  },
  page: {
    accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
    maxBytes: 8 * MIB,
    overflow: 'refuse',
  },
  // RFC 9309 §2.5: at least 500 KiB must be parsed. The rest may be ignored; the rules that were read apply.
  robots: { accept: 'text/plain, */*;q=0.1', maxBytes: 500 * 1024, overflow: 'truncate' },
  // sitemaps.org allows 50 MB, but a news sitemap has at most 1,000 entries.
  sitemap: { accept: 'application/xml, text/xml;q=0.9, */*;q=0.1', maxBytes: 10 * MIB, overflow: 'refuse' },
};

/** Enough of an error page to tell what kind of error it is. */
export const ERROR_BODY_BYTES = 64 * 1024;
