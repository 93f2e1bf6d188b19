import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadBinaries } from '../../src/io/store/postgres/postgres-binaries.ts';
import { chooseHome } from '../../src/io/store/postgres/postgres-home.ts';
import { removeDatabase, removeWithDatabases } from './remove-database.ts';

/** For root a database below a closed directory lives elsewhere. */
test('databases are removed wherever they live, also when the directory they were wanted in is gone', async () => {
  const binaries = await loadBinaries();
  const home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-removed-'));
  const [own, outside] = ['own', 'outside'].map((name) => path.join(home, name)) as [string, string];
  const homes = [await chooseHome(own, binaries), await chooseHome(outside, binaries)];
  for (const { directory } of homes) await mkdir(path.join(directory, 'cluster'));
  await rm(own, { recursive: true });
  await removeDatabase(own);
  await removeWithDatabases(home);
  expect([home, ...homes.map(({ directory }) => directory)].filter((one) => existsSync(one))).toEqual([]);
});
