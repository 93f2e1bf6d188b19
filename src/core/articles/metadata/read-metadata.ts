import type { ChildNode, Document, Element } from 'domhandler';
import type { Article } from '../article.ts';

type Metadata = Omit<Article, 'text' | 'confidence' | 'via'>;

export function readMetadata(document: Document, url: string): Metadata {
  const metas = new Map<string, string>();
  let titleTag = '';
  let language: string | undefined;
  let canonical: string | undefined;
  let node: ChildNode | null = document.children[0] ?? null;
  while (node !== null) {
    let down: ChildNode | null = null;
    if ('children' in node) {
      const element = node as Element;
      const a = element.attribs;
      if (element.name === 'meta') {
        const key = a['property'] ?? a['name'] ?? a['itemprop'];
        const content = a['content'];
        if (key !== undefined && content && !metas.has(key.toLowerCase()))
          metas.set(key.toLowerCase(), content);
      } else if (element.name === 'title' && titleTag === '') {
        const first = element.children[0];
        titleTag = first?.type === 'text' ? first.data : '';
      } else if (element.name === 'html') language = a['lang'];
      else if (element.name === 'link' && a['rel'] === 'canonical') canonical ??= a['href'];
      down = element.children[0] ?? null;
    }
    if (down !== null) {
      node = down;
      continue;
    }
    while (node !== null && node.next === null) node = node.parent as ChildNode | null;
    if (node !== null) node = node.next;
  }
  const date = (s: string | undefined): Date | undefined => {
    const d = s === undefined ? Number.NaN : Date.parse(s);
    return Number.isNaN(d) ? undefined : new Date(d);
  };
  const author = metas.get('author');
  return {
    title: (metas.get('og:title') ?? titleTag).replace(/\s+/g, ' ').trim(),
    lead: metas.get('og:description') ?? metas.get('description'),
    authors: author === undefined ? [] : [author],
    published: date(metas.get('article:published_time') ?? metas.get('date')),
    modified: date(metas.get('article:modified_time')),
    siteName: metas.get('og:site_name'),
    canonicalUrl: canonical ?? url,
    languageHint: language ?? metas.get('og:locale'),
    image: metas.get('og:image'),
    section: metas.get('article:section'),
    keywords:
      metas
        .get('keywords')
        ?.split(',')
        .map((k) => k.trim()) ?? [],
    isAccessibleForFree: undefined,
  };
}
