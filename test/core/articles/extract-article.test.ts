import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';

const SENTENCE = 'The committee said on Tuesday that the rules would be ready before the end of the year. ';
const PARAGRAPH = `<p>${SENTENCE.repeat(3)}</p>`;
const HEADLINE = '<h1>Rules nearly ready for chip makers</h1>';

const read = (html: string) => extractArticle(html, 'https://a.example/story-one');

describe('where the text comes from', () => {
  test('the page', () => {
    const { text, via } = read(`<article>${HEADLINE}${PARAGRAPH.repeat(3)}</article>`);
    expect(via).toBe('dom');
    expect(text.split('\n\n')).toEqual(Array(3).fill(SENTENCE.repeat(3).trim()));
  });

  test('a template that the page’s script would insert', () => {
    const { text, via } = read(
      `${HEADLINE}<div class="post"><script type="text/template">${PARAGRAPH.repeat(2)}</script></div>`,
    );
    expect(via).toBe('template');
    expect(text).toContain('The committee said on Tuesday');
  });

  test('no template where the page has a text', () => {
    const { via } = read(
      `${HEADLINE}${PARAGRAPH.repeat(3)}<script type="text/template">${PARAGRAPH.repeat(9)}</script>`,
    );
    expect(via).toBe('dom');
  });

  test('no template with gaps to be filled', () => {
    const { text } = read(
      `${HEADLINE}<script type="text/template"><p>{{author}} wrote: ${SENTENCE.repeat(4)}</p></script>`,
    );
    expect(text).toBe('');
  });

  test('the whole of a body that is a table of results', () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `<tr><td>${i}.</td><td>Lea Muster</td><td>LG Ulm</td></tr>`,
    );
    const { text, via } = read(
      `${HEADLINE}<div class="entry-content"><table>${rows.join('')}</table></div><div class="comments"><p>${SENTENCE}</p></div>`,
    );
    expect(via).toBe('dom-whole');
    expect(text).toContain('Lea Muster');
    expect(text).not.toContain('committee');
  });

  test('JSON-LD, also where it was escaped twice', () => {
    const body = `&lt;p&gt;${SENTENCE.repeat(4)}&amp;eacute;t&amp;eacute;&lt;/p&gt;&lt;p&gt;${SENTENCE}&lt;/p&gt;`;
    const data = { '@type': 'NewsArticle', headline: 'Rules nearly ready', articleBody: body };
    const { text, via } = read(
      `<script type="application/ld+json">${JSON.stringify(data)}</script><div>Loading</div>`,
    );
    expect(via).toBe('json-ld');
    expect(text).toBe(`${SENTENCE.repeat(4)}été\n\n${SENTENCE.trim()}`);
  });
});

describe('a page that passes a limit ends there, with what came before', () => {
  test.each([
    ['elements open at once', '<div>'.repeat(2_000)],
    ['elements', '<br>'.repeat(260_000)],
    ['attributes of one element', `<div ${'a '.repeat(3_000)}>`],
  ])('%s', (_, more) => {
    const article = `<article>${HEADLINE}${PARAGRAPH.repeat(3)}${more}${PARAGRAPH}</article>`;
    const { text } = read(`<div><p>Elsewhere. ${SENTENCE}</p></div>${article}`);
    expect(text.split('\n\n')).toEqual(Array(3).fill(SENTENCE.repeat(3).trim()));
  });
});

describe('scripts without spaces and right-to-left scripts', () => {
  const THAI = 'กระทรวงพาณิชย์สหรัฐประกาศห้ามส่งออกชิปขั้นสูงไปยังจีนตั้งแต่วันอังคารเป็นต้นไป';
  const HEBREW = 'משרד המסחר האמריקני הודיע כי החל מיום שלישי ייאסר יצוא שבבים מתקדמים לסין.';
  test.each([
    ['Thai', 'th', 'สหรัฐห้ามส่งออกชิปขั้นสูงไปยังจีน', THAI, 'ข่าวอื่น'],
    [
      'Japanese',
      'ja',
      '米国、先端半導体の対中輸出を禁止',
      '米商務省は火曜日から、先端半導体の中国への輸出を禁止すると発表した。',
      '関連ニュース',
    ],
    ['Hebrew', 'he', 'ארצות הברית אוסרת יצוא שבבים', HEBREW, 'עוד חדשות'],
  ])('%s', (_, lang, title, sentence, more) => {
    const menu = Array.from({ length: 12 }, (__, i) => `<li><a href="/${i}">${more} ${i}</a></li>`).join('');
    const article = read(
      `<html lang="${lang}"><title>${title}</title><body><ul>${menu}</ul><div><h1>${title}</h1><p>${sentence}</p><p>${sentence}<br>${sentence}</p></div><ul>${menu}</ul></body></html>`,
    );
    expect(article.title).toBe(title);
    expect(article.text).toBe(`${sentence}\n\n${sentence}\n${sentence}`);
    expect(article.languageHint).toBe(lang);
  });
});

test('an element named like a property of JavaScript objects is read as any other', () => {
  const { text } = read(
    `<article>${HEADLINE}${PARAGRAPH}<constructor>Made. ${SENTENCE}</constructor></article>`,
  );
  expect(text).toContain('Made.');
});

describe('what belongs to the article', () => {
  const among = (more: string) => read(`<article>${HEADLINE}${PARAGRAPH}${more}${PARAGRAPH}</article>`).text;
  const after = (more: string) => read(`<article>${HEADLINE}${PARAGRAPH.repeat(3)}${more}</article>`).text;

  test.each([
    [
      'a paragraph behind a wall',
      `<p class="paywall" aria-hidden="true">Behind the wall. ${SENTENCE}</p>`,
      'Behind the wall.',
    ],
    [
      'a builder’s widget',
      `<div class="elementor-widget-text-editor"><p>In a widget. ${SENTENCE}</p></div>`,
      'In a widget.',
    ],
    [
      'a box that cuts what overflows',
      `<div class="overflow-hidden"><p>Cut off. ${SENTENCE}</p></div>`,
      'Cut off.',
    ],
    ['a paragraph set as a heading', `<h3>${SENTENCE.repeat(2)}Set large.</h3><h3>Next</h3>`, 'Set large.'],
    ['a caption element outside a table', `<caption>Stray caption. ${SENTENCE}</caption>`, 'Stray caption.'],
    ['text in an uppercase element', `<DIV CLASS="text">Capital. ${SENTENCE}</DIV>`, 'Capital.'],
    [
      'character references',
      `<p>Caf&eacute; &#8220;R&amp;D&#8221; &lt;b&gt; ${SENTENCE}</p>`,
      'Café “R&D” <b>',
    ],
  ])('%s', (_, html, kept) => {
    expect(among(html)).toContain(kept);
  });

  test.each([
    ['a hidden box', `<div hidden><p>Not seen. ${SENTENCE}</p></div>`, 'Not seen.'],
    ['a form', `<form><p>Sign here. ${SENTENCE}</p></form>`, 'Sign here.'],
    ['a caption told by its credit', '<p>Wafers in Hsinchu (Photo by Ann Lee/Getty Images)</p>', 'Hsinchu'],
    ['a program', '<script>var text = "In a program.";</script>', 'In a program.'],
    ['a style', '<style>.x { content: "In a style." }</style>', 'In a style.'],
    ['a template', '<template><p>In a template.</p></template>', 'In a template.'],
  ])('not %s', (_, html, dropped) => {
    expect(after(html)).not.toContain(dropped);
  });
});
