import { expect, test } from 'vitest';
import { shareAnswers } from '../../src/web/shared-answers.ts';

/** A `make` whose nth call resolves with n when the test calls `end(n)`. */
function counting() {
  const waiting: PromiseWithResolvers<number>[] = [];
  return {
    waiting,
    make: () => {
      const next = Promise.withResolvers<number>();
      waiting.push(next);
      return next.promise;
    },
    /** Resolves the nth call, or rejects it. */
    end: async (nth: number, failure?: Error) => {
      if (failure === undefined) waiting[nth - 1]?.resolve(nth);
      else waiting[nth - 1]?.reject(failure);
      await new Promise(setImmediate);
    },
  };
}

test('simultaneous requests share one answer, and a failure is not cached', async () => {
  const { waiting, make, end } = counting();
  const answers = shareAnswers<number>({ fresh: Infinity, stale: Infinity, most: 1 });
  const asked = Promise.allSettled([answers.get('a', make), answers.get('a', make)]);
  await end(1, new Error('no database'));
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = answers.get('a', make);
  await end(2);
  expect(await again).toBe(2);
  expect(await answers.get('a', make)).toBe(2);
  expect(waiting).toHaveLength(2);
});

test('a stale answer is returned while the next is made, unless it is too old', async () => {
  const { waiting, make, end } = counting();
  const old = shareAnswers<number>({ fresh: -1, stale: Infinity, most: 1 });
  const first = old.get('a', make);
  await end(1);
  expect(await Promise.all([first, old.get('a', make), old.get('a', make)])).toEqual([1, 1, 1]);
  expect(waiting).toHaveLength(2);
  await end(2, new Error('no database'));
  expect(await old.get('a', make)).toBe(1);
  await end(3);
  expect(await old.get('a', make)).toBe(3);

  const tooOld = shareAnswers<number>({ fresh: -1, stale: -1, most: 1 });
  void tooOld.get('a', make);
  const next = tooOld.get('a', make);
  await end(6);
  expect(await next).toBe(6);
});

test('only the latest answers are kept, and the failure of an evicted one removes no other', async () => {
  const { waiting, make, end } = counting();
  const answers = shareAnswers<number>({ fresh: Infinity, stale: Infinity, most: 2 });
  const gone = answers.get('a', make);
  for (const key of ['b', 'c', 'a']) void answers.get(key, make);
  await end(4);
  await Promise.all([expect(gone).rejects.toThrow('no database'), end(1, new Error('no database'))]);
  expect(await answers.get('a', make)).toBe(4);
  expect(waiting).toHaveLength(4);
  void answers.get('b', make);
  expect(waiting).toHaveLength(5);
});
