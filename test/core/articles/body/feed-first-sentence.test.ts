import { expect, test } from 'vitest';
import { textOf } from './feed-text.ts';

test.each([
  ['English', 'Customs hold Nvidia cards at Rotterdam', 'Customs hold Nvidia cards at Rotterdam, officials said.'],
  ['German', 'Zoll stoppt Grafikkarten in Leipzig', 'Zoll stoppt Grafikkarten in Leipzig und ermittelt nun.'],
  ['Japanese', '成田税関がGPU二百枚を差し止め、虚偽申告か', '成田税関がGPU二百枚を差し止め、虚偽申告かどうかを調べている。'],
  ['Arabic', 'جمارك جبل علي تضبط شحنة معالجات', 'جمارك جبل علي تضبط شحنة معالجات كانت متجهة إلى إيران.'],
  ['Polish, the headline at the end', 'celnicy zatrzymali kontener w Gdyni', 'Jak podano w niedzielę, celnicy zatrzymali kontener w Gdyni.'],
])('an entry of one sentence with the headline in it keeps its text: %s', (_, title, sentence) => {
  expect(textOf(title, sentence)).toBe(sentence);
  expect(textOf(title, `<p>${sentence}</p>`)).toBe(sentence);
}); // biome-ignore format: a table

test.each([
  ['as it is', 'Customs hold Nvidia cards at Rotterdam'],
  ['with a full stop', 'Customs hold Nvidia cards at Rotterdam.'],
  ['cut off', 'Customs hold Nvidia cards at…'],
  ['with its site', 'Customs hold Nvidia cards at Rotterdam | Harbour Paper'],
])('a headline that is repeated is left out: %s', (_, line) => {
  const report = 'Forty crates were opened on Sunday after an X-ray image did not match the papers.';
  expect(textOf('Customs hold Nvidia cards at Rotterdam', `<p>${line}</p><p>${report}</p>`)).toBe(report);
});
