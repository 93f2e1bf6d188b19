/** Namespaces without scheme, case, trailing slash or hash, and our prefix for each. */
const KNOWN: Readonly<Record<string, string>> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/metadata/dublin_core': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'search.yahoo.com/mrss': 'media',
  'tools.search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'www.rssboard.org/media-rss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'example.com/dtds/podcast-1.0.dtd': 'itunes',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.w3.org/tr/rec-html40': 'xhtml',
  'www.w3.org/2000/svg': 'svg',
  'www.w3.org/1998/math/mathml': 'math',
  'www.w3.org/1999/xlink': 'xlink',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'www.w3.org/xml/1998/namespace': 'xml',
};

/** The feed formats' own namespaces, in all spellings. */
const CORE =
  /^(?:purl\.org\/(?:net\/)?rss[\d.]*|purl\.org\/rss\/\d\.\d+|my\.netscape\.com\/(?:rdf\/simple\/0\.9|publish\/formats\/rss-0\.91\.dtd)|channel\.netscape\.com\/rdf\/simple\/0\.9|backend\.userland\.com\/rss[\d.]*|blogs\.law\.harvard\.edu\/tech\/rss|cyber\.law\.harvard\.edu\/rss\/rss\.html)$/;

/**
 * `core` for a feed format's own namespace, the prefix for another known one (Atom too), undefined for an unknown
 * one.
 */
export function knownPrefix(uri: string): string | undefined {
  const bare = uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]{1,3}$/, '');
  if (Object.hasOwn(KNOWN, bare)) return KNOWN[bare];
  return CORE.test(bare) ? 'core' : undefined;
}

/** Prefixes that keep their meaning where the feed forgot to declare them. */
export const CUSTOMARY_PREFIXES: ReadonlySet<string> = new Set(['xml', ...Object.values(KNOWN)]);
