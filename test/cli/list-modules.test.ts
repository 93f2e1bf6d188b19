import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUNDLED, bundleDirectory } from '../../src/io/cache/library-bundle.js';
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
const ALLOWED = /^(?:pg(?:-.*)?|postgres-.*|xtend|ipaddr\.js|croner)$/;
/** Configured feeds that no service has read yet are listed too. They come from OPML, which is XML in any encoding. */
const OF_FEEDS =
  /^(?:htmlparser2|domutils|domhandler|domelementtype|dom-serializer|entities|iconv-lite|safer-buffer)$/;

/** Our own modules for pages, queues and threads. */
const OTHER_PARTS = /\/src\/(?:web|io\/queue|io\/threads|io\/channels)\/|\/document-reader\.ts$/;

let cli: TestCli;
beforeAll(async () => {
  await run(process.execPath, ['ops/bundle-libraries.js']);
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
    expect(loaded.some((url) => url.startsWith(`${bundleDirectory().href}kysely.mjs`))).toBe(true);
    const packages = new Set(
      loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/.][^/]*)\//.exec(url)?.[1] ?? []),
    );
    const allowed = (name: string) => ALLOWED.test(name) || (words === 'feeds list' && OF_FEEDS.test(name));
    expect([...packages].filter((name) => !allowed(name))).toEqual([]);
    expect(loaded.filter((url) => OTHER_PARTS.test(url))).toEqual([]);
  },
  60_000,
);

test('the bundle exports what the libraries export', async () => {
  for (const [specifier, name] of Object.entries(BUNDLED)) {
    const bundled = (await import(new URL(`${name}.mjs`, bundleDirectory()).href)) as object;
    const own = (await import(specifier)) as object;
    expect(Object.keys(bundled).sort()).toEqual(
      Object.keys(own)
        .filter((one) => one !== 'default' && one !== 'module.exports')
        .sort(),
    );
  }
});
