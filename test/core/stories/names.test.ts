import { describe, expect, test } from 'vitest';
import { namesIn, soundKey } from '../../../src/core/stories/names.ts';
import { readText } from '../../../src/core/stories/words.ts';

const names = (title: string, text: string, language: string) =>
  namesIn(readText(title).words, readText(text).words, language).map(([name]) => name);

describe('sound keys', () => {
  test.each([
    ['houston', 'хьюстон', 'ヒューストン', '휴스턴'],
    ['karremans', 'карреманс', 'カレマンス', '카레만스'],
    ['lutnick', 'лютник', 'ルトニック', '루트닉'],
    ['huizenga', 'хейзенга', 'ホイゼンガ', '휘젠가'],
  ])('%s sounds the same in every script', (...spellings) => {
    expect(new Set(spellings.map(soundKey)).size).toBe(1);
  });

  test.each([
    ['austin', 'houston'],
    ['mellanox', 'micron'],
    ['raymond', 'richmond'],
  ])('%s is not %s', (a, b) => {
    expect(soundKey(a)).not.toBe(soundKey(b));
  });

  test('words without a regular pronunciation have none', () => {
    expect(soundKey('张学政')).toBe('');
  });
});

describe('names in a text', () => {
  test('capitals inside a sentence, not at its beginning', () => {
    const found = names('', 'Yesterday Vincent Karremans spoke. Production goes on.', 'eng');
    expect(found).toContain(soundKey('karremans'));
    expect(found).not.toContain(soundKey('production'));
    expect(found).not.toContain(soundKey('yesterday'));
  });

  test('German nouns are no names, a first and a last name are', () => {
    const found = names(
      '',
      'Nach Angaben der Behörde wurde Vincent Karremans gestern im Ministerium gesehen.',
      'deu',
    );
    expect(found).toEqual(expect.arrayContaining([soundKey('karremans'), soundKey('vincent')]));
    expect(found).not.toContain(soundKey('behorde'));
  });

  test('words of a title in title case are no names unless the text has them too', () => {
    expect(names('Every Word Stands Capitalised Here', 'nothing but small letters', 'eng')).toEqual([]);
  });

  test.each(['deu', 'nld', 'eng'])('a first name and an initial, also in the title (%s)', (language) => {
    expect(names('Konrad W. in appeal', 'Konrad W. did not know.', language)).toContain(soundKey('konrad'));
    expect(names('Konrad W. in appeal', 'no name here', language)).toContain(soundKey('konrad'));
  });

  test('katakana runs, one for each word', () => {
    expect(names('', 'ビンセント・カレマンス経済相が発表した。', 'jpn')).toContain(soundKey('karremans'));
  });

  test('Latin words in a text of another script', () => {
    expect(names('', '新思科技旗下Ansys公司与Empyrean合作', 'cmn')).toContain(soundKey('empyrean'));
  });
});
