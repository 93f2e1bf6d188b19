import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../../src/core/articles/extract-article.ts';
import { asianAuthors } from '../../../../src/core/articles/metadata/asian-bylines.ts';
import { bracketedAuthors } from '../../../../src/core/articles/metadata/bracketed-byline.ts';

test.each<[string, string[]]>([
  ['【佐藤健一】', ['佐藤健一']],
  ['【長谷川ゆう子】', ['長谷川ゆう子']],
  ['（中村美咲、五十嵐亮）', ['中村美咲', '五十嵐亮']],
  ['【ワシントン＝渡辺隆】', ['渡辺隆']],
  ['〔北京・小林太一〕', ['小林太一']],
  ['石井悠斗＝ロンドン', ['石井悠斗']],
  ['2026年3月3日 14:05 【吉田翔】', ['吉田翔']],
  ['【田村 直樹】 2026/03/03', ['田村 直樹']],
  ['【林淑芬】', ['林淑芬']],
  ['【王晓梅／综合报导】', ['王晓梅']],
  ['【歐陽靖】', ['歐陽靖']],
])('%s is by %j', (line, names) => {
  expect(bracketedAuthors(line)).toEqual(names);
});

test.each([
  '【速報】', '【半導体】', '【国際・経済】', '【春闘二〇二六】', '【社説】', '【解説】', '【東京】', '【経済部】', '【詳しく】', '【石川県】', '【福島第一原発】',
  '【松下電器】', '【高野連】', '【科技新聞】', '【高科技】', '【白皮书】', '【程序员】', '【林业局】', '【海关】', '【环球网报道】', '【大紀元2026年03月03日訊】',
  '佐藤健一（写真）', '市長の田中健（左）', '【写真】 佐藤健一さん', '新しい橋（佐藤健一設計）',
])('%s names no author', (line) => {
  expect(bracketedAuthors(line)).toEqual([]);
}); // biome-ignore format: a table

test.each<[string, string[]]>([
  ['本报记者 王小明 李明', ['王小明', '李明']],
  ['新华社记者许诺、何欣、罗文', ['许诺', '何欣', '罗文']],
  ['記者林志玲、陳大文／台北報導', ['林志玲', '陳大文']],
  ['记者 王 明', ['王 明']],
  ['实习记者 王小明 北京报道', ['王小明']],
  ['取材・文／田中美咲', ['田中美咲']],
  ['記者會現場', []],
  ['记者节特刊', []],
  ['記者クラブ', []],
  ['记者站', []],
  ['记者问答', []],
])('%s is by %j', (line, names) => {
  expect(asianAuthors(line)).toEqual(names);
});

describe('a page without other bylines', () => {
  const TEXT =
    '川に架かる新しい橋が土曜日の朝に開通し、最初のバスが通る前に数百人が歩いて渡った。式典には地元の子どもたちも参加した。';
  const page = (before: string, after: string) =>
    `<html lang="ja"><title>新しい橋が開通した</title><body><main>${before}<h1>新しい橋が開通した</h1>${after}<p>${TEXT}</p><p>${TEXT}</p></main></body></html>`;
  test.each([
    ['', '<p>【佐藤健一】</p>'],
    ['', '<div>2026年3月3日</div><div>【佐藤健一】</div>'],
    ['<span>【佐藤健一】</span>', '<time>2026年3月3日</time>'],
    ['<div>【速報】</div>', '<p>（佐藤健一）</p>'],
  ])('%s … %s', (before, after) => {
    const article = extractArticle(page(before, after), 'https://paper.example/2026/bridge');
    expect(article.authors).toEqual(['佐藤健一']);
    expect(article.text.startsWith('川に架かる')).toBe(true);
  });
});
