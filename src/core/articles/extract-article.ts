import type { Article } from './article.ts';
import { dropCards } from './drop-cards.ts';
import { dropNamed } from './drop-named.ts';
import { findLead } from './join-lead.ts';
import { collectFacts } from './metadata/page-facts.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { buildPageTree } from './page-tree.ts';
import { parsePage, queryPage } from './parse-page.ts';
import { pruneBody } from './prune-body.ts';
import { selectBody } from './select-body.ts';

/** Reads the article out of a page. Never throws, whatever the HTML. */
export function extractArticle(html: string, url: string, skip: readonly string[] = []): Article {
  return explain(html, url, new Set(skip)).article;
}

export function explain(html: string, url: string, skip: ReadonlySet<string> = new Set()) {
  const document = parsePage(html);
  const facts = collectFacts(queryPage(document), url);
  const metadata = readMetadata(facts);
  const tree = buildPageTree(document, document);
  if (!skip.has('named')) dropNamed(tree);
  if (!skip.has('cards')) dropCards(tree);
  const body = selectBody(tree);
  pruneBody(tree, body, metadata.title, skip);
  const lead = skip.has('lead') ? [] : findLead(tree, body, metadata.lead, metadata.title);
  const blocks = tree.blocks.slice(body.first, body.end).filter((block) => block.dropped === undefined);
  const text = [...lead, ...blocks].map((block) => block.text).join('\n\n');
  const article = { ...metadata, text, confidence: text.length > 200 ? 0.8 : text.length / 250, via: 'dom' };
  return { article, tree, body };
}
