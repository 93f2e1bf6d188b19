import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestCli, testCli } from '../support/cli.ts';

// A command that prints a list is waited for. What it loads decides how long it takes: no list needs the log, the tracer,
// an HTTP client, the queue, a thread pool or a parser of pages.

const run = promisify(execFile);

const LISTS = [
  'alerts',
  'channels list',
  'deliveries list',
  'feeds list',
  'items list',
  'silences list',
  'stories list',
  'tokens list',
];
const ALLOWED = /^(?:commander|kysely|zod|yaml|pg(?:-.*)?|postgres-.*|xtend|ipaddr\.js|croner)$/;
/** Configured feeds that no service has read yet are listed too. They come from OPML, which is XML in any encoding. */
const OF_FEEDS =
  /^(?:htmlparser2|domutils|domhandler|domelementtype|dom-serializer|entities|iconv-lite|safer-buffer)$/;

/** Our own modules for pages, queues and threads. */
const OTHER_PARTS = /\/src\/(?:web|io\/queue|io\/threads|io\/channels)\/|\/document-reader\.ts$/;

let cli: TestCli;
beforeAll(async () => {
  cli = await testCli(() => []);
});
afterAll(() => cli[Symbol.asyncDispose]());

/** The addresses of all modules that a call of the command loads, recorded by a Node loader hook. */
async function loadedBy(words: readonly string[]): Promise<string[]> {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { console.error('LOADED ' + url); return next(url, context); } });`;
  const { stderr } = await run(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(hook)}`,
      'src/cli/chipwatch.js',
      '-c',
      cli.config,
      ...words,
    ],
    { env: { ...process.env, DATABASE_URL: cli.databaseUrl } },
  );
  return [...stderr.matchAll(/^LOADED (.*)$/gm)].map((match) => match[1] as string);
}

test.each(LISTS)(
  '%s loads only what a list needs',
  async (words) => {
    const loaded = await loadedBy(words.split(' '));
    expect(loaded.length).toBeGreaterThan(100);
    const packages = new Set(
      loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/.][^/]*)\//.exec(url)?.[1] ?? []),
    );
    const allowed = (name: string) => ALLOWED.test(name) || (words === 'feeds list' && OF_FEEDS.test(name));
    expect([...packages].filter((name) => !allowed(name))).toEqual([]);
    expect(loaded.filter((url) => OTHER_PARTS.test(url))).toEqual([]);
  },
  60_000,
);
