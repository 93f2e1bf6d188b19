import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, PROSE, readVariant } from '../support/pages.ts';

const TEASERS = [
  ['2024-11-05T10:00', 'Sataman historia: sata vuotta laivoja', '5.11.2024'],
  ['2025-01-09T10:00', 'Silta suljettiin talven ajaksi uudelleen', '9.1.2025'],
  ['2025-02-11T10:00', 'Kaupunki hakee uutta käyttöä vanhalle asemalle', '11.2.2025'],
] as const;
const LISTS: Readonly<Record<string, string>> = {
  'a list in an aside': `<aside><ul>${TEASERS.map(([at, title, day]) => `<li><time datetime="${at}">${day}</time> <a href="/${at}">${title}</a></li>`).join('')}</ul></aside>`,
  'boxes with headings': `<div>${TEASERS.map(([at, title, day]) => `<div><h3><a href="/${at}">${title}</a></h3><time datetime="${at}">${day}</time></div>`).join('')}</div>`,
  'a table': `<table>${TEASERS.map(([at, title, day]) => `<tr><td><time datetime="${at}">${day}</time></td><td><a href="/${at}">${title}</a></td></tr>`).join('')}</table>`,
};
const title = 'Uusi silta joen yli avattiin';
const head = `<h1>${title}</h1>`;

describe('the times of teasers are not the article’s', () => {
  for (const [name, list] of Object.entries(LISTS)) {
    variantTest(`${name}, before the headline of a page that prints no date`, () => {
      const { published } = readVariant(
        pageOf(`${list}${head}${inParagraphs(PROSE.en)}`, { title, lang: 'fi' }),
      );
      expect(published).toBeUndefined();
    });
    variantTest(`${name}, after the text of a page that prints a date`, () => {
      const main = `${head}<p>1.3.2026 klo 21.40</p>${inParagraphs([...PROSE.en, ...PROSE.de, ...PROSE.es, ...PROSE.fr, ...PROSE.ru])}${list}`;
      const { published } = readVariant(pageOf(main, { title, lang: 'fi' }));
      expect(published?.toISOString().slice(0, 10)).toBe('2026-03-01');
    });
  }
  variantTest('the same in Japanese', () => {
    const list = `<ul><li><a href="/1">港の百年をふりかえる写真展が市役所で始まる</a> <time datetime="2024-11-05T10:00">11月5日</time></li><li><a href="/2">駅前の古い倉庫を改装した図書館が開館へ</a> <time datetime="2025-01-09T10:00">1月9日</time></li></ul>`;
    const main = `${list}<h1>川に架かる新しい橋が開通</h1>${inParagraphs(PROSE.ja)}`;
    const { published } = readVariant(pageOf(main, { title: '川に架かる新しい橋が開通', lang: 'ja' }));
    expect(published).toBeUndefined();
  });
});

describe('times that are the article’s', () => {
  const ROWS: Readonly<Record<string, string>> = {
    'beside a linked author with a long name': `<p><a href="/autor">Juan Carlos Rodríguez Pérez</a> <time datetime="2026-03-01T20:40">1.3.2026</time></p>`,
    'a linked date and a linked author': `<div>Publicado el <a href="/p"><time datetime="2026-03-01T20:40">1 marzo 2026</time></a> por <a href="/a">mgarcia</a></div>`,
    'beside a linked section': `<div><a href="/s">Kotimaa</a> <time datetime="2026-03-01T20:40">1.3.2026</time></div>`,
  };
  for (const [name, row] of Object.entries(ROWS))
    variantTest(name, () => {
      const { published } = readVariant(
        pageOf(`${head}${row}${inParagraphs(PROSE.en)}`, { title, lang: 'fi' }),
      );
      expect(published?.toISOString().slice(0, 10)).toBe('2026-03-01');
    });
  variantTest('in a linked topic before the headline', () => {
    const row = `<div><a href="/t">Thema des Tages // 01.03.2026</a></div>`;
    const { published } = readVariant(
      pageOf(`${row}${head}${inParagraphs(PROSE.en)}`, { title, lang: 'de' }),
    );
    expect(published?.toISOString().slice(0, 10)).toBe('2026-03-01');
  });
  variantTest('in the row of a headline that is a link', () => {
    const row = `<header><h2><a href="/story">${title}</a></h2><time datetime="2026-03-01T20:40">1.3.2026</time></header>`;
    const { published } = readVariant(pageOf(`${row}${inParagraphs(PROSE.en)}`, { title, lang: 'fi' }));
    expect(published?.toISOString().slice(0, 10)).toBe('2026-03-01');
  });
});
