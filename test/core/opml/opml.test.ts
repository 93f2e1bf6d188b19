import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpmlFeed } from '../../../src/core/opml/opml-feed.ts';
import { readOpml } from '../../../src/core/opml/read-opml.ts';
import { writeOpml } from '../../../src/core/opml/write-opml.ts';

const CREATED = new Date('2026-03-04T05:06:07Z');
const bare = { title: undefined, siteUrl: undefined, language: undefined, folders: [], categories: [] };

describe('reading', () => {
  test('a list with folders within folders', () => {
    const list = readOpml(`<?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0"><head><title>Puces &amp; co</title></head><body>
        <outline text="Asia"><outline text="日本">
          <outline type="rss" text="ITmedia" title="ITmedia NEWS" xmlUrl="https://rss.example/news.xml"
            htmlUrl="https://www.example/" language="ja" category="/Technology/Chips,daily"/>
        </outline><outline text="b" xmlUrl="https://b.example/rss"/></outline>
        <outline text="c" xmlUrl="https://c.example/rss"/>
      </body></opml>`);
    expect(list).toEqual({
      title: 'Puces & co',
      feeds: [
        {
          url: 'https://rss.example/news.xml',
          title: 'ITmedia NEWS',
          siteUrl: 'https://www.example/',
          language: 'ja',
          folders: ['Asia', '日本'],
          categories: ['/Technology/Chips', 'daily'],
        },
        { ...bare, url: 'https://b.example/rss', title: 'b', folders: ['Asia'] },
        { ...bare, url: 'https://c.example/rss', title: 'c' },
      ],
      problems: [],
    });
  });

  test.each([
    [
      'bare ampersands',
      '<opml><body><outline xmlUrl="https://a.example/?x=1&y=2"/></body></opml>',
      'https://a.example/?x=1&y=2',
    ],
    [
      'attributes in another case',
      '<OPML><BODY><OUTLINE XMLURL="https://a.example/"/></BODY></OPML>',
      'https://a.example/',
    ],
    ['a missing end', '<opml><body><outline text="x"><outline xmlUrl="https://a.example/"', undefined],
    ['a missing end after a feed', '<opml><body><outline xmlUrl="https://a.example/">', 'https://a.example/'],
    ['no head and no body', '<opml><outline xmlUrl="https://a.example/"/></opml>', 'https://a.example/'],
    ['a byte order mark', '\ufeff<opml><outline xmlUrl="https://a.example/"/></opml>', 'https://a.example/'],
    [
      'feed: before the scheme',
      '<opml><outline xmlUrl="feed:https://a.example/"/></opml>',
      'https://a.example/',
    ],
    [
      'feed: in place of the scheme',
      '<opml><outline xmlUrl="feed://a.example/rss"/></opml>',
      'http://a.example/rss',
    ],
    ['white space around', '<opml><outline xmlUrl=" https://a.example/ "/></opml>', 'https://a.example/'],
  ])('%s', (_, text, url) => {
    expect(readOpml(text)?.feeds.map((feed) => feed.url)).toEqual(url === undefined ? [] : [url]);
  });

  test('a feed listed twice is read once, and an entry that is no feed is reported', () => {
    const list =
      readOpml(`<opml><outline xmlUrl="https://a.example"/><outline xmlUrl="https://a.example/" text="again"/>
      <outline xmlUrl="ftp://a.example/"/><outline text="empty" xmlUrl=""/></opml>`);
    expect(list?.feeds).toEqual([{ ...bare, url: 'https://a.example/' }]);
    expect(list?.problems).toEqual([
      { line: 2, message: 'expected an http or https URL, found "ftp://a.example/"' },
    ]);
  });

  test('an endlessly nested list is read to a limited depth', () => {
    const list = readOpml(
      `<opml><outline xmlUrl="https://a.example/"/>${'<outline text="x">'.repeat(200_000)}`,
    );
    expect(list?.feeds).toHaveLength(1);
    expect(list?.problems).toMatchObject([{ message: expect.stringContaining('less nesting') }]);
  });

  test.each(['', 'text', '<rss><channel/></rss>', '<html><body>opml</body></html>'])(
    '%j is no list',
    (text) => {
      expect(readOpml(text)).toBeUndefined();
    },
  );
});

describe('writing', () => {
  test('puts feeds into nested folders, and says when', () => {
    const feeds: OpmlFeed[] = [
      { ...bare, url: 'https://a.example/?x=1&y=2', title: 'A "b" <c>', folders: ['Asia', '日本'] },
      { ...bare, url: 'https://b.example/', folders: ['Asia'], language: 'zh-TW', categories: ['x', '/y/z'] },
    ];
    expect(writeOpml('Mine & yours', feeds, CREATED)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Mine &amp; yours</title>
    <dateCreated>Wed, 04 Mar 2026 05:06:07 GMT</dateCreated>
  </head>
  <body>
    <outline text="Asia">
      <outline text="https://b.example/" type="rss" xmlUrl="https://b.example/" language="zh-TW" category="x,/y/z"/>
      <outline text="日本">
        <outline text="A &quot;b&quot; &lt;c&gt;" title="A &quot;b&quot; &lt;c&gt;" type="rss" xmlUrl="https://a.example/?x=1&amp;y=2"/>
      </outline>
    </outline>
  </body>
</opml>
`);
  });

  test('gives a list that reads back as the same feeds', () => {
    // XML cannot contain control characters, and names are trimmed when they are read.
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/[\0-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/.test(text));
    const feed: fc.Arbitrary<OpmlFeed> = fc.record({
      url: fc
        .tuple(fc.nat(99), name)
        .map(([host, words]) => new URL(`https://${host}.example/?q=${words}&r=1`).href),
      title: name,
      siteUrl: fc.constantFrom('https://a.example/', undefined),
      language: fc.constantFrom('fr', 'zh-TW', undefined),
      folders: fc.array(name, { maxLength: 3 }),
      categories: fc.array(
        name.filter((text) => !text.includes(',')),
        { maxLength: 3 },
      ),
    });
    const byUrl = (a: OpmlFeed, b: OpmlFeed) => (a.url < b.url ? -1 : 1);
    fc.assert(
      fc.property(
        fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 8 }),
        name,
        (feeds, title) => {
          const list = readOpml(writeOpml(title, feeds, CREATED));
          expect(list?.title).toBe(title);
          expect(list?.feeds.toSorted(byUrl)).toEqual(feeds.toSorted(byUrl));
        },
      ),
    );
  });
});
