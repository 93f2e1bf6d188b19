import { canonicalUrl } from '../../urls/canonical-url.ts';
import type { Article } from '../article.ts';
import { isConsentNotice } from '../body/consent-notice.ts';
import type { PageTree } from '../page/page-tree.ts';
import { readPageAuthors } from './authors.ts';
import { dateContext, type PageTimes, readDates } from './dates.ts';
import { isNode, ldText, typesOf } from './json-ld.ts';
import { firstMeta, type PageFacts } from './page-facts.ts';
import { ownFacts } from './own-facts.ts';
import { plainMetadata, readTitle } from './title.ts';

export type Metadata = Omit<Article, 'text' | 'confidence' | 'via'>;

const MAX_KEYWORDS = 50;

/** Interprets a page's metadata. Each field's function has its own order of trust. */
export function readMetadata(page: PageFacts, tree: PageTree, times: PageTimes = {}): Metadata {
  const title = readTitle(page, () => firstLines(tree));
  const facts = ownFacts(page, tree, title);
  const { article } = facts;
  return {
    title,
    lead: lead(facts, title),
    authors: readPageAuthors(facts),
    ...readDates(facts, dateContext(facts, undefined, times)),
    siteName: siteName(facts),
    canonicalUrl: canonicalUrl(facts.url, facts.canonical ?? firstMeta(facts, 'og:url')),
    languageHint:
      facts.language ??
      ldText(article?.['inLanguage']) ??
      firstMeta(facts, 'og:locale', 'content-language', 'dc.language'),
    image: absolute(
      firstMeta(facts, 'og:image', 'og:image:url', 'twitter:image') ?? imageOf(article?.['image']),
      facts.url,
    ),
    section: plain(
      ldText(article?.['articleSection']) ?? firstMeta(facts, 'article:section', 'parsely-section'),
    ),
    keywords: keywords(facts),
    isAccessibleForFree: isFree(facts),
    ampUrl: absolute(facts.amp, facts.url),
  };
}

function plain(text: string | undefined): string | undefined {
  const clean = text === undefined ? '' : plainMetadata(text);
  return clean === '' ? undefined : clean;
}

function lead(facts: PageFacts, title: string): string | undefined {
  const said = plain(
    firstMeta(facts, 'og:description', 'description', 'twitter:description', 'dc.description') ??
      ldText(facts.article?.['description']),
  );
  return said !== undefined && isConsentNotice(said, title) ? undefined : said;
}

/** Short texts from the beginning of the page, without links. */
function firstLines(tree: PageTree): string[] {
  return tree.blocks
    .slice(0, 150)
    .filter((block) => block.linkWeight === 0 && block.text.length < 300)
    .flatMap((block) => block.text.split('\n'));
}

function siteName(facts: PageFacts): string | undefined {
  const publisher = facts.article?.['publisher'];
  return plain(
    firstMeta(facts, 'og:site_name', 'application-name') ??
      (isNode(publisher) ? ldText(publisher['name']) : undefined) ??
      ldText(facts.nodes.find((node) => typesOf(node).includes('WebSite'))?.['name']),
  );
}

function imageOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return isNode(first) ? ldText(first['url'] ?? first['contentUrl']) : ldText(first);
}

function absolute(address: string | undefined, base: string): string | undefined {
  if (address === undefined || address.length > 4_096 || !URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

function keywords(facts: PageFacts): string[] {
  const said = facts.article?.['keywords'];
  const list = Array.isArray(said) ? said.map((keyword) => ldText(keyword) ?? '') : [ldText(said) ?? ''];
  const metas = [
    ...(facts.metas.get('article:tag') ?? []),
    firstMeta(facts, 'news_keywords', 'keywords') ?? '',
  ];
  const chosen = list.join('') === '' ? metas : list;
  const words = chosen.flatMap((text) => text.split(/[,;、，]/)).map(plainMetadata);
  return [...new Set(words.filter((word) => word !== '' && word.length <= 100))].slice(0, MAX_KEYWORDS);
}

/** schema.org's flag on the article or on its paywalled part; else the usual meta elements. */
function isFree(facts: PageFacts): boolean | undefined {
  for (const node of [facts.article, ...facts.nodes]) {
    const value = node?.['isAccessibleForFree'];
    if (value === undefined || value === null) continue;
    return !/^(?:.*\/)?false$/i.test(ldText(value) ?? '');
  }
  const item = facts.items.get('isAccessibleForFree')?.[0];
  if (item !== undefined) return !/^(?:.*\/)?false$/i.test(item);
  const tier = firstMeta(facts, 'article:content_tier', 'cxenseparse:recs:paywall', 'paywall');
  if (tier === undefined) return undefined;
  return /^(?:free|false|no|open)$/i.test(tier);
}
