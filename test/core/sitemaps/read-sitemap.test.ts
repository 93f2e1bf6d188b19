import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesWithin, newsSitemaps } from '../../../src/core/sitemaps/backfill.ts';
import { readSitemap, type SitemapEntry } from '../../../src/core/sitemaps/read-sitemap.ts';

const BASE = 'https://news.example/news-sitemap.xml';

const NEWS = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://news.example/a?x=1&amp;y=2</loc>
    <n:news>
      <n:publication><n:name>Le Fil</n:name><n:language>fr</n:language></n:publication>
      <n:publication_date>2026-03-04T10:15:00+01:00</n:publication_date>
      <n:title>Puces : l’embargo &amp; ses effets</n:title>
    </n:news>
    <image:image><image:loc>https://cdn.example/a.jpg</image:loc><image:title>Une puce</image:title></image:image>
    <lastmod>2026-03-04T12:00:00Z</lastmod>
  </url>
  <url><loc> /b </loc><lastmod>2026-03-03</lastmod></url>
  <url><loc>javascript:alert(1)</loc></url>
  <url><lastmod>2026-03-03</lastmod></url>
</urlset>`;

const A: SitemapEntry = {
  url: 'https://news.example/a?x=1&y=2',
  title: 'Puces : l’embargo & ses effets',
  published: new Date('2026-03-04T09:15:00Z'),
  language: 'fr',
};
const B: SitemapEntry = {
  url: 'https://news.example/b',
  title: undefined,
  published: new Date('2026-03-03T00:00:00Z'),
  language: undefined,
};

describe('a sitemap', () => {
  test('of news gives its pages, whatever the prefix, and not its pictures', () => {
    expect(readSitemap(NEWS, BASE)).toEqual({ kind: 'urls', entries: [A, B] });
  });

  test('that is truncated gives what came before', () => {
    const cut = NEWS.slice(0, NEWS.indexOf('/b'));
    expect(readSitemap(`${cut}/half`, BASE)).toEqual({ kind: 'urls', entries: [A] });
  });

  test('with CDATA and bare ampersands is read', () => {
    const text =
      '<urlset><url><loc><![CDATA[https://news.example/?a=1&b=2]]></loc></url><url><loc>https://news.example/?c=1&d=2</loc></url></urlset>';
    const read = readSitemap(text, BASE);
    expect(read?.kind === 'urls' && read.entries.map(({ url }) => url)).toEqual([
      'https://news.example/?a=1&b=2',
      'https://news.example/?c=1&d=2',
    ]);
  });

  test('that is an index names the others', () => {
    const text = `<sitemapindex><sitemap><loc>https://news.example/1.xml</loc><lastmod>2026-03-04</lastmod></sitemap>
      <sitemap><loc>https://news.example/2.xml.gz</loc></sitemap></sitemapindex>`;
    expect(readSitemap(text, BASE)).toEqual({
      kind: 'index',
      sitemaps: [
        { url: 'https://news.example/1.xml', modified: new Date('2026-03-04T00:00:00Z') },
        { url: 'https://news.example/2.xml.gz', modified: undefined },
      ],
    });
  });

  test.each([
    '',
    'no markup',
    '<html><body><url><loc>https://a.example/</loc></url></body></html>',
    '<rss/>',
  ])('%j is none', (text) => {
    expect(readSitemap(text, BASE)).toBeUndefined();
  });

  test('of more than 5,000 entries gives the first and the last', () => {
    const urls = Array.from({ length: 12_000 }, (_, n) => `<url><loc>https://news.example/${n}</loc></url>`);
    const read = readSitemap(`<urlset>${urls.join('')}</urlset>`, BASE);
    const entries = read?.kind === 'urls' ? read.entries.map(({ url }) => url) : [];
    expect(entries.length).toBeLessThanOrEqual(5000);
    expect(entries.length).toBeGreaterThan(3700);
    expect([entries[0], entries.at(-1)]).toEqual(['https://news.example/0', 'https://news.example/11999']);
  });

  test('with elements nested too deep is read up to them', () => {
    const text = `<urlset><url><loc>https://news.example/</loc></url>${'<url><loc>'.repeat(200_000)}`;
    expect(readSitemap(text, BASE)).toMatchObject({ entries: [{ url: 'https://news.example/' }] });
  });

  test('with any content is read without an error', () => {
    const piece = fc.constantFrom(
      '<url>',
      '</url>',
      '<loc>',
      '</loc>',
      '<n:news>',
      '<n:title>',
      '</n:title>',
      '<![CDATA[',
      ']]>',
      '&',
      '<',
      'https://a.example/',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const read = readSitemap(`<urlset>${pieces.join('')}`, BASE);
        expect(read?.kind).toBe('urls');
        if (read?.kind === 'urls') for (const { url } of read.entries) expect(url).toMatch(/^https?:/);
      }),
    );
  });
});

describe('backfilling', () => {
  test('asks for the sitemap of news first, and for three at most', () => {
    const named = [
      'https://a.example/sitemap.xml',
      'https://a.example/2.xml',
      'https://a.example/google-news.xml',
      'https://a.example/3.xml',
    ];
    expect(newsSitemaps(named, 'https://a.example/')).toEqual([named[2], named[0], named[1]]);
    expect(newsSitemaps([], 'https://a.example/tech/')).toEqual(['https://a.example/news-sitemap.xml']);
    expect(newsSitemaps([], 'no URL')).toEqual([]);
  });

  test('takes what is dated within the gap', () => {
    const from = new Date('2026-03-04T08:00:00Z');
    const to = new Date('2026-03-04T11:00:00Z');
    expect(entriesWithin([A, B], { from, to })).toEqual([A]);
    expect(entriesWithin([A, B], { from: undefined, to })).toEqual([A, B]);
    expect(entriesWithin([A, { ...B, published: undefined }], { from: undefined, to: undefined })).toEqual([
      A,
    ]);
    expect(entriesWithin([A], { from: new Date('2026-03-04T10:16:00Z'), to: undefined })).toEqual([]);
  });
});
