import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { labelledArticles } from '../support/loopback-outlet.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';

// Pages are fetched ahead of the reading threads. How many wait is limited, and how many bytes they have.

const AT = '2026-11-20T12:00:00Z';
const MIB = 2 ** 20;
const { title, body } = labelledArticles().find(({ topics }) => topics.length === 0)!;
const page = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${body}</p></article></body></html>`;

let port = 0;
let feed = '';
const server = createServer((request, response) => {
  const isFeed = request.url === '/feed.xml';
  const isPage = request.url?.startsWith('/page') === true;
  response.statusCode = isFeed || isPage ? 200 : 404;
  response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8');
  response.end(isFeed ? feed : isPage ? page : 'nothing here');
});
let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
  await once(server.listen(0, '0.0.0.0'), 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await bench[Symbol.asyncDispose]();
});

test('a fetched page gives its permit away before it is read only if few pages and few bytes wait', async () => {
  const waiting = [
    { unread: 0, unreadBytes: 0 },
    { unread: 31, unreadBytes: 3 * MIB },
    { unread: 32, unreadBytes: 3 * MIB },
    { unread: 1, unreadBytes: 8 * MIB },
  ];
  feed = rssOf(
    waiting.map((_, at) => ({
      title: `Report ${at}`,
      link: `http://127.0.1.${10 + at}:${port}/page-${at}`,
      published: AT,
    })),
  );
  const step = await bench.watch(`http://127.0.1.1:${port}/feed.xml`);
  await step.poll(AT);
  const { pipeline } = bench;
  const items = await pipeline.db.selectFrom('items').select('id').orderBy('url').execute();
  const before: boolean[] = [];
  for (const [at, { id }] of items.entries()) {
    let hasGivenWay = false;
    const reader: DocumentReader = {
      ...pipeline.reader,
      ...waiting[at]!,
      readArticle(...request) {
        before.push(hasGivenWay);
        return pipeline.reader.readArticle(...request);
      },
    };
    const giveWay = () => {
      hasGivenWay = true;
    };
    await ingestItem({ ...pipeline, reader, giveWay }, id, new AbortController().signal);
    expect(hasGivenWay).toBe(true);
  }
  expect(before).toEqual([true, true, false, false]);
}, 60_000);

test('the reader counts the bytes of a page until it is read', async () => {
  const { reader } = bench.pipeline;
  const bytes = new TextEncoder().encode(page);
  const size = bytes.byteLength;
  const url = `http://127.0.1.1:${port}/page`;
  const none = { author: undefined, summary: undefined, content: undefined, published: undefined };
  const reading = reader.readArticle({
    page: { bytes, contentType: 'text/html', url },
    entry: { url, title, ...none },
    hints: { http: undefined, feed: undefined },
    outlet: 'Example Daily',
    seenAt: new Date(AT),
  });
  expect(reader.unreadBytes).toBe(size);
  expect((await reading).article.title).toBe(title);
  expect(reader.unreadBytes).toBe(0);
}, 60_000);
