import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/core/articles/extract-article.ts';
import { splitByline } from '../../../../src/core/articles/metadata/authors.ts';

const read = (head: string, body = '', url = 'https://a.example/story-one') =>
  extractArticle(`<html><head>${head}</head><body>${body}</body></html>`, url);

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('headline', () => {
  test.each([
    [
      'a lone heading before the title for sharing',
      '<title>Other - Site</title><meta property="og:title" content="Other">',
      '<h1>Rules nearly ready</h1>',
      'Rules nearly ready',
    ],
    [
      'JSON-LD and og:title together before the heading',
      `${ld({ '@type': 'NewsArticle', headline: 'Rules nearly ready' })}<meta property="og:title" content="Rules nearly ready">`,
      '<h1>The Daily Paper</h1>',
      'Rules nearly ready',
    ],
    [
      'the site cut off',
      '<meta property="og:site_name" content="The Paper"><title>Rules nearly ready | The Paper</title>',
      '',
      'Rules nearly ready',
    ],
    [
      'the kicker cut off',
      '<meta property="og:title" content="Rules nearly ready for all">',
      '<h1>Trade: Rules nearly ready for all</h1>',
      'Rules nearly ready for all',
    ],
    [
      'markup and entities in a meta element',
      '<meta property="og:title" content="&lt;i&gt;Rules&lt;/i&gt; &amp;amp; rulers">',
      '',
      'Rules & rulers',
    ],
    ['no title at all', '', '', ''],
    [
      'not the site’s name above the page, as its address has it',
      '<title>Rules nearly ready - Daily Wafer</title>',
      '<h1>DailyWafer.example</h1><h2>Rules nearly ready</h2>',
      'Rules nearly ready',
      'https://www.dailywafer.example/story-one',
    ],
    [
      'not the site’s name above the page, as the title ends with it',
      '<title>Rules for chip makers nearly ready | The Daily Paper</title>',
      '<h1>The Daily Paper</h1><h2>Rules for chip makers nearly ready</h2>',
      'Rules for chip makers nearly ready',
    ],
    [
      'the heading where a title begins with the site’s long name',
      '<title>The Very Long Name of a Paper | Rules ready</title><meta property="og:title" content="Rules ready">',
      '<h1>Rules ready</h1>',
      'Rules ready',
    ],
    [
      'a site’s name cut off that has separators in it',
      '<meta property="og:site_name" content="The Paper - News and Opinion"><title>Rules nearly ready | The Paper - News and Opinion</title>',
      '',
      'Rules nearly ready',
    ],
    [
      'a site’s name cut off that its address alone tells',
      '<meta property="og:title" content="Rules nearly ready | Daily Wafer">',
      '',
      'Rules nearly ready',
      'https://dailywafer.example/story-one',
    ],
  ])('%s', (_, head, body, expected, url?: string) => {
    expect(read(head, body, url).title).toBe(expected);
  });
});

describe('dates', () => {
  test.each([
    [
      'JSON-LD first',
      `${ld({ '@type': 'NewsArticle', datePublished: '2025-03-01T10:00:00Z' })}<meta name="date" content="2020-01-01">`,
      '',
      '2025-03-01T10:00:00Z',
    ],
    [
      'a graph',
      ld({
        '@graph': [
          { '@type': 'WebSite' },
          { '@type': 'Article', headline: 'x', datePublished: '2025-03-02' },
        ],
      }),
      '',
      '2025-03-02T00:00:00Z',
    ],
    [
      'an array with damaged JSON',
      '<script type="application/ld+json">[{"@type":"Article","headline":"a\nb","datePublished":"2025-03-03",},]</script>',
      '',
      '2025-03-03T00:00:00Z',
    ],
    [
      'JSON-LD with comments, single quotes and a lost comma',
      `<script type="application/ld+json">{"@type":"Article", // the report
        'headline':'x' "datePublished":"2025-03-07"};</script>`,
      '',
      '2025-03-07T00:00:00Z',
    ],
    [
      'JSON-LD that is too long and too broken to mend',
      `<script type="application/ld+json">{"@type":"Article",${'"a" "b'.repeat(20_000)}</script><meta name="date" content="2025-03-08">`,
      '',
      '2025-03-08T00:00:00Z',
    ],
    [
      'OpenGraph',
      '<meta property="article:published_time" content="2025-03-04T08:00:00+01:00">',
      '',
      '2025-03-04T07:00:00Z',
    ],
    ['Dublin Core', '<meta name="DC.date.issued" content="2025-03-05">', '', '2025-03-05T00:00:00Z'],
    ['microdata', '', '<span itemprop="datePublished" content="2025-03-06">x</span>', '2025-03-06T00:00:00Z'],
    [
      'time',
      '',
      '<h1>Rules nearly ready</h1><time datetime="2025-03-07T10:00Z">today</time>',
      '2025-03-07T10:00:00Z',
    ],
    ['as printed', '', '<h1>Rules nearly ready</h1><p>Published March 8, 2025</p>', '2025-03-08T00:00:00Z'],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body).published).toEqual(new Date(expected));
  });

  test('the date in the address', () => {
    expect(read('', '', 'https://a.example/2025/03/09/story').published).toEqual(new Date('2025-03-09'));
  });

  test('an impossible date is ignored', () => {
    expect(read('<meta name="date" content="0000-00-00">').published).toBeUndefined();
  });
});

describe('authors', () => {
  test.each([
    ['By Ann Lee and Bob Ray', ['Ann Lee', 'Bob Ray']],
    ['Von Anna Muster und Max Beispiel, dpa', ['Anna Muster', 'Max Beispiel', 'dpa']],
    ['Par Hélène Dewaele', ['Hélène Dewaele']],
    ['Di Mario Rossi e Carla Bianchi', ['Mario Rossi', 'Carla Bianchi']],
    ['서지훈 기자', ['서지훈']],
    ['作者：林晓东', ['林晓东']],
    ['Ann Lee | Senior Reporter (Berlin)', ['Ann Lee']],
    ['https://a.example/author/1', []],
  ])('%s', (byline, expected) => {
    expect(splitByline(byline).filter((name) => name !== '')).toEqual(expected);
  });

  test.each([
    [
      'objects, references and strings in JSON-LD',
      ld({
        '@graph': [
          { '@type': 'Person', '@id': '#p', name: 'Ann Lee' },
          { '@type': 'NewsArticle', headline: 'x', author: [{ '@id': '#p' }, { name: 'Bob Ray' }, 'Cy Dee'] },
        ],
      }),
      '',
      ['Ann Lee', 'Bob Ray', 'Cy Dee'],
    ],
    [
      'an address in article:author is no name',
      '<meta property="article:author" content="https://social.example/x"><meta name="author" content="Ann Lee">',
      '',
      ['Ann Lee'],
    ],
    ['capitals', '<meta name="author" content="ANN LEE">', '', ['Ann Lee']],
    ['nobody', '<meta name="author" content="admin">', '', []],
    [
      'a byline before the date',
      '',
      '<p class="byline">By Ann Lee <time datetime="2025-01-01">1 January</time></p>',
      ['Ann Lee'],
    ],
  ])('%s', (_, head, body, expected) => {
    expect(read(head, body).authors).toEqual(expected);
  });
});

test('the other fields', () => {
  const article = read(
    `<link rel="canonical" href="/story-one?utm_source=x"><link rel="amphtml" href="/story-one/amp">
     <meta property="og:image" content="/i.jpg"><meta property="og:description" content="What  it is.">
     <meta property="article:section" content="Trade"><meta name="keywords" content="chips, trade ,chips">
     <meta property="og:site_name" content="The Paper"><meta property="og:locale" content="fr_FR">
     ${ld({ '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: 'False', hasPart: { isAccessibleForFree: true } })}`,
  );
  expect(article).toMatchObject({
    canonicalUrl: 'https://a.example/story-one',
    ampUrl: 'https://a.example/story-one/amp',
    image: 'https://a.example/i.jpg',
    lead: 'What it is.',
    section: 'Trade',
    keywords: ['chips', 'trade'],
    siteName: 'The Paper',
    languageHint: 'fr_FR',
    isAccessibleForFree: false,
  });
});
