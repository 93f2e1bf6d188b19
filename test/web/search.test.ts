import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainTerms } from '../../src/core/search/plain-terms.ts';
import { searchWords } from '../../src/core/search/search-words.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { testConsole, type TestConsole } from '../support/web-console.ts';

let console: TestConsole;

const ARTICLES = [
  {
    tag: 'en',
    title: 'Customs officers open containers',
    text: 'Officers seized processors at the port of Rotterdam.',
  },
  { tag: 'zh-Hans', title: '海关总署加强芯片检查', text: '深圳海关在口岸查获一批显卡。' },
  { tag: 'zh-Hant', title: '財政部關務署查驗晶片', text: '海關總署稱將加強檢查。' },
  { tag: 'ja', title: '税関が半導体を差し押さえ', text: '東京税関は火曜日に発表した。' },
  {
    tag: 'de',
    title: 'Zollkontrollen an der Grenze verschärft',
    text: 'Der Zoll prüft nun jede Sendung mit Prozessoren.',
  },
  { tag: 'th', title: 'ศุลกากรตรวจยึดชิป', text: 'เจ้าหน้าที่ศุลกากรตรวจค้นตู้สินค้า' },
  { tag: 'ar', title: 'الجمارك تصادر شحنة رقائق', text: 'أعلنت السلطات يوم الثلاثاء.' },
  { tag: 'en', title: 'A gardening show opens', text: 'Nothing about trade at all.' },
];

beforeAll(async () => {
  console = await testConsole({});
  const at = Date.parse('2026-11-01T08:00:00Z');
  for (const [index, { tag, title, text }] of ARTICLES.entries())
    await console.db
      .insertInto('articles')
      .values({
        canonical_url: `https://outlet.example/${index}`,
        url: `https://outlet.example/${index}`,
        outlet: index % 2 === 0 ? 'Even' : 'Odd',
        title,
        text,
        content_hash: String(index),
        authors: [],
        keywords: [],
        language: 'und',
        language_tag: tag,
        language_confidence: 1,
        confidence: 1,
        via: 'feed',
        entities: JSON.stringify(
          index === 0 ? [{ id: 'nvidia', name: 'NVIDIA', kind: 'organisation', count: 1 }] : [],
        ),
        features: null,
        lead: null,
        site_name: null,
        section: null,
        image: null,
        free: null,
        story_id: null,
        story_score: null,
        via_reason: null,
        reported_at: new Date(at + index * 60_000),
        fetched_at: new Date(at),
      })
      .execute();
});
afterAll(() => console[Symbol.asyncDispose]());

async function titles(query: string): Promise<string[]> {
  const page = await (await fetch(`${console.web.url}/search?${query}`)).text();
  return [...page.matchAll(/<h2 lang="[^"]*" dir="auto">(.*?)<\/h2>/gs)].map(([, title]) =>
    (title as string).replaceAll(/<[^>]+>/g, ''),
  );
}

describe('a filter whose value nothing has', () => {
  test.each([
    ['topic', 'chip_bann', 'chip_ban', 'Chip bans and export controls'],
    ['language', 'frnch', 'fr', 'French'],
    ['country', 'Chnia', 'country%3Acn', 'China'],
    ['entity', 'Nvdia', 'nvidia', 'NVIDIA'],
    ['outlet', 'Evn', 'Even', 'Even'],
  ])('%s %s: the nearest is named', async (field, written, value, label) => {
    await addFeeds(console.db, [{ url: 'https://even.example/', outlet: 'Even', origin: 'cli' }]);
    for (const path of ['/', '/search']) {
      const shown = await (await fetch(`${console.web.url}${path}?${field}=${written}`)).text();
      expect(shown).toContain(`“${written}”. Did you mean <a href="${path}?`);
      expect(shown).toMatch(new RegExp(`\\b${field}=${value}\\b[^"]*">${label}</a>`));
    }
    for (const path of ['stories', 'articles']) {
      const answer = await fetch(`${console.web.url}/api/v1/${path}?${field}=${written}`);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        detail: expect.stringContaining(`"${written}"; did you mean "${decodeURIComponent(value)}"?`),
      });
    }
  });

  test('names of languages and countries are accepted, and a known value without stories is no mistake', async () => {
    for (const query of [
      'language=French',
      'country=Germany',
      'country=de',
      'country=中国',
      'topic=chip_ban',
      'outlet=Even',
    ])
      expect(await (await fetch(`${console.web.url}/?${query}`)).text(), query).not.toContain('There is no');
    expect(await titles('q=processors&language=English')).toEqual(['Customs officers open containers']);
  });
});

async function page(query: string) {
  return (await (await fetch(`${console.web.url}/api/v1/articles?${query}`)).json()) as {
    readonly articles: readonly { readonly title: string; readonly score: number | null }[];
    readonly next: string | null;
  };
}

describe('search', () => {
  test.each([
    ['seize', ['Customs officers open containers']],
    ['"jede Sendung"', ['Zollkontrollen an der Grenze verschärft']],
    ['processors -rotterdam', []],
    // Whose stem is another word than the word.
    ['Rotterdam -officers', []],
    ['Sendung -"an der Grenze"', []],
    ['芯片 -深圳', []],
    ['查获', ['海关总署加强芯片检查']],
    ['海关总署', ['財政部關務署查驗晶片', '海关总署加强芯片检查']],
    ['海關總署', ['財政部關務署查驗晶片', '海关总署加强芯片检查']],
    ['差し押さえ', ['税関が半導体を差し押さえ']],
    ['ตู้สินค้า', ['ศุลกากรตรวจยึดชิป']],
    ['gardening OR Sendung', ['A gardening show opens', 'Zollkontrollen an der Grenze verschärft']],
  ])('%s, word by word', async (q, wanted) => {
    expect(await titles(`exact=yes&q=${encodeURIComponent(q)}`)).toEqual(wanted);
  });

  test('a word finds its translations', async () => {
    const found = await titles('q=customs');
    for (const title of [ARTICLES[0], ARTICLES[1], ARTICLES[3], ARTICLES[4], ARTICLES[6]].map(
      (one) => one?.title,
    ))
      expect(found).toContain(title);
    expect(found).not.toContain('A gardening show opens');
    for (const word of ['海关', '海關', '세관', 'aduána', 'Customs'])
      expect(await titles(`q=${encodeURIComponent(word)}`), word).toContain(
        'Customs officers open containers',
      );
  });

  test('translations count for each of several words', async () => {
    expect(await titles(`q=${encodeURIComponent('customs 深圳')}`)).toEqual(['海关总署加强芯片检查']);
    expect(await titles(`q=${encodeURIComponent('the 海关 Rotterdam')}`)).toEqual([
      'Customs officers open containers',
    ]);
    expect(await titles(`q=${encodeURIComponent('"customs" 深圳')}`)).toEqual([]);
  });

  test('the best matches come first, on all pages', async () => {
    const latest = await titles('q=customs');
    const best = await titles('q=customs&sort=relevance');
    expect(best.toSorted()).toEqual(latest.toSorted());
    // Twice in the title and text of one article, and in none of the latest titles.
    expect(latest[0]).not.toBe(best[0]);
    const { articles, next } = await page('q=customs&sort=relevance&limit=2');
    const rest = await page(`q=customs&sort=relevance&limit=200&after=${next}`);
    expect([...articles, ...rest.articles].map(({ title }) => title)).toEqual(best);
    expect(articles[0]?.score).toBeGreaterThan(rest.articles.at(-1)?.score ?? 1);
  });

  test('filters and pages', async () => {
    expect(await titles('outlet=Odd&language=zh')).toEqual(['海关总署加强芯片检查']);
    expect(await titles('entity=nvidia')).toEqual(['Customs officers open containers']);
    expect(await titles('outlet=Nobody')).toEqual([]);
  });

  test('the index follows changes of the articles', async () => {
    await console.db
      .updateTable('articles')
      .set({ text: 'Now of tulips.' })
      .where('title', '=', 'A gardening show opens')
      .execute();
    expect(await titles('exact=yes&q=tulip')).toEqual(['A gardening show opens']);
    expect(await titles('exact=yes&q=trade')).toEqual([]);
  });

  test('hostile input is plain text', async () => {
    for (const q of [
      "'",
      '"',
      '\\',
      "' | 'x':*",
      '&!(',
      '<script>',
      '𠮷'.repeat(80),
      '海'.repeat(300),
      'customs & ; chips',
      "'; DROP customs --",
    ])
      expect((await fetch(`${console.web.url}/search?q=${encodeURIComponent(q)}`)).status, q).toBe(200);
  });
});

test('terms of the lexicons become words', () => {
  expect(plainTerms('Zollbeamt*')).toEqual(['Zollbeamt*']);
  expect(plainTerms('(cargo|customs) checkpoint(s|)')).toEqual([
    'cargo checkpoints',
    'cargo checkpoint',
    'customs checkpoints',
    'customs checkpoint',
  ]);
  expect(plainTerms('*zollamt')).toEqual([]);
  expect(plainTerms('*세관')).toEqual(['세관']);
  expect(plainTerms('=US')).toEqual(['US']);
});

test('Chinese words are searched as pairs of characters, in simplified, traditional and Japanese forms', () => {
  expect(searchWords('Nvidia 关税 -"a b"')).toEqual({
    wanted: 'Nvidia 关税',
    without: { spaced: '"a b"', pairs: undefined },
    spaced: 'Nvidia',
    pairs: "(('关税' | '关稅' | '関税' | '関稅' | '關税' | '關稅'))",
  });
  expect(searchWords('米').pairs).toContain(':*');
});

test('the stored articles can be downloaded as the command line exports them', async () => {
  const answer = await fetch(`${console.web.url}/articles.jsonl`);
  expect(answer.headers.get('content-disposition')).toContain('chipwatch-articles.jsonl');
  const lines = (await answer.text()).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { title: string }).title)).toEqual(
    ARTICLES.map(({ title }) => title),
  );
  expect(await (await fetch(`${console.web.url}/articles.jsonl?matched=yes`)).text()).toBe('');
});
