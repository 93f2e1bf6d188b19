import { readFileSync, writeFileSync } from 'node:fs';
import { sitePages } from './site-pages.ts';

/**
 * Writes `expected.json` beside each page of `fixtures/sites`: `npm run golden:sites`, then read the diff.
 * `truth.json`, which says what a person finds on the page, is never written by a program.
 */
for (const page of sitePages()) {
  const path = new URL('expected.json', page.folder);
  const next = `${JSON.stringify(page.extracted, null, 2)}\n`;
  if (next === read(path)) continue;
  writeFileSync(path, next);
  console.log(`written: ${page.name}`);
}

function read(path: URL): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
