import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Article } from '../../src/core/articles/article.ts';
import { extractPage } from '../../src/core/articles/extract-article.ts';
import { decodeDocument } from '../../src/core/encoding/decode.ts';

const SITES = new URL('../../fixtures/sites/', import.meta.url);

/** What a person finds on the page: body paragraphs without headline, byline, captions, subheadings and boxes. */
export interface SiteTruth {
  readonly url: string;
  readonly title: string;
  /** With the offset that the page or the publisher's country gives; a bare date where the page gives no time. */
  readonly published: string | null;
  readonly author: string | null;
  readonly text: string;
}

export interface SitePage {
  readonly name: string;
  readonly folder: URL;
  readonly truth: SiteTruth;
  readonly extracted: Article & { readonly encoding: string };
  /** The paragraphs of the text that are not subheadings. */
  readonly paragraphs: readonly string[];
}

/** The layouts of `fixtures/sites`: every folder that holds a page as served and the truth about it. */
export function sitePages(): SitePage[] {
  return readdirSync(SITES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/page.html`, SITES)))
    .map((entry) => {
      const folder = new URL(`${entry.name}/`, SITES);
      const truth = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')) as SiteTruth;
      const bytes = readFileSync(new URL('page.html', folder));
      const { text, encoding } = decodeDocument(bytes, { contentType: undefined, kind: 'html' });
      const { article, blocks } = extractPage(text, truth.url);
      const headings = new Set(blocks.filter((block) => block.kind === 'heading').map((block) => block.text));
      const paragraphs = article.text.split('\n\n').filter((paragraph) => !headings.has(paragraph));
      return { name: entry.name, folder, truth, extracted: { encoding, ...article }, paragraphs };
    });
}
