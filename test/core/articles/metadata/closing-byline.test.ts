import { expect, test } from 'vitest';
import { extractArticle } from '../../../../src/core/articles/extract-article.ts';
import { chooseArticle } from '../../../../src/core/plausibility/choose-article.ts';
import { closingAuthors } from '../../../../src/core/articles/metadata/closing-byline.ts';

const JAPANESE = '東京税関は28日、半導体を不正に輸出しようとしたとして、都内の商社を告発した。';

test.each([
  [`${JAPANESE}【佐藤健一】`, ['佐藤健一']],
  [`${JAPANESE}\n\n【高橋 さくら】`, ['高橋 さくら']],
  [`${JAPANESE}【中村真理、伊藤かおり】`, ['中村真理', '伊藤かおり']],
  [`${JAPANESE}【ワシントン＝秋山信一】`, ['秋山信一']],
  [`${JAPANESE}（ソウル＝桜井紀雄）`, ['桜井紀雄']],
  [`${JAPANESE}（経済部・松田直樹）`, ['松田直樹']],
  ['海关总署表示，将继续加强监管。（记者 张伟）', ['张伟']],
  ['海关总署表示，将继续加强监管。\n【记者李晓明】', ['李晓明']],
  ['海關表示將持續查緝。（記者林志玲）', ['林志玲']],
  ['관세청은 수사를 이어갈 방침이다.\n\n홍길동 기자 gildong@shinmun.kr', ['홍길동']],
])('%s', (text, names) => {
  expect(closingAuthors(text)).toEqual(names);
});

test.each([
  `${JAPANESE}【時事通信】`,
  `${JAPANESE}【東京】`,
  `${JAPANESE}（敬称略）`,
  `${JAPANESE}（随時掲載）`,
  `${JAPANESE}【関連記事】`,
  `${JAPANESE}【写真特集】`,
  '海关总署表示，将继续加强监管。（完）',
  '海关总署表示，将继续加强监管。（责任编辑：王芳）',
  '海关总署表示，将继续加强监管。（新华社）',
  '관세청은 수사를 이어갈 방침이다.\n\n무단 전재 및 재배포 금지',
  'The company appealed (again).',
])('nobody is named in %s', (text) => {
  expect(closingAuthors(text)).toEqual([]);
});

test('a page without other bylines has the author at its end', () => {
  const html = `<html lang="ja"><title>税関、商社を告発</title><article><h1>税関、商社を告発</h1><p>${JAPANESE.repeat(3)}</p><p>${JAPANESE}【佐藤健一】</p></article></html>`;
  expect(extractArticle(html, 'https://shimbun.example/a/1').authors).toEqual(['佐藤健一']);
});

test.each([
  '佐藤健一（さとう・けんいち）1975年生まれ。経済ジャーナリスト。著書に『半導体の街』など。',
  '高橋 真理 (たかはし まり) 経済ライター。新聞社を経て独立し、製造業を取材している。',
  '■伊藤薫（いとう・かおる）大学教授。専門は国際経済学。',
])('a note on the author is left out: %s', (note) => {
  const html = `<html lang="ja"><title>税関、商社を告発</title><article><h1>税関、商社を告発</h1><p>${JAPANESE.repeat(3)}</p><p>${JAPANESE}</p><div><p>${note}</p></div></article></html>`;
  expect(extractArticle(html, 'https://shimbun.example/a/1').text).not.toContain(note);
});

test('a day of this year beside the headline dates a page whose feed has no date', () => {
  const html = `<html lang="ja"><title>税関、商社を告発</title><article><h1>税関、商社を告発</h1><p>11/30(月) 10:12 配信</p><p>${JAPANESE.repeat(3)}</p></article></html>`;
  const url = 'https://news.example.jp/a/1';
  const page = { html, requested: url, url, fetched: new Date('2026-11-30T05:00:00Z') };
  const entry = {
    url,
    title: '税関、商社を告発',
    author: undefined,
    summary: undefined,
    content: undefined,
    published: undefined,
  };
  expect(chooseArticle(page, entry).article.published?.toISOString().slice(0, 10)).toBe('2026-11-30');
});
