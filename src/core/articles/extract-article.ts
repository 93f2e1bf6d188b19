import type { Article } from './article.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { buildPageTree } from './page-tree.ts';
import { parsePage } from './parse-page.ts';
import { dropBoilerplate, selectBody } from './select-body.ts';

/** Reads the article out of a page. Never throws, whatever the HTML. */
export function extractArticle(html: string, url: string): Article {
  const document = parsePage(html);
  const metadata = readMetadata(document, url);
  const tree = buildPageTree(document, document);
  dropBoilerplate(tree);
  const body = selectBody(tree);
  const paragraphs: string[] = [];
  const title = fold(metadata.title);
  for (let i = body.first; i < body.end; i++) {
    const block = tree.blocks[i]!;
    if (block.dropped || block.kind === 'caption' || fold(block.text) === title) continue;
    paragraphs.push(block.text);
  }
  const text = paragraphs.join('\n\n');
  return { ...metadata, text, confidence: text.length > 200 ? 0.8 : text.length / 250, via: 'dom' };
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
