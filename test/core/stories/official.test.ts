import { expect, test } from 'vitest';
import { isOfficialSource } from '../../../src/core/stories/official.ts';

test.each([
  ['https://www.bis.gov/press-release/x', true],
  ['https://www.commerce.gov/', true],
  ['http://english.mofcom.gov.cn/article/1', true],
  ['https://www.meti.go.jp/press/', true],
  ['https://www.economie.gouv.fr/', true],
  ['https://ec.europa.eu/commission/', true],
  ['https://www.zoll.bund.de/x', true],
  ['https://www.legislation.gov.uk/', true],
  ['https://gov.example/', false],
  ['https://www.notgov.com/bis.gov', false],
  ['https://mygov', false],
  ['https://fakegov.cn/', false],
  ['not an address', false],
])('%s: %s', (url, official) => {
  expect(isOfficialSource(url)).toBe(official);
});
