import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';

const HEADLINE = 'Ministry tightens licences for lithography parts';
const BODY = [
  'The ministry said on Monday that firms need a licence for lithography parts shipped to the region from March.',
  'Officials in The Hague expect forty applications a year, mostly for spare parts and service visits.',
  'Exporters asked for a transition period, which the minister refused after talks with the makers of the machines.',
];
const BODY_HTML = BODY.map((text) => `<p>${text}</p>`).join('');

function read(language: string, main: string) {
  const page = `<!doctype html><html lang=${language}><title>${HEADLINE}</title><main><h1>${HEADLINE}</h1>${main}</main></html>`;
  return extractArticle(page, 'https://ledger.example/a-story');
}

describe('text that a script would insert', () => {
  test.each([
    ['in noscript', `<div id=app></div><noscript>${BODY_HTML}</noscript>`],
    ['in a template', `<div id=slot></div><template id=story>${BODY_HTML}</template>`],
  ])('%s is read', (_, main) => {
    for (const text of BODY) expect(read('en', main).text).toContain(text);
  });
  test('is not read where the page has other text', () => {
    const hidden = BODY_HTML.replaceAll('The ministry', 'The bakery');
    expect(read('en', `${BODY_HTML}<noscript>${hidden}</noscript>`).text).not.toContain('bakery');
  });
});

describe('a date of change that precedes the date of publication', () => {
  test.each([
    ['en', '<p>Updated <time datetime="2026-03-05T11:00:00Z">5 March</time></p><p>First published <time datetime="2026-03-02T10:30:00Z">2 March</time></p>'],
    ['de', '<p>Aktualisiert am 05.03.2026, 11:00 Uhr, veröffentlicht am 02.03.2026, 11:30 Uhr</p>'],
    ['fr', '<p>Mis à jour le 5 mars 2026 à 12h00, publié le 2 mars 2026 à 11h30</p>'],
    ['ja', '<p>更新 2026年3月5日 20:00</p><p>公開 2026年3月2日 19:30</p>'],
    ['pl', '<p>Aktualizacja: 5 marca 2026 12:00</p><p>2 marca 2026 11:30</p>'],
  ])('%s', (language, line) => {
    expect(read(language, line + BODY_HTML).published?.toISOString()).toBe('2026-03-02T10:30:00.000Z');
  }); // biome-ignore format: a table
});
