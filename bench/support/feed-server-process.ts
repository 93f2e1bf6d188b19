import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Serves unchanged feeds, or feeds with so many new items each, on every address of 127.0.0.0/8, and records how the
// limits for hosts are kept. Linux answers on all of these addresses; other systems need aliases.
const [delay = '0', items = '0'] = process.argv.slice(2);

interface Host {
  requests: number;
  under: number;
  most: number;
  /** The start times of requests in the last second. */
  begun: number[];
  mostInASecond: number;
}

let hosts = new Map<string, Host>();
const server = createServer((request, response) => {
  const name = request.headers.host ?? '';
  const host = hosts.get(name) ?? { requests: 0, under: 0, most: 0, begun: [], mostInASecond: 0 };
  hosts.set(name, host);
  const now = performance.now();
  host.requests += 1;
  host.under += 1;
  host.most = Math.max(host.most, host.under);
  host.begun = [...host.begun.filter((begun) => begun > now - 1_000), now];
  host.mostInASecond = Math.max(host.mostInASecond, host.begun.length);
  setTimeout(() => {
    host.under -= 1;
    if (Number(items) === 0) response.writeHead(304, { etag: '"1"' }).end();
    else
      response
        .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' })
        .end(feed(`http://${name}${request.url}`));
  }, Number(delay));
});
server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));

const SUMMARY =
  'The port said that forty ships had left before noon and that the rest would follow when the fog was gone. ';

function feed(url: string): string {
  const now = Date.now();
  const entries = Array.from({ length: Number(items) }, (_, n) => {
    const link = `${url}/${now}/${n}`;
    return (
      `<item><title>Harbour report ${n} of ${now}</title><link>${link}</link><guid>${link}</guid>` +
      `<pubDate>${new Date(now - n * 60_000).toUTCString()}</pubDate><description>${SUMMARY.repeat(3)}</description></item>`
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Loopback</title>${entries.join('')}</channel></rss>`;
}

process.on('message', () => {
  const seen = [...hosts.values()];
  process.send?.({
    hosts: seen.length,
    requests: seen.reduce((sum, host) => sum + host.requests, 0),
    most: Math.max(0, ...seen.map((host) => host.most)),
    mostInASecond: Math.max(0, ...seen.map((host) => host.mostInASecond)),
  });
  hosts = new Map();
});
