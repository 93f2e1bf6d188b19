import { describe, expect } from 'vitest';
import { inferDateHabits } from '../../../src/core/dates/infer-date-habits.ts';
import { forwardTarget } from '../../../src/core/plausibility/forward-target.ts';
import { retryAfter } from '../../../src/core/politeness/retry-after.ts';
import { canonicalUrl } from '../../../src/core/urls/canonical-url.ts';
import { targetWithin } from '../../../src/core/urls/target-within.ts';
import { variantTest } from '../support/cases.ts';

const PAGE = 'https://out.example/go?id=1';
const TARGET = 'https://real.example/a?b=1&c=2';
const refresh = (content: string) =>
  `<html><head><meta http-equiv="refresh" content="${content}"></head></html>`;

describe('a page that forwards to another', () => {
  for (const html of [
    refresh(`0;url=${TARGET}`),
    refresh(`5; URL='${TARGET}'`),
    refresh(`.5;url=${TARGET}`),
    refresh(`0; ${TARGET.replace('&', '&amp;')}`),
    refresh('0;url=//real.example/a?b=1&c=2'),
    `<meta http-equiv=refresh content=0;url=${TARGET}>`,
    `<META CONTENT="1,URL=${TARGET}" HTTP-EQUIV=Refresh>`,
    `<!-- ${refresh('0;url=https://wrong.example/x')} -->${refresh(`0;url=${TARGET}`)}`,
    `<script>location.replace('${TARGET.replaceAll('/', '\\/')}')</script>`,
    `<script>location.href="https:\\u002f\\u002freal.example\\u002fa?b=1\\u0026c=2"</script>`,
    `<script>location.href=\`${TARGET}\`</script>`,
    `<script>window.open("${TARGET}", "_self")</script>`,
    `<script>var next = '${TARGET}'; window.location = next;</script>`,
    `<body data-redirect-url="${TARGET}">`,
    `<p>Sie verlassen unsere Seite</p><a class=b href=${TARGET}>weiter</a>`,
  ])
    variantTest(html, () => {
      expect(forwardTarget(html, PAGE)).toBe(TARGET);
    });
  for (const content of [`0;url=${PAGE}`, '300', `60;url=${TARGET}`, '0;url=javascript:alert(1)', '0'])
    variantTest(`${content} leads nowhere`, () => {
      expect(forwardTarget(refresh(content), PAGE)).toBeUndefined();
    });
});

describe('an address that contains another', () => {
  const written = encodeURIComponent('https://real.example/a?b=1');
  for (const address of [
    `https://www.google.co.uk/url?q=${written}`,
    'https://www.bing.com/ck/a?!&&p=abc&u=a1aHR0cHM6Ly9yZWFsLmV4YW1wbGUvYT9iPTE&ntb=1',
    `https://r.search.yahoo.com/_ylt=A/RU=${written}/RK=2/RS=x-`,
    `https://www.reddit.com/out?url=${written}`,
    `https://yandex.example/clck/jsredir?url=${written}`,
    `https://link.zhihu.example/?target=${written}`,
    `https://weibo.example/sinaurl?u=${written}`,
    `https://shop.example/redirect.php?to=${written}`,
    `https://eur01.safelinks.protection.outlook.com/?url=${written}&data=05`,
    'https://urldefense.com/v3/__https://real.example/a?b=1__;!!x!y$',
    'https://href.li/?https://real.example/a?b=1',
    'https://web.archive.org/web/2026/https://real.example/a?b=1',
    `https://api.follow.it/track-rss-story-click/v3/${written}`,
    'https://www.bing.com/amp/s/real.example/a?b=1',
    'https://real-example.bing-amp.com/c/s/real.example/a?b=1',
    'https://cdn.ampproject.org/c/s/real.example/a?b=1',
  ])
    variantTest(address, () => {
      expect(targetWithin(address)).toBe('https://real.example/a?b=1');
    });
  for (const address of [
    'https://paper.example/redirect?url=https://paper.example/2026/ban',
    'https://paper.example/2026/03/ban?url=https://real.example/a',
    'https://paper.example/out?url=home',
  ])
    variantTest(`${address} is its own`, () => {
      expect(targetWithin(address)).toBeUndefined();
    });
});

describe('the canonical address of a page', () => {
  const own = 'https://paper.example/news/2026/ban-123';
  const CLAIMS: readonly (readonly [from: string, said: string])[] = [
    ...[
      'github.io',
      'substack.com',
      'wordpress.com',
      'tumblr.com',
      'ghost.io',
      'pages.dev',
      'netlify.app',
      'hatenablog.com',
      'webnode.page',
      'ucoz.ru',
      'neocities.org',
      'e-monsite.com',
      'muragon.com',
      'blog.ir',
      'vercel.app',
      'azurewebsites.net',
      'notion.site',
    ].map((host): [string, string] => [`https://one.${host}/p/1`, `https://two.${host}/p/1`]),
    ['https://one.blogspot.com/2026/03/x.html', 'https://two.blogspot.com/2026/03/x.html'],
    ['https://one.s3.amazonaws.com/report.html', 'https://two.s3.amazonaws.com/report.html'],
    ['https://a.edu.cn/report-1', 'https://b.edu.cn/report-1'],
    ['https://host.example/@one/report-1', 'https://host.example/@two/report-1'],
    ['https://host.example/~one/report-1', 'https://host.example/~two/report-1'],
    ...[
      '/',
      'https://paper.example',
      '/news/',
      '/de',
      '/en-gb/',
      '/index.html',
      '/404',
      '/news/undefined',
      'http://localhost/news/2026/ban-123',
      'https://paper.example:8080/x-123',
    ].map((said): [string, string] => [own, said]),
  ];
  for (const [from, said] of CLAIMS)
    variantTest(`${said} on ${from}`, () => {
      expect(canonicalUrl(from, said)).toBe(from);
    });
  for (const said of [
    'ban-123',
    '../2026/ban-123',
    '//paper.example/news/2026/ban-123',
    `${own}?utm_source=x`,
  ])
    variantTest(`${said} is believed`, () => {
      expect(canonicalUrl(`${own}?page=2`, said)).toBe(own);
    });
});

describe('Retry-After as servers write it', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  for (const [header, minutes] of [
    ['"120"', 2],
    ['120s', 2],
    ['120 seconds', 2],
    ['120, 120', 2],
    ['5 minutes', 5],
    ['1h', 60],
    ['1772444400', 40],
    ['1772444400000', 40],
    ['2026-03-02T09:30:00Z', 30],
    ['Monday, 02-Mar-26 09:30:00 GMT', 30],
    ['Sun, 01 Mar 2026 09:30:00 GMT', 0],
  ] as const)
    variantTest(header, () => {
      expect(retryAfter(header, now)).toEqual(new Date(now.getTime() + minutes * 60_000));
    });
  variantTest('a negative time is ignored', () => {
    expect(retryAfter('-5', now)).toBeUndefined();
  });
});

describe('the order of day and month', () => {
  const orderOf = (texts: readonly string[], more: { url?: string; language?: string } = {}) =>
    inferDateHabits(texts, {
      now: new Date('2026-03-02T09:00:00Z'),
      url: 'https://paper.example/f',
      language: undefined,
      before: {},
      ...more,
    }).dayFirst;
  for (const [name, texts, more, expected] of [
    ['dashes, another date shows the day', ['02-03-2026 08:00', '25-02-2026 08:00'], {}, true],
    ['dashes, another date shows the month', ['03-02-2026 08:00', '02-25-2026 08:00'], {}, false],
    ['two digits of a year', ['25/02/26 08:00', '01/03/26 08:00'], {}, true],
    ['a time before the day', ['08:00 25/02/2026'], {}, true],
    ['Britain, by the address', ['01/03/2026 08:00'], { url: 'https://paper.co.uk/f', language: 'en' }, true],
    ['India, by the address', ['01/03/2026 08:00'], { url: 'https://paper.in/f' }, true],
    ['Britain, by the language', ['02/03/2026 08:00'], { language: 'en-GB' }, true],
    ['English, and nothing else', ['02/03/2026 08:00'], { language: 'en' }, undefined],
    ['ISO says nothing of it', ['2026-03-02', '26-02-03'], {}, undefined],
  ] as const)
    variantTest(name, () => {
      expect(orderOf(texts, more)).toBe(expected);
    });
});
