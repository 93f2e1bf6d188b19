import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { silencesCommand } from '../../src/cli/silences.ts';
import { silencedBy } from '../../src/core/alerts/silence.ts';
import { insertAlert } from '../../src/io/store/deliveries/outbox.ts';
import { listSilences } from '../../src/io/store/silences.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { storedArticle } from '../support/stored-article.ts';

let cli: TestCli;
let storyId: string;
let articleId: string;
beforeAll(async () => {
  cli = await testCli(() => [silencesCommand()], {
    feeds: { urls: [{ url: 'https://daily.example/feed', outlet: 'Example Daily' }] },
  });
  ({ storyId, articleId } = await storedArticle(cli.db, {
    url: 'https://a.example/1',
    title: 'Chip ban\u001b[2J widened',
  }));
});
afterAll(() => cli[Symbol.asyncDispose]());
beforeEach(async () => {
  await cli.db.deleteFrom('alert_topics').execute();
  await cli.db.deleteFrom('alerts').execute();
  await cli.db.deleteFrom('silences').execute();
});

const WHY = ['--reason', 'trade fair week'];

async function add(...args: string[]): Promise<string> {
  return (await cli.json<{ id: string }>('silences', 'add', '--for', '3d', ...WHY, ...args)).id;
}

async function hide(silence: string, development: string): Promise<void> {
  await insertAlert(
    cli.db,
    {
      storyId,
      articleId,
      route: 'everything',
      development,
      kind: 'alert',
      reason: null,
      hiddenBy: silence,
      topics: ['chip_ban'],
    },
    new Date('2026-03-04T05:06:00Z'),
  );
}

describe('add', () => {
  test('stores a silence that the pipeline applies', async () => {
    const before = Date.now();
    await add('--topic', 'chip_ban', '--outlet', 'Example Daily', '--outlet', 'other.example');
    const [silence, ...others] = await listSilences(cli.db, new Date());
    expect(others).toEqual([]);
    expect(silence).toMatchObject({
      matchers: { topic: ['chip_ban'], outlet: ['Example Daily', 'other.example'] },
      reason: 'trade fair week',
    });
    const days = (silence!.until.getTime() - before) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(3);
    expect(days).toBeLessThan(3.01);
    const report = {
      storyId,
      title: 'x',
      outlets: ['other.example'],
      language: 'en',
      topics: [{ id: 'chip_ban', label: 'x', level: 'sure' as const, confidence: 90, stance: undefined }],
      entities: [],
    };
    expect(silencedBy(report, 'everything', [silence!], new Date())?.id).toBe(silence!.id);
  });

  test('stores an entity by what reports have of it', async () => {
    await add('--entity', '英伟达', '--entity', 'nvidia', '--entity', 'NVIDIA');
    expect(await listSilences(cli.db, new Date())).toMatchObject([
      { matchers: { entity: ['nvidia', 'nvidia', 'NVIDIA'] } },
    ]);
  });

  test('says until when', async () => {
    const { code, stdout } = await cli.run(
      'silences',
      'add',
      '--story',
      storyId,
      '--title',
      'ban',
      '--for',
      '90m',
      ...WHY,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(
        `^Silence \\d+ on story ${storyId}, title ban until \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC\\.\\n$`,
      ),
    );
  });

  test.each([
    [['--for', '3d', ...WHY], 2, /expected a matcher: topic, route.*found none/],
    [['--topic', 'chip_bann', '--for', '3d', ...WHY], 2, /no topic "chip_bann"; known: .*chip_ban/],
    [['--route', 'nobody', '--for', '3d', ...WHY], 2, /no route "nobody"; known: everything/],
    [
      ['--outlet', 'Exampel Daily', '--for', '3d', ...WHY],
      2,
      /no feed of an outlet "Exampel Daily" is watched; did you mean "Example Daily"/,
    ],
    [['--language', 'english', '--for', '3d', ...WHY], 2, /no language; did you mean "en"/],
    [
      ['--entity', 'Nvidai', '--for', '3d', ...WHY],
      2,
      /no company, chip, agency or country "Nvidai"; did you mean "nvidia"/,
    ],
    [['--story', '999999', '--for', '3d', ...WHY], 3, /no story 999999/],
    [['--story', 'one', '--for', '3d', ...WHY], 2, /expected the number of a story, found "one"/],
    [['--topic', 'chip_ban', ...WHY], 2, /required option '--for/],
    [['--topic', 'chip_ban', '--for', '3d'], 2, /required option '--reason/],
    [['--topic', 'chip_ban', '--for', '3d', '--reason', ' '], 2, /--reason/],
    [
      ['--outlet', 'Exampel Daily', '--for', '3d', '--reason', 'x'],
      2,
      /--reason: expected .*\n.*did you mean "Example Daily"/,
    ],
    [['--topic', 'chip_ban', '--for', 'ever', ...WHY], 2, /Say 90m/],
    [['--topic', 'chip_ban', '--for', '0', ...WHY], 2, /has to last/],
    [['--title', 'x', '--for', '3d', ...WHY], 2, /--title/],
  ])('%j exits with %i', async (args, code, says) => {
    const result = await cli.run('silences', 'add', ...args);
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toMatch(says);
    expect(await listSilences(cli.db, new Date(0))).toEqual([]);
  });
});

describe('list, end and report', () => {
  test('a silence lasts until it is ended, and then reports what it hid', async () => {
    const id = await add('--topic', 'chip_ban');
    await hide(id, 'first');
    await hide(id, 'official');
    expect(await cli.json('silences', 'list')).toMatchObject([{ id, running: true, hidden: 2 }]);
    expect((await cli.run('silences', 'list')).stdout).toMatch(/ 2 +topic chip_ban +trade fair week/);

    expect((await cli.run('silences', 'end', id)).stdout).toMatch(
      new RegExp(`^Silence ${id} has ended. It hid 2 alerts.`),
    );
    expect((await cli.run('silences', 'list')).stdout).toBe('No silence runs.\n');
    expect(await cli.json('silences', 'list', '--all')).toMatchObject([{ id, running: false, hidden: 2 }]);
    expect((await cli.run('silences', 'end', id)).stdout).toMatch(/ended at .* already/);

    const { stdout } = await cli.run('silences', 'report', id);
    const [headline, ...lines] = stdout.trimEnd().split('\n');
    expect(headline).toMatch(/^Silence on topic chip_ban \(trade fair week\), until .*: hid 2 alerts$/);
    expect(lines).toEqual(Array(2).fill('  2026-03-04T05:06:00.000Z everything: Chip ban widened'));
    expect(await cli.json<{ hidden: unknown[] }>('silences', 'report', id)).toMatchObject({
      id,
      hidden: [{ route: 'everything' }, { route: 'everything' }],
    });
  });

  test.each([
    ['end', '424242', 3],
    ['report', '424242', 3],
    ['end', '-', 2],
    ['report', '99999999999999999999', 2],
  ])('%s %s exits with %i', async (verb, id, code) => {
    expect(await cli.run('silences', verb, id)).toMatchObject({ code, stdout: '' });
  });
});
