import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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

/** Serves articles as an outlet on 127.0.0.1: `feeds` feeds that share them out, and a page for each, unless all pages are gone. */
export async function loopbackOutlet(
  articles: readonly LabelledArticle[],
  feeds = 1,
  { pages = true }: { readonly pages?: boolean } = {},
): Promise<LoopbackOutlet> {
  const requests = new Map<string, number>();
  let base = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.set(path, (requests.get(path) ?? 0) + 1);
    const feed = /^\/feed-(\d+)\.xml$/.exec(path);
    const page = /^\/article-(\d+)\.html$/.exec(path);
    if (feed !== null) {
      const own = articles
        .map((article, index) => ({ article, index }))
        .filter(({ index }) => index % feeds === Number(feed[1]));
      response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
      response.end(feedOf(base, own));
    } else if (pages && page !== null && articles[Number(page[1])] !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(pageOf(articles[Number(page[1])] as LabelledArticle));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    feeds: Array.from({ length: feeds }, (_, index) => `${base}/feed-${index}.xml`),
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
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
