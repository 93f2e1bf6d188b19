import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
/** A path in code quotes, in one of the project's folders. */
const PATH = /`((?:src|test|bench|docs|config|workers|fixtures)\/[\w./-]+)`/g;
/** Files that a document tells its reader to create. */
const EXAMPLES: ReadonlySet<string> = new Set(['config/topics/quantum.yaml']);
/** The functions that are named after a file. */
const FUNCTIONS = /`((?:src|workers)\/[\w./-]+\.ts)`\s+\(((?:`\w+`(?:,\s)?)+)\)/g;

test.each(DOCUMENTS)('every file that %s names exists', (name) => {
  const missing = [...readFileSync(name, 'utf8').matchAll(PATH)].flatMap(([, path = '']) =>
    existsSync(path) || EXAMPLES.has(path) ? [] : [path],
  );
  expect(missing).toEqual([]);
});

test('the functions on the path of an item are in the files that the architecture names', () => {
  const walk = readFileSync('docs/architecture.md', 'utf8');
  const named = [...walk.matchAll(FUNCTIONS)].flatMap(([, path = '', names = '']) =>
    [...names.matchAll(/\w+/g)].map(([name]) => ({ path, name })),
  );
  expect(named.length).toBeGreaterThan(25);
  const missing = named.filter(
    ({ path, name }) =>
      !new RegExp(`^export (?:async )?(?:function|const) ${name}\\b`, 'm').test(readFileSync(path, 'utf8')),
  );
  expect(missing).toEqual([]);
});
