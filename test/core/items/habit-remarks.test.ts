import { expect, test } from 'vitest';
import { hasCounter } from '../../../src/core/items/counters.ts';
import type { FeedHabits } from '../../../src/core/items/feed-habits.ts';
import { habitRemarks } from '../../../src/core/items/habit-remarks.ts';
import { type PageRemark, pageHabits } from '../../../src/core/plausibility/page-habits.ts';

const NOW = new Date('2026-03-20T00:00:00Z');
const DAY = 86_400_000;
const daysAgo = (...days: readonly number[]) => days.map((day) => NOW.getTime() - day * DAY);

test.each<[FeedHabits, RegExp, FeedHabits]>([
  [{ countedTitles: 12 }, /^12 entries count comments or readers in their titles/, { countedTitles: 2 }],
  [{ countedTexts: 3 }, /^3 entries count comments or readers in their texts/, { countedTexts: 1 }],
  [{ lateDates: 9 }, /^9 entries are dated later than they were first seen/, { lateDates: 1 }],
  [
    { breakdowns: daysAgo(30, 9, 5, 1) },
    /^has broken down 3 times in a fortnight/,
    { breakdowns: daysAgo(40, 30, 20, 1) },
  ],
  [{ problems: ['CDATA marks are in the texts themselves'] }, /made up for: CDATA marks/, { problems: [] }],
])('%j is reported', (habits, sentence, chance) => {
  expect(habitRemarks(habits, NOW)).toEqual([expect.stringMatching(sentence)]);
  expect(habitRemarks(chance, NOW)).toEqual([]);
});

test.each<[PageRemark, RegExp]>([
  ['elsewhere', /^7 of the last pages of news\.example name another article’s address/],
  ['undated', /^7 of the last pages of news\.example bear no date/],
])('pages that are %s are reported, and are not walls', (refusal, sentence) => {
  const host = 'news.example';
  expect(pageHabits([{ host, refusal, pages: 7 }])).toEqual([expect.stringMatching(sentence)]);
  expect(pageHabits([{ host, refusal, pages: 1 }])).toEqual([]);
});

test.each([
  ['Chip ban widened (17 comments)', true],
  ['阅读 3,456 芯片出口禁令扩大', true],
  ['Chip exports banned. 1.2k views', true],
  ['Customs seize 300 servers at the port of Rotterdam', false],
  ['Index falls after 12 makers are listed', false],
])('a counter in %s: %s', (text, expected) => {
  expect(hasCounter(text)).toBe(expected);
});
