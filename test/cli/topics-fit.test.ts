import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { topicsFitCommand } from '../../src/cli/topics/topics-fit.ts';
import { judgeStory } from '../../src/io/store/articles/judgements.ts';
import { publishingAt, storeItems, topicFiles, type TopicFiles } from '../support/archive.ts';
import { type TestCli, testCli } from '../support/cli.ts';

const PADDING = 'Reporters spoke to several people who know the matter and asked not to be named.';
const item = (id: string, title: string, topics: string[]) => ({
  id,
  lang: 'eng',
  title,
  body: `${title} in town ${id}. ${PADDING}`,
  topics,
});
/** In these articles "embargo" is always about the topic and "sanctions" never, although the rule accepts both. */
const labelled = Array.from({ length: 30 }, (_, n) => [
  item(`yes-${n}`, `Minister number ${n} announces embargo`, ['trade']),
  item(`no-${n}`, `Referee number ${n} sanctions player`, []),
]).flat();

let rules: TopicFiles;
let cli: TestCli;
let file: string;
beforeAll(async () => {
  rules = await topicFiles({ trade: { terms: 'embargo, sanctions' } });
  await writeFile(
    path.join(rules.topics, 'concepts.yaml'),
    'concepts:\n  sport: { en: "referee, player" }\n',
  );
  cli = await testCli(() => [new Command('topics').addCommand(topicsFitCommand())], {
    topics: rules.topics,
    entities: rules.entities,
  });
  file = path.join(cli.directory, 'labelled.jsonl');
  await writeFile(file, labelled.map((one) => JSON.stringify(one)).join('\n'));
  const stored = [
    {
      ...item('s1', 'Judge sanctions player after brawl', []),
      body: 'The player may not take the field for three weeks, the league wrote on its page on Tuesday.',
    },
    {
      ...item('s2', 'Cabinet announces embargo on timber', []),
      body: 'Sawmills along the northern border expect prices of spruce and pine to climb before winter.',
    },
  ];
  await storeItems(cli.db, stored, {
    rules,
    at: new Date(Date.now() - 5 * 3_600_000),
    publishing: publishingAt(() => new Date()),
  });
});
afterAll(async () => {
  await cli[Symbol.asyncDispose]();
  await rules[Symbol.asyncDispose]();
});

test('prints before and after, the difference of the weights, and what the archive would lose; writes nothing', async () => {
  const { stdout, code } = await cli.run('topics', 'fit', file);
  expect(code).toBe(0);
  expect(stdout).toMatch(/labelled\.jsonl +60 +sure +weights in use +0\.500/);
  expect(stdout).toMatch(/labelled\.jsonl +60 +sure +new, articles unseen +1\.000/);
  expect(stdout).toContain('+ text/sport');
  expect(stdout).toMatch(/Alerts, one for each story with any of these topics: 0 gained, 1 lost/);
  expect(stdout).toContain('- trade  Judge sanctions player after brawl');
  expect(stdout).toContain('Nothing is written without --write.');
  expect(await readdir(rules.topics)).not.toContain('weights');
  expect(stdout).not.toContain('own feedback');
});

test('learns from judgements, each for its own topic only', async () => {
  const stories = await cli.db.selectFrom('stories').select(['id', 'title']).orderBy('id').execute();
  for (const [reader, story, relevant] of [
    ['ana', stories[0]!, false],
    ['ben', stories[0]!, false],
    ['ana', stories[1]!, true],
  ] as const)
    await judgeStory(cli.db, story.id, {
      topic: 'trade',
      reader,
      relevant,
      because: 'sport',
      at: new Date(),
    });
  const report = await cli.json<{
    figures: { source: string; items: number; judged: string; level: string; scores: { any: unknown } }[];
    archive: { articles: number };
  }>('topics', 'fit', file);
  const own = report.figures.filter(({ source }) => source === 'own feedback');
  expect(own.map(({ items }) => items)).toEqual(own.map(() => 2));
  expect(own.find(({ judged, level }) => judged === 'now' && level === 'sure')?.scores.any).toMatchObject({
    precision: 0.5,
    recall: 1,
  });
  expect(report.archive.articles).toBe(2);
  const left = await cli.json<{ figures: { source: string }[]; archive?: unknown }>(
    'topics',
    'fit',
    file,
    '--no-archive',
  );
  expect(left.archive).toBeUndefined();
  expect(left.figures.some(({ source }) => source === 'own feedback')).toBe(false);
});

test('judgements of a file count only for the topics that they name, and --write writes', async () => {
  const more = path.join(cli.directory, 'judged.jsonl');
  // An article labelled for another topic only is left out: it says nothing about this one.
  const judged = { ...item('j', 'Minister lifts embargo', []), judged: ['another'] };
  await writeFile(more, JSON.stringify(judged));
  const { stdout, code } = await cli.run('topics', 'fit', file, more, '--no-archive', '--write');
  expect(code).toBe(0);
  expect(stdout).not.toContain('In the archive');
  const written = await readFile(path.join(rules.topics, 'weights', 'trade.yaml'), 'utf8');
  expect(written).toContain('text/sport: -');
});

test('a file that is missing is named before topics or database are touched', async () => {
  const missing = path.join(cli.directory, 'none.jsonl');
  expect(await cli.run('topics', 'fit', '--topics', '/nowhere', missing)).toMatchObject({
    code: 2,
    stderr: `${missing} cannot be read: there is no such file or directory\n`,
  });
});
