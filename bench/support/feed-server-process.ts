import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// Serves unchanged feeds on every address of 127.0.0.0/8, and records how the limits for hosts are kept. Linux
// answers on all of these addresses; other systems need aliases.
const [delay = '0'] = process.argv.slice(2);

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
    response.writeHead(304, { etag: '"1"' }).end();
  }, Number(delay));
});
server.listen(0, '0.0.0.0', () => process.send?.((server.address() as AddressInfo).port));

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
