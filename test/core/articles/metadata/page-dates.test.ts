import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../../src/core/articles/extract-article.ts';
import { PROSE } from '../../../cases/support/pages.ts';

const FETCHED = new Date('2026-03-05T12:00:00Z');

interface Page {
  readonly head?: string;
  readonly beside?: string;
  readonly lang?: keyof typeof PROSE;
  readonly domain?: string;
  readonly before?: string;
}

function dateOf({
  head = '<title>Bridge opens</title>',
  beside = '',
  lang = 'de',
  domain = 'de',
  before = '',
}: Page) {
  const [first, ...rest] = PROSE[lang];
  const page = `<!doctype html><html lang="${lang}"><head>${head}</head><body><main><article><h1>Bridge opens</h1>${beside}
    <p>${before}${first}</p>${rest.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;
  const { article, byAge } = extractPage(page, `https://paper.${domain}/story/abc`, { fetched: FETCHED });
  return article.published ?? byAge;
}

describe('a date is read', () => {
  test.each<[string, Page, string]>([
    ['meta names with colons', { head: '<meta property="article:published:time" content="2026-03-04T10:00:00+01:00">' }, '2026-03-04T09:00:00Z'],
    ['the end of the title', { head: '<title>Bridge opens | Bote | 04.03.2026</title>' }, '2026-03-04'],
    ['the end of the title in brackets', { head: '<title>Bridge opens – Bote (2026-03-04)</title>', lang: 'ja' }, '2026-03-04'],
    ['a dateline of a place and a day', { before: 'Berlin, 4. März 2026 – ' }, '2026-03-04'],
    ['a dateline of an agency', { before: 'BEIJING, March 4, 2026 (Xinhua) -- ', lang: 'en', domain: 'org' }, '2026-03-04'],
    ['a dateline of digits', { before: '(04/03/2026) ', lang: 'fr', domain: 'fr' }, '2026-03-04'],
    ['a dateline before a dash, Spanish', { before: 'Madrid, 4 de marzo de 2026. — ', lang: 'es', domain: 'es' }, '2026-03-04'],
    ['a day without a year, Japanese', { beside: '<p>[03月04日 11時30分]</p>', lang: 'ja', domain: 'jp' }, '2026-03-04T02:30:00Z'],
    ['a day without a year, Chinese', { beside: '<p>3月4日 11:30</p>', lang: 'zh', domain: 'cn' }, '2026-03-04T03:30:00Z'],
    ['a day without a year, of last year', { beside: '<p>12月30日</p>', lang: 'zh', domain: 'cn' }, '2025-12-30'],
    ['the time of Brazil', { beside: '<p>04/03/2026 às 14h30</p>', lang: 'es', domain: 'com.br' }, '2026-03-04T17:30:00Z'],
  ])('from %s', (_, page, expected) => {
    expect(dateOf(page)).toEqual(new Date(expected));
  }); // biome-ignore format: a table
});

describe('no date of publication', () => {
  test.each<[string, Page]>([
    ['the days of an event', { beside: '<p>Messe: 12–14 May 2025</p>' }],
    ['the days of an event, German', { beside: '<p>12.–14. Mai 2025</p>' }],
    ['the days of an event in digits', { beside: '<p>12.05.–14.05.2025</p>' }],
    ['a day in the first sentence', { before: 'Am 4. März 2025 kam es anders. Es begann so: ' }],
    ['a range of years in the title', { head: '<title>Bridge opens | 2019-2025</title>' }],
  ])('is %s', (_, page) => {
    expect(dateOf(page)).toBeUndefined();
  }); // biome-ignore format: a table
});
