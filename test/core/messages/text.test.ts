import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLine, webLink } from '../../../src/core/messages/plain-text.ts';
import { bytesOf, excerpt, joinPieces, shorten } from '../../../src/core/words/shorten.ts';
import { FULL_BUDGET, storyView } from '../../../src/core/messages/story-view.ts';
import { hostileText } from './hostile.ts';
import { message, storyFacts } from './sample-messages.ts';

const graphemes = (text: string) => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];

describe('plainLine', () => {
  test.each([
    ['line\r\nbreaks\tand  spaces', 'line breaks and spaces'],
    // A terminal's escape sequence is removed as a whole: its parameters are not text.
    ['\u001b]0;title\u0007text\u009b31m', 'text'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['safe\u202Egnp.exe', 'safegnp.exe'],
    ['\u2067isolate\u2069', 'isolate'],
    ['half \ud83d pair', 'half � pair'],
    ['tag\u{e0041}\u{e007f}s', 'tags'],
    // Characters that real scripts need stay.
    ['می‌خواهم', 'می‌خواهم'],
    ['👩‍👩‍👧‍👦 \u200fعربي\u200f', '👩‍👩‍👧‍👦 \u200fعربي\u200f'],
  ])('%j', (text, expected) => expect(plainLine(text)).toBe(expected));

  test('leaves ordinary text in many scripts alone', () => {
    for (const text of ['Ausfuhr­kontrolle', '出口管制', '수출 통제', 'निर्यात', 'การส่งออก', 'экспорт']) {
      expect(plainLine(text)).toBe(text);
    }
  });

  test('is idempotent and always one well-formed line', () => {
    fc.assert(
      fc.property(hostileText(60), (text) => {
        const once = plainLine(text);
        expect(plainLine(once)).toBe(once);
        expect(once).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
        expect(once.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('webLink', () => {
  test.each([
    ['https://example.org/a?b=c&d=e#f', 'https://example.org/a?b=c&d=e#f'],
    ['HTTPS://Example.ORG', 'https://example.org/'],
    ['https://example.org/a"><b>', 'https://example.org/a%22%3E%3Cb%3E'],
    ['https://example.org/a|b)(c*?x=`', 'https://example.org/a%7Cb%29%28c%2A?x=%60'],
    ['https://paypal.com@evil.example/', 'https://evil.example/'],
    ['http://[::1]:8080/x[1]', 'http://[::1]:8080/x%5B1%5D'],
    ['https://例え.jp/半導体', 'https://xn--r8jz45g.jp/%E5%8D%8A%E5%B0%8E%E4%BD%93'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/relative', undefined],
    [undefined, undefined],
  ])('%s', (address, expected) => expect(webLink(address)).toBe(expected));
});

describe('shorten', () => {
  test('cuts between user-perceived characters, in units or bytes', () => {
    for (const size of [(text: string) => text.length, bytesOf]) {
      fc.assert(
        fc.property(hostileText(80), fc.integer({ min: 3, max: 120 }), (raw, max) => {
          const text = plainLine(raw);
          const short = shorten(text, max, size);
          expect(size(short)).toBeLessThanOrEqual(max);
          if (size(text) <= max) {
            expect(short).toBe(text);
          } else {
            expect(short.endsWith('…')).toBe(true);
            const starts = new Set(graphemes(text).map(({ index }) => index));
            const kept = short.slice(0, -1);
            expect(text.startsWith(kept)).toBe(true);
            // White space at the end may have been removed with the rest.
            const next = text.slice(kept.length).search(/\S/) + kept.length;
            expect(starts.has(kept.length) || starts.has(next)).toBe(true);
          }
        }),
      );
    }
  });

  test('does not split a family emoji', () => {
    expect(shorten('ab👩‍👩‍👧‍👦cd', 6)).toBe('ab…');
    expect(shorten('日本🇯🇵語', 5, bytesOf)).toBe('…');
  });
});

describe('excerpt', () => {
  const sentence = `${'A long way before it. '.repeat(40)}Export controls on chips follow. ${'More. '.repeat(100)}`;
  const start = sentence.indexOf('Export');
  const terms = [{ start, end: start + 15 }];

  test('keeps the terms in a sentence that is too long', () => {
    const pieces = excerpt(sentence, terms, 120);
    expect(pieces.filter((piece) => piece.term).map((piece) => piece.text)).toEqual(['Export controls']);
    const text = joinPieces(pieces);
    expect(text.length).toBeLessThanOrEqual(122);
    expect(text).toMatch(/^….*Export controls on chips follow\..*…$/);
  });

  test('gives the sentence back untouched when it fits', () => {
    const text = 'Export controls on <chips> & more';
    const pieces = excerpt(text, [{ start: 0, end: 15 }], 100);
    expect(pieces).toEqual([
      { text: 'Export controls', term: true },
      { text: ' on <chips> & more', term: false },
    ]);
  });

  test('marks words that two rules found only once', () => {
    const terms = [
      { start: 0, end: 15 },
      { start: 7, end: 12 },
      { start: 7, end: 18 },
    ];
    expect(excerpt('Export controls on chips', terms, 100)).toEqual([
      { text: 'Export controls', term: true },
      { text: ' on', term: true },
      { text: ' chips', term: false },
    ]);
  });

  test('accepts overlapping, reversed and out-of-range terms', () => {
    const some = fc.array(
      fc.record({ start: fc.integer({ min: -5, max: 90 }), end: fc.integer({ min: -5, max: 90 }) }),
    );
    fc.assert(
      fc.property(hostileText(40), some, fc.integer({ min: 20, max: 200 }), (text, terms, max) => {
        const pieces = excerpt(text, terms, max);
        expect(joinPieces(pieces).length).toBeLessThanOrEqual(max + 2);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        expect(joinPieces(pieces).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('storyView', () => {
  const sentence = 'Customs seized chips under the ban.';
  const topic = (id: string, label: string, word: string, of = sentence) => ({
    id,
    label,
    level: 'sure' as const,
    confidence: 100,
    stance: undefined,
    sentence: of,
    terms: [{ start: of.indexOf(word), end: of.indexOf(word) + word.length, concept: word }],
    rules: [],
  });

  test('shows a sentence once for all the topics that rest on it', () => {
    const topics = [
      topic('a', 'Customs check', 'Customs'),
      topic('b', 'Other', 'Else', 'Something Else.'),
      topic('c', 'Chip ban', 'ban'),
    ];
    const sent = message({ stories: [storyFacts({ topics })] });
    const [story] = sent.stories;
    if (story === undefined) throw new Error('a story was composed');
    const { passages } = storyView(sent, story, FULL_BUDGET);
    expect(passages.map(({ pieces }) => pieces.filter(({ term }) => term).map(({ text }) => text))).toEqual([
      ['Customs', 'ban'],
      ['Else'],
    ]);
    expect(passages.map(({ reasons }) => reasons)).toEqual([
      ['Why Customs check: “Customs”; confidence 100 of 100', 'Why Chip ban: “ban”; confidence 100 of 100'],
      ['Why Other: “Else”; confidence 100 of 100'],
    ]);
  });
});
