import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';

const url = 'https://n.example/wp-json/wp/v2/posts?per_page=2';
const read = (text: string) => parseFeed(new TextEncoder().encode(text), { url });
const rss =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Käse & Chips</title><item><title>Zoll &amp; Chips</title><link>https://n.example/1</link><guid>1</guid></item></channel></rss>';
const json = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'T',
  items: [{ id: '1', url: 'https://n.example/1', title: 'Zoll & Chips' }],
});
const escaped = rss.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const coloured = escaped.replace(/&lt;(\/?\w+)/g, '<span class="tag">&lt;$1</span>');

test.each([
  ['a call', `cb(${json});`],
  ['a call with a guard', `/**/ typeof app.feed === 'function' && app.feed(${json});`],
  ['a call on lines of its own', `jQuery123_456 (\n${json}\n)\n`],
  ['a guard against scripts', `)]}',\n${json}`],
  ['an escaped text', escaped],
  [
    'a page that shows the source',
    `<!DOCTYPE html><html><head><title>rss.xml</title></head><body><pre>${escaped}</pre></body></html>`,
  ],
  [
    'a coloured source',
    `<html><head><style>.tag{color:red}</style></head><body><pre><code class="xml">${coloured}</code></pre><footer>x</footer></body></html>`,
  ],
  ['a source by numbers', `<pre>${escaped.replaceAll('&lt;', '&#60;').replaceAll('&gt;', '&#62;')}</pre>`],
  ['a page around the feed itself', `<html><body><pre>${rss}</pre></body></html>`],
])('a feed inside %s is read', async (_, text) => {
  const feed = await read(text);
  expect(feed.entries.map(({ title, link }) => [title, link])).toEqual([
    ['Zoll & Chips', 'https://n.example/1'],
  ]);
});

test('what was around a feed is said', async () => {
  expect((await read(`cb(${json})`)).problems).toContain('the feed is inside a program (JSONP)');
  expect((await read(escaped)).problems).toContain('the feed is escaped, in a page that shows its source');
});

const posts = [
  {
    id: 7,
    date: '2026-11-28T18:00:00',
    date_gmt: '2026-11-28T09:00:00',
    modified_gmt: '2026-11-28T10:00:00',
    guid: { rendered: 'https://n.example/?p=7' },
    link: 'https://n.example/7',
    title: { rendered: '輸出規制 &#8211; 新しい規則' },
    content: { rendered: '<p>本文</p>', protected: false },
    excerpt: { rendered: '<p>要約</p>' },
    author: 3,
  },
  { id: 8, date: '2026-11-27T18:00:00', link: 'https://n.example/8', title: { rendered: 'Zwei' } },
];

test("posts of WordPress's REST API are entries", async () => {
  const feed = await read(JSON.stringify(posts));
  expect(feed).toMatchObject({ link: 'https://n.example/' });
  expect(feed.entries).toMatchObject([
    {
      id: 'https://n.example/?p=7',
      link: 'https://n.example/7',
      title: '輸出規制 – 新しい規則',
      content: '<p>本文</p>',
      published: new Date('2026-11-28T09:00:00Z'),
      updated: new Date('2026-11-28T10:00:00Z'),
      author: undefined,
    },
    { id: 'https://n.example/8', title: 'Zwei', published: new Date('2026-11-27T18:00:00Z') },
  ]);
  expect((await read(`cb(${JSON.stringify(posts)})`)).entries).toHaveLength(2);
});

test.each([
  [
    'an error of that API',
    '{"code":"rest_no_route","message":"No route","data":{"status":404}}',
    'JSON, but no feed',
  ],
  ['a list of other things', '[{"link":"https://n.example/1","name":"x"},{"id":2}]', 'JSON, but no feed'],
  ['an empty list', '[]', 'JSON, but no feed'],
  ['a call with something else', 'alert({"a":1})', 'JSON, but no feed'],
  ['a program', 'function a(){ return {"items":[]} }', 'text'],
  [
    'a page about feeds',
    `<html><body><h1>How to write RSS</h1><pre>${escaped}</pre></body></html>`,
    'an HTML page',
  ],
])('%s is no feed', async (_, text, found) => {
  await expect(read(text)).rejects.toThrow(`not a feed: found ${found}`);
});
