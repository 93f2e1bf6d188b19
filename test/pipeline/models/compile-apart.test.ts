import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileApart } from '../../../src/pipeline/models/compile-apart.ts';
import { findSoundTopics } from '../../../src/pipeline/models/sound-topics.ts';

let home: string;
const cacheHome = process.env['XDG_CACHE_HOME'];
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-apart-'));
  process.env['XDG_CACHE_HOME'] = home;
});
afterAll(async () => {
  if (cacheHome === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = cacheHome;
  await rm(home, { recursive: true, force: true });
});

async function ruleFiles(topic: string) {
  const directory = await mkdtemp(path.join(home, 'rules with a space-'));
  const files = {
    topics: path.join(directory, 'topics.yaml'),
    entities: path.join(directory, 'entities.yaml'),
  };
  await writeFile(files.topics, topic);
  await writeFile(files.entities, 'organisations:\n  maker: [NVIDIA]\n');
  return files;
}

test('a process of its own leaves the compiled rules in the cache', async () => {
  const files = await ruleFiles(
    'topic: t\ntitle: T\nthreshold: 10\nrules:\n  - { id: r, weight: 12, all: [c] }\nconcepts:\n  c:\n    en: embargo\n',
  );
  await compileApart(files);
  expect(await findSoundTopics(files)).toEqual(['t']);
  const names = (await readdir(path.join(home, 'chipwatch'))).map((name) => name.split('-')[0]);
  expect(names).toEqual(expect.arrayContaining(['topics', 'gazetteer', 'languages', 'sound']));
}, 60_000);

test('rules with a fault are left to the caller', async () => {
  const files = await ruleFiles('topic: [');
  await compileApart(files);
  expect(await findSoundTopics(files)).toBeUndefined();
}, 60_000);
