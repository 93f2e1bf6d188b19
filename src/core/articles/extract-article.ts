import type { Document } from 'domhandler';
import type { Article } from './article.ts';
import { endsSentence } from './block-value.ts';
import { dropCards } from './drop-cards.ts';
import { dropNamed } from './drop-named.ts';
import { findLead } from './join-lead.ts';
import { collectFacts } from './metadata/page-facts.ts';
import { type Metadata, readMetadata } from './metadata/read-metadata.ts';
import { type Block, type Box, buildPageTree, type PageTree } from './page-tree.ts';
import { parsePage, queryPage } from './parse-page.ts';
import { pruneBody } from './prune-body.ts';
import { bodyFromJsonLd, bodyFromPageData } from './rescue.ts';
import { selectBody } from './select-body.ts';

/** The stages that `skip` may name, for measuring what each is worth (`docs/extraction.md`). */
export type Stage =
  | 'named'
  | 'cards'
  | 'title'
  | 'captions'
  | 'header'
  | 'labels'
  | 'links'
  | 'lists'
  | 'tail'
  | 'orphans'
  | 'lead'
  | 'rescue';

/** An extracted page with the blocks it was made of, for those who want to see why. */
export interface Reading {
  readonly article: Article;
  readonly tree: PageTree;
  readonly body: Box;
}

/** A text shorter than this, in letters, sends the page on to the next stage of the cascade. */
const THIN = 250;
/** A JSON-LD body of which less than this is in our text shows that we read the wrong part of the page. */
const MIN_COVERAGE = 0.15;

/**
 * Reads the article out of a page. `html` is decoded text, `url` the page's own address. Never throws, whatever
 * the HTML; time is linear in its length.
 */
export function extractArticle(html: string, url: string): Article {
  return readPage(html, url).article;
}

/** As `extractArticle`, with the page tree. `skip` leaves out stages. */
export function readPage(html: string, url: string, skip: ReadonlySet<Stage> = new Set()): Reading {
  const document = parsePage(html);
  const facts = collectFacts(queryPage(document), url);
  const metadata = readMetadata(facts);
  const strict = readBody(document, metadata, skip);
  let reading = strict;
  let { text } = strict;
  let via = 'dom';
  if (!skip.has('rescue')) {
    const declared = bodyFromJsonLd(facts);
    const isWrong = declared !== undefined && coverage(declared, text) < MIN_COVERAGE;
    if (weigh(text) < THIN || isWrong) {
      const loose = readBody(document, metadata, new Set([...skip, 'named']));
      if (weigh(loose.text) > 2 * weigh(text)) {
        reading = loose;
        text = loose.text;
        via = 'dom-unnamed';
      }
      if (
        declared !== undefined &&
        (weigh(declared) > weigh(text) || coverage(declared, text) < MIN_COVERAGE)
      ) {
        text = declared;
        via = 'json-ld';
      } else if (weigh(text) < THIN) {
        const data = bodyFromPageData(facts);
        if (data !== undefined && weigh(data) > weigh(text)) {
          text = data;
          via = 'page-data';
        }
      }
    }
  }
  const confidence = confidenceOf(text, via);
  return { article: { ...metadata, text, confidence, via }, tree: reading.tree, body: reading.body };
}

function readBody(
  document: Document,
  metadata: Metadata,
  skip: ReadonlySet<Stage>,
): { readonly text: string; readonly tree: PageTree; readonly body: Box } {
  const tree = buildPageTree(document);
  if (!skip.has('named')) dropNamed(tree);
  if (!skip.has('cards')) dropCards(tree);
  const body = selectBody(tree);
  pruneBody(tree, body, metadata.title, skip);
  const lead = skip.has('lead') ? [] : findLead(tree, body, metadata.lead, metadata.title);
  const kept = tree.blocks.slice(body.first, body.end).filter((block) => block.dropped === undefined);
  return { text: [...lead, ...kept].map(textOfBlock).join('\n\n'), tree, body };
}

function textOfBlock(block: Block): string {
  return block.text;
}

/** How much of `declared` is in `text`, by its sentences' beginnings. */
function coverage(declared: string, text: string): number {
  const hay = squeeze(text);
  const samples = declared
    .split(/[.!?。！？\n]+/)
    .map(squeeze)
    .filter((sample) => sample.length >= 12);
  if (samples.length === 0) return 1;
  return samples.filter((sample) => hay.includes(sample.slice(0, 40))).length / samples.length;
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function weigh(text: string): number {
  const wide = text.match(/[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  return text.length + 1.5 * wide;
}

/** 0 for nothing; rises with length and with the share of paragraphs that end as sentences do. */
function confidenceOf(text: string, via: string): number {
  if (text === '') return 0;
  const paragraphs = text.split('\n\n');
  const sentences = paragraphs.filter((paragraph) => endsSentence(paragraph)).length / paragraphs.length;
  const size = Math.min(1, weigh(text) / 1_200);
  const trust = via === 'dom' ? 1 : 0.8;
  return Math.round(trust * (0.15 + 0.45 * size + 0.4 * sentences * Math.min(1, 2 * size)) * 100) / 100;
}
