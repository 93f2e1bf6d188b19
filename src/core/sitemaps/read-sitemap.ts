import { readDate } from '../dates/read-date.ts';
import { BothEnds } from '../feeds/both-ends.ts';
import { parseShallow } from '../xml/parse-shallow.ts';

/** A page that a news sitemap lists. */
export interface SitemapEntry {
  readonly url: string;
  /** From `news:title`; a plain sitemap has none. */
  readonly title: string | undefined;
  /** From `news:publication_date`, or else `lastmod`. */
  readonly published: Date | undefined;
  /** From `news:language`, as written. */
  readonly language: string | undefined;
}

export type Sitemap =
  | { readonly kind: 'urls'; readonly entries: readonly SitemapEntry[] }
  /** A sitemap index. */
  | {
      readonly kind: 'index';
      readonly sitemaps: readonly { readonly url: string; readonly modified: Date | undefined }[];
    };

/** Google allows a news sitemap 1,000 entries. Of others the beginning and the end are kept: many begin with the oldest. */
const MAX_ENTRIES = 5000;
const MAX_TEXT = 4096;

/** The elements that are read, by local name and parent: prefixes vary, and `image:title` is not the article's. */
const FIELDS: Readonly<Record<string, keyof Draft>> = {
  'url/loc': 'loc',
  'url/lastmod': 'lastmod',
  'sitemap/loc': 'loc',
  'sitemap/lastmod': 'lastmod',
  'news/title': 'title',
  'news/publication_date': 'date',
  'publication/language': 'language',
};

interface Draft {
  loc?: string;
  lastmod?: string;
  title?: string;
  date?: string;
  language?: string;
}

/**
 * Reads a sitemap (sitemaps.org 0.9 with Google's news extension) or a sitemap index. Entries before a damaged place
 * are kept, those without a web address are left out.
 *
 * @param text decoded; of more than 5,000 entries the first and the last are kept
 * @param base resolves relative addresses, which the format forbids and some sites write
 * @returns undefined for anything else
 */
export function readSitemap(text: string, base: string): Sitemap | undefined {
  const path: string[] = [];
  const drafts = new BothEnds<Draft>(MAX_ENTRIES);
  let root: string | undefined;
  let draft: Draft | undefined;
  let field: keyof Draft | undefined;

  parseShallow(text, {
    onopentag(name) {
      const local = localName(name);
      root ??= local;
      if (local === 'url' || local === 'sitemap') draft = {};
      field = FIELDS[`${path.at(-1)}/${local}`];
      path.push(local);
    },
    ontext(data) {
      if (draft === undefined || field === undefined) return;
      const sofar = draft[field] ?? '';
      if (sofar.length < MAX_TEXT) draft[field] = sofar + data;
    },
    onclosetag(name, isImplied) {
      const local = localName(name);
      path.pop();
      field = undefined;
      if ((local === 'url' || local === 'sitemap') && draft !== undefined) {
        // An incomplete entry may hold half an address.
        if (!isImplied) drafts.add(draft);
        draft = undefined;
      }
    },
  });

  if (root === 'urlset') return { kind: 'urls', entries: drafts.kept.flatMap((each) => entryOf(each, base)) };
  if (root !== 'sitemapindex') return undefined;
  const sitemaps = drafts.kept.flatMap(({ loc, lastmod }) => {
    const url = webUrl(loc, base);
    return url === undefined ? [] : [{ url, modified: dateOf(lastmod) }];
  });
  return { kind: 'index', sitemaps };
}

function entryOf({ loc, lastmod, title, date, language }: Draft, base: string): SitemapEntry[] {
  const url = webUrl(loc, base);
  if (url === undefined) return [];
  return [
    { url, title: words(title), published: dateOf(date) ?? dateOf(lastmod), language: words(language) },
  ];
}

function webUrl(text: string | undefined, base: string): string | undefined {
  const url = URL.parse((text ?? '').trim(), base);
  return text?.trim() && url !== null && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function words(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : readDate(text, { source: 'feed' });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
