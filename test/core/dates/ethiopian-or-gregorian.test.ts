import { describe, expect, test } from 'vitest';
import { entryDate } from '../../../src/core/dates/entry-date.ts';
import { readDate } from '../../../src/core/dates/read-date.ts';
import { chooseArticle } from '../../../src/core/plausibility/choose-article.ts';

const SEEN = new Date('2026-03-05T14:07:00Z');
const PAGE = { source: 'page', dayFirst: true, zone: 'Africa/Addis_Ababa' } as const;
const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);

describe('a year without an era beside a month of Ethiopia', () => {
  test.each([
    ['መጋቢት 2 2026', '2026-03-02'],
    ['2 መጋቢት 2026', '2026-03-02'],
    ['የካቲት 28፣ 2026', '2026-02-28'],
    ['ታተመው፡ 30 ሰኔ 2024', '2024-06-30'],
    ['5 ጥር 2019', '2019-01-05'],
    ['Megabit 2, 2026', '2026-03-02'],
    ['28 Yekatit 2026', '2026-02-28'],
    // These may be of the year that Ethiopia counts.
    ['የካቲት 23 2018', '2026-03-02'],
    ['23 የካቲት 2018', '2026-03-02'],
    ['Yekatit 23, 2018', '2026-03-02'],
    ['መስከረም 1 2017', '2024-09-11'],
    // The mark says so.
    ['መጋቢት 2 2026 ዓ.ም', '2034-03-11'],
    ['Megabit 2, 2026 E.C.', '2034-03-11'],
  ])('%s is %s', (written, expected) => {
    expect(day(readDate(written, { ...PAGE, seen: SEEN }))).toBe(expected);
  });

  test.each([
    ['የካቲት 23 2018', '2026-03-02T08:00:00Z', '2026-03-02'],
    ['የካቲት 23 2018', '2026-01-10T08:00:00Z', '2026-03-02'],
    ['የካቲት 23 2018', '2018-02-23T08:00:00Z', '2018-02-23'],
    ['2 መጋቢት 2017', '2017-03-02T08:00:00Z', '2017-03-02'],
    ['Megabit 2, 2017', '2017-03-02T08:00:00Z', '2017-03-02'],
    ['Megabit 2, 2017', '2025-03-11T08:00:00Z', '2025-03-11'],
  ])('%s, where the feed says %s, is %s', (written, fromFeed, expected) => {
    expect(day(readDate(written, { ...PAGE, seen: SEEN, fromFeed: new Date(fromFeed) }))).toBe(expected);
  });

  test('is read in a feed in the same way', () => {
    const read = (text: string) => entryDate([text], { source: 'feed', now: SEEN }, () => undefined)?.at;
    expect(day(read('2 መጋቢት 2026'))).toBe('2026-03-02');
    expect(day(read('የካቲት 23 2018'))).toBe('2026-03-02');
  });

  test.each([
    ['መጋቢት 2 2026', undefined, '2026-03-02'],
    ['2 መጋቢት 2017', new Date('2017-03-02T08:00:00Z'), '2017-03-02'],
    ['የካቲት 23 2018', undefined, '2026-03-02'],
  ])('beside a headline: %s', (line, published, expected) => {
    const title = 'የጉምሩክ ባለሥልጣን ቺፖችን ያዘ';
    const text = 'የጉምሩክ ባለሥልጣን ሰኞ ዕለት በአዲስ አበባ ወደ ውጭ እንዳይወጡ የተከለከሉ ቺፖችን መያዙን አስታወቀ። ';
    const html = `<html lang="am"><title>${title}</title><article><h1>${title}</h1><p>${line}</p><p>${text.repeat(4)}</p></article></html>`;
    const url = 'https://zena.example/a';
    const { article } = chooseArticle(
      { html, requested: url, url, fetched: SEEN },
      { url, title, author: undefined, summary: text, content: undefined, published },
    );
    expect(day(article.published)).toBe(expected);
  });
});
