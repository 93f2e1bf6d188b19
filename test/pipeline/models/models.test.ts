import { francAll } from 'franc';
import { eld } from 'eld/small';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eldMeans } from '../../../src/core/language/eld-model.ts';
import { francCloseness } from '../../../src/core/language/franc-model.ts';
import { compileLanguageModel } from '../../../src/core/language/language-model.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { compileTopics } from '../../../src/core/topics/compile-topics.ts';
import {
  checkRules,
  compileRules,
  createDocumentReader,
} from '../../../src/pipeline/threads/document-reader.ts';
import { openModels, shareModels } from '../../../src/pipeline/models/shared-models.ts';
import { findSoundTopics } from '../../../src/pipeline/models/sound-topics.ts';
import { loadTopics, readDefinitions } from '../../../src/pipeline/models/load-topics.ts';

const items = ['labelled', 'labelled-languages'].flatMap((name) =>
  readFileSync(`fixtures/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { title: string; body: string; lang: string }),
);

let home: string;
const cacheHome = process.env['XDG_CACHE_HOME'];
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-models-'));
  process.env['XDG_CACHE_HOME'] = home;
});
afterAll(async () => {
  if (cacheHome === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = cacheHome;
  await rm(home, { recursive: true, force: true });
});

// The project's topics are compiled twice, which takes longest on a busy machine.
describe('topics from the cache', { timeout: 120_000 }, () => {
  test('find what topics that were just compiled find', async () => {
    const fresh = compileTopics(await readDefinitions('config/topics'));
    await loadTopics('config/topics');
    expect(await readdir(path.join(home, 'chipwatch'))).toHaveLength(1);
    const cached = await loadTopics('config/topics');
    expect(cached.lexicons.get('en')?.matcher.automaton.cells.buffer).toBeInstanceOf(SharedArrayBuffer);
    const some = items.filter((_, at) => at % 12 === 0);
    const found = some.map(({ title, body, lang }) =>
      classify({ title, text: body, language: lang }, cached),
    );
    expect(found).toEqual(
      some.map(({ title, body, lang }) => classify({ title, text: body, language: lang }, fresh)),
    );
    expect(found.filter((matches) => matches.length > 0).length).toBeGreaterThan(10);
  });

  test('are compiled again when a rule, the entities or the path of a file has changed', async () => {
    const directory = await mkdtemp(path.join(home, 'rules-'));
    const files = {
      topics: path.join(directory, 'topics.yaml'),
      entities: path.join(directory, 'entities.yaml'),
    };
    const write = (word: string, maker: string) =>
      Promise.all([
        writeFile(
          files.topics,
          `topic: t\ntitle: T\nthreshold: 10\nrules:\n  - { id: r, weight: 12, all: [c] }\nconcepts:\n  c:\n    en: ${word}\n`,
        ),
        writeFile(files.entities, `organisations:\n  maker: [${maker}]\n`),
      ]);
    await write('embargo', 'NVIDIA');
    const first = await shareModels(files);
    expect((await shareModels(files)).key).toBe(first.key);
    await write('sanction', 'NVIDIA');
    const second = await shareModels(files);
    expect(second.key).not.toBe(first.key);
    expect(openModels(second).topics.topics[0]?.version).not.toBe(
      openModels(first).topics.topics[0]?.version,
    );
    await write('sanction', 'AMD');
    expect(openModels(await shareModels(files)).gazetteer.entities.get('maker')?.name).toBe('AMD');
    await write('sanction', 'AMD');
    await writeFile(files.topics, 'topic: [');
    expect(await compileRules(files)).toMatchObject({ status: 'faulty' });
    await write('sanction', 'AMD');
    await rm(files.entities);
    expect(await compileRules(files)).toMatchObject({
      status: 'faulty',
      message: expect.stringContaining(`${files.entities}: cannot be read: there is no such file`),
    });
    // Docker creates a directory where a mounted file does not exist.
    await mkdir(files.entities);
    const reader = createDocumentReader({ threads: 1, ...files });
    const text = { title: 'A sanction', text: 'Nothing else.', language: 'eng' };
    await expect(reader.explain({ article: text })).rejects.toThrow('it is a directory');
    await rmdir(files.entities);
    await write('sanction', 'AMD');
    expect(await reader.explain({ article: text })).toBeDefined();
    await reader.close();
  });
});

describe('whether rules are valid', () => {
  test('is known without compiling, as long as no file has changed', async () => {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-sound-'));
    const files = { topics: path.join(dir, 'topics.yaml'), entities: path.join(dir, 'entities.yaml') };
    const topic = (id: string) =>
      `topic: ${id}\ntitle: T\nthreshold: 10\nrules:\n  - { id: r, weight: 12, all: [c] }\nconcepts:\n  c:\n    en: ${id}\n`;
    await writeFile(files.topics, topic('embargo'));
    await writeFile(files.entities, 'organisations:\n  maker: [NVIDIA]\n');
    // The first process compiles.
    expect(await findSoundTopics(files)).toBeUndefined();
    expect(await checkRules(files)).toMatchObject({ status: 'sound', topics: ['embargo'] });
    expect(await findSoundTopics(files)).toEqual(['embargo']);
    expect(await checkRules(files)).toEqual({ status: 'sound', topics: ['embargo'] });
    await writeFile(files.topics, topic('sanction'));
    expect(await findSoundTopics(files)).toBeUndefined();
    expect(await checkRules(files)).toMatchObject({ status: 'sound', topics: ['sanction'] });
    // A fault in either file, also one that only the gazetteer has.
    await writeFile(files.entities, 'organisations:\n  maker: [NVIDIA]\n  other: [NVIDIA]\n');
    expect(await checkRules(files)).toMatchObject({ status: 'faulty' });
    expect(await checkRules(files)).toMatchObject({ status: 'faulty' });
    await writeFile(files.topics, 'topic: [');
    expect(await checkRules(files)).toMatchObject({ status: 'faulty' });
    await rm(dir, { recursive: true });
    expect(await checkRules(files)).toMatchObject({
      status: 'faulty',
      message: expect.stringContaining('cannot be read'),
    });
  });
});

describe('compact language models', () => {
  const model = compileLanguageModel();
  const texts = [
    ...items.flatMap(({ title, body }) => [title, body]),
    '',
    'x',
    'half a pair \ud83d',
    `${'a'.repeat(200)} ${'é'.repeat(90)} ok`,
    'don’t `x` abc 123',
    '中文 한국어 ไทย ქართული',
  ];

  test('give the scores that eld gives', async () => {
    const { separators } = (await import(
      new URL('../regexPatterns.js', import.meta.resolve('eld/small')).href
    )) as { separators: RegExp };
    for (const text of texts) {
      const means = eldMeans(model.eld, text, separators);
      const scores = Object.entries(eld.detect(text).getScores());
      expect(scores).toHaveLength(means.size);
      for (const [code, score] of scores) {
        const mean = means.get(code)!;
        expect(mean / (mean + 25)).toBeCloseTo(score, 9);
      }
    }
  });

  test('give the languages in the order in which franc gives them', async () => {
    const { expressions } = (await import(
      new URL('./expressions.js', import.meta.resolve('franc')).href
    )) as { expressions: Record<string, RegExp> };
    for (const text of texts) {
      expect(francCloseness(model.franc, expressions, text)).toEqual(francAll(text));
      const only = ['eng', 'fra', 'zlm', 'kor'];
      expect(francCloseness(model.franc, expressions, text, only)).toEqual(francAll(text, { only }));
    }
  });
});
