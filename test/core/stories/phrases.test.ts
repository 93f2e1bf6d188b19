import { describe, expect, test } from 'vitest';
import { actions } from '../../../src/core/stories/actions.ts';
import { modelsIn } from '../../../src/core/stories/models.ts';
import { compilePhrases } from '../../../src/core/stories/phrase-finder.ts';
import { places } from '../../../src/core/stories/places.ts';
import { readText } from '../../../src/core/stories/words.ts';

const ids = (finder: typeof actions, text: string) => finder.find(readText(text).normal).map(({ id }) => id);

describe('actions', () => {
  test.each([
    ['US bans chip exports', 'ban'],
    ['Pékin interdit les puces', 'ban'],
    ['China verbietet den Export', 'ban'],
    ['当局禁止企业购买', 'ban'],
    ['Washington lifts curbs', 'ease'],
    ['Peking lockert Exportverbot', 'ease'],
    ['Customs seized 300 cards', 'seize'],
    ['海关查获内存条', 'seize'],
    ['구속된 업체 대표', 'arrest'],
    ['elle a été mise sous tutelle', 'nationalise'],
    ['record third-quarter revenue', 'earnings'],
    ['營收創新高', 'earnings'],
    ['地震で工場が停止', 'disaster'],
    ['株式を上場', 'invest'],
  ])('%s: %s', (text, action) => {
    expect(ids(actions, text)).toContain(action);
  });

  test.each([
    ['investigators opened an investigation', 'invest'],
    ['the president gave a press conference under pressure', 'arrest'],
    ['the brand is new', 'disaster'],
    ['a courtship', 'sue'],
    ['輸出には許可が必要', 'ease'],
    ['sans autorisation', 'ease'],
  ])('%s is not %s', (text, action) => {
    expect(ids(actions, text)).not.toContain(action);
  });
});

describe('places', () => {
  test.each([
    ['a court in Houston', 'houston'],
    ['休士頓檢方', 'houston'],
    ['в порту Роттердама', 'rotterdam'],
    ['im Hamburger Hafen in Hamburg', 'hamburg'],
    ['à Nimègue', 'nijmegen'],
    ['부산항에서', 'busan'],
    ['ドレスデン工場', 'dresden'],
    ["Xi'an plant", 'xian'],
  ])('%s: %s', (text, place) => {
    expect(ids(places, text)).toContain(place);
  });
});

describe('models', () => {
  test.each([
    ['the RTX 6000D and H20', ['6000d', 'h20']],
    ['MI308 and 910C chips', ['mi308', '910c']],
    ['GeForce RTX 5070 for gamers', ['rtx5070']],
    ['英伟达H100芯片', ['h100']],
  ])('%s', (text, models) => {
    expect(modelsIn([readText(text)])).toEqual(models);
  });

  test.each([
    '28nm in Q3',
    'the G20 and 5G',
    '300mm wafers, 96GB',
    'in 2025, 40 percent',
    'about 5070 people',
  ])('none in %s', (text) => {
    expect(modelsIn([readText(text)])).toEqual([]);
  });
});

test('of phrases that overlap the longest counts, once', () => {
  const finder = compilePhrases('short | New\nlong | New York\n');
  expect(finder.find(readText('New York').normal)).toEqual([{ id: 'long', start: 0, end: 8 }]);
});
