import { expect, test } from 'vitest';
import { extractModelNumbers } from '../../../src/core/entities/model-numbers.ts';

test.each<[string, string[]]>([
  ['RTX 6000D, H20 and KX-7000', ['6000D', 'H20', 'KX7000']],
  ['MI308X、昇腾910C与3A6000', ['MI308X', '910C', '3A6000']],
  ['HBM3E', ['HBM3E']],
  ['엔비디아 H20의 수출', ['H20']],
  ['64GB at 7nm, 5G, 4K, 3D, 10th, 25e, 1er, Q3, 2025, 70B', []],
  ['2x faster, 3pm, 60Hz', []],
])('%s', (text, models) => {
  expect(extractModelNumbers(text).map(({ model }) => model)).toEqual(models);
  for (const { start, end, model } of extractModelNumbers(text)) {
    expect(text.slice(start, end).replace('-', '').toUpperCase()).toBe(model);
  }
});

test.each(['1', 'a', 'a1', '-', 'A1-'])('a megabyte of %j ends', (unit) => {
  const text = unit.repeat(Math.floor(1_000_000 / unit.length));
  expect(extractModelNumbers(text).every(({ end }) => end <= text.length)).toBe(true);
});
