import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, normalisedString } from '../../../src/core/matching/normalise.ts';

const fold = (text: string) => normalisedString(normalise(text));

describe('folding', () => {
  test.each([
    ['capitals', 'NVIDIA Export BAN', 'nvidia export ban'],
    ['full-width forms', 'ＮＶＩＤＩＡ　Ｈ２０', 'nvidia h20'],
    ['half-width katakana with its mark', 'ﾁｯﾌﾟ', 'チップ'],
    ['mathematical letters', '𝐇𝟐𝟎', 'h20'],
    ['ligatures', 'oﬃcial', 'official'],
    ['soft hyphens and zero-width characters', 'se\u00admi\u200bcon\u2060duc\ufefftor', 'semiconductor'],
    ['bidirectional controls', '\u202eban\u202c \u2066chip\u2069', 'ban chip'],
    ['variation selectors and tags', 'ban\ufe0f\u{e0041}', 'ban'],
    ['decomposed accents', 'contro\u0302le', 'contrôle'],
    ['accents stay', 'cấm cam', 'cấm cam'],
    ['accents that belong to no letter go', 'c\u0336h\u0336i\u0336p', 'chip'],
    ['sharp s', 'Straße', 'strasse'],
    ['dotless and dotted i', 'YASAĞI İHRACAT', 'yasaği ihracat'],
    ['io', 'чёрный', 'черный'],
    ['alef and vowel points', 'أَشْبَاه', 'اشباه'],
    ['tatweel', 'رقـــائق', 'رقائق'],
    ['nukta', 'ज़ब्त', 'जब्त'],
    ['digits of other scripts', '٢٠٢٥ २०२५', '2025 2025'],
    ['traditional and Japanese characters', '輸出規制 半導體 検査', '输出规制 半导体 检查'],
    [
      'traditional characters of trade and crime',
      '銷售 銀行 偵查 萬件 貨倉 別',
      '销售 银行 侦查 万件 货仓 别',
    ],
    ['quotes and apostrophes', '“l’export” «ban»', '"l\'export" "ban"'],
    ['hyphens within words', 'chip‑making, AI-Chip - x', 'chip making, ai chip - x'],
    ['white space', 'a \t\u00a0b\u2009c', 'a b c'],
    ['line breaks', 'a\nb\r\nc', 'a b c'],
    ['blank lines', 'a\n \n\nb', 'a\nb'],
    ['conjoining jamo', '\u1112\u1161\u11ab', '한'],
    ['lone surrogates', 'a\ud800b\udc00', 'a\ud800b\udc00'],
    ['nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('does not depend on the form of the accents', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'azàéüấựกะ가나다कि '), maxLength: 40 }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'a',
        '\u0301',
        '\u200b',
        '\u00ad',
        '\ud83d',
        '\ude00',
        '\u202e',
        ' ',
        '\n',
        'ß',
        'ﷺ',
        '-',
      ),
      {
        maxLength: 200,
      },
    )
    .map((parts) => parts.join('')),
);

describe('offsets', () => {
  test('ascend, stay within the text and lead back to characters that fold to the unit', () => {
    fc.assert(
      fc.property(HOSTILE, (source) => {
        const { length, starts, ends } = normalise(source);
        for (let at = 0; at < length; at++) {
          expect(starts[at]!).toBeLessThan(ends[at]!);
          expect(ends[at]!).toBeLessThanOrEqual(source.length);
          if (at > 0) expect(starts[at]!).toBeGreaterThanOrEqual(starts[at - 1]!);
          if (at > 0) expect(starts[at] === starts[at - 1] || starts[at]! >= ends[at - 1]!).toBe(true);
        }
      }),
    );
  });

  test('of a word include its invisible characters and marks, and nothing else', () => {
    const source = 'x  cha\u0302t\u200bte\u00adr\u0301 y';
    const { starts, ends } = normalise(source);
    const from = 'x '.length;
    expect(source.slice(starts[from], ends[from + 6])).toBe('cha\u0302t\u200bte\u00adr\u0301');
  });

  test.each([
    ['without spaces', 'chip'],
    ['of combining marks', '\u0301'],
    ['of marks of several classes', '\u0301\u0323'],
    ['of zero-width characters', '\u200b'],
    ['of bidirectional controls', '\u202e'],
    ['of expanding characters', '㎏'],
    ['of homoglyphs', 'сhір'],
    ['of lone surrogates', '\ud800'],
  ])('a megabyte %s is read through', (_, piece) => {
    const source = `a${piece.repeat(1_000_000 / piece.length)}z`;
    const { length, starts, ends } = normalise(source);
    expect(source.slice(starts[0], ends[0]).startsWith('a')).toBe(true);
    expect(source.slice(starts[length - 1], ends[length - 1])).toBe('z');
  });
});
