import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forwardTarget } from '../../../src/core/plausibility/forward-target.ts';
import { targetWithin } from '../../../src/core/urls/target-within.ts';
import { type PollBench, pollBench } from '../../support/poll-step.ts';
import { caseTest, variantTest } from '../support/cases.ts';
import { caseFile, html, readOutlet } from '../support/page-outlet.ts';

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
});
afterAll(() => bench[Symbol.asyncDispose]());

describe('a page that redirects by refresh or script', () => {
  const feed = (base: string) =>
    caseFile('feeds/05-meta-refresh/feed.xml').replaceAll('https://outlet.example', base);
  const real = html(caseFile('feeds/05-meta-refresh/real.html'));
  const read = (page: (other: string) => string) =>
    readOutlet(bench, feed, (path, _base, other) => (path === '/domestic' ? html(page(other)) : real));
  const TEXT = /^Anhui Lanhe Microelectronics/;

  caseTest('feeds/05-meta-refresh', async () => {
    const { articles, outcomes } = await read((other) =>
      caseFile('feeds/05-meta-refresh/page.html').replaceAll(
        'https://real.example/domestic',
        `${other}/real`,
      ),
    );
    expect(articles[0]?.text).toMatch(TEXT);
    expect(articles[0]?.via).not.toBe('feed');
    expect(outcomes[0]).toMatch(/leads to/);
  });
  const VARIANTS: readonly [string, (other: string) => string][] = [
    [
      'by a refresh without quotes, in German',
      (other) =>
        `<title>Weiterleitung</title><meta content=0;URL=${other}/real http-equiv=refresh><p>Sie werden weitergeleitet.</p>`,
    ],
    [
      'by a script alone',
      (other) =>
        `<title></title><script>window.location.href = '${other.replaceAll('/', '\\/')}\\/real';</script>`,
    ],
    [
      'by its only link, in Japanese',
      (other) =>
        `<title>転送中</title><p>自動的に移動しない場合は<a href="${other}/real?a=1&amp;b=2">こちら</a></p>`,
    ],
  ];
  for (const [name, page] of VARIANTS)
    variantTest(name, async () => {
      expect((await read(page)).articles[0]?.text).toMatch(TEXT);
    });
  variantTest('to a page that sends it on again is followed once', async () => {
    const { articles, requests } = await readOutlet(bench, feed, (path, _base, other) =>
      html(`<title>Redirecting</title><meta http-equiv="refresh" content="0; url=${other}${path}x">`),
    );
    expect(articles[0]?.via).toBe('feed');
    expect(requests.filter(({ path }) => path.startsWith('/domestic'))).toHaveLength(2);
  });
});

test.each([
  ['a reload', '<meta http-equiv="refresh" content="300">'],
  ['a later one', '<meta http-equiv="refresh" content="900; url=/live">'],
  ['itself', '<meta http-equiv="refresh" content="0; url=https://o.example/a#top">'],
  ['another scheme', '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">'],
])('%s leads nowhere', (_, page) => {
  expect(forwardTarget(page, 'https://o.example/a')).toBeUndefined();
});

test.each([
  ['https://www.google.com/url?rct=j&url=https://real.example/a%3Fb%3D1&ct=ga', 'https://real.example/a?b=1'],
  [
    'https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2freal.example%2fa&c=1',
    'https://real.example/a',
  ],
  ['https://real-example.cdn.ampproject.org/c/s/real.example/a.amp', 'https://real.example/a.amp'],
  ['https://www.google.com/amp/s/real.example/a', 'https://real.example/a'],
  [
    `https://news.google.com/rss/articles/${Buffer.from('\b\x13"\x16https://real.example/a\xd2\x01\x00', 'latin1').toString('base64url')}?oc=5`,
    'https://real.example/a',
  ],
  ['https://outlet.example/a?url=https://other.example/b', undefined],
  ['https://www.google.com/url?url=javascript:alert(1)', undefined],
])('the target within %s', (address, target) => {
  expect(targetWithin(address)).toBe(target);
});
