import { describe, expect, test } from 'vitest';
import { chooseArticle } from '../../../src/core/plausibility/choose-article.ts';

const FETCHED = new Date('2026-03-05T14:07:00Z');
const TITLE = 'Harbour bridge closes for repairs until June';
const TEXT =
  'The harbour bridge closes on Monday for repairs that last until June, the city said. Lorries will be led over the northern ring road, and the ferry runs every ten minutes instead of every twenty. Engineers had found cracks in two of the pillars during the winter.';

function publishedOf(line: string, published?: Date): string | undefined {
  const html = `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><nav><a href="/">Start</a></nav><article><h1>${TITLE}</h1>${line}<p>${TEXT}</p><p>${TEXT.replaceAll('bridge', 'crossing')}</p></article><aside><h2>Most read</h2><p>5 minutes ago</p></aside></body></html>`;
  const url = 'https://courier.example/news/harbour-bridge';
  const { article } = chooseArticle(
    { html, requested: url, url, fetched: FETCHED },
    { url, title: TITLE, author: undefined, summary: TEXT, content: undefined, published },
  );
  return article.published?.toISOString();
}

describe('a page that prints its age', () => {
  test.each([
    ['<p>2 hours ago</p>', '2026-03-05T12:07:00.000Z'],
    ['<p>By Ada Rivers · 2 hours ago · 5 min read</p>', '2026-03-05T12:07:00.000Z'],
    ['<p>Published 2 hours ago</p>', '2026-03-05T12:07:00.000Z'],
    ['<div>Veröffentlicht: gestern, 09:30 Uhr</div>', '2026-03-04T09:30:00.000Z'],
    ['<div>Von Ada Rivers | vor 3 Tagen</div>', '2026-03-02T00:00:00.000Z'],
    ['<p>Publié il y a 10 mois</p>', '2025-05-05T00:00:00.000Z'],
    ['<p>Publicado hace 2 horas</p>', '2026-03-05T12:07:00.000Z'],
    ['<p>Опубликовано 2 часа назад</p>', '2026-03-05T12:07:00.000Z'],
    ['<p>3 天前</p>', '2026-03-02T00:00:00.000Z'],
    ['<p>입력 3일 전</p>', '2026-03-02T00:00:00.000Z'],
    ['<p>3日前</p>', '2026-03-02T00:00:00.000Z'],
    ['<p>منذ ساعتين</p>', '2026-03-05T12:07:00.000Z'],
    ['<p>Updated 2 hours ago</p>', undefined],
    ['<p>5 min read</p>', undefined],
    ['<p>The firm was founded 3 years ago</p>', undefined],
  ])('%s', (line, expected) => {
    expect(publishedOf(line)).toBe(expected);
  });

  test('the date of the feed is more exact', () => {
    expect(publishedOf('<p>2 hours ago</p>', new Date('2026-03-05T11:41:00Z'))).toBeUndefined();
  });

  test('but a page from an archive is old, whatever the feed says', () => {
    expect(publishedOf('<p>10 months ago</p>', FETCHED)).toBe('2025-05-05T00:00:00.000Z');
  });
});
