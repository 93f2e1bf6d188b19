import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, paragraphs, PROSE, readVariant } from '../support/pages.ts';

/** A paragraph that is in the page's HTML and that the browser does not show. */
const HIDDEN =
  'Chip exports to the region will be banned from Monday on, the ministry is said to have decided in secret.';

describe('text that a style sheet in the page hides', () => {
  const hidden: readonly (readonly [string, string, string])[] = [
    ['by display', '.q7x{display:none}', `<p class="q7x">${HIDDEN}</p>`],
    ['by display, important, among others', '.a,.q7x , .b { color: red; display : none !important }', `<div class="lead q7x"><p>${HIDDEN}</p></div>`],
    ['off the screen', '.seo-blurb{position:absolute;left:-9999px;top:auto}', `<p class="seo-blurb">${HIDDEN}</p>`],
    ['clipped', '.vh2{position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden}', `<p>${'x'.repeat(0)}<span class="vh2">${HIDDEN}</span></p>`],
    ['by clip-path, in a layer', '@layer base{.gone{clip-path:inset(50%);position:absolute}}', `<p class="gone">${HIDDEN}</p>`],
    ['by visibility, by id', '#w9{visibility:hidden}', `<p id="w9">${HIDDEN}</p>`],
    ['one element of the class', 'p.mirror{display:none}', `<p class="mirror">${HIDDEN}</p>`],
    ['two classes together', '.x.y{display:none}', `<p class="x y">${HIDDEN}</p>`],
    ['on the screen, not in print', '@media print{.paper{display:block}} .paper{display:none}', `<p class="paper">${HIDDEN}</p>`],
    ['behind a comment, in capitals', '/* .seen{ */ .Upper{DISPLAY:NONE}', `<p class="Upper">${HIDDEN}</p>`],
    ['for all screens', '@media screen{.s1{display:none}}', `<p class="s1">${HIDDEN}</p>`],
    ['for screens and paper', '@media screen, print{.s2{display:none}}', `<p class="s2">${HIDDEN}</p>`],
    ['on all but paper', '@media not print{.s3{display:none}}', `<p class="s3">${HIDDEN}</p>`],
    ['in another box', '.card .fine{display:none}', `<div class="card"><div><p class="fine">${HIDDEN}</p></div></div>`],
    ['as the child of another', '#box9 > p.fine{display:none}', `<div id="box9"><p class="fine">${HIDDEN}</p></div>`],
    ['every element in a box', '.boilerplate p{display:none}', `<div class="boilerplate"><p>${HIDDEN}</p></div>`],
    ['one of several selectors', 'h4.k,.menu>li , .card2 .fine>b{display:none}', `<div class="card2"><div class="fine"><b>${HIDDEN}</b></div></div>`],
    ['by an attribute', '[data-state="closed"]{display:none}', `<p data-state="closed">${HIDDEN}</p>`],
    ['by a part of an attribute', 'div[data-slot^=seo-]{display:none}', `<div data-slot="seo-2"><p>${HIDDEN}</p></div>`],
    ['nested', '.wrap9{color:red;& .in{display:none}}', `<div class="wrap9"><p class="in">${HIDDEN}</p></div>`],
    ['nested, joined', '.wrap8{&.off{display:none}}', `<div class="wrap8 off"><p>${HIDDEN}</p></div>`],
    ['an id against a class', '#n7{display:none}.shown{display:block}', `<p id="n7" class="shown">${HIDDEN}</p>`],
    ['behind braces in strings', '.i:before{content:"}"}.j:before{content:"{"}.q8{display:none}', `<p class="q8">${HIDDEN}</p>`],
  ]; // biome-ignore format: a table
  for (const [name, css, body] of hidden) {
    variantTest(name, () => {
      const page = pageOf(`<article><h1>Bridge opens</h1>${inParagraphs(PROSE.en)}${body}</article>`, {
        head: `<style>${css}</style>`,
      });
      expect(paragraphs(readVariant(page))).toEqual(PROSE.en);
    });
  }

  const seen: readonly (readonly [string, string, string])[] = [
    ['shown again by a later rule', '.t{display:none}.t{display:block}', 't'],
    ['shown by a second class', '.pane{display:none}.pane.active{display:block}', 'pane active'],
    ['shown on wide screens', '.wide{display:none}@media (min-width:768px){.wide{display:block}}', 'wide'],
    ['shown where the reader ticks a box', '.more{display:none}#c:checked~.more{display:block}', 'more'],
    ['hidden in print alone', '@media print{.web{display:none}}', 'web'],
    ['hidden on small screens alone', '@media (max-width:600px){.big{display:none}}', 'big'],
    ['hidden inside another box alone', '.menu .text{display:none}', 'text'],
    ['fading in', '.reveal{opacity:0}', 'reveal'],
    ['another class', '.texture{display:none}', 'text'],
    ['in a sheet for paper', '</style><style media="print">.p{display:none}', 'p'],
    ['in a sheet for those without scripts', '</style><noscript><style>.n{display:none}</style></noscript><style>', 'n'],
    ['a keyframe', '@keyframes k{from{display:none}to{display:block}}.k{animation:k 1s}', 'k'],
    ['hidden in a box of another kind', 'aside .k2{display:none}', 'k2'],
    ['hidden as the child of another', '.page > .k3{display:none}', 'k3'],
    ['hidden where no program runs', '.no-js .k4,.is-loading .k4{display:none}', 'k4'],
    ['hidden beside another', '.k5 + .k5, .x ~ .k5{display:none}', 'k5'],
    ['hidden where it is empty', '.k6:empty,.k6:not(.on){display:none}', 'k6'],
    ['another attribute', '.k7[data-off],[data-k="k7"]{display:none}', 'k7'],
    ['in a sheet for small screens', '</style><style media="(max-width: 600px)">.k8{display:none}', 'k8'],
    ['hidden in print, in a box', '@media print{article .k9{display:none}}', 'k9'],
    ['shown by a stronger rule', 'article .k10{display:block}.k10{display:none}', 'k10'],
    ['shown by an important rule', '.k11{display:block!important}article .k11{display:none}', 'k11'],
    ['a sheet that breaks off', '.z{color:red}.k{display:none', 'z'],
    ['an attribute that every object has', '[constructor^="O"],[valueof*=a]{display:none}', 'k12'],
  ]; // biome-ignore format: a table
  for (const [name, css, classes] of seen) {
    variantTest(`is seen: ${name}`, () => {
      const parts = PROSE.fr.map((text, i) =>
        i === 1 ? `<p class="${classes}">${text}</p>` : `<p>${text}</p>`,
      );
      const page = pageOf(`<article><h1>Le pont est ouvert</h1>${parts.join('')}</article>`, {
        title: 'Le pont est ouvert',
        lang: 'fr',
        head: `<style>${css}</style>`,
      });
      expect(paragraphs(readVariant(page))).toEqual(PROSE.fr);
    });
  }

  variantTest('headline, byline and body follow one rule', () => {
    const page = pageOf(
      `<article><h1>Brücke eröffnet<span class="k1"> – Anzeige</span></h1><p class="byline">Von Eva Kern<span class="k1"> und Max Geist</span></p>${inParagraphs(PROSE.de)}<p>${PROSE.en[0]}<span class="k1"> ${HIDDEN}</span></p></article>`,
      { title: 'Brücke eröffnet', lang: 'de', head: '<style>.k1{position:absolute;left:-10000px}</style>' },
    );
    const article = readVariant(page);
    expect(article.title).toBe('Brücke eröffnet');
    expect(article.authors).toEqual(['Eva Kern']);
    expect(article.text).not.toContain('Chip exports');
  });

  variantTest('text that a button opens is kept', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1><p>${PROSE.en[0]}</p><button aria-controls="rest">More</button><div id="rest" class="fold"><p>${PROSE.en[1]}</p><p>${PROSE.en[2]}</p></div></article>`,
      { head: '<style>.fold{display:none}</style>' },
    );
    expect(paragraphs(readVariant(page))).toEqual(PROSE.en);
  });

  variantTest('a body that a script shows is kept', () => {
    const page = pageOf(`<h1>新桥通车</h1><div class="article-body boot">${inParagraphs(PROSE.zh)}</div>`, {
      title: '新桥通车',
      lang: 'zh',
      head: '<style>.boot{visibility:hidden}</style>',
    });
    expect(paragraphs(readVariant(page))).toEqual(PROSE.zh);
  });

  variantTest('the slides of a gallery, of which one is shown at a time', () => {
    const slides = [...PROSE.en, ...PROSE.fr].map((text) => `<div class="slide"><p>${text}</p></div>`);
    const page = pageOf(`<article><h1>Bridge opens</h1><p>${PROSE.de[0]}</p>${slides.join('')}</article>`, {
      head: '<style>.slide{display:none}.slide.current{display:block}</style>',
    });
    expect(paragraphs(readVariant(page))).toEqual([PROSE.de[0], ...PROSE.en, ...PROSE.fr]);
  });

  variantTest('many rules and unterminated rules are read in bounded time', () => {
    const css = `${'.a{display:none}'.repeat(20_000)}${'/*'.repeat(50_000)}${'@media x{'.repeat(50_000)}`;
    const page = pageOf(`<article><h1>Bridge opens</h1>${inParagraphs(PROSE.en)}</article>`, {
      head: `<style>${css}</style><style>${'.b,'.repeat(60_000)}{display:none}</style><style>${'.c{'.repeat(200)}${'& &{display:none}'.repeat(3_000)}</style><style>${'a '.repeat(50_000)}{display:none}</style>`,
    });
    expect(paragraphs(readVariant(page))).toEqual(PROSE.en);
  });
});

describe('drop caps that are drawn', () => {
  const rest = PROSE.en[0]!.slice(1);
  const drawn: readonly (readonly [string, string])[] = [
    ['text of an SVG', `<p><svg class="dropcap" viewBox="0 0 9 9"><text x="1" y="8">T</text></svg>${rest}</p>`],
    ['title of an SVG', `<p><svg role="img"><title>T</title><path d="M0 0h9"/></svg>${rest}</p>`],
    ['label of an SVG', `<p><svg role="img" aria-label="T"><path d="M0 0h9"/></svg>${rest}</p>`],
    ['an SVG in a span', `<p><span class="first-letter"><svg><desc>Letter T</desc><use href="#t"/></svg></span>${rest}</p>`],
    ['an SVG in a box of its own', `<div class="drop-cap"><svg aria-label="Drop cap: T"></svg></div><p>${rest}</p>`],
    ['alt of a picture', `<p><img src="t.png" alt="T">${rest}</p>`],
    ['alt that describes it', `<p><img class="initial-letter" src="t.png" alt="Illuminated letter T">${rest}</p>`],
  ]; // biome-ignore format: a table
  for (const [name, first] of drawn) {
    variantTest(name, () => {
      const page = pageOf(
        `<article><h1>Bridge opens</h1>${first}<p>${PROSE.en[1]}</p><p>${PROSE.en[2]}</p></article>`,
      );
      expect(paragraphs(readVariant(page))).toEqual(PROSE.en);
    });
  }

  variantTest('a German initial, and a French one with its apostrophe behind', () => {
    const [german] = PROSE.de as [string];
    const page = pageOf(
      `<article><h1>Brücke eröffnet</h1><p><img alt="Initiale D" src="d.svg">${german.slice(1)}</p><p><svg class="lettrine"><text>L</text></svg>’ancien pont est resté fermé pendant quatre ans après la crue qui avait abîmé ses piles.</p></article>`,
      { title: 'Brücke eröffnet', lang: 'de' },
    );
    expect(paragraphs(readVariant(page))).toEqual([
      german,
      'L’ancien pont est resté fermé pendant quatre ans après la crue qui avait abîmé ses piles.',
    ]);
  });

  variantTest('a drawn X between words is no letter of the next one', () => {
    const page = pageOf(
      `<article><h1>Bridge opens</h1><p>${PROSE.en[0]} <svg><title>X</title></svg> ${PROSE.en[1]}</p><p><svg aria-label="X"><path/></svg> ${PROSE.en[2]}</p></article>`,
    );
    expect(paragraphs(readVariant(page))).toEqual([`${PROSE.en[0]} ${PROSE.en[1]}`, PROSE.en[2]]);
  });
});
