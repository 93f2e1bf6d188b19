import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALLOW_ALL, DISALLOW_ALL, isAllowed, parseRobots } from '../../../src/core/politeness/robots.ts';

const SITE = 'https://news.example';
const allows = (text: string, path: string) => isAllowed(parseRobots(text, 'chipwatch'), `${SITE}${path}`);

describe('which group applies', () => {
  test.each([
    ['no file', '', true],
    ['everyone', 'User-agent: *\nDisallow: /', false],
    ['another crawler', 'User-agent: gptbot\nDisallow: /', true],
    ['our own', 'User-agent: chipwatch\nDisallow: /', false],
    ['our own, in another case', 'USER-AGENT: ChipWatch\ndisallow: /', false],
    ['our own, with a version', 'User-agent: chipwatch/1.0\nDisallow: /', false],
    ['our own, with words', 'User-agent: chipwatch crawler\nDisallow: /', false],
    ['one whose name ours begins with', 'User-agent: chip\nDisallow: /', true],
    ['one that begins with our name', 'User-agent: chipwatcher\nDisallow: /', true],
    ['our own before everyone’s', 'User-agent: *\nDisallow: /\n\nUser-agent: chipwatch\nDisallow: /x', true],
    ['our own, though empty', 'User-agent: *\nDisallow: /\n\nUser-agent: chipwatch\nDisallow:', true],
    ['our own, without any rule', 'User-agent: *\nDisallow: /\n\nUser-agent: chipwatch', true],
    [
      'our own, in two places',
      'User-agent: chipwatch\nAllow: /b\nUser-agent: x\nDisallow: /\nUser-agent: chipwatch\nDisallow: /a',
      false,
    ],
    ['several agents in one', 'User-agent: x\nUser-agent: chipwatch\nDisallow: /', false],
    [
      'several agents, a sitemap between',
      'User-agent: chipwatch\nSitemap: https://a/\nUser-agent: x\nDisallow: /',
      false,
    ],
    [
      'several agents, an unknown line between',
      'User-agent: chipwatch\nNoindex: /\nUser-agent: x\nDisallow: /',
      false,
    ],
    ['a rule before any agent', 'Disallow: /\nUser-agent: chipwatch\nAllow: /', true],
    ['a byte order mark first', '\ufeffUser-agent: *\nDisallow: /', false],
    ['carriage returns alone', 'User-agent: *\rDisallow: /', false],
    ['comments', '# hello\nUser-agent: * # all\nDisallow: / # keep out', false],
    ['no colon', 'User-agent *\nDisallow /', false],
    ['misspelt keys', 'useragent: *\ndissalow: /', false],
    ['spaces around', '  User-agent :  *  \n\tDisallow :\t/ ', false],
    ['a page of HTML', '<!DOCTYPE html><html><body>Not found: / </body></html>', true],
  ])('%s', (_, text, allowed) => {
    expect(allows(text, '/a')).toBe(allowed);
  });
});

describe('which rule applies', () => {
  const file = (...rules: string[]) => ['User-agent: *', ...rules].join('\n');
  test.each([
    ['/fish', file('Disallow: /fish'), '/fish.html', false],
    ['/fish', file('Disallow: /fish'), '/Fish', true],
    ['/fish/', file('Disallow: /fish/'), '/fish', true],
    ['/*.php', file('Disallow: /*.php'), '/index.php?a=1', false],
    ['/*.php$', file('Disallow: /*.php$'), '/index.php', false],
    ['/*.php$', file('Disallow: /*.php$'), '/index.php?a=1', true],
    ['/fish*.php', file('Disallow: /fish*.php'), '/fishheads/catfish.php', false],
    ['/$', file('Disallow: /', 'Allow: /$'), '/', true],
    ['/$', file('Disallow: /', 'Allow: /$'), '/a', false],
    ['the longer', file('Allow: /a/b', 'Disallow: /a'), '/a/b/c', true],
    ['the longer', file('Disallow: /a/b', 'Allow: /a'), '/a/b/c', false],
    ['a tie is allowed', file('Disallow: /a', 'Allow: /a'), '/a', true],
    ['a tie is allowed', file('Allow: /a', 'Disallow: /a'), '/a', true],
    ['the query counts', file('Disallow: /*?print='), '/a?print=1', false],
    ['escapes of plain characters', file('Disallow: /%62%61%7a'), '/baz', false],
    ['escapes in the path', file('Disallow: /baz'), '/%62%61%7A', false],
    ['escapes in either case', file('Disallow: /a%3cd'), '/a%3Cd', false],
    ['beyond ASCII', file('Disallow: /芯片/'), '/%E8%8A%AF%E7%89%87/1', false],
    ['beyond ASCII, escaped', file('Disallow: /%e8%8a%af'), '/芯片', false],
    ['an escaped slash is not a slash', file('Disallow: /a%2Fb'), '/a/b', true],
    ['an escaped star is a star', file('Disallow: /a%2Ab'), '/a*b', false],
    ['an escaped star is no wildcard', file('Disallow: /a%2Ab'), '/axb', true],
    ['a dollar in the middle is a dollar', file('Disallow: /a$b'), '/a$bc', false],
    ['a pattern without a slash', file('Disallow: fish'), '/fish', true],
    ['a star first', file('Disallow: *.pdf'), '/a.pdf', false],
    ['overlapping pieces', file('Disallow: /*aba*ba$'), '/abaXba', false],
    ['overlapping pieces', file('Disallow: /*aba$'), '/ababa', false],
    ['a piece that would be used twice', file('Disallow: /a*a$'), '/a', true],
    ['robots.txt itself', file('Disallow: /'), '/robots.txt', true],
    ['a fragment is no path', file('Disallow: /a'), '/b#/a', true],
  ])('%s: %j for %s', (_, text, path, allowed) => {
    expect(allows(text, path)).toBe(allowed);
  });
});

test('the glob agrees with a regular expression', () => {
  const letters = (alphabet: string) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 8 });
  fc.assert(
    fc.property(letters('ab*'), fc.boolean(), letters('ab'), (glob, anchored, path) => {
      const pattern = `/${glob}${anchored ? '$' : ''}`;
      const regex = new RegExp(`^/${glob.replaceAll('*', '.*')}${anchored ? '$' : ''}`);
      expect(allows(`User-agent: *\nDisallow: ${pattern}`, `/${path}`)).toBe(!regex.test(`/${path}`));
    }),
    { numRuns: 2000 },
  );
});

test('hundreds of patterns with a thousand wild cards each are matched fast', () => {
  const stars = `User-agent: *\n${`Disallow: /${'*a'.repeat(1000)}b\n`.repeat(250)}`;
  expect(allows(stars, `/${'a'.repeat(4000)}`)).toBe(true);
});

test('sitemaps and the crawl delay are read too', () => {
  const text =
    'Sitemap: https://news.example/news.xml\nUser-agent: *\nCrawl-delay: 2.5\nDisallow: /x\nUser-agent: x\nCrawl-delay: 60';
  expect(parseRobots(text, 'chipwatch')).toEqual({
    rules: [{ allow: false, pattern: '/x' }],
    crawlDelaySeconds: 2.5,
    sitemaps: ['https://news.example/news.xml'],
  });
  expect(parseRobots('User-agent: *\nCrawl-delay: soon', 'chipwatch')).toEqual({ rules: [], sitemaps: [] });
});

test('a line is read for its first 16,664 characters', () => {
  const text = `User-agent: *\nDisallow: /${'a'.repeat(20_000)}b`;
  expect(allows(text, `/${'a'.repeat(17_000)}`)).toBe(false);
});

test('what lies beyond 500 KiB is not read', () => {
  const text = `User-agent: *\nAllow: /a\n#${'x'.repeat(500 * 1024)}\nDisallow: /`;
  expect(allows(text, '/b')).toBe(true);
});

test('the rules for a site that allows all or forbids all', () => {
  expect(isAllowed(ALLOW_ALL, `${SITE}/a`)).toBe(true);
  expect(isAllowed(DISALLOW_ALL, `${SITE}/a`)).toBe(false);
  expect(isAllowed(ALLOW_ALL, 'no URL')).toBe(false);
});
