import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookReceiver } from '../../test/support/webhook-receiver.ts';
import { heavyPages, safe } from './heavy-pages.ts';

// Serves heavy pages on thousands of hosts (on Linux all of 127/8 is this machine) in twenty feeds, and receives
// webhooks.
const count = Number(process.argv[2]);
const FEEDS = 20;
const HOSTS = 2_000;
const { articles, page } = heavyPages(count);
const server = createServer((request, response) => {
  const [, kind, number] = /^\/(feed|article)-(\d+)\./.exec(request.url ?? '') ?? [];
  if (kind === 'feed') {
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
    response.end(feed(Number(number)));
  } else if (kind === 'article') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(Number(number)));
  } else {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
const { port } = server.address() as AddressInfo;
const receiver = await webhookReceiver();
process.send?.({
  feeds: Array.from({ length: FEEDS }, (_, n) => `http://127.0.0.1:${port}/feed-${n}.xml`),
  pages: articles.map((_, index) => pageUrl(index)),
  hook: receiver.url,
});

function pageUrl(index: number): string {
  const host = index % HOSTS;
  return `http://127.1.${host >> 8}.${host & 255}:${port}/article-${index}.html`;
}

function feed(n: number): string {
  const items = articles.flatMap((article, index) =>
    index % FEEDS === n
      ? `<item><title>${safe(article.title)}</title><link>${pageUrl(index)}</link><guid isPermaLink="false">${article.id}</guid>` +
        `<pubDate>${new Date(Date.now() - index * 60_000).toUTCString()}</pubDate><description>${safe(article.body.slice(0, 140))}</description></item>`
      : [],
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Loopback</title>${items.join('')}</channel></rss>`;
}
