import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extractCommand } from '../../src/cli/extract.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';

const PAGE = 'fixtures/sites/win1252-fr/page.html';
const TRUTH = JSON.parse(readFileSync('fixtures/sites/win1252-fr/truth.json', 'utf8')) as {
  readonly title: string;
  readonly text: string;
};

let cli: TestCli;
let server: ScriptedServer;
beforeAll(async () => {
  cli = await testCli(() => [extractCommand()]);
  server = await scriptedServer(({ path: asked }) => {
    if (asked === '/empty')
      return { headers: { 'content-type': 'text/html' }, body: '<title>Nothing</title>' };
    if (asked !== '/story') return undefined;
    return { headers: { 'content-type': 'text/html; charset=windows-1252' }, body: readFileSync(PAGE) };
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await cli[Symbol.asyncDispose]();
});

const firstLine = (text: string): string => text.split('\n')[0]!;

test('prints the article behind an address as Markdown', async () => {
  const { code, stdout, stderr } = await cli.run('extract', `${server.url}/story`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(firstLine(stdout)).toBe(`# ${TRUTH.title}`);
  expect(stdout).toContain(`<${server.url}/story>`);
  expect(stdout).toContain(firstLine(TRUTH.text).slice(0, 60));
});

test('prints the article of a file as JSON, at the address that was given', async () => {
  const article = await cli.json<{ title: string; canonicalUrl: string; via: string }>(
    'extract', PAGE, '--url', 'https://news.example/story?utm_source=feed',
  ); // biome-ignore format: one command line
  expect(article).toMatchObject({
    title: TRUTH.title,
    canonicalUrl: 'https://news.example/story',
    via: 'dom',
  });
});

test.each([
  ['an address that answers 404', () => `${server.url}/gone`, 1, /answered 404/],
  ['a page without an article', () => `${server.url}/empty`, 3, /No article was found in http:/],
  ['a file that is not there', () => 'nowhere.html', 2, /nowhere\.html cannot be read/],
])('%s: says so', async (_, page, code, says) => {
  const result = await cli.run('extract', page());
  expect(result.code).toBe(code);
  expect(result.stderr).toMatch(says);
});

test('reads a page a line, in order, and goes on behind a bad one', async () => {
  const lines = [
    JSON.stringify({ html: readFileSync(PAGE, 'latin1'), url: 'https://news.example/one' }),
    '{"html":',
    '',
    JSON.stringify({ html: '<p>Short.</p>', url: 'https://news.example/three' }),
  ];
  const file = path.join(cli.directory, 'pages.jsonl');
  await writeFile(file, lines.join('\n'));
  const { code, stdout, stderr } = await cli.run('extract', '--jsonl', file);
  const printed = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>); // biome-ignore format: one chain
  expect(printed).toMatchObject([
    { canonicalUrl: 'https://news.example/one', title: TRUTH.title },
    { error: expect.stringContaining('JSON') },
    { canonicalUrl: 'https://news.example/three' },
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain('3 pages, 1 failed');
});
