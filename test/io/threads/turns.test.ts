import { array, assert, constant, constantFrom, oneof, property } from 'fast-check';
import { expect, test } from 'vitest';
import { takeTurns } from '../../../src/io/threads/turns.ts';

const ARTICLES = 1_000;

test('the lines take turns, and within each the order is that of arrival', () => {
  const turns = takeTurns<string>();
  for (let n = 0; n < ARTICLES; n += 1) turns.add(`article ${n}`, 'articles');
  turns.add('feed 0', 'feeds');
  turns.add('feed 1', 'feeds');
  turns.add('first 0', 'first');
  expect(Array.from({ length: 6 }, () => turns.take())).toEqual([
    'article 0',
    'feed 0',
    'first 0',
    'article 1',
    'feed 1',
    'article 2',
  ]);
  turns.putBack('article 2');
  expect(turns.take()).toBe('article 2');
  turns.add('feed 2', 'feeds');
  expect([turns.take(), turns.take()]).toEqual(['article 3', 'feed 2']);
  expect(turns.remove('article 5')).toBe(true);
  expect(turns.remove('article 5')).toBe(false);
  expect([turns.take(), turns.take(), turns.size]).toEqual(['article 4', 'article 6', ARTICLES - 7]);
  expect(turns.removeAll()).toHaveLength(ARTICLES - 7);
  expect([turns.take(), turns.size]).toEqual([undefined, 0]);
});

test('nothing is lost or taken twice, and one of a line waits for at most one of each other line', () => {
  const line = constantFrom('a', 'b', 'c');
  const step = oneof(
    line.map((to) => ({ to })),
    constant({ to: undefined }),
  );
  assert(
    property(array(step, { maxLength: 200 }), (steps) => {
      const turns = takeTurns<{ line: string; n: number }>();
      const added: { line: string; n: number }[] = [];
      const taken: { line: string; n: number }[] = [];
      for (const { to } of steps)
        if (to === undefined) {
          const one = turns.take();
          if (one !== undefined) taken.push(one);
        } else {
          const one = { line: to, n: added.length };
          added.push(one);
          turns.add(one, to);
        }
      while (turns.size > 0) {
        const before = new Set(added.filter((one) => !taken.includes(one)).map((one) => one.line));
        const round = Array.from(before, () => turns.take()!);
        expect(new Set(round.map((one) => one.line))).toEqual(before);
        taken.push(...round);
      }
      expect(taken.toSorted((a, b) => a.n - b.n)).toEqual(added);
      for (const own of Map.groupBy(taken, (one) => one.line).values())
        expect(own).toEqual(own.toSorted((a, b) => a.n - b.n));
    }),
  );
});
