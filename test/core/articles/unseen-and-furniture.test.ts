import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';

const BODY = [
  'The ministry said on Monday that firms need a licence for lithography parts from March.',
  'Officials in The Hague expect forty applications a year, mostly for spare parts and service visits.',
  'Exporters asked for a transition period, which the minister refused after talks with the makers.',
  'The rule follows a decision by allies to align their lists before the summer meeting in Tokyo.',
];
const HEADLINE = 'Ministry tightens licences for lithography parts';
const STORY = BODY.map((text) => `<p>${text}</p>`).join('');
const FALSE_WORDS = 'Nobody sees this sentence about smuggled chips.';

function read(inside: string, { head = '', after = '', lang = 'en' } = {}) {
  return extractArticle(
    `<html lang="${lang}"><head><title>${HEADLINE}</title>${head}</head><body><main><h1>${HEADLINE}</h1>${inside}</main>${after}</body></html>`,
    'https://ledger.example/a-story',
  );
}

function expectStoryWithout(text: string, words: string): void {
  for (const sentence of BODY) expect(text).toContain(sentence);
  expect(text).not.toContain(words);
}

describe('a style sheet that comes after the elements that it hides', () => {
  test.each([
    ['a paragraph by class', `<p class="zz">${FALSE_WORDS}</p>`, '.zz{display:none}'],
    ['a box by id', `<div id="q7"><p>${FALSE_WORDS}</p></div>`, '#q7{position:absolute;left:-9999px}'],
    ['words in a line', `<p>Plain words. <span class="k">${FALSE_WORDS}</span></p>`, '.k{visibility:hidden}'],
    ['an own element', `<x-note>${FALSE_WORDS}</x-note>`, 'x-note{display:none}'],
    ['a paragraph in a box', `<div class="a"><p class="b">${FALSE_WORDS}</p></div>`, '.a .b{display:none}'],
    [
      'a box in a state',
      `<div class="m" data-state="closed"><p>${FALSE_WORDS}</p></div>`,
      '.m[data-state=closed]{display:none}',
    ],
  ])('%s', (_, hidden, css) => {
    expectStoryWithout(read(hidden + STORY, { after: `<style>${css}</style>` }).text, FALSE_WORDS);
  });

  test('a rule for print or for another box hides nothing', () => {
    const seen = `<p class="zz">${FALSE_WORDS}</p>`;
    const css = '<style media="print">.zz{display:none}</style><style>.other .zz{display:none}</style>';
    expect(read(STORY + seen, { after: css }).text).toContain(FALSE_WORDS);
  });
});

describe('letters of no size', () => {
  test.each([
    ['a paragraph', `<p class="t">${FALSE_WORDS}</p>`, '.t{font-size:0}'],
    ['a box around paragraphs', `<div class="t"><p>${FALSE_WORDS}</p></div>`, '.t{font-size:0px}'],
    [
      'words in a line',
      `<p>Plain words. <b class="t">${FALSE_WORDS}</b></p>`,
      '.t{font-size:.0em!important}',
    ],
  ])('%s', (_, hidden, css) => {
    expectStoryWithout(read(hidden + STORY, { head: `<style>${css}</style>` }).text, FALSE_WORDS);
  });

  test('boxes inside a row without gaps have letters of their own', () => {
    const css = '<style>.row{font-size:0}.row .cell{font-size:16px}.small{font-size:0.8em}</style>';
    const row = `<div class="row"><div class="cell">${STORY}<p class="small">${FALSE_WORDS}</p></div></div>`;
    const { text } = read(row, { head: css });
    expect(text).toContain(BODY[0]);
    expect(text).toContain(FALSE_WORDS);
  });
});

describe('a notice in the place of an embedded part', () => {
  test.each([
    'To view this content, please accept YouTube cookies.',
    'This content comes from an outside service. To show it we need your permission to store data.',
    'An dieser Stelle finden Sie einen externen Inhalt. Mit Ihrer Zustimmung werden Daten übermittelt.',
    'Pour afficher ce contenu, vous devez accepter les cookies de X.',
    'Para ver este contenido debe aceptar las cookies de Facebook.',
    'Este conteúdo só é exibido com o seu consentimento.',
    'Per vedere questo contenuto accetta i cookie di TikTok.',
    'Om deze inhoud te bekijken, moet u cookies van derden toestaan.',
    'För att visa det här innehållet behöver du godkänna cookies.',
    'Aby zobaczyć ten materiał, wyraź zgodę na pliki cookie serwisu X.',
    'Tento obsah se zobrazí po udělení souhlasu.',
    'Чтобы увидеть этот контент, разрешите использование файлов cookie.',
    'Щоб переглянути цей вміст, прийміть файли cookie.',
    'Bu içeriği görüntülemek için çerezleri kabul edin.',
    'لعرض هذا المحتوى، يرجى قبول ملفات تعريف الارتباط.',
    '要查看此内容，请接受第三方 Cookie。',
    'このコンテンツを表示するには、クッキーに同意してください。',
    '이 콘텐츠를 보려면 쿠키를 허용해 주세요.',
  ])('%s', (notice) => {
    const between = STORY.replace('</p>', `</p><div class="x"><p>${notice}</p></div>`);
    expectStoryWithout(read(between).text, notice);
  });

  test.each([
    'The regulator said the company must obtain consent before it loads third-party content on its pages.',
    'This video shows how the ministry accepted the first shipment.',
    'Este gráfico muestra cómo el gobierno acepta licencias.',
    'このサービスは来月始まり、当局が許可したと表示される。',
  ])('a report stays: %s', (sentence) => {
    expect(read(`${STORY}<p>${sentence}</p>${STORY}`).text).toContain(sentence);
  });
});

describe('a note on an author whom nothing names', () => {
  test.each([
    'Ada Rivers covers trade and technology from Brussels. She joined the paper in 2019.',
    'Ada Rivers schreibt seit 2019 über Handel und Technologie. Sie lebt in Brüssel.',
    'Juan Pérez cubre tecnología y comercio desde Madrid.',
    'Luca Bianchi si occupa di economia e tecnologia. Vive a Milano.',
    'Anna Lind bevakar teknik och ekonomi från Stockholm.',
    'Jan Kowalski pisze o technologiach i handlu. Wcześniej pracował w radiu.',
    'Олена Коваль пише про економіку та технології. Вона живе у Києві.',
    'Ayşe Yılmaz, teknoloji ve ticaret haberleri yazıyor. 2019’dan beri gazetede çalışıyor.',
    '李明是本报科技记者，负责报道半导体行业。',
    '山田太郎は半導体と貿易を担当している。',
    '김민수 기자는 반도체 산업을 담당하고 있다.',
    'سارة أحمد صحفية تغطي التكنولوجيا والتجارة من بروكسل.',
    'Reach Ada at ada@ledger.example or on Signal at ada.12.',
    'Schreiben Sie der Autorin: ada@ledger.example',
    'Contactez l’auteur : ada@ledger.example',
  ])('%s', (note) => {
    expectStoryWithout(read(`${STORY}<p>${note}</p>`).text, note);
  });

  test.each([
    'Deutsche Bank covers losses from trade in chips with reserves of 2 billion.',
    'China Mobile covers 300 cities with its network from March, the company said.',
    'The Hague expects forty applications a year, mostly for spare parts of older machines.',
    '中国商务部发言人周三表示，将采取必要措施。',
  ])('a last sentence stays: %s', (sentence) => {
    expect(read(`${STORY}<p>${sentence}</p>`).text).toContain(sentence);
  });
});

describe('a byline of two', () => {
  test.each([
    ['By <a rel="author" href="/a">Ada Rivers</a> and Tom Field', 'en'],
    ['Von <a rel="author" href="/a">Ada Rivers</a> und Tom Field', 'de'],
    ['Por <a rel="author" href="/a">Ada Rivers</a> y Tom Field', 'es'],
    ['Par <a rel="author" href="/a">Ada Rivers</a> et Tom Field | Bruxelles', 'fr'],
  ])('%s', (byline, lang) => {
    const { authors } = read(`<p>${byline}</p>${STORY}`, { lang });
    expect(authors).toEqual(['Ada Rivers', 'Tom Field']);
  });

  test('a photographer and a place are no authors', () => {
    const author = '<a rel="author" href="/a">Ada Rivers</a>';
    expect(read(`<p>By ${author} and photos by Tom Field</p>${STORY}`).authors).toEqual(['Ada Rivers']);
    expect(read(`<p>By ${author} in Brussels</p>${STORY}`).authors).toEqual(['Ada Rivers']);
  });
});

describe('dates', () => {
  test.each([
    '<footer>Last build 5 May 2025. © 2019</footer>',
    '<div class="site-footer"><p>Build 2025-05-05</p></div>',
    '<div id="colophon"><time datetime="2025-05-05T10:00:00Z">5 May</time></div>',
  ])('the foot of the page has none: %s', (after) => {
    expect(read(STORY, { after }).published).toBeUndefined();
  });

  test('the foot of an article has its date', () => {
    const html = `<article>${STORY}<footer><p>Published 2 March 2026</p></footer></article>`;
    expect(read(html).published?.toISOString()).toBe('2026-03-02T00:00:00.000Z');
  });

  test.each([
    ['۱۱ اسفند ۱۴۰۴ - ۱۰:۳۰', '2026-03-02T07:00:00.000Z'],
    ['سه‌شنبه ۱۱ اسفند ۱۴۰۴ ساعت ۱۰:۳۰', '2026-03-02T07:00:00.000Z'],
    ['انتشار: ۱۴۰۴/۱۲/۱۱ - ۲۲:۳۰', '2026-03-02T19:00:00.000Z'],
    ['۱۱ اسفند ۱۴۰۴ ساعت ۱۰:۳۰ بعدازظهر', '2026-03-02T19:00:00.000Z'],
    ['۱۱ اسفند ۱۴۰۴، ۱۰:۳۰ ب.ظ', '2026-03-02T19:00:00.000Z'],
  ])('%s is Tehran’s time', (line, instant) => {
    expect(read(`<p>${line}</p>${STORY}`, { lang: 'fa' }).published?.toISOString()).toBe(instant);
  });
});
