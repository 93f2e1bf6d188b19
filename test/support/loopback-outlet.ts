import { readFileSync } from 'node:fs';
import { scriptedServer } from './scripted-server.ts';

/** One labelled article of the corpus. */
export interface LabelledArticle {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly topics: readonly string[];
}

/** The corpus that ships with the project, in the order of the file. */
export function labelledArticles(): LabelledArticle[] {
  const file = new URL('../../fixtures/labelled.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledArticle);
}

export interface LoopbackOutlet extends AsyncDisposable {
  readonly feeds: readonly string[];
  /** Requests by path, as the server saw them. */
  readonly requests: ReadonlyMap<string, number>;
}

/**
 * Serves articles as an outlet on 127.0.0.1: `feeds` feeds that share them, and a page for each, unless the pages are
 * gone.
 */
export async function loopbackOutlet(
  articles: readonly LabelledArticle[],
  feeds = 1,
  { pages = true }: { readonly pages?: boolean } = {},
): Promise<LoopbackOutlet> {
  const requests = new Map<string, number>();
  const server = await scriptedServer(({ path }, base) => {
    requests.set(path, (requests.get(path) ?? 0) + 1);
    const feed = /^\/feed-(\d+)\.xml$/.exec(path);
    if (feed !== null) {
      const own = articles
        .map((article, index) => ({ article, index }))
        .filter(({ index }) => index % feeds === Number(feed[1]));
      return { headers: { 'content-type': 'application/rss+xml; charset=utf-8' }, body: feedOf(base, own) };
    }
    const page = /^\/article-(\d+)\.html$/.exec(path);
    const article = page === null || !pages ? undefined : articles[Number(page[1])];
    return article === undefined
      ? undefined
      : { headers: { 'content-type': 'text/html; charset=utf-8' }, body: pageOf(article) };
  });
  return {
    feeds: Array.from({ length: feeds }, (_, index) => `${server.url}/feed-${index}.xml`),
    requests,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function feedOf(base: string, articles: readonly { article: LabelledArticle; index: number }[]): string {
  const items = articles.map(
    ({ article, index }) =>
      `<item><title>${escape(article.title)}</title><link>${base}/article-${index}.html</link><guid isPermaLink="false">${article.id}</guid>` +
      `<pubDate>${new Date(Date.now() - index * 60_000).toUTCString()}</pubDate><description>${escape(article.body.slice(0, 140))}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Loopback</title><link>${base}/</link>${items.join('')}</channel></rss>`;
}

function pageOf(article: LabelledArticle): string {
  const paragraphs = article.body.split('\n\n').map((paragraph) => `<p>${escape(paragraph)}</p>`);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escape(article.title)} | Loopback</title></head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav>
<article><h1>${escape(article.title)}</h1>${paragraphs.join('\n')}</article>
<footer>All rights reserved</footer></body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
