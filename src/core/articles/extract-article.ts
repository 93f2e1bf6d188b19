import type { Document } from 'domhandler';
import type { Article } from './article.ts';
import { endsSentence } from './block-value.ts';
import { dropCards } from './drop-cards.ts';
import { dropNamed } from './drop-named.ts';
import { findLead } from './join-lead.ts';
import { anyTime, dateContext } from './metadata/dates.ts';
import { guessLanguage } from './metadata/guess-language.ts';
import { collectFacts, type PageFacts } from './metadata/page-facts.ts';
import { parseDate } from './metadata/parse-date.ts';
import { type Metadata, readMetadata } from './metadata/read-metadata.ts';
import { authorsInLines, dateInLines, headerLines } from './metadata/visible.ts';
import { type Box, buildPageTree, type PageTree } from './page-tree.ts';
import { parsePage, queryPage } from './parse-page.ts';
import { pruneBody } from './prune-body.ts';
import { bodyFromJsonLd, bodyFromPageData, type PageData } from './rescue.ts';
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
  const tree = buildPageTree(document);
  const metadata = readMetadata(facts, firstLines(tree));
  const strict = readBody(tree, metadata, skip);
  const chosen = skip.has('rescue') ? strict : rescue(document, facts, metadata, strict, skip);
  const { text, via } = chosen;
  const article = {
    ...metadata,
    ...readVisible(facts, metadata, chosen),
    text,
    confidence: confidenceOf(text, via),
    via,
  };
  return { article, tree: chosen.tree, body: chosen.body };
}

interface BodyReading {
  readonly text: string;
  readonly via: string;
  readonly tree: PageTree;
  readonly body: Box;
  readonly data?: PageData | undefined;
}

/** The later stages of the cascade, each only where the one before found little, or the wrong part of the page. */
function rescue(
  document: Document,
  facts: PageFacts,
  metadata: Metadata,
  strict: BodyReading,
  skip: ReadonlySet<Stage>,
): BodyReading {
  const declared = bodyFromJsonLd(facts);
  const isWrong = (text: string): boolean =>
    declared !== undefined && coverage(declared, text) < MIN_COVERAGE;
  if (weigh(strict.text) >= THIN && !isWrong(strict.text)) return strict;
  const loose = readBody(buildPageTree(document), metadata, new Set<Stage>([...skip, 'named']));
  const best = weigh(loose.text) > 2 * weigh(strict.text) ? { ...loose, via: 'dom-unnamed' } : strict;
  if (declared !== undefined && (weigh(declared) > weigh(best.text) || isWrong(best.text))) {
    return { ...best, text: declared, via: 'json-ld' };
  }
  if (weigh(best.text) >= THIN) return best;
  const data = bodyFromPageData(facts);
  if (data === undefined || weigh(data.text) <= weigh(best.text)) return best;
  return { ...best, text: data.text, via: 'page-data', data };
}

/** Date and byline as printed, where the page's metadata has none, or a date without its time. */
function readVisible(
  facts: PageFacts,
  metadata: Metadata,
  { tree, body, text, data }: BodyReading,
): Pick<Article, 'published' | 'authors'> {
  let { published, authors } = metadata;
  const isBare = published !== undefined && published.getTime() % 86_400_000 === 0;
  if (published !== undefined && !isBare && authors.length > 0) return { published, authors };
  const lines = headerLines(tree, body, metadata.title);
  if (authors.length === 0) authors = data?.authors.length ? data.authors : authorsInLines(lines);
  if (published === undefined || isBare) {
    const context = dateContext(facts, facts.language === undefined ? guessLanguage(text) : undefined);
    const said = data?.published === undefined ? undefined : parseDate(data.published, context);
    const printed = said ?? dateInLines(lines, context);
    if (published === undefined) published = printed ?? anyTime(facts, context) ?? metadata.modified;
    else if (printed !== undefined && Math.abs(printed.getTime() - published.getTime()) < 86_400_000)
      published = printed;
  }
  return { published, authors };
}

/** Short texts from the beginning of the page, links aside. */
function firstLines(tree: PageTree): string[] {
  return tree.blocks
    .slice(0, 150)
    .filter((block) => block.linkWeight === 0 && block.text.length < 300)
    .flatMap((block) => block.text.split('\n'));
}

function readBody(tree: PageTree, metadata: Metadata, skip: ReadonlySet<Stage>): BodyReading {
  if (!skip.has('named')) dropNamed(tree);
  if (!skip.has('cards')) dropCards(tree);
  const body = selectBody(tree);
  pruneBody(tree, body, metadata.title, skip);
  const lead = skip.has('lead') ? [] : findLead(tree, body, metadata.lead, metadata.title);
  const kept = tree.blocks.slice(body.first, body.end).filter((block) => block.dropped === undefined);
  return { text: [...lead, ...kept].map((block) => block.text).join('\n\n'), via: 'dom', tree, body };
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
