// Extracts the pages of fixtures/sites with chipwatch, Readability and defuddle (both on linkedom), side by side.
// Speed is per page, the best of --repeat runs; `× parse` is the ratio to htmlparser2's parse of the same page.
// F1 is over 4-word shingles of the body text (characters in scripts without spaces), the mean of the pages.
//   npm run bench:extract -- [--repeat 15]
// The pages are small, so start-up costs of each extractor weigh more here than on pages of the web.
import { parseArgs } from 'node:util';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { parseDocument } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { extractArticle } from '../src/core/articles/extract-article.ts';
import { decodeDocument } from '../src/core/encoding/decode.ts';
import { readFileSync } from 'node:fs';
import { type SitePage, sitePages } from '../test/golden/site-pages.ts';

const { values: args } = parseArgs({ options: { repeat: { type: 'string', default: '15' } } });
const repeat = Number(args.repeat);

interface Page {
  readonly name: string;
  readonly url: string;
  readonly html: string;
  readonly truth: string;
}

interface Contender {
  readonly name: string;
  /** The text found, blocks separated by white space. */
  readonly run: (page: Page) => string | Promise<string>;
}

const CONTENDERS: readonly Contender[] = [
  {
    name: 'htmlparser2 parse only',
    run: ({ html }) => {
      parseDocument(html);
      return '';
    },
  },
  { name: 'chipwatch', run: ({ html, url }) => extractArticle(html, url).text },
  {
    name: 'Readability + linkedom',
    run: ({ html }) => plainText(new Readability(parseHTML(html).document as never).parse()?.content ?? ''),
  },
  {
    name: 'defuddle + linkedom',
    run: async ({ html, url }) => plainText((await Defuddle(parseHTML(html).document as never, url)).content),
  },
];

const pages = sitePages().map(toPage);
const silence = { warn: console.warn, error: console.error, log: console.log };
const rows: { name: string; ms: number[]; f1: number[]; failed: number; peakMb: number }[] = [];
for (const contender of CONTENDERS) rows.push(await measure(contender));

const parse = rows[0]!.ms;
const readability = rows.find((row) => row.name.startsWith('Readability'))!.ms;
console.log(`${pages.length} pages, best of ${repeat} runs each, Node ${process.version}`);
console.table(
  Object.fromEntries(
    rows.map((row) => [
      row.name,
      {
        F1: row.name.endsWith('only') ? '' : mean(row.f1).toFixed(3),
        failed: row.failed,
        'median ms': quantile(row.ms, 0.5).toFixed(2),
        'p95 ms': quantile(row.ms, 0.95).toFixed(2),
        '× parse': quantile(ratios(row.ms, parse), 0.5).toFixed(1),
        'Readability ÷ this': quantile(ratios(readability, row.ms), 0.5).toFixed(1),
        'heap after MB': row.peakMb.toFixed(0),
      },
    ]),
  ),
);

async function measure({ name, run }: Contender): Promise<(typeof rows)[number]> {
  const ms: number[] = [];
  const f1: number[] = [];
  let failed = 0;
  globalThis.gc?.();
  // Some extractors tell the console what they think of a page.
  for (const method of ['warn', 'error', 'log'] as const) console[method] = () => {};
  for (const page of pages) {
    let best = Number.POSITIVE_INFINITY;
    let text = '';
    for (let i = 0; i < repeat; i++) {
      const start = performance.now();
      try {
        text = await run(page);
      } catch {
        if (i === 0) failed++;
      }
      best = Math.min(best, performance.now() - start);
    }
    ms.push(best);
    f1.push(score(page.truth, text));
  }
  Object.assign(console, silence);
  return { name, ms, f1, failed, peakMb: process.memoryUsage().heapUsed / 2 ** 20 };
}

function toPage({ name, folder, truth }: SitePage): Page {
  const bytes = readFileSync(new URL('page.html', folder));
  const html = decodeDocument(bytes, { contentType: undefined, kind: 'html' }).text;
  return { name, url: truth.url, html, truth: truth.text };
}

/** The text of an extractor's HTML, with white space between blocks. */
function plainText(html: string): string {
  const { document } = parseHTML(
    `<html><body>${html.replace(/<(?=\/?(?:p|div|h\d|li|br|td|section|blockquote)\b)/g, ' <')}</body></html>`,
  );
  return document.body.textContent ?? '';
}

function score(truth: string, text: string): number {
  const [a, b] = [shingles(truth), shingles(text)];
  if (b.size === 0) return 0;
  let hits = 0;
  for (const shingle of b) if (a.has(shingle)) hits++;
  return hits === 0 ? 0 : (2 * hits) / (a.size + b.size);
}

function shingles(text: string): Set<string> {
  const words = text.replaceAll('\u00ad', '').match(/[\u3040-\u30ff\u4e00-\u9fff]|[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.map((_, i) => words.slice(i, i + 4).join(' ')).slice(0, Math.max(1, words.length - 3)),
  );
}

function ratios(over: readonly number[], under: readonly number[]): number[] {
  return over.map((value, i) => value / under[i]!);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
