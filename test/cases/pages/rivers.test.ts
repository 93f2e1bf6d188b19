import { describe, expect } from 'vitest';
import { variantTest } from '../support/cases.ts';
import { inParagraphs, pageOf, PROSE, paragraphs, readVariant } from '../support/pages.ts';

interface Story {
  readonly lang: keyof typeof PROSE;
  readonly title: string;
  readonly byline: string;
  readonly date: string;
}

const STORIES: readonly Story[] = [
  { lang: 'de', title: 'Neue Brücke ist eröffnet', byline: 'Von Anna Muster', date: '3. März 2026, 14:05' },
  { lang: 'fr', title: 'Le pont sur la rivière est ouvert', byline: 'Par Anne Leduc', date: '3 mars 2026' },
  { lang: 'ru', title: 'Открыт новый мост через реку', byline: 'Автор: Анна Иванова', date: '03.03.2026' },
  { lang: 'ja', title: '川に架かる新しい橋が開通した', byline: '山田太郎', date: '2026年3月3日 14:05' },
  { lang: 'en', title: 'New bridge over the river opens', byline: 'By Ann Lee', date: '3 March 2026' },
];

/** A page of three stories. The `wanted` one has the level `top`, the others have `h2`. */
type Layout = (stories: readonly Story[], wanted: number, top: string) => string;

const textOf = ({ lang }: Story): string => inParagraphs(PROSE[lang]);
const heading = ({ title }: Story, level: string): string => `<${level}>${title}</${level}>`;
const each = (one: (story: Story, level: string, at: number) => string): Layout => {
  return (stories, wanted, top) =>
    stories.map((story, at) => one(story, at === wanted ? top : 'h2', at)).join('\n');
};

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'articles of two classes': (stories, wanted, top) =>
    stories
      .map((story, at) =>
        at === wanted
          ? `<article class="main">${heading(story, top)}${textOf(story)}</article>`
          : `<article class="next">${heading(story, 'h2')}${textOf(story)}</article>`,
      )
      .join(''),
  'boxes with dates': each(
    (story, level) =>
      `<section class="piece">${heading(story, level)}<time>${story.date}</time>${textOf(story)}</section>`,
  ),
  'boxes that are loaded one after the other': each(
    (story, level, at) =>
      `<div class="infinite-item" data-url="/n/${at}">${heading(story, level)}${textOf(story)}</div>`,
  ),
  'boxes with a named text': each(
    (story, level) => `<div>${heading(story, level)}<div class="article-body">${textOf(story)}</div></div>`,
  ),
};

function pageWith(layout: Layout, stories: readonly Story[], wanted: number, top = 'h1'): string {
  const { title, lang } = stories[wanted]!;
  return pageOf(`<main>${layout(stories, wanted, top)}</main>`, { title, lang });
}

/** Which of the stories the text has a paragraph of. */
function languagesIn(text: string): string[] {
  return STORIES.filter(({ lang }) => PROSE[lang].some((said) => text.includes(said))).map(
    ({ lang }) => lang,
  );
}

describe('further articles under smaller headings', () => {
  let start = 0;
  for (const [name, layout] of Object.entries(LAYOUTS)) {
    for (const wanted of [0, 1, 2]) {
      const first = start++;
      const stories = [0, 1, 2].map((step) => STORIES[(first + step) % STORIES.length]!);
      const { lang, date } = stories[wanted]!;
      variantTest(`${name}, ${lang} as number ${wanted + 1}`, () => {
        const article = readVariant(pageWith(layout, stories, wanted));
        expect(paragraphs(article).filter((text) => text !== date)).toEqual(PROSE[lang]);
      });
    }
  }

  const flat: Layout = (stories, wanted, top) =>
    `<div>${each((story, level) => `${heading(story, level)}<p>${story.byline}</p><p>${story.date}</p>${textOf(story)}`)(stories, wanted, top)}</div>`;
  // The byline begins with a word for the author.
  const withByline = STORIES.filter(({ byline }) => /^(?:By|Von|Par) /.test(byline));
  for (const [wanted, top] of [
    [0, 'h1'],
    [0, 'h2'],
    [1, 'h2'],
    [2, 'h2'],
  ] as const) {
    variantTest(`one box, each with its byline, the one under ${top} as number ${wanted + 1}`, () => {
      const { text } = readVariant(pageWith(flat, withByline, wanted, top));
      expect(languagesIn(text)).toEqual([withByline[wanted]!.lang]);
    });
  }
});

describe('parts of one article stay', () => {
  const parts: Readonly<Record<string, (story: Story, part: (at: number) => string) => string>> = {
    'sections under headings': (story, part) =>
      `<article>${heading(story, 'h1')}${[0, 1, 2].map((at) => `<section><h2>${at}. ${story.date}</h2>${part(at)}</section>`).join('')}</article>`,
    'boxes of a page builder': (story, part) =>
      [0, 1, 2]
        .map(
          (at) =>
            `<div class="frame"><h${at === 0 ? 1 : 2}>${at === 0 ? story.title : 'Mehr dazu'}</h${at === 0 ? 1 : 2}><div class="bodytext">${part(at)}</div></div>`,
        )
        .join(''),
    'the slides of an article': (story, part) =>
      `<article class="news-post">${[0, 1, 2].map((at) => `<div class="news-article"><h${at === 0 ? 1 : 2}>${at === 0 ? story.title : 'Was noch folgt'}</h${at === 0 ? 1 : 2}>${part(at)}</div>`).join('')}</article>`,
    'the days of a chronicle': (story, part) =>
      `<article>${heading(story, 'h1')}<p>${story.byline}</p>${[0, 1, 2].map((at) => `<h2>Tag ${at}</h2><p>${story.date}</p>${part(at)}`).join('')}</article>`,
  };
  for (const [name, layout] of Object.entries(parts)) {
    for (const story of STORIES.slice(0, 4)) {
      variantTest(`${name}, ${story.lang}`, () => {
        const page = pageOf(`<main>${layout(story, (at) => `<p>${PROSE[story.lang][at]}</p>`)}</main>`, {
          title: story.title,
          lang: story.lang,
        });
        const { text } = readVariant(page);
        for (const said of PROSE[story.lang]) expect(text).toContain(said);
      });
    }
  }
});
