import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTopicFiles } from '../../../src/io/topics/read-topic-files.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'topics-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

test('reads YAML files of a directory and below in order, nothing else', async () => {
  await mkdir(join(directory, 'concepts'));
  await mkdir(join(directory, '.git'));
  for (const name of [
    'b.yaml',
    'a.yml',
    'concepts/c.yaml',
    '.hidden.yaml',
    'a.yaml~',
    'notes.txt',
    '.git/x.yaml',
  ]) {
    await writeFile(join(directory, name), `# ${name}`);
  }
  const files = await readTopicFiles(directory);
  expect(files).toEqual([
    { file: join(directory, 'a.yml'), source: '# a.yml' },
    { file: join(directory, 'b.yaml'), source: '# b.yaml' },
    { file: join(directory, 'concepts/c.yaml'), source: '# concepts/c.yaml' },
  ]);
});

test('reads a single file, whatever its name', async () => {
  const file = join(directory, 'draft.txt');
  await writeFile(file, 'topic: t');
  expect(await readTopicFiles(file)).toEqual([{ file, source: 'topic: t' }]);
});

test('names what cannot be read', async () => {
  await expect(readTopicFiles(join(directory, 'missing'))).rejects.toThrow(
    /missing: cannot be read: there is no such file/,
  );
  const empty = await mkdtemp(join(directory, 'empty-'));
  await expect(readTopicFiles(empty)).rejects.toThrow(/cannot be read: it holds no .yaml file/);
});
