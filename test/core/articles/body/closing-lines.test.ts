import { expect, test } from 'vitest';
import { isLabel } from '../../../../src/core/articles/body/boilerplate-phrases.ts';

test.each([
  '【打印本页】【关闭窗口】',
  '김철수 기자 kim@courier.example',
  'ⓒ 밸리쿠리어, 무단 전재 및 재배포 금지',
  '【編輯：王小明】',
])('%s is no part of the article', (text) => {
  expect(isLabel(text)).toBe(true);
});

test.each([
  '김철수 기자가 현장에서 전했다.',
  '【北京讯】海关周一表示，将加强检查。',
  '기자회견은 오후 3시에 열렸다.',
])('%s is', (text) => {
  expect(isLabel(text)).toBe(false);
});
