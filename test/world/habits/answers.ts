import { gzipSync } from 'node:zlib';
import { goTo, type Habit, XML } from '../habit.ts';

const bytes = (text: string) => Buffer.byteLength(text);

export const ANSWERS: readonly Habit[] = [
  {
    name: '304 that nobody asked for, now and then',
    told: /304 though nothing was asked/,
    feed: (document, { poll }) => (poll % 4 === 1 ? { status: 304 } : { headers: XML, body: document }),
  },
  {
    name: 'validator that stays while the feed changes',
    told: /validators stay while it changes/,
    feed: (document, _scene, { headers }) =>
      headers['if-none-match'] === undefined
        ? { headers: { ...XML, etag: '"stuck"' }, body: document }
        : { status: 304, headers: { etag: '"stuck"' } },
  },
  {
    name: 'status 206',
    told: /comes with status 206/,
    feed: (document) => ({ status: 206, headers: XML, body: document }),
  },
  {
    name: 'gzip that no header announces',
    told: /packed without saying so/,
    feed: (document) => ({ headers: XML, body: gzipSync(document) }),
  },
  {
    name: 'gzip twice, announced once',
    told: /packed without saying so/,
    feed: (document) => ({
      headers: { ...XML, 'content-encoding': 'gzip' },
      body: gzipSync(gzipSync(document)),
    }),
  },
  {
    name: 'a length beside chunks',
    told: /HTTP that only browsers read/,
    feed: (document) => ({
      raw: `HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: ${bytes(document)}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${bytes(document).toString(16)}\r\n${document}\r\n0\r\n\r\n`,
    }),
  },
  {
    name: 'bare line feeds in the head',
    told: /HTTP that only browsers read/,
    feed: (document) => ({
      raw: `HTTP/1.1 200 OK\nContent-Type: application/rss+xml\nContent-Length: ${bytes(document)}\nConnection: close\n\n${document}`,
    }),
  },
  {
    name: '429 for one feed of the host',
    told: /asked to be left alone/,
    also: ['/limited.xml'],
    feed: (document, { poll }, { path }) =>
      path === '/limited.xml' && poll % 3 !== 0
        ? { status: 429, headers: { 'retry-after': '900' } }
        : {
            headers: XML,
            body: path === '/limited.xml' ? document.replaceAll(/<item>.*<\/item>/g, '') : document,
          },
  },
  {
    name: 'a cookie that has to come back',
    told: /brings back the cookie/,
    feed: (document, { base }, { path, headers }) => {
      if (path === '/gate.xml') return goTo(`${base}/feed.xml`, 302, { 'set-cookie': 'ok=1; Path=/' });
      return headers.cookie?.includes('ok=1') ? { headers: XML, body: document } : goTo(`${base}/gate.xml`);
    },
  },
  {
    name: 'a breakdown of some hours each other day',
    told: /has broken down \d+ times/,
    feed: (document, { now }) =>
      new Date(now).getUTCDate() % 2 === 1 && new Date(now).getUTCHours() < 5
        ? { status: 502, body: 'Bad gateway' }
        : { headers: XML, body: document },
  },
];
