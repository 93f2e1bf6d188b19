import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';
import { createThreadPool, type ThreadPool } from '../../../src/io/threads/thread-pool.ts';
import type { ExtractArticleTask, ExtractedPage } from '../../../src/pipeline/threads/extract-article.ts';

const URL_OF_PAGE = 'https://a.example/story';
const SENTENCE = 'The committee said on Tuesday that the rules would be ready before the end of the year. ';
const STORY = `<article><h1>Rules nearly ready</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(5)}</article>`;

/** Each would take quadratic time, or overflow the stack, in a naive parser. */
const HOSTILE: Record<string, () => string> = {
  '100,000 nested elements': () => STORY + '<div>'.repeat(100_000) + 'x' + '</div>'.repeat(100_000),
  '100,000 unclosed inline elements and as many wrong end tags': () =>
    STORY + '<b><i>'.repeat(50_000) + '</u>'.repeat(100_000),
  '1,000,000 attributes': () =>
    `${STORY}<div ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=1`).join(' ')}>x</div>`,
  '50 MB of text': () => `${STORY}<p>${'word '.repeat(10_000_000)}</p>`,
  '1,000,000 links': () => STORY + '<a href=x>y</a>'.repeat(1_000_000),
  '500,000 line breaks': () => `${STORY}<div>${'<br>'.repeat(500_000)}</div>`,
  'a megabyte of one class name': () => `${STORY}<div class="${'ad-'.repeat(350_000)}">x</div>`,
  'a megabyte of white space in a paragraph': () => `${STORY}<p>${' \u00a0\n'.repeat(350_000)}x</p>`,
  'a megabyte of punctuation in a paragraph': () => `${STORY}<p>${'!?."”)'.repeat(170_000)}</p>`,
  'a title made of separators': () => `<title>${' | - '.repeat(200_000)}</title>${STORY}`,
  'metadata of dates that are none': () =>
    `<meta property="article:published_time" content="${'1 '.repeat(200_000)}">${STORY}`,
  'JSON-LD nested without end': () =>
    `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script>${STORY}`,
  'JSON-LD with 200,000 objects': () =>
    `<script type="application/ld+json">[${'{"@type":"Thing"},'.repeat(100_000)}{}]</script>${STORY}`,
  'a megabyte of JSON-LD sentences that are not in the megabyte of text': () => {
    const body = Array.from({ length: 40_000 }, (_, i) => `Sentence number ${i} is of another story.`).join(
      ' ',
    );
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Rules nearly ready',
      articleBody: body,
    });
    return `<article><h1>Rules nearly ready</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(5_000)}</article><script type="application/ld+json">${data}</script>`;
  },
  'page data nested without end': () =>
    `<script id="__NEXT_DATA__" type="application/json">${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}</script>`,
  'page data of 50,000 sentences': () => {
    const data = Array.from({ length: 50_000 }, (_, i) => `${SENTENCE}${String(i).padStart(6, '0')}.`);
    return `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script>`;
  },
  'a script of literals without end': () => `<script>${'={"a":[/*'.repeat(200_000)}</script>`,
  'a script of quotes and escapes': () => `<script>a="${'\\\\"='.repeat(300_000)}</script>`,
  'a stream of rows that each name the next twice': () => {
    const row = (i: number) =>
      `${i.toString(16)}:{"a":["$${(i + 1).toString(16)}","$${(i + 1).toString(16)}"]}\n`;
    const rows = Array.from({ length: 5_000 }, (_, i) => row(i)).join('');
    return `<script>self.__next_f.push([1,${JSON.stringify(rows)}])</script>`;
  },
  'flat data in which each list names the next three times': () => {
    const lists = Array.from({ length: 50_000 }, (_, i) => [i + 2, i + 2, i + 2]);
    return `<script type="application/json">${JSON.stringify([{ a: 1 }, ...lists])}</script>`;
  },
  '10,000 templates': () =>
    STORY.slice(0, 60) + '<script type="text/template"><p>A few words.</p></script>'.repeat(10_000),
  '100,000 headings of related stories': () => STORY + '<h2>Related stories</h2>'.repeat(100_000),
  '100,000 bylines': () => STORY + '<p class="byline author">By Ann Lee</p>'.repeat(100_000),
  '100,000 teasers': () =>
    STORY +
    '<div class=card><a href=x><h3>A headline that leads somewhere else</h3></a></div>'.repeat(80_000),
  '100,000 nested tables': () => STORY + '<table><tr><td>'.repeat(100_000),
  'a style sheet whose nested rules come to a million selectors': () =>
    `<style>${Array(50).fill('.a').join(',')}{${'.b{clip:a}'.repeat(24_000)}}</style>${STORY}`,
  '4,000 elements with 40 classes, each in 100 rules': () => {
    const names = Array.from({ length: 40 }, (_, i) => `a${i}`);
    const rules = names.map((name) => `.${name}.b{clip:a}`.repeat(100)).join('');
    return `<style>${rules}</style>${STORY}${`<b class="${names.join(' ')}">x</b>`.repeat(4_000)}`;
  },
  '12,000 style sheets between words in letters of no size': () => {
    const word = '<style>.a{font-size:9px}</style><b>x</b>';
    return `<style>.z{font-size:0}</style>${STORY}<div class=z>${word.repeat(8_000)}${'<style>i{top:0}</style><b>x</b>'.repeat(4_000)}</div>`;
  },
  '24,000 style sheets behind 80,000 classes': () => {
    const words = Array.from({ length: 80_000 }, (_, i) => `<b class=c${i}>x</b>`).join('');
    const sheets = Array.from({ length: 24_000 }, (_, i) => `<style>.c${i}{clip:a}</style>`).join('');
    return `${STORY}<p>${words}</p>${sheets}`;
  },
};

describe('hostile pages, read directly', () => {
  test.each(Object.keys(HOSTILE))('%s: returns, and finds the article where there is one', (name) => {
    const html = HOSTILE[name]!();
    const article = extractArticle(html, URL_OF_PAGE);
    if (html.includes(STORY)) expect(article.text).toContain('The committee said on Tuesday');
  });
});

describe('hostile pages, read in the pool', () => {
  let pool: ThreadPool<ExtractArticleTask, ExtractedPage>;
  beforeAll(() => {
    pool = createThreadPool({
      entry: new URL('../../../src/pipeline/threads/extract-article.ts', import.meta.url),
      deadlineMs: 10_000,
    });
  });
  afterAll(() => pool.close());

  test.each(['100,000 nested elements', '1,000,000 attributes', '50 MB of text', '1,000,000 links'])(
    '%s: affects at most that page, the next is read',
    async (name) => {
      const outcome = await pool.run({ page: HOSTILE[name]!(), url: URL_OF_PAGE }).then(
        ({ article }) => article.title,
        (error: Error) => error.name,
      );
      expect(['Rules nearly ready', 'ThreadDeadlineError', 'ThreadCrashError']).toContain(outcome);
      const next = await pool.run({ page: STORY, url: URL_OF_PAGE });
      expect(next.article.title).toBe('Rules nearly ready');
    },
  );
});

const TAGS = [
  'p',
  'div',
  'span',
  'a href=/x',
  'ul',
  'li',
  'table',
  'td',
  'h1',
  'h2',
  'script',
  'article',
  'form',
  'br',
  'svg',
  'time',
];

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
      fc.constantFrom(...TAGS).map((tag) => `</${tag.split(' ')[0]}>`),
      fc.constantFrom(
        '<!--',
        '-->',
        '<![CDATA[',
        '&nbsp;',
        '&#x110000;',
        '<p class="',
        '"',
        '<',
        '>',
        '\u0000',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constant(SENTENCE),
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

test('never throws, whatever the HTML and the address', () => {
  fc.assert(
    fc.property(markup, fc.oneof(fc.webUrl(), fc.string()), (html, url) => {
      const article = extractArticle(html, url);
      expect(typeof article.text).toBe('string');
      expect(article.confidence).toBeGreaterThanOrEqual(0);
      expect(article.confidence).toBeLessThanOrEqual(1);
      expect(article.published === undefined || !Number.isNaN(article.published.getTime())).toBe(true);
    }),
    { numRuns: 400 },
  );
});
