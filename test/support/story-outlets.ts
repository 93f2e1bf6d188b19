import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { listening } from './listening.ts';

/** One report of the labelled stories. */
export interface StoryReport {
  readonly id: string;
  readonly event: string;
  /** ISO 639-3. */
  readonly lang: string;
  readonly outlet: string;
  readonly url: string;
  /** ISO 8601. */
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly topics: readonly string[];
}

/** All labelled reports, oldest first. */
export function allReports(): StoryReport[] {
  return readFileSync(new URL('../../fixtures/stories.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StoryReport)
    .sort((a, b) => a.published.localeCompare(b.published));
}

/** The reports of one labelled event, oldest first. */
export function reportsOfEvent(event: string): StoryReport[] {
  return allReports().filter((report) => report.event === event);
}

export interface StoryOutlets extends AsyncDisposable {
  /** The feed of each outlet, by its name. */
  readonly feeds: ReadonlyMap<string, string>;
  /** Puts a report into its outlet's feed. */
  publish(report: StoryReport): void;
}

/** Several outlets on 127.0.0.1 that report what they are given, when they are given it. */
export async function storyOutlets(names: readonly string[]): Promise<StoryOutlets> {
  const published = new Map<string, StoryReport[]>(names.map((name) => [name, []]));
  let base = '';
  const server = createServer((request, response) => {
    const [, kind, outlet = '', id] = decodeURIComponent(request.url ?? '/').split('/');
    const reports = published.get(outlet);
    if (kind === 'feed' && reports !== undefined) {
      const items = reports.map(
        (report) =>
          `<item><title>${escape(report.title)}</title><link>${base}/page/${encodeURIComponent(outlet)}/${report.id}</link>` +
          `<guid isPermaLink="false">${report.id}</guid><pubDate>${new Date(report.published).toUTCString()}</pubDate></item>`,
      );
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
      response.end(
        `<rss version="2.0"><channel><title>${escape(outlet)}</title>${items.toReversed().join('')}</channel></rss>`,
      );
      return;
    }
    const report = kind === 'page' ? reports?.find((one) => one.id === id) : undefined;
    response.statusCode = report === undefined ? 404 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(report === undefined ? '' : pageOf(report));
  });
  const own = await listening(server);
  base = own.url;
  return {
    feeds: new Map(names.map((name) => [name, `${base}/feed/${encodeURIComponent(name)}`])),
    publish: (report) => published.get(report.outlet)?.push(report),
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  };
}

function pageOf({ title, text, published }: StoryReport): string {
  const paragraphs = text.split('\n\n').map((paragraph) => `<p>${escape(paragraph)}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>${escape(title)}</title>
<meta property="article:published_time" content="${published}">
<article><h1>${escape(title)}</h1>${paragraphs.join('\n')}</article>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
