import type { ReadArticle } from './stored-reading.ts';
import { bounded } from '../clean-values.ts';
import type { Columns } from '../rows.ts';

/** The columns that a further reading of a page replaces. */
export const READING: Columns = {
  url: 'text',
  outlet: 'text',
  title: 'text',
  lead: 'text',
  text: 'text',
  content_hash: 'text',
  authors: 'text[]',
  site_name: 'text',
  section: 'text',
  image: 'text',
  keywords: 'text[]',
  free: 'boolean',
  published_at: 'timestamptz',
  modified_at: 'timestamptz',
  language: 'text',
  language_tag: 'text',
  language_confidence: 'real',
  confidence: 'real',
  via: 'text',
  via_reason: 'text',
  entities: 'jsonb',
  features: 'jsonb',
  fetched_at: 'timestamptz',
};

/** Limits on what a page says about itself: characters, and for `list` the number of names. */
const LONGEST = { title: 2_000, lead: 10_000, name: 500, url: 8_000, list: 200 };

/** The reading as a row of `READING`. */
export function readingRow(read: ReadArticle, now: Date) {
  const { article } = read;
  return {
    url: read.url,
    outlet: read.outlet,
    title: bounded(article.title, LONGEST.title),
    lead: bound(article.lead, LONGEST.lead),
    text: article.text,
    content_hash: read.contentHash,
    authors: boundAll(article.authors),
    site_name: bound(article.siteName, LONGEST.name),
    section: bound(article.section, LONGEST.name),
    image: (article.image?.length ?? 0) > LONGEST.url ? null : (article.image ?? null),
    keywords: boundAll(article.keywords),
    free: article.isAccessibleForFree ?? null,
    published_at: article.published ?? null,
    modified_at: article.modified ?? null,
    language: read.language.language,
    language_tag: read.language.tag,
    language_confidence: read.language.confidence,
    confidence: article.confidence,
    via: article.via,
    via_reason: read.viaReason ?? null,
    entities: read.entities,
    features: read.features ?? null,
    fetched_at: now,
  };
}

function bound(text: string | undefined, longest: number): string | null {
  return text === undefined ? null : bounded(text, longest);
}

function boundAll(names: readonly string[]): string[] {
  return names.slice(0, LONGEST.list).map((name) => bounded(name, LONGEST.name));
}
