import type { Article } from '../../core/articles/article.ts';
import { extractPage } from '../../core/articles/extract-article.ts';
import { toMarkdown } from '../../core/articles/markdown.ts';
import { decodeDocument } from '../../core/encoding/decode.ts';

/** A page as bytes with its Content-Type, or as text that is decoded already. */
export interface ExtractArticleTask {
  readonly page: { readonly bytes: Uint8Array; readonly contentType: string | undefined } | string;
  readonly url: string;
}

export interface ExtractedPage {
  readonly article: Article;
  readonly markdown: string;
}

/** Runs inside a thread. */
export function run({ page, url }: ExtractArticleTask): ExtractedPage {
  const html =
    typeof page === 'string'
      ? page
      : decodeDocument(page.bytes, { contentType: page.contentType, kind: 'html' }).text;
  const { article, blocks } = extractPage(html, url, { fetched: new Date() });
  return { article, markdown: toMarkdown(article, blocks) };
}
