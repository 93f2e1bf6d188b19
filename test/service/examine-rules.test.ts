import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rulesExaminer } from '../../src/service/doctor/examine-rules.ts';

const topic = (rest = '') =>
  `topic: embargo\ntitle: T\nthreshold: 10\nrules:\n  - { id: r, weight: 12, all: [c] }\nconcepts:\n  c:\n    en: embargo\n${rest}`;

test('an edit that a start would refuse is a fault while the file stays so', async () => {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-rules-'));
  const files = { topics: path.join(directory, 'topics.yaml'), entities: path.join(directory, 'e.yaml') };
  await writeFile(files.topics, topic());
  await writeFile(files.entities, 'organisations:\n  maker: [NVIDIA]\n');
  const examine = rulesExaminer(files);
  expect(await examine()).toMatchObject({ what: 'topics', state: 'ok', says: 'embargo' });
  await writeFile(files.topics, topic('rules: [\n'));
  const bad = await examine();
  expect(bad).toMatchObject({
    state: 'bad',
    says: expect.stringMatching(/stay in use until a restart.*topics\.yaml/),
  });
  // It is not compiled again.
  expect(await examine()).toBe(bad);
  await rm(files.topics);
  expect(await examine()).toMatchObject({ state: 'bad', says: expect.stringContaining('cannot be read') });
  await writeFile(files.topics, topic('# mended\n'));
  expect(await examine()).toMatchObject({ state: 'ok' });
  await rm(directory, { recursive: true });
});
