import { expect, test } from 'vitest';
import { isKnownTerm } from '../../../src/core/topics/suggest/known-term.ts';
import { listTerms } from '../../../src/core/topics/suggest/list-terms.ts';
import { TermTally } from '../../../src/core/topics/suggest/tally-terms.ts';
import { shippedTopics } from './shipped-topics.ts';

test.each<[text: string, has: string[], hasNot: string[]]>([
  ['Export permits, revoked.', ['export', 'permits', 'export permits', 'revoked'], ['permits revoked']],
  ['L’autorité d’export', ['l’autorité', 'l’autorité d’export'], ['autorité d']],
  ['芯片禁令', ['芯片', '片禁', '禁令', '芯片禁', '芯片禁令'], ['芯']],
  ['NVIDIA製GPUの検査', ['nvidia', 'gpu', '検査', 'の検査'], ['nvidia gpu の']],
  ['반도체 수출 규제', ['반도체', '반도체 수출', '규제'], ['반도']],
  ['निर्यात प्रतिबंध', ['निर्यात', 'निर्यात प्रतिबंध'], []],
  ['2026 12', [], ['2026', '2026 12']],
  ['ＧＰＵ', ['gpu'], []],
])('terms of %s', (text, has, hasNot) => {
  const terms = listTerms(text);
  for (const term of has) expect(terms).toContain(term);
  for (const term of hasNot) expect(terms).not.toContain(term);
});

/** Near misses and other articles as lists of words; each is from its own outlet. */
function tallied(near: readonly string[], other: readonly string[], outlet?: string): TermTally {
  const tally = new TermTally();
  for (const [index, text] of near.entries())
    tally.addNear(listTerms(text), outlet ?? `o${index}`, { title: `Title ${index}`, url: `u${index}` });
  for (const text of other) tally.addOther(listTerms(text));
  return tally;
}

const LIMITS = { least: 3, terms: 10 };
const times = (n: number, text: string) => Array.from({ length: n }, () => text);

test('words that near misses have more often than others are suggested, with examples', () => {
  const [first, ...rest] = tallied(times(8, 'quota the'), times(50, 'weather the')).suggest(LIMITS);
  expect(first).toMatchObject({ term: 'quota the', near: 8, other: 0 });
  expect(first?.examples.map(({ title }) => title)).toEqual(['Title 0', 'Title 1', 'Title 2']);
  // "quota" alone occurs in the same articles as "quota the"; "the" occurs everywhere.
  expect(rest).toEqual([]);
});

test.each<[name: string, tally: TermTally]>([
  ['as often elsewhere', tallied(times(8, 'chips'), times(50, 'chips'))],
  ['in too few', tallied(times(2, 'quota'), times(50, 'rain'))],
  [
    'by chance',
    tallied([...times(3, 'quota'), ...times(40, 'x y')], [...times(3, 'quota'), ...times(60, 'rain')]),
  ],
  ['of every day', tallied(times(20, 'said'), [...times(30, 'said'), ...times(70, 'rain')])],
])('no word that occurs %s', (_, tally) => {
  expect(tally.suggest(LIMITS).map(({ term }) => term)).not.toContain('quota');
  expect(tally.suggest(LIMITS).map(({ term }) => term)).not.toContain('chips');
  expect(tally.suggest(LIMITS).map(({ term }) => term)).not.toContain('said');
});

test('words of one outlet only are not suggested', () => {
  const tally = new TermTally();
  for (let n = 0; n < 8; n++)
    tally.addNear(listTerms(n < 6 ? 'newsletter quota' : 'quota'), n < 6 ? 'a' : `b${n}`, {
      title: '',
      url: '',
    });
  for (let n = 0; n < 50; n++) tally.addOther(listTerms('rain'));
  expect(tally.suggest(LIMITS).map(({ term }) => term)).toEqual(['quota']);
});

test('words of the lexicons are known, others are not', () => {
  expect(isKnownTerm('export controls', shippedTopics)).toBe(true);
  expect(isKnownTerm('出口管制', shippedTopics)).toBe(true);
  expect(isKnownTerm('garden furniture', shippedTopics)).toBe(false);
});

test('memory is bounded, and frequent words are kept', () => {
  const tally = new TermTally();
  for (let n = 0; n < 30; n++) {
    const words = Array.from({ length: 5_000 }, (_, index) => `w${n}x${index}`).join('. ');
    tally.addNear(listTerms(`quota. ${words}`), `o${n}`, { title: '', url: '' });
  }
  for (let n = 0; n < 300; n++) tally.addOther(listTerms('rain'));
  expect(tally.suggest(LIMITS).map(({ term }) => term)).toEqual(['quota']);
});
