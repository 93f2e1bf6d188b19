import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';
import { caseTest, variantTest } from '../support/cases.ts';

const URL_OF_FEED = 'https://outlet.example/feed.xml';

async function entriesOf(document: string) {
  return (await parseFeed(Buffer.from(document), { url: URL_OF_FEED })).entries;
}

function fixture(name: string): string {
  return readFileSync(
    new URL(`../../../fixtures/cases/feeds/21-escaped-cdata/${name}`, import.meta.url),
    'utf8',
  );
}

const rss = (title: string, description: string, link = 'https://outlet.example/a') =>
  `<rss version="2.0"><channel><title>O</title><item><title>${title}</title><link>${link}</link><description>${description}</description></item></channel></rss>`;

describe('CDATA that is escaped or nested', () => {
  caseTest('feeds/21-escaped-cdata', async () => {
    const [entry] = await entriesOf(fixture('rss.xml'));
    expect(entry?.title).toBe('United States bans exports of Kestrel AI chips to China');
    expect(entry?.summary).toMatch(/^The United States Commerce Department .* midnight\.$/);
    expect((await entriesOf(fixture('atom.xml')))[0]?.title).toBe('Open letter on chips');
  });

  variantTest('one section inside another, in Russian', async () => {
    const [entry] = await entriesOf(
      rss(
        '<![CDATA[<![CDATA[Экспорт чипов запрещён]]]]><![CDATA[>]]>',
        '<![CDATA[<![CDATA[<p>Москва</p>]]>]]>',
      ),
    );
    expect(entry).toMatchObject({ title: 'Экспорт чипов запрещён', summary: '<p>Москва</p>' });
  });

  variantTest('escaped twice, in Japanese', async () => {
    const [entry] = await entriesOf(
      rss(
        '&amp;lt;![CDATA[輸出規制を強化]]&amp;gt;',
        '&lt;![CDATA[<b>経産省</b>]]&gt;'.replaceAll('<b>', '&lt;b&gt;').replaceAll('</b>', '&lt;/b&gt;'),
      ),
    );
    expect(entry).toMatchObject({ title: '輸出規制を強化', summary: '<b>経産省</b>' });
  });

  variantTest('in a JSON Feed, in German', async () => {
    const [entry] = await entriesOf(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [
          { id: '1', title: '<![CDATA[Zoll prüft Chips]]>', content_html: '<![CDATA[<p>Hamburg</p>]]>' },
        ],
      }),
    );
    expect(entry).toMatchObject({ title: 'Zoll prüft Chips', content: '<p>Hamburg</p>' });
  });

  variantTest('brackets that are no CDATA mark stay', async () => {
    const [entry] = await entriesOf(rss('a[b[0]] &gt; c', 'x[y[1]]&gt;z'));
    expect(entry).toMatchObject({ title: 'a[b[0]] > c', summary: 'x[y[1]]>z' });
  });
});

describe('references in the titles of a JSON Feed', () => {
  for (const [written, expected] of [
    ['Chips &amp; Zölle &#8211; eine Übersicht', 'Chips & Zölle – eine Übersicht'],
    ['L&rsquo;export des puces &amp;eacute;lectroniques', 'L’export des puces électroniques'],
    ['R&D budgets: List<T> and &quot;chips&quot;', 'R&D budgets: List<T> and "chips"'],
    ['中国 &lt;芯片&gt; &#x5236;&#x88C1;', '中国 <芯片> 制裁'],
  ] as const) {
    variantTest(written, async () => {
      const [entry] = await entriesOf(
        JSON.stringify({
          version: '1.1',
          title: 'O',
          items: [{ id: '1', title: written, content_text: 'x &amp; y' }],
        }),
      );
      expect(entry).toMatchObject({ title: expected, content: 'x &amp; y' });
    });
  }
});

describe('URL schemes that are doubled or incomplete', () => {
  for (const [written, expected] of [
    ['https://https://outlet.example/a', 'https://outlet.example/a'],
    ['http://https//outlet.example/a', 'https://outlet.example/a'],
    ['https://outlet.examplehttps://outlet.example/a', 'https://outlet.example/a'],
    ['https://outlet.example/https://outlet.example/a', 'https://outlet.example/a'],
    ['https:/other.example/a', 'https://other.example/a'],
    ['http//other.example/a', 'http://other.example/a'],
    [
      'https://archive.example/web/https://outlet.example/a',
      'https://archive.example/web/https://outlet.example/a',
    ],
    ['https://http.example/a', 'https://http.example/a'],
    ['https-guide/a', 'https://outlet.example/https-guide/a'],
  ] as const) {
    variantTest(written, async () => {
      expect((await entriesOf(rss('t', 'd', written)))[0]?.link).toBe(expected);
    });
  }
});
