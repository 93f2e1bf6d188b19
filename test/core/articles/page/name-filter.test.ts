import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameFilter } from '../../../../src/core/articles/page/name-filter.ts';
import { elementOf, lastOf, someName } from '../../../../src/core/articles/page/style-selector.ts';

const NAMES = ['.hidden', '.a', '#menu', 'nav', '.sr-only', '.läuft', 'x-box'];

function filterOf(names: readonly string[]): NameFilter {
  const filter = new NameFilter();
  for (const name of names) filter.add(name);
  return filter;
}

test.each([
  ['.hidden', true],
  ['.b .hidden', true],
  ['.b, nav > .hidden:hover ,p', true],
  ['nav', true],
  ['ul nav', true],
  ['x-box', true],
  ['.läuft', true],
  ['.hidden .b', false],
  ['nav > li', false],
  ['.hidde', false],
  ['p, ul li', false],
  ['[open]', true],
  ['.b\\:c', true],
  ['', false],
])('the selectors %s may concern one of the names: %s', (selectors, may) => {
  expect(filterOf(NAMES).mayConcern(`x{}${selectors}{`, 3, 3 + selectors.length)).toBe(may);
});

test.each([
  ['hidden', true],
  ['b  hidden\tc', true],
  ['menu', false],
  ['hidde n', false],
  ['a', true],
  ['', false],
])('the classes %j may be among the names: %s', (list, may) => {
  expect(filterOf(NAMES).mayHaveClass(list)).toBe(may);
});

test('no selector with one of the names in its last compound is missed', () => {
  const part = fc.constantFrom(...NAMES, '.b', 'li', ' ', '>', '+', ',', ':not(', ')', '*', '\n', '.', '#');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const css = parts.join('');
      const has = (name: string) => NAMES.includes(name);
      const isNamed = css.split(',').some((selector) => {
        const last = lastOf(selector.trim());
        return has(elementOf(last)) || someName(last, has);
      });
      if (isNamed) expect(filterOf(NAMES).mayConcern(css, 0, css.length)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
