import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../../src/core/urls/canonical-url.ts';
import { siteOf } from '../../../src/core/urls/site-of.ts';

const STORY = 'https://www.a.example/news/2025/chips-held-at-port';

describe('canonicalUrl', () => {
  test.each([
    ['nothing declared', STORY, undefined, STORY],
    ['declared and the same site', `${STORY}?page=2`, STORY, STORY],
    ['relative', STORY, '/news/2025/chips-held', 'https://www.a.example/news/2025/chips-held'],
    ['without www', STORY, STORY.replace('www.', ''), STORY.replace('www.', '')],
    ['declared with campaign parameters', STORY, `${STORY}?utm_source=x`, STORY],
    ['another site is not believed', STORY, 'https://evil.example.org/story', STORY],
    [
      'another site under co.uk is not believed',
      'https://a.co.uk/story-one',
      'https://b.co.uk/story-one',
      'https://a.co.uk/story-one',
    ],
    ...[
      ['blogspot.com', 'mine', 'theirs'],
      ['github.io', 'mine', 'theirs'],
      ['com.br', 'mine', 'theirs'],
      ['wordpress.com', 'mine', 'theirs'],
      ['co.jp', 'mine', 'theirs'],
    ].map(([suffix, mine, theirs]): [string, string, string, string] => [
      `another tenant of ${suffix} is not believed`,
      `https://${mine}.${suffix}/2026/chips-held`,
      `https://${theirs}.${suffix}/2026/chips-held`,
      `https://${mine}.${suffix}/2026/chips-held`,
    ]),
    [
      'another host of one tenant is believed',
      'https://m.mine.co.uk/2026/chips-held',
      'https://news.mine.co.uk/2026/chips-held',
      'https://news.mine.co.uk/2026/chips-held',
    ],
    ['the home page is not believed', STORY, 'https://www.a.example/', STORY],
    ['the section is not believed', STORY, 'https://www.a.example/news', STORY],
    ['the article above its own part is', `${STORY}/comments`, STORY, STORY],
    ['another scheme is not believed', STORY, 'javascript:alert(1)', STORY],
    ['empty', STORY, '  ', STORY],
    ['mobile host', 'https://m.a.example/story-1', undefined, 'https://www.a.example/story-1'],
    ['mobile label within', 'https://en.m.a.example/wiki/X', undefined, 'https://en.a.example/wiki/X'],
    [
      'AMP page with its canonical',
      'https://amp.a.example/story-1',
      'https://www.a.example/story-1',
      'https://www.a.example/story-1',
    ],
    ['a suffix with a wildcard', 'https://news.mobile.ck/story', undefined, 'https://news.mobile.ck/story'],
    ['a site whose name is m', 'https://m.example/story', undefined, 'https://m.example/story'],
    [
      'home page of the home page',
      'https://www.a.example/',
      'https://www.a.example/',
      'https://www.a.example/',
    ],
  ])('%s', (_, page, declared, expected) => {
    expect(canonicalUrl(page, declared)).toBe(expected);
  });

  test('a canonical URL never leads to another site', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.webUrl(), (page, declared) => {
        const before = new URL(page).hostname;
        const after = new URL(canonicalUrl(page, declared)).hostname;
        expect(siteOf(after)).toBe(siteOf(before));
      }),
    );
  });
});

describe('tenants by path', () => {
  test.each([
    ['https://blog.naver.com/one/223000111', 'https://blog.naver.com/two/223000999'],
    [
      'https://blog.naver.com/one/223000111',
      'https://blog.naver.com/PostView.naver?blogId=two&logNo=223000999',
    ],
    [
      'https://blog.naver.com/PostView.naver?blogId=one&logNo=223000111',
      'https://blog.naver.com/two/223000111',
    ],
    [
      'https://sites.google.com/view/one/news/a-long-story',
      'https://sites.google.com/view/two/news/another-story',
    ],
    ['https://medium.com/one/a-story-abc123def456', 'https://medium.com/two/other-story-999123def456'],
    ['https://note.com/one/n/n1a2b3', 'https://note.com/two/n/n4c5d6'],
    ['https://ameblo.jp/one/entry-12345678901.html', 'https://ameblo.jp/two/entry-12345678902.html'],
    ['https://t.me/s/one/123', 'https://t.me/s/two/124'],
    ['https://github.com/one/tool/releases/tag/v1', 'https://github.com/two/tool/releases/tag/v1'],
    ['https://host.example/~one/posts/story-a', 'https://host.example/~two/posts/story-b'],
    ['https://host.example/user/one/post/9', 'https://host.example/user/two/post/9'],
    ['https://host.example/blogs/one/2026/on-chips', 'https://host.example/blogs/two/2026/on-tools'],
  ])('%s is not %s', (page, declared) => {
    expect(canonicalUrl(page, declared)).toBe(page);
  });

  test.each([
    [
      'https://blog.naver.com/PostView.naver?blogId=one&logNo=223000111',
      'https://blog.naver.com/one/223000111',
    ],
    ['https://medium.com/p/abc123def456', 'https://medium.com/@one/a-story-abc123def456'],
    ['https://host.example/blogs/one/ban-on-chip-tools', 'https://host.example/blogs/all/ban-on-chip-tools'],
    [
      'https://host.example/news/2026/ban-on-chip-tools',
      'https://host.example/business/2026/ban-on-chip-tools',
    ],
  ])('%s may be %s', (page, declared) => {
    expect(canonicalUrl(page, declared)).toBe(declared);
  });
});
