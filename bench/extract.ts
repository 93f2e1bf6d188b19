// Extracts the pages of fixtures/sites with chipwatch, Readability and defuddle (both on linkedom), side by side: as they
// are (some 5 kB each), and in a frame that makes them as heavy as pages of the web.
// Speed is per page, the best of --repeat runs in each of --rounds processes, which take turns; `× parse` is the ratio to
// htmlparser2's parse of the same page. F1 is over 4-word shingles of the body text (characters in scripts without
// spaces), the mean of the pages. The peak of resident memory is a process's own, with Node and the harness in it.
//   npm run bench:extract -- [--repeat 5] [--rounds 3]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Linkedom from 'linkedom';
import { decodeDocument } from '../src/core/encoding/decode.ts';
import { COMPACT_PATTERNS } from '../src/process/relaunch.js';
import { framed } from './support/page-frame.ts';
import { type SitePage, sitePages } from '../test/golden/site-pages.ts';

const { values: args } = parseArgs({
  options: {
    repeat: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    contender: { type: 'string' },
    framed: { type: 'boolean', default: false },
  },
});
const repeat = Number(args.repeat);
const rounds = Number(args.rounds);

/** V8 as the service's reading threads have it: a young generation of 12 MB, which is three semi spaces. */
const AS_IN_THREADS = ['--max-semi-space-size=4', COMPACT_PATTERNS];

interface Page {
  readonly name: string;
  readonly url: string;
  readonly html: string;
  readonly truth: string;
}

/** Extracts the text of a page, blocks separated by white space. */
type Extract = (page: Page) => string | Promise<string>;

interface Contender {
  readonly name: string;
  /** Imports only what it needs, so that its memory is measured alone. */
  readonly load: () => Promise<Extract>;
}

const CONTENDERS: readonly Contender[] = [
  {
    name: 'htmlparser2 parse only',
    async load() {
      const { parseDocument } = await import('htmlparser2');
      return ({ html }) => {
        parseDocument(html);
        return '';
      };
    },
  },
  {
    name: 'chipwatch',
    async load() {
      const { extractArticle } = await import('../src/core/articles/extract-article.ts');
      return ({ html, url }) => extractArticle(html, url).text;
    },
  },
  {
    name: 'Readability + linkedom',
    async load() {
      const { Readability } = await import('@mozilla/readability');
      const { parseHTML } = await import('linkedom');
      return ({ html }) =>
        plainText(new Readability(parseHTML(html).document as never).parse()?.content ?? '', parseHTML);
    },
  },
  {
    name: 'defuddle + linkedom',
    async load() {
      const { Defuddle } = await import('defuddle/node');
      const { parseHTML } = await import('linkedom');
      return async ({ html, url }) =>
        plainText((await Defuddle(parseHTML(html).document as never, url)).content, parseHTML);
    },
  },
];

/** The results of one extractor, a figure for each page; peak of resident memory in MB. */
interface Row {
  readonly ms: readonly number[];
  readonly f1: readonly number[];
  readonly failed: number;
  readonly peakMb: number;
}

if (args.contender !== undefined) {
  const row = await measure(CONTENDERS[Number(args.contender)]!);
  process.stdout.write(JSON.stringify(row));
} else {
  console.log(`best of ${rounds} × ${repeat} runs of each page, Node ${process.version}`);
  for (const inFrame of [false, true]) {
    const rows: Row[][] = [];
    for (let round = 0; round < rounds; round++) rows.push(CONTENDERS.map((_, i) => runApart(i, inFrame)));
    console.log(inFrame ? 'in a frame' : 'as they are');
    printTable(CONTENDERS.map((_, i) => rows.map((round) => round[i]!).reduce(best)));
  }
}

function runApart(index: number, inFrame: boolean): Row {
  const self = fileURLToPath(import.meta.url);
  const more = inFrame ? ['--framed'] : [];
  const printed = execFileSync(
    process.execPath,
    [...AS_IN_THREADS, self, '--contender', `${index}`, '--repeat', `${repeat}`, ...more],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  return JSON.parse(printed) as Row;
}

function best(a: Row, b: Row): Row {
  return { ...a, ms: a.ms.map((ms, i) => Math.min(ms, b.ms[i]!)), peakMb: Math.max(a.peakMb, b.peakMb) };
}

function printTable(rows: readonly Row[]): void {
  const parse = rows[0]!.ms;
  const readability = rows[CONTENDERS.findIndex(({ name }) => name.startsWith('Readability'))]!.ms;
  console.table(
    Object.fromEntries(
      rows.map((row, i) => [
        CONTENDERS[i]!.name,
        {
          F1: i === 0 ? '' : mean(row.f1).toFixed(3),
          failed: row.failed,
          'median ms': quantile(row.ms, 0.5).toFixed(2),
          'p95 ms': quantile(row.ms, 0.95).toFixed(2),
          '× parse': quantile(ratios(row.ms, parse), 0.5).toFixed(1),
          'Readability ÷ this': quantile(ratios(readability, row.ms), 0.5).toFixed(1),
          'peak MB': row.peakMb.toFixed(0),
        },
      ]),
    ),
  );
}

async function measure({ load }: Contender): Promise<Row> {
  const run = await load();
  const pages = sitePages().map(toPage);
  const ms: number[] = [];
  const f1: number[] = [];
  let failed = 0;
  // Some extractors write warnings to the console.
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
  return { ms, f1, failed, peakMb: process.resourceUsage().maxRSS / 1024 };
}

function toPage({ name, folder, truth }: SitePage): Page {
  const bytes = readFileSync(new URL('page.html', folder));
  const html = decodeDocument(bytes, { contentType: undefined, kind: 'html' }).text;
  return { name, url: truth.url, html: args.framed ? framed(html) : html, truth: truth.text };
}

/** The text of an extractor's HTML, with white space between blocks. */
function plainText(html: string, parseHTML: typeof Linkedom.parseHTML): string {
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
