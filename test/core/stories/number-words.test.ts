import { expect, test } from 'vitest';
import { withDigits } from '../../../src/core/stories/number-words.ts';
import { quantitiesIn } from '../../../src/core/stories/quantities.ts';
import { readText } from '../../../src/core/stories/words.ts';

test.each([
  ['eng', 'eighty percent of thirty-two firms', '80 percent of 32 firms'],
  ['eng', 'one hundred and twenty cards, two hundred boxes', '120 cards, 200 boxes'],
  ['eng', 'ten twenty', 'ten twenty'],
  ['eng', 'per cent', 'per cent'],
  ['fra', 'quatre-vingt-dix-sept pour cent, soixante-dix-huit, deux cents', '97 pour cent, 78, 200'],
  ['fra', 'vingt et un, quatre-vingts', '21, 80'],
  ['deu', 'zweiunddreißig karten, achtzig prozent, dreihundertfünfundvierzig', '32 karten, 80 prozent, 345'],
  ['spa', 'ochenta por ciento, treinta y dos, veintidós, doscientas cuarenta', '80 por ciento, 32, 22, 240'],
  ['por', 'oitenta por cento, duzentos e quarenta', '80 por cento, 240'],
  ['ita', 'ottanta per cento, ventuno, ventotto, duecentoquaranta', '80 per cento, 21, 28, 240'],
  ['nld', 'tweeëndertig, driehonderd', '32, 300'],
  ['pol', 'trzydzieści dwa', '32'],
  ['rus', 'тридцать два, двести сорок', '32, 240'],
  ['tur', 'otuz iki, yüz yirmi', '32, 120'],
  [
    'cmn',
    '八成，不足三成，七成半，四十八万颗，一百二十块，五分之四',
    '80%，不足30%，75%，48万颗，120块，80%',
  ],
  ['cmn', '三星电子成功，第十四届，十四五', '三星电子成功，第十四届，十四五'],
  ['jpn', '8割が、5分の4', '80%が、80%'],
  ['kor', '8할이 5분의 4', '80%이 80%'],
  ['ara', 'ثمانون', 'ثمانون'],
])('%s: %s', (language, written, digits) => {
  expect(withDigits(written, language)).toBe(digits);
});

test.each([
  ['eng', 'at least eighty percent', 80],
  ['spa', 'el ochenta por ciento', 80],
  ['tur', 'çiplerin yüzde sekseni', undefined],
  ['tur', 'yüzde seksen yerli', 80],
  ['cmn', '占比不低于八成', 80],
  ['cmn', '百分之八十', 80],
])('%s: the share in %s', (language, text, value) => {
  const [share] = quantitiesIn(readText(text).folded, language).filter(({ unit }) => unit === '%');
  expect(share?.value).toBe(value);
});

test.each([
  ['deu', 'dreizehn'],
  ['nld', 'vijftien'],
  ['ita', 'ventuno'],
])('%s: a text of compound words is read in bounded time', (language, word) => {
  const text = `${word.repeat(5_000)}x`;
  expect(withDigits(text, language)).toBe(text);
});
