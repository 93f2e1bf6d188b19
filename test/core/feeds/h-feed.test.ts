import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';

const url = 'https://blog.example/notes/';
const read = (html: string) => parseFeed(new TextEncoder().encode(html), { url });
const page = (body: string, head = '<title>Blog</title>') =>
  `<!doctype html><html lang="de"><head>${head}</head><body>${body}</body></html>`;

describe('a page without a link to a feed is read by its h-feed', () => {
  test('each entry with its name, address, dates, text, authors, id and categories', async () => {
    const feed = await read(
      page(`<main class="h-feed hfeed"><h1 class="p-name">Notizen</h1>
        <article class="h-entry hentry h-full">
          <h2 class="p-name"><a class="u-url" href="/2026/zoll">Zoll prüft Chips</a></h2>
          <a class="p-author h-card" href="/anna"><img alt="" src="a.jpg"><span class="p-name">Anna Weber</span></a>
          <time class="dt-published" datetime="2026-11-28T10:00:00+01:00">gestern</time>
          <time class="dt-updated" datetime="2026-11-29T10:00:00+01:00">heute</time>
          <div class="e-content"><p>Der Zoll hat <a href="../more">Chips</a> geprüft.</p></div>
          <a class="u-uid" href="https://blog.example/id/1">#</a> <a class="p-category" href="/t/zoll">zoll</a>
        </article>
        <article class="h-entry"><a class="u-url p-name" href="zwei">Zweite Meldung</a>
          <span class="dt-published"><span class="value">2026-11-27</span> <span class="value">09:30</span></span>
          <p class="p-summary">Kurz gesagt.</p></article></main>`),
    );
    expect(feed).toMatchObject({ format: 'h-feed', title: 'Notizen', link: url, language: 'de' });
    expect(feed.entries).toMatchObject([
      {
        id: 'https://blog.example/id/1',
        link: 'https://blog.example/2026/zoll',
        title: 'Zoll prüft Chips',
        author: 'Anna Weber',
        published: new Date('2026-11-28T09:00:00Z'),
        updated: new Date('2026-11-29T09:00:00Z'),
        content: expect.stringContaining('href="https://blog.example/more"'),
        categories: ['zoll'],
      },
      {
        id: 'https://blog.example/notes/zwei',
        title: 'Zweite Meldung',
        published: new Date('2026-11-27T09:30:00Z'),
        summary: 'Kurz gesagt.',
      },
    ]);
  });

  test('comments, quotations and feeds inside entries are none of its entries', async () => {
    const feed = await read(
      page(`<div class="h-feed"><div class="h-entry"><a class="u-url p-name" href="/1">输出管制升级</a>
        <div class="u-comment h-entry"><p class="p-name">Great!</p><a class="u-url" href="/c1">x</a></div>
        <blockquote class="u-quotation-of h-cite"><p class="p-name">Quoted</p></blockquote>
        <div class="h-entry"><p class="p-name">Antwort</p></div>
        <div class="h-feed"><div class="h-entry"><p class="p-name">Related</p></div></div></div></div>
        <div class="u-comment h-entry"><p class="p-name">Another comment</p></div>`),
    );
    expect(feed.entries.map(({ title, link }) => [title, link])).toEqual([
      ['输出管制升级', 'https://blog.example/1'],
    ]);
  });

  test('a note has no title, and takes author and base from the page', async () => {
    const feed = await read(
      page(
        `<section class="h-feed"><span class="p-author h-card"><img alt="Pierre Blanc" src="p.png"></span>
        <div class="h-entry"><div class="p-name e-content">Les puces sont arrivées.</div><a class="u-url" href="n/7">7</a></div></section>`,
        '<base href="https://notes.example/fr/">',
      ),
    );
    expect(feed.entries).toMatchObject([
      {
        title: undefined,
        link: 'https://notes.example/fr/n/7',
        author: 'Pierre Blanc',
        content: 'Les puces sont arrivées.',
      },
    ]);
  });

  test('entries without an h-feed count if there are several, also links alone', async () => {
    const list =
      '<ul><li><a class="h-entry" href="/a">أخبار الرقائق</a></li><li class="h-entry"><a href="/b">Second</a></li></ul>';
    expect((await read(page(list))).entries.map(({ title, link }) => [title, link])).toEqual([
      ['أخبار الرقائق', 'https://blog.example/a'],
      ['Second', 'https://blog.example/b'],
    ]);
  });

  test('feeds may be empty: the first with entries is read', async () => {
    const html = page(
      '<div class="h-feed"></div><div class="h-feed"><div class="h-entry"><b class="p-name">Eins</b></div></div>',
    );
    expect((await read(html)).entries.map(({ title }) => title)).toEqual(['Eins']);
  });
});

test.each([
  ['one article', '<article class="h-entry"><h1 class="p-name">One</h1></article>'],
  [
    'classes of themes',
    '<div class="hfeed"><article class="hentry">1</article><article class="hentry">2</article></div>',
  ],
  ['classes of frameworks', '<div class="h-full"><p class="h-px p-4">text</p></div>'],
  ['an empty h-feed', '<div class="h-feed"></div>'],
  ['people', '<div class="h-card"><span class="p-name">Ann</span></div>'],
])('a page with %s is no feed, and the error says so', async (_, body) => {
  await expect(read(page(body))).rejects.toThrow(
    'not a feed: found an HTML page, which neither announces a feed nor marks its entries (h-feed)',
  );
});

test('a feed that the page announces comes first', async () => {
  const head = '<link rel="alternate" type="application/atom+xml" href="/atom.xml">';
  await expect(read(page('<div class="h-feed"><p class="h-entry">1</p></div>', head))).rejects.toThrow(
    'announces the feed https://blog.example/atom.xml',
  );
});

test('hostile pages take bounded time and memory', async () => {
  const nested = `${'<div class="h-entry e-content p-name">'.repeat(50_000)}x`;
  const flat = '<p class="h-entry"><b class="p-name e-content p-summary">x</b></p>'.repeat(40_000);
  await expect(read(page(nested))).rejects.toThrow('not a feed');
  expect((await read(page(`<div class="h-feed">${flat}`))).entries.length).toBeLessThanOrEqual(3000);
});

test.each(['p-author', 'u-url', 'dt-published', 'p-category u-uid dt-updated p-summary'])(
  'nested properties do not each read all that is inside them: %s',
  async (names) => {
    const nested = `<div class="${names}">`.repeat(180) + 'word '.repeat(600_000) + '</div>'.repeat(180);
    const { entries } = await read(page(`<div class="h-feed"><div class="h-entry">${nested}</div></div>`));
    expect(entries).toHaveLength(1);
  },
);
