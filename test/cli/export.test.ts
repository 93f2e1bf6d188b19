import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportCommand, importCommand } from '../../src/cli/export.ts';
import { type TestCli, testCli } from '../support/cli.ts';

let cli: TestCli;
beforeAll(async () => {
  cli = await testCli(() => [exportCommand(), importCommand()]);
});
afterAll(() => cli[Symbol.asyncDispose]());

const ARTICLES = [
  {
    url: 'https://a.example/ban?x=1&y=<2>',
    title: 'Washington bans exports of Nvidia H20 chips to China',
    text: 'The Commerce Department on Monday banned exports of Nvidia’s H20 AI chips to China & Macau.\n\nA licence is required from today.',
    outlet: 'Example Daily',
    published: '2025-04-15T08:00:00Z',
  },
  {
    url: 'https://a.example/recipe',
    title: 'A soup for cold days',
    text: 'Cut the leeks and boil them for ten minutes.',
    outlet: 'Example Daily',
  },
];

test('imported articles are classified, not alerted, and can be exported again', async () => {
  const file = path.join(cli.directory, 'articles.jsonl');
  await writeFile(
    file,
    [...ARTICLES.map((one) => JSON.stringify(one)), '', 'no json', '{"url":"ftp://x","title":"t"}'].join(
      '\n',
    ),
  );
  const done = await cli.run('import', file);
  expect(done.code).toBe(1);
  expect(done.stderr).toContain('2 articles stored, 1 of them on a topic; 2 lines refused');
  expect(done.stderr).toContain('articles.jsonl:4: this line is not JSON');
  expect(done.stderr).toMatch(/articles\.jsonl:5: url: expected an http or https URL/);
  expect(await cli.db.selectFrom('alerts').selectAll().execute()).toEqual([]);

  const lines = (await cli.run('export')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    {
      ...ARTICLES[0],
      published: '2025-04-15T08:00:00.000Z',
      language: 'en',
      topics: [{ topic: 'chip_ban' }],
    },
    { ...ARTICLES[1], topics: [], story: null },
  ]);
  expect(lines[0].story).not.toBeNull();
  const matched = (await cli.run('export', '--matched')).stdout.trim().split('\n');
  expect(matched).toHaveLength(1);
  expect((await cli.run('export', '--topic', 'customs_check')).stdout).toBe('');
});

test('a second import of the same lines adds nothing', async () => {
  const file = path.join(cli.directory, 'again.jsonl');
  await writeFile(file, (await cli.run('export')).stdout);
  expect((await cli.run('import', file)).code).toBe(0);
  expect((await cli.run('export')).stdout.trim().split('\n')).toHaveLength(2);
});

test('a missing file is named', async () => {
  expect(await cli.run('import', '/nowhere.jsonl')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('/nowhere.jsonl cannot be read: there is no such file'),
  });
});

test('a binary file is refused as a whole, and what a line holds is printed safely', async () => {
  const picture = path.join(cli.directory, 'picture.jsonl');
  await writeFile(picture, Buffer.from('89504e470d0a1a0a0000000d4948445200000010', 'hex'));
  expect(await cli.run('import', picture)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('picture.jsonl: expected one JSON object a line, found a binary file'),
  });
  const odd = path.join(cli.directory, 'odd.jsonl');
  await writeFile(odd, `\u202e\u001b[31mred ${'words '.repeat(40)}\n`);
  const refused = await cli.run('import', odd);
  expect(refused.stderr).toContain('odd.jsonl:1: this line is not JSON');
  expect(refused.stderr).not.toMatch(/[\u001b\u202e]/);
});

test.each([
  ['an unknown topic', ['--topic', 'chip_bna'], 'did you mean "chip_ban"?'],
  ['no duration', ['--since', 'yesterday'], 'Say 90m, 24h, 7d'],
])('export with %s is refused with the right word', async (_, args, words) => {
  const refused = await cli.run('export', ...args);
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain(words);
  expect(refused.stdout).toBe('');
});
