import { getEventListeners, once } from 'node:events';
import { expect, test } from 'vitest';
import { abortAfter } from '../../src/pipeline/deliveries/abort-after.ts';

test('is aborted with the other signal, after its time, and not once it has ended', async () => {
  const stop = new AbortController();
  const [followed, late, ended] = [60_000, 1, 1].map((ms) => abortAfter(ms, stop.signal));
  ended!.end();
  await once(late!.signal, 'abort');
  expect(late!.signal.reason).toMatchObject({ name: 'TimeoutError' });
  stop.abort(new Error('stopped'));
  expect(followed!.signal.reason).toMatchObject({ message: 'stopped' });
  expect(abortAfter(60_000, stop.signal).signal.aborted).toBe(true);
  for (const one of [followed!, late!]) one.end();
  expect(ended!.signal.aborted).toBe(false);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
});
