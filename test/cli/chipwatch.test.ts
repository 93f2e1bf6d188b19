import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { type CliResult, type TestCli, testCli } from '../support/cli.ts';

let cli: TestCli;
beforeAll(async () => {
  cli = await testCli(() => []);
  await addFeeds(cli.db, [{ url: 'https://news.example/rss', outlet: 'News', origin: 'cli' }]);
});
afterAll(() => cli[Symbol.asyncDispose]());

/** Runs the command in a process of its own, as a person does. */
function chipwatch(args: readonly string[], environment: Record<string, string> = {}): Promise<CliResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['src/cli/chipwatch.ts', ...args],
      {
        env: { ...process.env, CHIPWATCH_CONFIG: cli.config, DATABASE_URL: cli.databaseUrl, ...environment },
      },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

test('the help names every command', async () => {
  const { code, stdout } = await chipwatch(['--help']);
  expect(code).toBe(0);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map(([, name]) => name);
  const wanted =
    'start replay record check extract topics feeds alerts stories why deliveries channels silences migrate doctor schema';
  expect(commands).toEqual(expect.arrayContaining(wanted.split(' ')));
});

test('reads the configuration and the database that the environment names', async () => {
  const { code, stdout, stderr } = await chipwatch(['feeds', 'list', '--json']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject([{ url: 'https://news.example/rss', state: 'new' }]);
});

test.each([
  [['why', 'https://news.example/never'], 3, /Never seen/, /^$/],
  [['feeds', 'paws'], 2, /^$/, /unknown command 'paws'/],
  [['silences', 'add'], 2, /^$/, /required option/],
  [['help', 'nonsense'], 2, /^$/, /unknown command 'nonsense'/],
  [['help', 'feeds', 'ad'], 2, /^$/, /unknown command 'ad'; did you mean "add"\?/],
  [['help', 'feeds', 'add'], 0, /^Usage: chipwatch feeds add /, /^$/],
])('%j exits with %i', async (args, code, out, says) => {
  const result = await chipwatch(args);
  expect(result.code).toBe(code);
  expect(result.stdout).toMatch(out);
  expect(result.stderr).toMatch(says);
});

test('a mistake in the configuration is named with its line, and exits with 2', async () => {
  const broken = path.join(cli.directory, 'broken.yaml');
  await writeFile(broken, 'channels: []\nroutes: []\n');
  const result = await chipwatch(['feeds', 'list'], { CHIPWATCH_CONFIG: broken });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toMatch(/broken\.yaml:1: channels/);
});

test('a database that does not answer is a failure of one line', async () => {
  const result = await chipwatch(['deliveries', 'list'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
  expect(result).toMatchObject({ code: 1, stdout: '' });
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
});

test('a reader that went away does not crash a command', async () => {
  const child = spawn(process.execPath, ['src/cli/chipwatch.ts', 'feeds', 'export'], {
    env: { ...process.env, CHIPWATCH_CONFIG: cli.config, DATABASE_URL: cli.databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  expect(said).toBe('');
  expect(code).toBe(0);
});
