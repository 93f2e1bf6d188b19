import type { Article } from './article.ts';
import { readUnshown, readWithFallbacks } from './body/read-with-fallbacks.ts';
import { extractionConfidence } from './body/confidence.ts';
import { detachArticle } from './page/detach.ts';
import { completeMetadata, publishedByAge } from './metadata/complete-metadata.ts';
import { collectFacts } from './metadata/collect-facts.ts';
import type { PageTimes } from './metadata/dates.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { sharedTitles } from './metadata/title.ts';
import type { Block, Box, PageTree } from './page/page-tree.ts';
import { parsePage } from './page/parse-page.ts';

/** An extracted page with the blocks of its text, for Markdown and for explanations. */
export interface PageExtraction {
  readonly article: Article;
  /** The wordings of the headline that the page gives for the window and for sharing. */
  readonly titles: readonly string[];
  /** The blocks of the text, in order; empty where it does not come from the page's elements. */
  readonly blocks: readonly Block[];
  readonly tree: PageTree;
  readonly body: Box;
  /** When it was published by the line beside the headline, where that is an age (`2 hours ago`); only with `fetched`. */
  readonly byAge: Date | undefined;
  /**
   * Reads the body in what the page does not show: JSON-LD and the data of scripts. For pages whose text is shorter than
   * another source says.
   */
  readonly unshown: () => { readonly text: string; readonly via: string } | undefined;
}

/** The longest text, in UTF-16 units. The steps that follow read every word of it. */
const MAX_TEXT = 1_000_000;

/**
 * Extracts the article of a page. `html` is decoded text, `url` the page's own address. Never throws, for any HTML;
 * time is linear in its length.
 */
export function extractArticle(html: string, url: string): Article {
  return detachArticle(extractPage(html, url).article);
}

/**
 * As `extractArticle`, with the page tree.
 * @param times without `fetched` an age is no date
 */
export function extractPage(html: string, url: string, times: PageTimes = {}): PageExtraction {
  const { fetched } = times;
  const page = parsePage(html);
  const facts = collectFacts(page, url);
  const { tree } = page;
  const metadata = readMetadata(facts, tree, times);
  const reading = readWithFallbacks(tree, facts, metadata, html);
  const { via } = reading;
  const text = reading.text.length > MAX_TEXT ? reading.text.slice(0, MAX_TEXT) : reading.text;
  const article = {
    ...metadata,
    ...completeMetadata(facts, metadata, reading, times),
    text,
    confidence: extractionConfidence(text, via),
    via,
  };
  const byAge =
    article.published === undefined && fetched !== undefined
      ? publishedByAge(facts, metadata, reading, fetched)
      : undefined;
  return {
    article,
    titles: sharedTitles(facts),
    blocks: reading.blocks,
    tree: reading.tree,
    body: reading.body,
    byAge,
    unshown: () => readUnshown(tree, facts, metadata, html),
  };
}
