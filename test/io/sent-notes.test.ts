import { chmod, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSentNotes, type SentNotes } from '../../src/io/sent-notes.ts';

let home: string;
let directory: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-test-'));
  directory = path.join(home, 'sent');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const open = async () => (await openSentNotes(directory)) as SentNotes;

async function taken(notes: SentNotes, which: 'all' | 'silent'): Promise<string[]> {
  const seen: string[] = [];
  await notes.takeOver(which, async (lines) => void seen.push(...lines));
  return seen;
}

/** As if nobody had written for a minute. */
async function silence(): Promise<void> {
  const past = new Date(Date.now() - 60_000);
  for (const name of await readdir(directory)) await utimes(path.join(directory, name), past, past);
}

test('another process sees what was noted and not removed, and removes it when its writer is silent', async () => {
  const first = await open();
  first.note('{"a":1}');
  first.note('{"a":2}');
  const second = await open();
  expect(await taken(second, 'silent')).toEqual([]);
  expect(await taken(second, 'all')).toEqual(['{"a":1}', '{"a":2}']);
  expect(await readdir(directory)).toHaveLength(1);
  await silence();
  expect(await taken(second, 'silent')).toEqual(['{"a":1}', '{"a":2}']);
  expect(await readdir(directory)).toEqual([]);
  expect(await taken(first, 'all')).toEqual([]);
});

test('its own lines are not handed to a process', async () => {
  const notes = await open();
  notes.note('one');
  expect(await taken(notes, 'all')).toEqual([]);
});

test('a file whose lines cannot be recorded is kept', async () => {
  (await open()).note('one');
  await silence();
  const second = await open();
  const away = () => Promise.reject(new Error('the database is away'));
  await expect(second.takeOver('all', away)).rejects.toThrow('away');
  expect(await taken(second, 'all')).toEqual(['one']);
});

test('files are removed when their lines are forgotten, also while lines keep coming', async () => {
  const notes = await open();
  const line = 'x'.repeat(1_000);
  let last = notes.note(line);
  for (let at = 0; at < 2_000; at += 1) {
    const next = notes.note(line);
    last?.();
    last = next;
  }
  expect((await readdir(directory)).length).toBeLessThanOrEqual(2);
  last?.();
  await expect.poll(() => readdir(directory), { timeout: 10_000 }).toEqual([]);
  notes.note('again')?.();
  expect(await readdir(directory)).toHaveLength(1);
  notes.close();
  expect(await readdir(directory)).toEqual([]);
});

test('close leaves what the database does not have', async () => {
  const notes = await open();
  const forget = notes.note('owed');
  notes.close();
  forget?.();
  expect(await taken(await open(), 'all')).toEqual(['owed']);
});

test('a line is refused where nothing can be written, and later ones are taken', async () => {
  const notes = await open();
  await rm(directory, { recursive: true });
  expect(notes.note('one')).toBeUndefined();
  expect(await taken(notes, 'all')).toEqual([]);
  await openSentNotes(directory);
  expect(notes.note('two')).toBeDefined();
});

test.each([
  ['a file', () => writeFile(directory, '')],
  ['a link', async () => void (await symlink(home, directory))],
  [
    'a directory that others may write to',
    async () => {
      await openSentNotes(directory);
      await chmod(directory, 0o777);
    },
  ],
])('%s is not used', async (_what, make) => {
  await make();
  expect(await openSentNotes(directory)).toBeUndefined();
});
