import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/core/articles/extract-article.ts';
import { publisherZone } from '../../../src/core/dates/publisher-zone.ts';
import { readDate } from '../../../src/core/dates/read-date.ts';

/** What a page of this address and language means, as an ISO day or minute; `-` for no date. */
function read(text: string, url: string, language: string): string {
  const date = readDate(text, { source: 'page', dayFirst: true, zone: publisherZone(url, language) });
  return date === undefined ? '-' : date.toISOString().replace(/T00:00:00.*|:00\.000Z$/, '');
}

const PLACES = {
  il: ['https://paper.example.il/1', 'he'],
  us: ['https://paper.example/1', 'en-US'],
  bd: ['https://paper.example.bd/1', 'bn'],
  wb: ['https://paper.example/1', 'bn-IN'],
  any: ['https://paper.example/1', 'bn'],
  np: ['https://paper.example.np/1', 'ne'],
  ne: ['https://paper.example/1', 'ne'],
  in: ['https://paper.example.in/1', 'hi'],
  kp: ['https://paper.example/1', 'ko'],
} as const;

describe('days of the calendars of Israel, Bengal and Nepal', () => {
  it.each<[keyof typeof PLACES, string, string]>([
    ['il', 'י״ט בכסלו תשפ״ז', '2026-11-29'],
    ['il', 'כ"ה אלול תשפ"ו', '2026-09-07'],
    ['il', "א' בתשרי ה'תשפ״ז", '2026-09-12'],
    ['il', 'ט״ו בשבט תשפ״ה', '2025-02-13'],
    ['il', 'ל׳ באדר א׳ תשפ״ד', '2024-03-10'],
    ['il', 'יום ראשון, י״ט כסלו תשפ״ז, 10:20', '2026-11-29T08:20'],
    ['il', 'י״ט בכסלו תשפ״ז | 29 בנובמבר 2026', '2026-11-29'],
    ['us', '19 Kislev 5787', '2026-11-29'],
    ['us', 'Adar II 14, 5784', '2024-03-24'],
    // A leap year has two months of Adar; a month has 30 days at most; a year is needed.
    ['us', '14 Adar 5784', '-'],
    ['us', '31 Kislev 5787', '-'],
    ['il', 'י״ט בכסלו', '-'],
    ['bd', '১৫ অগ্রহায়ণ ১৪৩৩ বঙ্গাব্দ', '2026-11-30'],
    ['bd', 'ঢাকা, সোমবার, ১৫ অগ্রহায়ণ ১৪৩৩, ১৪:০৫', '2026-11-30T08:05'],
    ['bd', '১লা বৈশাখ ১৪৩৩', '2026-04-14'],
    ['bd', '৩০ চৈত্র ১৪৩৩', '2027-04-13'],
    ['bd', '৩০ ফাল্গুন ১৪৩০', '2024-03-14'],
    ['bd', '৩০ ফাল্গুন ১৪৩২', '-'],
    ['wb', '১ বৈশাখ ১৪৩২', '2025-04-15'],
    ['wb', '২৫শে বৈশাখ, ১৪৩১', '2024-05-08'],
    ['any', '১৫ অগ্রহায়ণ ১৪৩৩', '-'],
    ['any', '১৫ অগ্রহায়ণ ১৪৩৩, ৩০ নভেম্বর ২০২৬', '2026-11-30'],
    ['np', '१४ मंसिर २०८३, सोमबार १४:०५', '2026-11-30T08:20'],
    ['ne', 'वि.सं. २०८३ मङ्सिर १४ गते सोमबार', '2026-11-30'],
    ['ne', 'प्रकाशित मितिः २०८३ वैशाख १ गते', '2026-04-14'],
    ['np', '२०८२-१२-३०', '2026-04-13'],
    ['np', '2083/08/14', '2026-11-30'],
    ['us', 'Mangsir 14, 2083', '2026-11-30'],
    ['ne', '३२ जेठ २०८३', '-'],
    ['ne', '३२ जेठ २०८१', '2024-06-14'],
    ['ne', '१४ मंसिर २०८३ (30 November 2026)', '2026-11-30'],
    // The moon's months of India have the same names.
    ['in', 'कार्तिक शुक्ल 7, विक्रम संवत 2083', '-'],
    ['in', '7 कार्तिक 2083', '-'],
    ['kp', '주체115(2026)년 11월 30일', '2026-11-30'],
  ])('%s: %s', (place, text, wanted) => {
    const [url, language] = PLACES[place];
    expect(read(text, url, language)).toBe(wanted);
  });
});

/** The lengths of Nepal's months as they were published, from 2050 on: how many days more than 29 each has. */
const PUBLISHED = [
  '232321110102', '222322101011', '223222101011', '232321110011', '232321110102', '223222101011',
  '223231101011', '232321110012', '132321110102', '223222101011', '223321101011', '232321110012',
  '132322010102', '223222101011', '223321101011', '232321110012', '222322011002', '223222101011',
  '223321101011', '232321110012', '222322011011', '223222101011', '232321101011', '232321110012',
  '222322101011', '223222101011', '232321110011', '232321110102', '222322101011', '223222101011',
  '232321110011', '232321110102', '223222101011', '223222101011',
]; // biome-ignore format: a table

it('finds the first day of each of the 408 months that Nepal published from 2050 to 2083', () => {
  let first = Date.UTC(1993, 3, 13);
  PUBLISHED.forEach((lengths, year) => {
    [...lengths].forEach((more, month) => {
      const day = new Date(first).toISOString().slice(0, 10);
      expect(read(`${2050 + year}-${month + 1}-1`, ...PLACES.np)).toBe(day);
      first += (29 + Number(more)) * 86_400_000;
    });
  });
});

describe('the line beside the headline', () => {
  it.each([
    ['he', 'https://paper.example.il/2026/story', 'גשר חדש נפתח מעל הנהר', 'י״ט בכסלו תשפ״ז', '2026-11-29'],
    ['bn', 'https://paper.example.bd/2026/story', 'নদীর উপর নতুন সেতু চালু', '১৫ অগ্রহায়ণ ১৪৩৩', '2026-11-30'],
    ['ne', 'https://paper.example/2026/story', 'नदीमाथि नयाँ पुल खुल्यो', '१४ मंसिर २०८३', '2026-11-30'],
    ['ne', 'https://paper.example/2026/story', 'नदीमाथि नयाँ पुल खुल्यो', '२०८३/०८/१४', '2026-11-30'],
  ])('%s: %s', (lang, url, title, line, day) => {
    const text = `${title}. `.repeat(12);
    const page = `<html lang="${lang}"><title>${title}</title><body><main><h1>${title}</h1><div>${line}</div><p>${text}</p><p>${text}</p></main></body></html>`;
    const article = extractArticle(page, url);
    expect(article.published?.toISOString().slice(0, 10)).toBe(day);
    expect(article.text).not.toContain(line);
  });
});
