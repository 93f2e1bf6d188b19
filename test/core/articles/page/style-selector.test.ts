import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastOf, selectorNames, someName } from '../../../../src/core/articles/page/style-selector.ts';

const compound = array(constantFrom(...'ab-_1.#:\\*(é\u00a0'), { maxLength: 12 }).map((units) =>
  units.join(''),
);

describe('the last compound of a selector', () => {
  test.each([
    ['.a .b', '.b'],
    ['.a>.b', '.b'],
    ['h1+p.lead', 'p.lead'],
    ['.a\u00a0.b', '.b'],
    ['.only', '.only'],
    ['.a >', '>'],
    ['', ''],
    [`.${'x'.repeat(300)}`, 'x'.repeat(200)],
  ])('%s', (selector, last) => {
    expect(lastOf(selector)).toBe(last);
  });
});

test('the names of a compound are the same one by one as in a list', () => {
  assert(
    property(compound, (text) => {
      const names: string[] = [];
      someName(text, (name) => {
        names.push(name);
        return false;
      });
      expect(names).toEqual(selectorNames(text));
    }),
  );
});
