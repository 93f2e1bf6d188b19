import { describe, expect, test } from 'vitest';
import { findAnnouncedFeeds } from '../../../src/core/feeds/find-announced-feeds.ts';
import { DEFAULT_FEED_LIMITS } from '../../../src/core/feeds/limits.ts';
import { isPlainFeed } from '../../../src/core/feeds/plain-feed.ts';
import { readJsonFeed } from '../../../src/core/feeds/read-json-feed.ts';
import { readTolerant } from '../../../src/core/feeds/read-tolerant.ts';
import { readWithRssParser } from '../../../src/core/feeds/read-with-rss-parser.ts';
import { sniffDocument } from '../../../src/core/feeds/sniff-document.ts';
import { parseFeed } from '../../../src/core/feeds/parse-feed.ts';

const url = 'https://n.example/feed';

test.each([
  ['<?xml version="1.0"?><rss>', 'xml'],
  ['\ufeff\n<feed xmlns="x">', 'xml'],
  ['Warning: x\n<br><rdf:RDF>', 'xml'],
  ['<html><body><rss version="2.0">', 'xml'],
  ['<!DOCTYPE html>\n<rss>', 'xml'],
  ['<!DOCTYPE html><html><head><title>x</title></head><body><feed>', 'html'],
  ['<?xml version="1.0"?><html><body><p>our <rss>', 'html'],
  ['<p>Not found</p>', 'html'],
  ['<?xml version="1.0"?><opml>', 'xml'],
  [' {"version":', 'json'],
  ['Service unavailable', 'text'],
  ['\u0000\u0000 \n', 'empty'],
  ['\u0001\u0002PNG\u0003', 'binary'],
])('%j is %s', (text, expected) => {
  expect(sniffDocument(text)).toBe(expected);
});

describe('feeds that a page announces', () => {
  test.each([
    ['<link rel="alternate" type="application/rss+xml" href="/rss">', ['https://n.example/rss']],
    ["<LINK TYPE=application/atom+xml REL='Alternate home' HREF=a>", ['https://n.example/a']],
    ['<link rel="feed" href="/f">', ['https://n.example/f']],
    [
      '<base href="https://m.example/x/"><link rel=alternate type="application/feed+json; charset=utf-8" href="j">',
      ['https://m.example/x/j'],
    ],
    ['<link rel="alternate" hreflang="fr" href="/fr"><link rel="stylesheet" type="text/xml" href="/s">', []],
    ['<!-- <link rel="alternate" type="application/rss+xml" href="/rss"> -->', []],
    ['<script>"<link rel=alternate type=application/rss+xml href=/rss>"</script>', []],
    ['<link rel="alternate" type="application/rss+xml" href="javascript:x">', []],
    [
      '<link rel=alternate type=text/xml href="/r?a=1&amp;b=2"><link rel=alternate type=text/xml href="/r?a=1&amp;b=2">',
      ['https://n.example/r?a=1&b=2'],
    ],
  ])('%s', (head, expected) => {
    expect(findAnnouncedFeeds(`<html><head>${head}</head>`, url).map((feed) => feed.url)).toEqual(expected);
  });
});

describe('JSON Feed', () => {
  const read = (feed: unknown) => readJsonFeed(JSON.stringify(feed), url, DEFAULT_FEED_LIMITS);
  const version = 'https://jsonfeed.org/version/1.1';

  test.each([
    [{ version, items: [] }, true],
    [{ version: '1.1', items: [] }, true],
    [{ title: 'T', items: [] }, true],
    [{ version, items: {} }, false],
    [{ items: [{ id: 1 }] }, false],
    [{ a: 1 }, false],
    [[], false],
    [null, false],
  ])('%j is one: %s', (feed, expected) => {
    expect(read(feed) !== undefined).toBe(expected);
  });

  test.each([
    [
      { id: 7, url: '/7' },
      { id: '7', link: 'https://n.example/7' },
    ],
    [{ url: 'https://n.example/a' }, { id: 'https://n.example/a' }],
    [{ id: 'https://n.example/b' }, { link: 'https://n.example/b' }],
    [{ id: '1', url: ['not', 'a', 'string'] }, { link: undefined }],
    [{ id: '1', external_url: 'https://o.example/' }, { link: 'https://o.example/' }],
    [{ id: '1', content_text: 'a < b' }, { content: 'a &lt; b' }],
    [{ id: '1', authors: [{ name: 'A' }, { name: 'B' }, 'C'] }, { author: 'A, B, C' }],
    [
      { id: '1', date_published: '2025-09-01T10:00:00+02:00' },
      { published: new Date('2025-09-01T08:00:00Z') },
    ],
    [{ id: '1', date_published: {}, date_modified: '2025-09-02' }, { published: new Date('2025-09-02') }],
    [{ id: '1', __proto__: null, title: 5 }, { title: '5' }],
  ])('%j', (item, expected) => {
    expect(read({ version, items: [item] })?.entries[0]).toMatchObject(expected);
  });
});

describe('what rss-parser is given', () => {
  const rss = (inner: string, attributes = '') =>
    `<?xml version="1.0"?><rss version="2.0"${attributes}><channel><title>T</title>${inner}</channel></rss>`;
  test.each([
    ['plain RSS', rss('<item/>'), true],
    ['customary prefixes', rss('', ' xmlns:dc="http://purl.org/dc/elements/1.1/"'), true],
    ['a prefix with another meaning', rss('', ' xmlns:dc="http://search.yahoo.com/mrss/"'), false],
    [
      'a known namespace under another prefix',
      rss('', ' xmlns:c="http://purl.org/rss/1.0/modules/content/"'),
      false,
    ],
    [
      'a default namespace further in',
      rss('<item><body xmlns="http://www.w3.org/1999/xhtml"/></item>'),
      false,
    ],
    ['xml:base', rss('<item xml:base="/x/"/>'), false],
    ['a DOCTYPE', `<!DOCTYPE rss>${rss('')}`, false],
    ['a declaration further in', rss('<item><!x</item>'), false],
    ['comments and CDATA', rss('<!-- x --><item><title><![CDATA[x]]></title></item>'), true],
    ['references to C1 characters', rss('<item><title>&#146;</title></item>'), false],
    ['control characters', rss('<item><title>\u0008</title></item>'), false],
    ['an unknown version', '<rss><channel/></rss>', false],
    ['junk before the root', `junk ${rss('')}`, false],
    ['a feed that is large', rss('x'.repeat(200_000)), false],
    [
      'Atom with XHTML',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"/></entry></feed>',
      false,
    ],
    [
      'Atom with HTML and enclosures',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html"/><link type="application/x" href="/"/></entry></feed>',
      true,
    ],
  ])('%s', (_, text, expected) => {
    expect(isPlainFeed(text)).toBe(expected);
  });

  test.each([
    ['markup inside a text element', rss('<item><title>a <b>b</b></title></item>')],
    ['items outside the channel', '<rss version="2.0"><channel><title>T</title></channel><item/></rss>'],
    ['an undefined entity', rss('<item><title>&foobar;</title></item>')],
    ['a tag that does not match', rss('<item><title>x</titel></item>')],
  ])('gives up on %s, and the tolerant reader takes it', async (_, text) => {
    expect(isPlainFeed(text)).toBe(true);
    expect(await readWithRssParser(text, 100)).toBeUndefined();
    expect(readTolerant(text, url, DEFAULT_FEED_LIMITS)?.entries).toHaveLength(1);
  });

  test('one broken feed does not affect the next', async () => {
    const broken = rss('<item><title>x</titel>');
    for (let i = 0; i < 20; i++) expect(await readWithRssParser(broken, 100)).toBeUndefined();
    expect((await readWithRssParser(rss('<item><title>x</title></item>'), 100))?.entries).toHaveLength(1);
  });
});

test('the publisher’s polling hints', async () => {
  const read = async (inner: string) => {
    const text = `<rss version="2.0"><channel><title>T</title>${inner}</channel></rss>`;
    const { ttlMinutes, skipHours, skipDays } = await parseFeed(new TextEncoder().encode(text), { url });
    return { ttlMinutes, skipHours, skipDays };
  };
  expect(await read('<ttl>60</ttl>')).toEqual({ ttlMinutes: 60, skipHours: [], skipDays: [] });
  expect(
    await read(
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency><skipHours><hour>24</hour><hour>9</hour><hour>x</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays>',
    ),
  ).toEqual({ ttlMinutes: 360, skipHours: [0, 9], skipDays: [0] });
  expect(await read('<ttl>-5</ttl>')).toEqual({ ttlMinutes: undefined, skipHours: [], skipDays: [] });
});
