import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookReceiver } from '../../test/support/webhook-receiver.ts';
import { heavyPages, safe } from './heavy-pages.ts';
import { mulberry32 } from './random.ts';

// Serves feeds on all addresses of 127/8. Half of the requests for a feed are answered 304, the others with new items: the
// number is the argument, on average over all requests. Also serves the heavy pages of the items and receives webhooks.
const items = Number(process.argv[2]);
const PAGES = 400;
const { articles, page } = heavyPages(PAGES);
const random = mulberry32(1);
let made = 0;

const server = createServer((request, response) => {
  const [, number] = /^\/article-(\d+)\./.exec(request.url ?? '') ?? [];
  if (number !== undefined) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(Number(number) % PAGES));
  } else if (!(request.url ?? '').startsWith('/feed-')) response.writeHead(404).end();
  else if (random() < 0.5) response.writeHead(304, { etag: '"1"' }).end();
  else {
    response.setHeader('content-type', 'application/rss+xml; charset=utf-8');
    response.end(feed(`http://${request.headers.host ?? ''}`));
  }
});
await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
const receiver = await webhookReceiver();
process.send?.({ port: (server.address() as AddressInfo).port, hook: receiver.url });

function feed(site: string): string {
  const entries = Array.from({ length: Math.floor(2 * items + random()) }, () => {
    made += 1;
    const { title } = articles[made % PAGES] as { readonly title: string };
    return `<item><title>${safe(title)}</title><link>${site}/article-${made}.html</link><guid>${made}</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Loopback</title>${entries.join('')}</channel></rss>`;
}
