import { describe, expect } from 'vitest';
import { caseTest, variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, paragraphs, PROSE, readCase, readVariant } from '../support/pages.ts';

describe('declarative shadow DOM', () => {
  caseTest('pages/06-declarative-shadow-dom', () => {
    const article = readCase('06-declarative-shadow-dom/page.html');
    expect(paragraphs(article)).toHaveLength(5);
    expect(article.text).toMatch(/^The Dutch government will require a licence/);
    expect(article.text).not.toContain('All offers are subject to change');
  });

  variantTest('the older attribute, German, the headline beside the template', () => {
    const page = pageOf(
      `<x-artikel><template shadowroot="open"><h1>Brücke eröffnet</h1><slot></slot>${inParagraphs(PROSE.de)}</template></x-artikel>`,
      { title: 'Brücke eröffnet', lang: 'de' },
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.de);
  });

  variantTest('one shadow in another, each paragraph an element of its own', () => {
    const parts = PROSE.fr.map(
      (text) => `<news-text><template shadowrootmode="closed"><p>${text}</p></template></news-text>`,
    );
    const page = pageOf(
      `<news-story><template shadowrootmode="open"><section><h1>Le pont est ouvert</h1>${parts.join('')}</section></template></news-story>`,
      { title: 'Le pont est ouvert', lang: 'fr' },
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.fr);
  });

  variantTest('words in the light part that the shadow frames, Japanese', () => {
    const page = pageOf(
      `<story-frame><template shadowrootmode="open" shadowrootclonable><style>p{}</style><article><slot></slot></article></template><h1>橋が開通</h1>${inParagraphs(PROSE.ja)}</story-frame>`,
      { title: '橋が開通', lang: 'ja' },
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.ja);
  });

  variantTest('a template without such an attribute is no part of the page', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1>${inParagraphs(PROSE.en)}<template><p>${PROSE.en[0]!.replace('bridge', 'tunnel')}</p></template></article>`,
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.en);
  });
});

describe('text that something on the page opens', () => {
  caseTest('pages/09-text-that-is-hidden-until-a-click: an accordion', () => {
    const { text } = readCase('09-text-that-is-hidden-until-a-click/accordion.html');
    expect(text).toContain('The rule covers Nvidia H20');
    expect(text).toContain('Which chips does the new rule cover?');
    expect(text).toContain('a licence is valid for twelve months.');
  });

  caseTest('pages/09-text-that-is-hidden-until-a-click: read more', () => {
    const { text } = readCase('09-text-that-is-hidden-until-a-click/readmore.html');
    expect(text).toContain('exports of chip-making tools to China will need a licence');
    expect(text).toContain('She did not say how many machines');
    expect(text).not.toContain('Read more');
  });

  const [first, second, third] = PROSE.en as [string, string, string];
  const rest = `<p>${second}</p><p>${third}</p>`;
  const layouts: readonly (readonly [string, string])[] = [
    ['data-target', `<p>${first}</p><a class="btn" data-target="#r" href="/x">More</a><div id="r" style="display: none">${rest}</div>`],
    ['data-bs-target', `<p>${first}</p><button data-bs-target="#r">More</button><div id="r" class="is-hidden">${rest}</div>`],
    ['a button right before it, without an id', `<p>${first}</p><button class="more">Show all</button><div hidden>${rest}</div>`],
    ['a program', `<p>${first}</p><a href="javascript:toggle('r')">More</a><div id="r" style="visibility:hidden">${rest}</div>`],
    ['folded to no height', `<p>${first}</p><div id="r" style="max-height:0;overflow:hidden">${rest}</div><button aria-controls="r">More</button>`],
    ['hidden=until-found', `<p>${first}</p><div hidden="until-found">${rest}</div>`],
    ['details', `<p>${first}</p><details><summary>More</summary>${rest}</details>`],
    ['a tab, kept from screen readers until it is chosen', `<p>${first}</p><ul role="tablist"><li aria-controls="r">Two</li></ul><div id="r" role="tabpanel" aria-hidden="true">${rest}</div>`],
  ]; // biome-ignore format: a table
  for (const [name, body] of layouts) {
    variantTest(`opened by: ${name}`, () => {
      const { text } = readVariant(pageOf(`<article><h1>Bridge opens</h1>${body}</article>`));
      for (const paragraph of [first, second, third]) expect(text).toContain(paragraph);
    });
  }

  variantTest('text that nothing opens is left out, and so is a closed menu', () => {
    const { text } = readVariant(
      pageOf(
        `<button aria-controls="m">Menu</button><div id="m" class="menu" hidden><p>${second}</p></div><article><h1>Bridge opens</h1><p>${first}</p><p>${third}</p><p>${first.replace('Saturday', 'Sunday')}</p><div hidden><p>${second}</p></div></article>`,
      ),
    );
    expect(text).not.toContain(second);
  });

  variantTest('streamed by React, the body behind the page', () => {
    const page = pageOf(
      `<article><h1>Brücke eröffnet</h1><p>${PROSE.de[0]}</p><!--$?--><template id="B:0"></template><p>Lädt</p><!--/$--><p>${PROSE.de[2]}</p></article>`,
      { title: 'Brücke eröffnet', lang: 'de' },
    ).replace(
      '</body>',
      `<div hidden id="S:0"><div><p>${PROSE.de[1]}</p><!--$?--><template id="B:1"></template><!--/$--></div></div><script>$RC=function(){};$RC("B:0","S:0")</script><div hidden id="S:1"><p>${PROSE.fr[0]}</p></div><script>$RC("B:1","S:1")</script></body>`,
    );
    const texts = paragraphs(readVariant(page)).filter((text) => text.length > 60);
    expect(texts).toEqual([PROSE.de[0], PROSE.de[1], PROSE.fr[0], PROSE.de[2]]);
  });

  variantTest('a hidden box that is the body, shown by a script; Chinese', () => {
    const page = pageOf(
      `<h1>新桥通车</h1><div class="article-body" style="visibility:hidden">${inParagraphs(PROSE.zh)}</div><div><p>${PROSE.en[0]}</p><p>${PROSE.en[1]}</p></div>`,
      { title: '新桥通车', lang: 'zh' },
    );
    expect(readVariant(page).text).toContain(PROSE.zh[1]);
  });
});

describe('text that is never displayed', () => {
  caseTest('pages/10-clipped-text', () => {
    const { text } = readCase('10-clipped-text/page.html');
    expect(text).toContain('Nvidia (NVDA.O) ships to China');
    expect(text).toContain('Shares of AMD (AMD.O) fell 3 percent');
    expect(text).not.toContain('opens new tab');
  });

  const ways = [
    'class="screen-reader-text"',
    'class="govuk-visually-hidden"',
    'class="element-invisible"',
    'class="u-hiddenVisually"',
    'style="position:absolute;left:-9999px"',
    'style="font-size:0"',
    'style="opacity: 0"',
    'style="color:transparent"',
    'style="color:#ffffff;background-color:white"',
    'style="clip-path: inset(100%); position: absolute"',
    'style="display:none"',
    'hidden',
  ];
  for (const way of ways) {
    variantTest(`a span in a sentence: ${way}`, () => {
      const body = PROSE.es.map((text) => `<p>${text.replace(',', `<span ${way}>, se abre en otra ventana</span>,`)}</p>`);
      const page = pageOf(`<article><h1>Puente abierto</h1>${body.join('')}</article>`, { title: 'Puente abierto', lang: 'es' });
      expect(paragraphs(readVariant(page))).toEqual(PROSE.es);
    });
    variantTest(`a box between paragraphs: ${way}`, () => {
      const page = pageOf(
        `<article><h1>الجسر</h1><p>${PROSE.ar[0]}</p><div ${way}><p>${PROSE.en[0]}</p></div><p>${PROSE.ar[1]}</p><p>${PROSE.ar[2]}</p></article>`,
        { title: 'الجسر', lang: 'ar' },
      );
      expect(paragraphs(readVariant(page))).toEqual(PROSE.ar);
    });
  } // biome-ignore format: long lines of HTML

  variantTest('text that fades in is visible', () => {
    const body = PROSE.en.map((text) => `<p style="opacity:0;transform:translateY(24px)">${text}</p>`);
    expect(
      paragraphs(readVariant(pageOf(`<article><h1>Bridge opens</h1>${body.join('')}</article>`))),
    ).toEqual(PROSE.en);
  });

  variantTest('of two boxes with the same text one is kept', () => {
    const page = pageOf(
      `<article><h1>Мост</h1><p>${PROSE.ru[0]}</p><div class="visually-hidden">${PROSE.ru[1]}</div><div aria-hidden="true"><div>${PROSE.ru[1]}</div></div><p>${PROSE.ru[2]}</p></article>`,
      { title: 'Мост', lang: 'ru' },
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.ru);
  });
});

describe('headline and byline', () => {
  caseTest('pages/11-headline-with-unseen-text: ruby', () => {
    expect(readCase('11-headline-with-unseen-text/ruby.html').title).toBe('半導体の対中輸出を禁止');
  });

  caseTest('pages/11-headline-with-unseen-text: ruby beside og:title', () => {
    const article = readCase('11-headline-with-unseen-text/ruby-og.html');
    expect(article.title).toBe('半導体の対中輸出を禁止');
    expect(article.text).toMatch(/^米国の商務省は、/);
  });

  const plain = (head: string, lang: 'en' | 'fr' | 'zh'): string =>
    `<!DOCTYPE html><html lang="${lang}"><head><title>Paper</title></head><body><main><article>${head}${inParagraphs(PROSE[lang])}</article></main></body></html>`;

  variantTest('a note to screen readers', () => {
    const { title } = readVariant(
      plain(
        '<h1>Bridge opens <span class="sr-only">(opens in a new window)</span>after four years</h1>',
        'en',
      ),
    );
    expect(title).toBe('Bridge opens after four years');
  });

  variantTest('clipped by its style, in headline and byline', () => {
    const clip = 'style="clip:rect(0 0 0 0);position:absolute"';
    const { title, authors } = readVariant(
      plain(
        `<h1><span ${clip}>Article réservé </span>Le pont est enfin ouvert</h1><p class="author"><span ${clip}>Publié avec </span>Anne Leduc</p>`,
        'fr',
      ),
    );
    expect(title).toBe('Le pont est enfin ouvert');
    expect(authors).toEqual(['Anne Leduc']);
  });

  variantTest('pinyin over a Chinese headline and byline', () => {
    const { title, authors } = readVariant(
      plain(
        '<h1><ruby>新桥<rp>（</rp><rt>xīnqiáo</rt><rp>）</rp></ruby>今日通车</h1><div class="author">作者：<ruby>王小明<rt>Wáng Xiǎomíng</rt></ruby></div>',
        'zh',
      ),
    );
    expect(title).toBe('新桥今日通车');
    expect(authors).toEqual(['王小明']);
  });

  variantTest('a headline with a part for sighted readers and one for screen readers', () => {
    const { title } = readVariant(
      plain(
        '<h1><span aria-hidden="true">Bridge opens</span><span class="visually-hidden">Bridge opens</span> today</h1>',
        'en',
      ),
    );
    expect(title).toBe('Bridge opens today');
  });
});

describe('drop caps', () => {
  for (const file of ['a', 'b']) {
    caseTest(`pages/12-drop-cap: ${file}`, () => {
      expect(readCase(`12-drop-cap/${file}.html`).text).toMatch(/^Nvidia may no longer sell/);
    });
  }

  const caps: readonly (readonly [string, 'en' | 'de' | 'fr' | 'ru', (rest: string, first: string) => string])[] = [
    ['a span with white space behind it', 'de', (rest, first) => `<p><span class="dropcap">${first}</span>\n ${rest}</p>`],
    ['a box of its own', 'en', (rest, first) => `<div class="drop-cap">${first}</div><p>${rest}</p>`],
    ['a picture', 'en', (rest, first) => `<p><img class="initial-letter" src="t.png" alt="${first}">${rest}</p>`],
    ['a picture and a letter for screen readers', 'fr', (rest, first) => `<p><span class="sr-only">${first}</span><img src="l.png" alt="" aria-hidden="true">${rest}</p>`],
    ['a letter for screen readers before the large one', 'fr', (rest, first) => `<p><span class="visually-hidden">${first}</span><span aria-hidden="true" class="lettrine">${first}</span>${rest}</p>`],
    ['the whole word twice', 'ru', (rest, first) => `<p><span class="sr-only">${first}${rest.split(' ')[0]}</span><span aria-hidden="true"><b class="firstletter">${first}</b>${rest.split(' ')[0]}</span> ${rest.split(' ').slice(1).join(' ')}</p>`],
  ]; // biome-ignore format: a table
  for (const [name, lang, build] of caps) {
    variantTest(`${name}, ${lang}`, () => {
      const [first, ...others] = PROSE[lang] as [string, ...string[]];
      const page = pageOf(`<article><h1>Bridge opens</h1>${build(first.slice(1), first[0]!)}${inParagraphs(others)}</article>`, { lang });
      expect(paragraphs(readVariant(page))).toEqual(PROSE[lang]);
    });
  } // biome-ignore format: long lines of HTML

  variantTest('a word of one letter stays a word', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1><p><span class="dropcap">A</span> new bridge over the river was opened on Saturday morning, and several hundred people walked across it.</p><p>${PROSE.en[1]}</p></article>`,
    );
    expect(readVariant(page).text).toMatch(/^A new bridge/);
  });
});
