import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmptyPasswordError, readOrCreatePassword } from '../../../src/io/store/postgres-password.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-password-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('processes that start at the same time read one complete password', async () => {
  for (let round = 0; round < 50; round++) {
    const home = { directory, own: async () => {} };
    const read = await Promise.all(Array.from({ length: 12 }, () => readOrCreatePassword(home)));
    expect(new Set(read).size).toBe(1);
    expect(read[0]).toMatch(/^[\w-]{24}$/);
    expect(await readdir(directory)).toEqual(['password']);
    expect((await stat(path.join(directory, 'password'))).mode & 0o777).toBe(0o600);
    await rm(path.join(directory, 'password'));
  }
});

test('an empty file is named, and not taken for a password that the database refuses', async () => {
  const file = path.join(directory, 'password');
  await writeFile(file, '\n');
  const read = readOrCreatePassword({ directory, own: async () => {} });
  await expect(read).rejects.toThrow(EmptyPasswordError);
  await expect(read).rejects.toThrow(`${file} is empty`);
  await rm(file);
});
