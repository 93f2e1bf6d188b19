import { createServer, request as ask, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { listening } from '../../test/support/listening.ts';
import { type Night, seconds } from './night.ts';
import type { NamedFeed } from './outside-nights.ts';
import { marked } from './surrounding-nights.ts';

const LOGIN = `<!doctype html><html lang="en"><head><title>Welcome to Harbour Wi-Fi</title></head><body><h1>Welcome to Harbour Wi-Fi</h1>
<p>To use the internet aboard, accept the terms of use below and enter the number of your cabin and your surname.</p>
<p>The ship offers an hour a day free of charge. More time can be bought at the reception on deck five, which is open around the clock. Please do not download large files, because the satellite link is shared by all guests.</p>
<form action="/accept"><input name="cabin"><input name="surname"><button>Connect</button></form></body></html>`;

/** A night on which the proxy through which all feeds and pages are fetched answers everything itself for a minute. */
function answeredByProxy(
  what: string,
  connectStatus: string,
  answer: (response: ServerResponse, url: string) => void,
): Night {
  return {
    name: `the proxy ${what} for 60 seconds`,
    async prepare(_, resources) {
      let isOpen = true;
      const server = createServer((request, response) => {
        const url = request.url ?? '';
        if (!isOpen) return answer(response, url);
        const onward = ask(url, { method: request.method, headers: request.headers }, (answered) => {
          response.writeHead(answered.statusCode ?? 502, answered.headers);
          answered.pipe(response);
        });
        onward.on('error', () => response.destroy());
        request.pipe(onward);
      });
      server.on('connect', (request, socket) => {
        socket.on('error', () => {});
        if (!isOpen) return void socket.end(`HTTP/1.1 ${connectStatus}\r\n\r\n`);
        const { hostname, port } = new URL(`http://${request.url}`);
        const onward = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
        onward.on('error', () => socket.destroy());
        socket.pipe(onward).pipe(socket);
      });
      const own = resources.use(await listening(server));
      return {
        environment: { HTTP_PROXY: own.url, NO_PROXY: '127.0.0.1' },
        handle(open: boolean) {
          isOpen = open;
        },
      };
    },
    async fault(world, { handle }) {
      (handle as (open: boolean) => void)(false);
      await seconds(60);
      const doctor = await world.command('doctor');
      const feeds = await world.command('feeds', 'list', '--json');
      (handle as (open: boolean) => void)(true);
      return {
        'a feed says': (JSON.parse(feeds.stdout) as NamedFeed[])[0]?.lastError ?? 'nothing',
        doctor: marked(doctor.stdout),
      };
    },
  };
}

const html = { 'content-type': 'text/html; charset=utf-8' };

/** Faults of what stands between the service and all outlets. */
export const proxyNights: readonly Night[] = [
  answeredByProxy('wants a password (407)', '407 Proxy Authentication Required', (response) =>
    response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end('log in'),
  ),
  answeredByProxy('answers 502 to everything', '502 Bad Gateway', (response) =>
    response.writeHead(502, html).end('<h1>502 Bad Gateway</h1>'),
  ),
  answeredByProxy('shows a log-in page with status 200 to everything', '200 OK', (response) =>
    response.writeHead(200, html).end(LOGIN),
  ),
  answeredByProxy('redirects everything to a log-in page', '302 Found', (response, url) =>
    url.includes('/login')
      ? response.writeHead(200, html).end(LOGIN)
      : response.writeHead(302, { location: 'http://127.9.9.9/login' }).end(),
  ),
  answeredByProxy('answers everything with an empty body', '200 OK', (response) =>
    response.writeHead(200).end(),
  ),
  answeredByProxy('cuts every body off after 300 bytes, without a length', '502 Bad Gateway', (response) => {
    response.writeHead(200, html);
    response.write(LOGIN.slice(0, 300));
    setTimeout(() => response.destroy(), 50);
  }),
];
