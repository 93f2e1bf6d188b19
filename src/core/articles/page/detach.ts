import type { Article } from '../article.ts';

/**
 * The same article with strings of its own. A string cut out of a page is a view in V8, which keeps the whole
 * page in memory for as long as the headline lives.
 */
export function detachArticle(article: Article): Article {
  return {
    ...article,
    title: detach(article.title),
    text: detach(article.text),
    lead: maybe(article.lead),
    authors: article.authors.map(detach),
    siteName: maybe(article.siteName),
    languageHint: maybe(article.languageHint),
    image: maybe(article.image),
    section: maybe(article.section),
    keywords: article.keywords.map(detach),
    canonicalUrl: detach(article.canonicalUrl),
    ampUrl: maybe(article.ampUrl),
  };
}

function maybe(text: string | undefined): string | undefined {
  return text === undefined ? undefined : detach(text);
}

/** A copy of `text` that shares nothing with the string it was cut from: slicing a concatenation copies it first. */
export function detach(text: string): string {
  return ` ${text}`.slice(1);
}
