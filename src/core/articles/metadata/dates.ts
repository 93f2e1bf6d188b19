import { ldText } from './json-ld.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import type { PageContext } from '../../dates/date-context.ts';
import { publisherZone } from '../../dates/publisher-zone.ts';
import { readDate } from '../../dates/read-date.ts';

const PUBLISHED_METAS = [
  'article:published_time', 'article:published:time', 'og:published_time', 'article:published', 'og:article:published_time', 'datepublished',
  'date_published', 'publishdate', 'publish-date', 'publish_date', 'published_time', 'publication_date', 'pubdate',
  'parsely-pub-date', 'sailthru.date', 'dcterms.created', 'dc.date.issued', 'dcterms.issued', 'dcterms.date', 'dc.date',
  'dc.created', 'article.published', 'article.created', 'published-date', 'published', 'article_date_original',
  'cxenseparse:recs:publishtime', 'cxenseparse:publishtime', 'rnews:datepublished', 'citation_publication_date',
  'citation_date', 'originalpublicationdate', 'article:post_date', 'bt:pubdate', 'prism.publicationdate', 'iptc:date',
  'last-modified-original', 'release_date', 'creation_date', 'created', 'weibo: article:create_at', 'date',
]; // biome-ignore format: a table

const MODIFIED_METAS = [
  'article:modified_time', 'article:modified:time', 'og:updated_time', 'og:modified_time', 'datemodified', 'dcterms.modified', 'dc.date.modified',
  'lastmod', 'last-modified', 'modified', 'revised', 'article:modified',
]; // biome-ignore format: a table

/** A day in digits as the last part of `<title>`. */
const DATE_AT_END =
  /(?:^|\s[|–—·•-]\s|\()((?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)\)?\s*$/;

/** When a page was fetched, and the date that its feed has. */
export interface PageTimes {
  readonly fetched?: Date | undefined;
  readonly fromFeed?: Date | undefined;
}

/** How dates on this page are to be read; `language` is used where the page declares none. */
export function dateContext(
  facts: PageFacts,
  language: string | undefined,
  { fetched, fromFeed }: PageTimes = {},
): PageContext {
  const said = facts.language ?? firstMeta(facts, 'og:locale', 'content-language') ?? language;
  return {
    source: 'page',
    zone: publisherZone(facts.url, said),
    seen: fetched,
    fromFeed,
    dayFirst: !(
      /^en[-_]us/i.test(said ?? '') ||
      (/^en/i.test(said ?? '') && /\.(?:com|org|net)\//.test(facts.url))
    ),
  };
}

/**
 * When the article was published and last changed, as UTC instants.
 *
 * Order of trust for publication: JSON-LD, microdata, meta elements, elements marked as published, the date in the
 * address, any date in JSON-LD. What the page prints beside its headline comes next, see `header-lines.ts`.
 */
export function readDates(
  facts: PageFacts,
  context: PageContext,
): { published: Date | undefined; modified: Date | undefined } {
  const read = (text: string | undefined): Date | undefined => {
    if (text === undefined) return undefined;
    const date = readDate(text, context);
    // Some systems without a date write the epoch or the distant past.
    return date !== undefined && date.getUTCFullYear() >= 1995 ? date : undefined;
  };
  const article = facts.article;
  const modified =
    read(ldText(article?.['dateModified'])) ??
    read(facts.items.get('dateModified')?.[0]) ??
    read(firstMeta(facts, ...MODIFIED_METAS));
  const published =
    read(ldText(article?.['datePublished'])) ??
    read(ldText(article?.['dateCreated'])) ??
    read(facts.items.get('datePublished')?.[0]) ??
    read(firstMeta(facts, ...PUBLISHED_METAS)) ??
    first(
      facts.times.filter((time) => time.published).map((time) => time.value),
      read,
    ) ??
    dateInUrl(facts.url, read) ??
    read(DATE_AT_END.exec(facts.titleTag)?.[1]) ??
    read(webPageDate(facts));
  return { published, modified };
}

function first(values: readonly string[], read: (text: string) => Date | undefined): Date | undefined {
  for (const value of values) {
    const date = read(value);
    if (date !== undefined) return date;
  }
  return undefined;
}

function webPageDate(facts: PageFacts): string | undefined {
  for (const node of facts.nodes) {
    const date = ldText(node['datePublished']);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** `/2024/05/03/`, `/2024-05-03-`, `/20240503/` in an address. */
function dateInUrl(url: string, read: (text: string) => Date | undefined): Date | undefined {
  const found = /[/\-_](20\d\d)([/\-_]?)([01]?\d)\2([0-3]?\d)(?=[/\-_.]|$)/.exec(url);
  if (found === null || (found[2] === '' && found[0].length < 9)) return undefined;
  return read(`${found[1]}-${found[3]!.padStart(2, '0')}-${found[4]!.padStart(2, '0')}`);
}

/** The first `<time>` of the page: used last, before the date of change. */
export function anyTime(facts: PageFacts, context: PageContext): Date | undefined {
  return first(
    facts.times.map((time) => time.value),
    (text) => readDate(text, context),
  );
}

/** The first `<time>` on the day that is printed beside the headline without an hour. */
export function timeOn(facts: PageFacts, context: PageContext, day: Date): Date | undefined {
  if (day.getTime() % 86_400_000 !== 0) return undefined;
  for (const { value } of facts.times) {
    const date = readDate(value, context);
    if (date !== undefined && Math.abs(date.getTime() - day.getTime()) < 86_400_000) return date;
  }
  return undefined;
}
