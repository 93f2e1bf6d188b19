import type { Answer, Asked } from './outlet-server.ts';
import type { Report } from './reports.ts';

/** The state of the outlet at an instant. */
export interface Scene {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Without a slash at the end. */
  readonly base: string;
  /** The number of requests for the feed so far, including this one. */
  readonly poll: number;
}

/** An entry as it is written in the feed; empty fields are left out. */
export interface Entry {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly date: string;
  readonly text: string;
}

/** Something that one outlet does and others do not. */
export interface Habit {
  readonly name: string;
  /** What `feeds list` and `doctor` must say about it; undefined for the outlet without a habit. */
  readonly told?: RegExp;
  /** Whether the archive appears in the feed later, as if it were new. */
  readonly returns?: boolean;
  entry?(entry: Entry, report: Report, scene: Scene, index: number): Entry;
  /** The whole document; RSS of the entries where undefined. */
  document?(entries: readonly Entry[], scene: Scene): string;
  /** The HTTP response with the document; status 200 and RSS where undefined. */
  feed?(document: string, scene: Scene, asked: Asked): Answer;
  /** The response in place of the report's page; `report` is undefined for other paths. */
  page?(report: Report | undefined, scene: Scene, asked: Asked): Answer | undefined;
  /** Paths of further feeds. */
  readonly also?: readonly string[];
}

export const XML = { 'content-type': 'application/rss+xml; charset=utf-8' };
const HTML = { 'content-type': 'text/html; charset=utf-8' };

export function html(body: string): Answer {
  return { headers: HTML, body };
}

export function goTo(location: string, status = 302, headers: Record<string, string> = {}): Answer {
  return { status, headers: { location, ...headers } };
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A page of the outlet with a headline and these paragraphs. */
export function pageOf(title: string, text: string, published?: number): string {
  const date =
    published === undefined
      ? ''
      : `<meta property="article:published_time" content="${new Date(published).toISOString()}">`;
  const paragraphs = text.split('\n\n').map((one) => `<p>${escape(one)}</p>`);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escape(title)} | Outlet</title>${date}</head>
<body><nav><a href="/">Start</a> <a href="/about">About</a></nav><article><h1>${escape(title)}</h1>${paragraphs.join('\n')}</article><footer>Outlet, Market Street 1</footer></body></html>`;
}

export function rssOf(entries: readonly Entry[], scene: Scene): string {
  const tag = (name: string, text: string) => (text === '' ? '' : `<${name}>${escape(text)}</${name}>`);
  const items = entries.map(
    ({ title, link, guid, date, text }) =>
      `<item>${tag('title', title)}${tag('link', link)}${guid === '' ? '' : `<guid isPermaLink="false">${escape(guid)}</guid>`}${tag('pubDate', date)}${tag('description', text)}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Outlet</title><link>${scene.base}/</link>${items.join('')}</channel></rss>`;
}
