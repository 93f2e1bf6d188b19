import { expect, test } from 'vitest';
import { compileMatcher, findPatterns } from '../../../src/core/matching/matcher.ts';
import { normalise } from '../../../src/core/matching/normalise.ts';
import { parseTerm } from '../../../src/core/matching/term.ts';

function occursIn(term: string, text: string): boolean {
  let found = false;
  findPatterns(compileMatcher(parseTerm(term)), normalise(text), () => {
    found = true;
  });
  return found;
}

test.each([
  ['دوائر متكاملة', 'استيراد الدوائر المتكاملة متوقف'],
  ['بطاقات التسريع', 'صادرت بطاقات تسريع'],
  ['معدات تصنيع الرقائق', 'ومعدات التصنيع رقائق'],
  ['رخصة تصدير جديدة قبل البيع', 'الرخصة التصدير الجديدة قبل البيع'],
])('an Arabic term counts with and without the articles of its further words: %s', (term, text) => {
  expect(occursIn(term, text)).toBe(true);
});

test.each([
  ['نقل إلى الصين', 'نقل الإلى الصين'],
  ['رقائق', 'برقائقها'],
])('an Arabic preposition gets no article, and a word no ending: %s', (term, text) => {
  expect(occursIn(term, text)).toBe(false);
});

test.each([
  ['bộ xử lý đồ họa', 'Bộ xử lý đồ hoạ bị giữ'],
  ['nội địa hoá', 'tỷ lệ nội địa hóa'],
  ['khoẻ', 'khỏe'],
  ['thuỷ', 'thủy'],
])('a Vietnamese term counts with the mark of its tone on either vowel: %s', (term, text) => {
  expect(occursIn(term, text)).toBe(true);
});

test('a mark stays where the syllable has a further letter, and after q', () => {
  expect(occursIn('hoàn', 'hòan')).toBe(false);
  expect(occursIn('quý', 'qúy')).toBe(false);
});
