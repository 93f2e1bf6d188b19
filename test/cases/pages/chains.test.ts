import { afterAll, beforeAll, describe, expect } from 'vitest';
import { chainCookies } from '../../../src/io/http/chain-cookies.ts';
import { type PollBench, pollBench, rssOf } from '../../support/poll-step.ts';
import { type ScriptedAnswer, scriptedServer, type SeenRequest } from '../../support/scripted-server.ts';
import { variantTest } from '../support/cases.ts';
import { REPORTS } from '../support/outlet.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const { title, text } = REPORTS.ban;
const FULL = `${text} Companies have thirty days to comment, and a list of exempt models will follow in May.`;
const article: ScriptedAnswer = {
  headers: HTML,
  body: `<html lang="en"><title>${title}</title><article><h1>${title}</h1><p>${FULL}</p><p>Shares of the maker fell in late trading, and distributors in Shenzhen stopped quoting prices for the accelerator.</p></article></html>`,
};
const said = (body: string, headers = {}): ScriptedAnswer => ({ headers: { ...HTML, ...headers }, body });
const to = (location: string, headers = {}, status = 302): ScriptedAnswer => ({
  status,
  headers: { location, ...headers },
});

/** How the only entry, whose link is `/go`, was read, and which requests were made for it. */
async function read(
  answer: (request: SeenRequest, base: string, other: string) => ScriptedAnswer | undefined,
) {
  await using server = await scriptedServer((request, base) => {
    if (request.path === '/feed.xml')
      return {
        headers: { 'content-type': 'application/rss+xml' },
        body: rssOf([
          {
            title,
            link: `${base}/go/us-bans-chips`,
            published: '2026-03-02T08:00:00Z',
            description: text.slice(0, 120),
          },
        ]),
      };
    if (request.path === '/robots.txt') return undefined;
    return answer(request, base, base.replace('127.0.0.1', 'localhost'));
  });
  const step = await bench.watch(`${server.url}/feed.xml`);
  await step.poll('2026-03-02T09:00:00Z');
  await step.ingest();
  const found = await bench.pipeline.db
    .selectFrom('items')
    .leftJoin('articles', 'articles.id', 'items.article_id')
    .select(['articles.via', 'articles.text', 'items.outcome'])
    .where('items.feed_id', '=', step.id)
    .executeTakeFirstOrThrow();
  const pages = server.requests.filter(({ path }) => path !== '/feed.xml' && path !== '/robots.txt');
  return {
    isWhole: found.via !== 'feed' && (found.text ?? '').includes('distributors in Shenzhen'),
    via: found.via,
    paths: pages.map(({ path }) => path),
    cookies: pages.map(({ headers }) => headers.cookie ?? ''),
  };
}
const GO = '/go/us-bans-chips';

describe('a refresh in a chain', { timeout: 60_000 }, () => {
  const refresh = (url: string) =>
    `<html><head><meta http-equiv="refresh" content="0;url=${url}"></head><body></body></html>`;
  for (const [name, answer] of [
    [
      'a redirect to a page that refreshes to the article',
      ({ path }, _b) =>
        path === GO ? to('/step') : path === '/step' ? said(refresh('/2026/us-bans-chips')) : article,
    ],
    [
      'a refresh to an address that redirects',
      ({ path }) =>
        path === GO ? said(refresh('/step')) : path === '/step' ? to('/2026/us-bans-chips') : article,
    ],
    [
      'a refresh to another host that redirects twice',
      ({ path }, _b, other) =>
        path === GO
          ? said(refresh(`${other}/one`))
          : path === '/one'
            ? to('/two')
            : path === '/two'
              ? to('/2026/us-bans-chips', {}, 301)
              : article,
    ],
    [
      'a refresh relative to a base element',
      ({ path }, base) =>
        path === GO
          ? said(
              `<html><head><base href="${base}/2026/"><meta http-equiv=refresh content="0;url=us-bans-chips"></head></html>`,
            )
          : path === '/2026/us-bans-chips'
            ? article
            : undefined,
    ],
    [
      'the header Refresh with a word before',
      ({ path }) =>
        path === GO
          ? said('<html><body>One moment</body></html>', { refresh: '1; URL="/2026/us-bans-chips"' })
          : article,
    ],
    [
      'a refresh in noscript beside a script that does the same',
      ({ path }) =>
        path === GO
          ? said(
              `<html><head><noscript><meta http-equiv="refresh" content="0; url='/2026/us-bans-chips'"></noscript><script>location.replace("/2026/us-bans-chips")</script></head></html>`,
            )
          : article,
    ],
    [
      'a refresh with a comma and spaces',
      ({ path }) =>
        path === GO
          ? said(
              `<html><head><meta content=" 0 , URL = /2026/us-bans-chips " http-equiv="Refresh"></head></html>`,
            )
          : article,
    ],
    [
      'a refresh after a comment with another',
      ({ path }) =>
        path === GO
          ? said(
              `<html><head><!-- <meta http-equiv="refresh" content="0;url=/old"> --><meta http-equiv="refresh" content="0;url=/2026/us-bans-chips"></head></html>`,
            )
          : path === '/old'
            ? undefined
            : article,
    ],
  ] as [string, Parameters<typeof read>[0]][])
    variantTest(name, async () => {
      expect((await read(answer)).isWhole).toBe(true);
    });

  variantTest('two refreshes in a row are one too many, and the feed’s words stand', async () => {
    const seen = await read(({ path }) =>
      path === GO ? said(refresh('/a')) : path === '/a' ? said(refresh('/b')) : article,
    );
    expect([seen.via, seen.paths]).toEqual(['feed', [GO, '/a']]);
  });
  variantTest('a refresh back to the entry’s own address is asked once', async () => {
    const seen = await read(({ path }) => (path === GO ? said(refresh('/a')) : said(refresh(GO))));
    expect([seen.via, seen.paths.filter((path) => path === GO).length]).toEqual(['feed', 1]);
  });
});

describe('cookies along a chain', { timeout: 60_000 }, () => {
  variantTest('are kept over three hops', async () => {
    const seen = await read(({ path, headers }) =>
      path === GO
        ? to('/gate', { 'set-cookie': 'seen=1; Path=/' })
        : path === '/gate'
          ? to('/last', { 'set-cookie': ['id=7; Path=/', 'seen=2; Path=/'] })
          : path === '/last'
            ? to('/2026/us-bans-chips')
            : /seen=2/.test(headers.cookie ?? '') && /id=7/.test(headers.cookie ?? '')
              ? article
              : said('<title>Cookies required</title>Please enable cookies.'),
    );
    expect(seen.isWhole).toBe(true);
  });
  variantTest('of one host are not sent to another', async () => {
    const seen = await read(({ path }, _b, other) =>
      path === GO
        ? to(`${other}/gate`, { 'set-cookie': 'secret=1; Path=/' })
        : path === '/gate'
          ? to('/2026/us-bans-chips', { 'set-cookie': 'own=2; Path=/' })
          : article,
    );
    expect([seen.isWhole, seen.cookies]).toEqual([true, ['', '', 'own=2']]);
  });
  variantTest('for TLS alone are not sent without it', () => {
    const cookies = chainCookies();
    cookies.keep(new URL('https://o.example/'), { 'set-cookie': ['a=1; Secure', 'b=2'] });
    expect(cookies.headerFor(new URL('http://o.example/'))).toBe('b=2');
    expect(cookies.headerFor(new URL('https://o.example/'))).toBe('a=1; b=2');
  });
  variantTest('that are empty or damaged do not matter', async () => {
    const seen = await read(({ path }) =>
      path === GO
        ? to('/2026/us-bans-chips', {
            'set-cookie': ['', '=; ;', 'ok=1; Path=/; Expires=soon', 'x=\u00e9; Path=/'],
          })
        : article,
    );
    expect([seen.isWhole, seen.cookies[1]]).toEqual([true, expect.stringContaining('ok=1')]);
  });
  variantTest('end with the chain: a refresh begins without them', async () => {
    const seen = await read(({ path }) =>
      path === GO
        ? to('/gate', { 'set-cookie': 'a=1; Path=/' })
        : path === '/gate'
          ? said(
              '<html><head><meta http-equiv="refresh" content="0;url=/2026/us-bans-chips"></head></html>',
              {},
            )
          : article,
    );
    expect([seen.isWhole, seen.cookies.at(-1)]).toEqual([true, '']);
  });
  variantTest('a circle that ends when the cookie comes back', async () => {
    const seen = await read(({ path, headers }) =>
      path === GO
        ? headers.cookie === 'ok=1'
          ? article
          : to('/set')
        : to(GO, { 'set-cookie': 'ok=1; Path=/' }),
    );
    expect([seen.isWhole, seen.paths]).toEqual([true, [GO, '/set', GO]]);
  });
});
