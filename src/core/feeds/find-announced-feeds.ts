import { Tokenizer } from 'htmlparser2';
import { webAddress } from './addresses.ts';
import type { AnnouncedFeed } from './not-a-feed.ts';
import { oneLine } from './plain-text.ts';
import { decodeHtmlReferences } from './references.ts';

const FEED_TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'application/xml',
  'text/xml',
  'application/x-rss+xml',
  'text/rss',
]);

/** Limits on the part of a page that is searched, in UTF-16 units, and on the feeds that are kept. */
const MAX_LENGTH = 1_000_000;
const MAX_FEEDS = 20;

/** The feeds that an HTML page announces with `<link rel="alternate">`, in page order, each once. */
export function findAnnouncedFeeds(html: string, url: string): AnnouncedFeed[] {
  const page = html.slice(0, MAX_LENGTH);
  const found = new Map<string, AnnouncedFeed>();
  let base = url;
  let tag = '';
  let name = '';
  let attributes = new Map<string, string>();
  const endTag = () => {
    if (tag === 'base') base = webAddress(attributes.get('href'), url, 8192) ?? base;
    const feed = tag === 'link' ? announced(attributes, base) : undefined;
    if (feed !== undefined && !found.has(feed.url)) found.set(feed.url, feed);
    if (found.size >= MAX_FEEDS) tokenizer.pause();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname(start, end) {
        tag = page.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        name = page.slice(start, Math.min(end, start + 40)).toLowerCase();
      },
      onattribdata(start, end) {
        if (attributes.size < 30 && !attributes.has(name)) {
          attributes.set(name, decodeHtmlReferences(page.slice(start, Math.min(end, start + 8192))));
        }
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onattribentity() {},
      onattribend() {},
      oncdata() {},
      onclosetag() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onprocessinginstruction() {},
      ontext() {},
      ontextentity() {},
    },
  );
  tokenizer.write(page);
  return [...found.values()];
}

function announced(attributes: ReadonlyMap<string, string>, base: string): AnnouncedFeed | undefined {
  const rel = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  const type = attributes.get('type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isFeed = rel.includes('feed') || (rel.includes('alternate') && FEED_TYPES.has(type));
  const url = isFeed ? webAddress(attributes.get('href'), base, 8192) : undefined;
  return url === undefined
    ? undefined
    : { url, title: oneLine(attributes.get('title') ?? '', 200) || undefined, type };
}
