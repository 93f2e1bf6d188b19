import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../../src/core/matching/normalise.ts';
import { WORD, segment } from '../../../src/core/topics/segment.ts';

function sentences(text: string): string[] {
  const normal = normalise(text);
  const { sentences } = segment(normal);
  return sentences
    .map((start, index) => {
      const end = sentences[index + 1] ?? normal.length;
      return start < end ? text.slice(normal.starts[start], normal.ends[end - 1]).trim() : '';
    })
    .filter((sentence) => sentence !== '');
}

test.each<[name: string, sentences: string[]]>([
  ['full stops', ['China bans chips.', 'Nvidia objects.']],
  ['acronyms and initials', ['The U.S. Commerce Department and J. Smith agreed.', 'So did others.']],
  ['abbreviations', ['Dr. Lee of Nvidia Corp. spoke.', 'Then No. 5 left.']],
  ['numbers', ['It costs 1.5 billion.', 'More follows.']],
  ['quotes', ['“We object.”', 'He left.']],
  ['questions and exclamations', ['Banned?', 'Yes!', 'Again.']],
  ['names with marks', ["Yahoo!'s offer stands."]],
  ['Chinese', ['英伟达否认。', '商务部回应：“不清楚。”', '何时？', '未知！']],
  ['Hindi', ['चिप पर रोक लगी।', 'कंपनी चुप है।']],
  ['Arabic', ['هل حظرت الصين الرقائق؟', 'نعم.']],
  ['Urdu', ['پابندی لگ گئی۔', 'کمپنی خاموش ہے۔']],
  ['German abbreviations', ['Das gilt z. B. für Chips.', 'Der Zoll prüft.']],
])('%s', (_, expected) => {
  expect(sentences(expected.join(' '))).toEqual(expected);
});

test('paragraphs, headings and list items end sentences; wrapped lines do not', () => {
  expect(sentences('A heading\nThe text goes on\n\nNext paragraph')).toEqual([
    'A heading',
    'The text goes on',
    'Next paragraph',
  ]);
  const wrapped = 'The quick brown fox jumps over the lazy dog and then it\nrests.';
  expect(sentences(wrapped)).toEqual([wrapped]);
  expect(sentences('- one item of a list which is long enough to be wrapped\n- two')).toHaveLength(2);
});

test('words are counted in every script', () => {
  const words = (text: string) => {
    const normal = normalise(text);
    return segment(normal).position[normal.length]! / WORD;
  };
  expect(words('four words are here')).toBe(4);
  expect(words('芯片出口管制措施')).toBeCloseTo(5);
  expect(words('半导体 H20')).toBeCloseTo(3 / 1.6 + 1, 1);
});

test('sentences cover any text in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const normal = normalise(text);
      const { sentences, paragraphs } = segment(normal);
      expect(sentences[0]).toBe(0);
      expect(paragraphs).toHaveLength(sentences.length);
      for (let index = 1; index < sentences.length; index++) {
        expect(sentences[index]!).toBeGreaterThan(sentences[index - 1]!);
        expect(sentences[index]!).toBeLessThanOrEqual(normal.length);
      }
    }),
  );
});
