import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { databaseIdentity } from '../../src/io/store/database-identity.ts';
import { openNotes } from '../../src/service/open-notes.ts';
import { freshDatabase, type TestDatabase } from '../support/fresh-database.ts';

const VARIABLES = ['XDG_STATE_HOME', 'XDG_CACHE_HOME', 'HOME'] as const;
const before = VARIABLES.map((name) => process.env[name]);

let home: string;
let database: TestDatabase;
let sent: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-notes-'));
  database = await freshDatabase(inject('databaseUrl'), 'empty');
  sent = `sent-${await databaseIdentity(database.db)}`;
  for (const name of VARIABLES) delete process.env[name];
  process.env['HOME'] = home;
});
afterEach(async () => {
  for (const [at, name] of VARIABLES.entries())
    if (before[at] === undefined) delete process.env[name];
    else process.env[name] = before[at];
  await database[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

/** Where the notes are written, below `home`, and what was warned of. */
async function noted(embedded: boolean): Promise<{ directory: string; warned: object[] }> {
  const warned: object[] = [];
  const notes = await openNotes(
    { database: { directory: path.join(home, 'data', 'postgres') } },
    { db: database.db, embedded },
    { info: () => {}, warn: (line) => void warned.push(line) },
  );
  notes?.note('a line');
  const names = await readdir(home, { recursive: true });
  notes?.close();
  const file = names.find((name) => name.endsWith('.jsonl'));
  return { directory: file === undefined ? '' : path.dirname(file), warned };
}

test('notes are beside the embedded database, which an operator keeps on a volume', async () => {
  expect(await noted(true)).toEqual({ directory: path.join('data/postgres', sent), warned: [] });
});

test('beside another database they are where state is kept, not in the cache', async () => {
  expect(await noted(false)).toEqual({ directory: path.join('.local/state/chipwatch', sent), warned: [] });
  process.env['XDG_STATE_HOME'] = path.join(home, 'volume');
  await rm(path.join(home, '.local'), { recursive: true });
  expect(await noted(false)).toEqual({ directory: path.join('volume/chipwatch', sent), warned: [] });
});

test('they are in the cache where no state can be kept, and a warning says when there is no place at all', async () => {
  await writeFile(path.join(home, '.local'), '');
  expect(await noted(false)).toEqual({ directory: path.join('.cache/chipwatch', sent), warned: [] });
  await rm(path.join(home, '.cache'), { recursive: true });
  await mkdir(path.join(home, '.cache'));
  await writeFile(path.join(home, '.cache', 'chipwatch'), '');
  const { directory, warned } = await noted(false);
  expect(directory).toBe('');
  expect(warned).toEqual([expect.objectContaining({ event: 'notes.unusable' })]);
});
