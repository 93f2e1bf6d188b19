import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
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

const open = async () => (await openSentNotes([directory])) as SentNotes;

async function taken(notes: SentNotes, which: 'all' | 'silent'): Promise<string[]> {
  const seen: string[] = [];
  await notes.takeOver(which, async (lines) => void seen.push(...lines));
  return seen;
}

/** The files with lines, without the locks. */
async function files(): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.jsonl'));
}

/** As if nobody had written for a minute. */
async function silence(): Promise<void> {
  const past = new Date(Date.now() - 60_000);
  for (const name of await readdir(directory)) await utimes(path.join(directory, name), past, past);
}

/** A process that writes each line that it is told. */
async function otherProcess(): Promise<{
  child: ChildProcess;
  note(line: string): Promise<void>;
  kill(): Promise<void>;
}> {
  const child = fork(new URL('../support/note-child.ts', import.meta.url), [directory]);
  await once(child, 'message');
  return {
    child,
    async note(line) {
      const noted = once(child, 'message');
      child.send(line);
      await noted;
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

test('what a killed process noted and did not forget is handed over at once, and its files are removed', async () => {
  const other = await otherProcess();
  await other.note('{"a":1}');
  await other.note('{"a":2}');
  const notes = await open();
  expect(await taken(notes, 'silent')).toEqual([]);
  await other.kill();
  expect(await taken(notes, 'silent')).toEqual(['{"a":1}', '{"a":2}']);
  expect(await taken(notes, 'all')).toEqual([]);
  notes.close();
  expect(await readdir(directory)).toEqual([]);
});

test('a process that stands still keeps its file: what it notes afterwards is not lost to a kill', async () => {
  const other = await otherProcess();
  await other.note('before');
  other.child.kill('SIGSTOP');
  await silence();
  const notes = await open();
  expect(await taken(notes, 'silent')).toEqual(['before']);
  // Its lines are handed over once.
  expect(await taken(notes, 'silent')).toEqual([]);
  other.child.kill('SIGCONT');
  await other.note('after');
  await other.kill();
  expect(await taken(notes, 'silent')).toEqual(['before', 'after']);
  notes.close();
  expect(await readdir(directory)).toEqual([]);
});

test('lines of a process that lives are handed over when all are wanted, or when it is silent', async () => {
  const first = await open();
  first.note('{"a":1}');
  first.note('{"a":2}');
  const second = await open();
  expect(await taken(second, 'silent')).toEqual([]);
  expect(await taken(second, 'all')).toEqual(['{"a":1}', '{"a":2}']);
  expect(await taken(second, 'all')).toEqual([]);
  first.note('{"a":3}');
  await silence();
  expect(await taken(second, 'silent')).toEqual(['{"a":1}', '{"a":2}', '{"a":3}']);
  expect(await taken(first, 'all')).toEqual([]);
  second.close();
  first.close();
});

test('files of a version without locks are removed when their writer is silent', async () => {
  const notes = await open();
  await writeFile(path.join(directory, '0b0e.jsonl'), '\nold\n');
  expect(await taken(notes, 'silent')).toEqual([]);
  await silence();
  expect(await taken(notes, 'silent')).toEqual(['old']);
  notes.close();
  expect(await readdir(directory)).toEqual([]);
});

test('notes are written to the first directory that can be used, and read from all', async () => {
  const old = path.join(home, 'cache');
  const killed = (await openSentNotes([old])) as SentNotes;
  killed.note('in the old place');
  killed.close();
  const closed = path.join(home, 'file');
  await writeFile(closed, '');
  const notes = (await openSentNotes([path.join(closed, 'below'), directory, old])) as SentNotes;
  expect(await taken(notes, 'silent')).toEqual(['in the old place']);
  expect(await readdir(old)).toEqual([]);
  const forget = notes.note('one');
  expect((await readdir(directory)).filter((name) => name.endsWith('.jsonl'))).toHaveLength(1);
  forget?.();
  notes.close();
});

test('a process whose lock somebody deleted takes another one', async () => {
  const other = await otherProcess();
  await rm(directory, { recursive: true });
  const notes = await open();
  await other.note('one');
  await silence();
  await taken(notes, 'silent');
  await other.note('two');
  await other.kill();
  expect(await taken(notes, 'silent')).toEqual(['one', 'two']);
  notes.close();
});

test('its own lines are not handed to a process', async () => {
  const notes = await open();
  notes.note('one');
  expect(await taken(notes, 'all')).toEqual([]);
});

test('a file whose lines cannot be recorded is kept', async () => {
  (await open()).note('one');
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
  expect((await files()).length).toBeLessThanOrEqual(2);
  last?.();
  await expect.poll(files, { timeout: 10_000 }).toEqual([]);
  notes.note('again')?.();
  expect(await files()).toHaveLength(1);
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
  await openSentNotes([directory]);
  expect(notes.note('two')).toBeDefined();
});

test.each([
  ['a file', () => writeFile(directory, '')],
  ['a link', async () => void (await symlink(home, directory))],
  [
    'a directory that others may write to',
    async () => {
      await openSentNotes([directory]);
      await chmod(directory, 0o777);
    },
  ],
])('%s is not used', async (_what, make) => {
  await make();
  expect(await openSentNotes([directory])).toBeUndefined();
});
