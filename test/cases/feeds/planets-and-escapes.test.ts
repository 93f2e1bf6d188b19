import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';

const read = (document: string) =>
  parseFeed(new TextEncoder().encode(document), { url: 'https://planet.example/feed' });

const ATOM = 'http://www.w3.org/2005/Atom';

describe('the author of an aggregated entry', () => {
  const source = (prefix: string) =>
    `<${prefix}source><${prefix}id>urn:blog</${prefix}id><${prefix}title>Hafenblog</${prefix}title><${prefix}updated>2020-01-01T00:00:00Z</${prefix}updated><${prefix}author><${prefix}name>Ada Brink</${prefix}name></${prefix}author></${prefix}source>`;
  const entry = (inner: string) =>
    `<feed xmlns="${ATOM}"><title>Planet</title><author><name>The planet</name></author><entry>${inner}<id>urn:1</id><title>Kräne im Hafen</title><link href="https://blog.example/1"/><updated>2026-03-02T08:00:00Z</updated></entry></feed>`;
  const item = (inner: string) =>
    `<rss version="2.0" xmlns:atom="${ATOM}"><channel><title>Planet</title><item><title>Kräne im Hafen</title><guid>urn:1</guid><link>https://blog.example/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>${inner}</item></channel></rss>`;
  test.each([
    ['that of its source', entry(source('')), 'Ada Brink'],
    ['that of its source in RSS', item(source('atom:')), 'Ada Brink'],
    ['its own before that', entry(`${source('')}<author><name>Bo Lind</name></author>`), 'Bo Lind'],
    ['the planet’s without one', entry('<source><id>urn:blog</id><title>Hafenblog</title></source>'), 'The planet'],
    ['none where the source is a name', item('<source url="https://blog.example/feed">Hafenblog</source>'), undefined],
  ])('is %s', async (_, document, author) => {
    const { entries } = await read(document);
    expect(entries).toMatchObject([
      { id: 'urn:1', title: 'Kräne im Hafen', author, published: new Date('2026-03-02T08:00:00Z') },
    ]);
  }); // biome-ignore format: a table
});

describe('titles that are escaped three times', () => {
  test.each([
    ['Zoll &amp;amp;amp; Hafen', 'Zoll & Hafen'],
    ['Douane : les puces &amp;amp;quot;volées&amp;amp;quot;', 'Douane : les puces "volées"'],
    ['税関 &amp;amp;#12300;停止&amp;amp;#12301;', '税関 「停止」'],
    ['<![CDATA[세관 &amp;amp; 항만]]>', '세관 & 항만'],
    ['AT&amp;amp;T and R&amp;D', 'AT&T and R&D'],
    ['List&amp;lt;T&amp;gt; in C#', 'List<T> in C#'],
    [
      'So wirkt &amp;amp;lt;script&amp;amp;gt;: &amp;amp;lt;em&amp;amp;gt;Exporte&amp;amp;lt;/em&amp;amp;gt;, &amp;amp;amp; mehr',
      'So wirkt <script>: Exporte, & mehr',
    ],
    ['Zoll &amp;amp;amp; &amp;amp;lt;b&amp;amp;gt;Hafen&amp;amp;lt;/b&amp;amp;gt;', 'Zoll & Hafen'],
    [
      'L&amp;amp;#8217;export de &amp;amp;lt;em&amp;amp;gt;puces&amp;amp;lt;/em&amp;amp;gt;',
      'L’export de puces',
    ],
    [
      '&amp;amp;quot;禁令&amp;amp;quot; &amp;amp;lt;span class=x&amp;amp;gt;扩大&amp;amp;lt;/span&amp;amp;gt;',
      '"禁令" 扩大',
    ],
  ])('%s', async (written, title) => {
    const { entries } = await read(
      `<rss version="2.0"><channel><title>C</title><item><title>${written}</title><link>https://blog.example/1</link></item></channel></rss>`,
    );
    expect(entries[0]?.title).toBe(title);
  });
});
