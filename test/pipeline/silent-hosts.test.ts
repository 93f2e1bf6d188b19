import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { createSemaphore } from '../../src/pipeline/semaphore.ts';
import { testDatabase } from '../support/database.ts';
import { listening } from '../support/listening.ts';
import { runPipeline } from '../support/run-pipeline.ts';

test('feeds whose servers do not respond do not delay feeds whose servers do', async () => {
  await using database = await testDatabase();
  let asked = 0;
  let answered = 0;
  const silent = createServer(() => (asked += 1));
  const sound = createServer((_, response) => {
    answered += 1;
    // An error response needs no thread, whose start would take longer than the rest of the test.
    response.writeHead(500).end();
  });
  const silentServer = await listening(silent, '0.0.0.0');
  await using soundServer = await listening(sound);
  await using _pipeline = await runPipeline({
    databaseUrl: database.url,
    redisUrl: undefined,
    channels: [],
    feeds: [
      ...Array.from({ length: 10 }, (_, n) => `http://127.0.0.${n + 2}:${silentServer.port}/feed.xml`),
      `${soundServer.url}/1.xml`,
      `${soundServer.url}/2.xml`,
    ],
    concurrency: 4,
    patienceMs: 100,
    roles: ['feeds'],
  });
  // Closing the connections ends the other polls, so that the test does not wait for their time-outs.
  await using _silent = silentServer;
  await expect.poll(() => ({ asked, answered }), { timeout: 10_000 }).toEqual({ asked: 10, answered: 2 });
});

test('the permit of a task that waits for a host that was slow before is lent at once, up to the maximum', async () => {
  const semaphore = createSemaphore(1, { patience: 20 });
  const waits: (() => void)[] = [];
  const slow = () =>
    semaphore((permit) => permit.lend('slow', () => new Promise<void>((end) => waits.push(end))));
  const done: string[] = [];
  const quick = (name: string) => semaphore(async () => void done.push(name));
  const first = slow();
  await quick('after patience');
  waits.shift()!();
  await first;
  const others = [slow(), slow(), slow(), slow()];
  const late = quick('late');
  await expect.poll(() => waits.length).toBe(4);
  expect(done).toEqual(['after patience']);
  waits.shift()!();
  await late;
  for (const end of waits) end();
  await Promise.all(others);
  expect(done).toEqual(['after patience', 'late']);
});
