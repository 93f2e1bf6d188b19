import { expect, test } from 'vitest';
import { PairFilter } from '../../../../src/core/topics/fit/pair-filter.ts';
import { pairKey } from '../../../../src/core/topics/fit/pair-key.ts';

test('a pair is found in either order, and no other', () => {
  const filter = new PairFilter([pairKey(3, 1), pairKey(0, 4)], 5);
  const found: string[] = [];
  for (let one = 0; one < 5; one++)
    for (let other = 0; other < 5; other++) if (filter.has(one, other)) found.push(`${one} ${other}`);
  expect(found).toEqual(['0 4', '1 3', '3 1', '4 0']);
});
