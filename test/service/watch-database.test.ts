import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { followAddress, namesAnother } from '../../src/io/follow-address.ts';
import { watchDatabase } from '../../src/service/watch-database.ts';

// Nothing listens there.
const ADDRESS = 'postgres://watcher:old@127.0.0.1:1/chipwatch';

test('a database that was moved is named once, because a restart is needed; a changed password is not', async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-moved-'));
  await using _cleanUp = new AsyncDisposableStack();
  _cleanUp.defer(() => rm(directory, { recursive: true }));
  const file = path.join(directory, 'database-url');
  await writeFile(file, ADDRESS.replace('old', 'new'));
  const events: string[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line) => void events.push((JSON.parse(line) as { event: string }).event) },
  );
  const stop = watchDatabase({
    url: followAddress(ADDRESS, file),
    isElsewhere: () => namesAnother(ADDRESS, file),
    log,
    giveUpAfter: 0,
    onGivenUp: () => {},
  });
  _cleanUp.defer(stop);
  await expect.poll(() => events).toEqual(['database.away']);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(events).toEqual(['database.away']);
  await writeFile(file, `${ADDRESS.replace(':1/', ':2/')}\n`);
  await expect.poll(() => events, { timeout: 10_000 }).toEqual(['database.away', 'database.moved']);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(events).toHaveLength(2);
});

test.each([
  ['postgres://b:c@db.example/watch', false],
  ['postgres://db.example/watch', false],
  ['postgres://a:b@db.example/other', true],
  ['postgres://a:b@db2.example/watch', true],
  ['postgres://a:b@db.example:5433/watch', true],
  ['', false],
])('a file that holds %j names another one: %j', async (found, isAnother) => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-moved-'));
  const file = path.join(directory, 'database-url');
  await writeFile(file, found);
  expect(namesAnother('postgres://a:b@db.example/watch', file)).toBe(isAnother);
  await rm(directory, { recursive: true });
});
