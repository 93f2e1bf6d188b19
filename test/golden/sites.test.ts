import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sitePages } from './site-pages.ts';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Local times whose offset is not on the page: for a Russian page Moscow time is assumed, and this one is from
 * eastern Siberia.
 */
const ZONE_UNKNOWN = new Set(['win1251-ru']);

const pages = sitePages();

test('there is a folder for each of the 24 layouts', () => {
  expect(pages.length).toBeGreaterThanOrEqual(24);
});

describe.each(pages)('$name', ({ name, folder, truth, extracted, paragraphs }) => {
  test('reads as its golden file says (npm run golden:sites writes it)', () => {
    const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
    expect(JSON.parse(JSON.stringify(extracted))).toEqual(expected);
  });

  test('has the paragraphs that a person finds; subheadings are added', () => {
    expect(fold(paragraphs.join(' '))).toBe(fold(truth.text));
  });

  test('has the headline and the authors', () => {
    expect(fold(extracted.title)).toBe(fold(truth.title));
    expect(extracted.authors).toEqual(truth.author === null ? [] : [truth.author]);
  });

  test('has the date', () => {
    if (truth.published === null) expect(extracted.published).toBeUndefined();
    else if (ZONE_UNKNOWN.has(name)) {
      expect(extracted.published?.toISOString().slice(0, 10)).toBe(truth.published.slice(0, 10));
    } else expect(extracted.published).toEqual(new Date(truth.published));
  });
});

test('the paywalled page is flagged and keeps its teaser', () => {
  const page = pages.find(({ name }) => name === 'paywall-de');
  expect(page?.extracted).toMatchObject({ isAccessibleForFree: false, via: 'dom' });
});

test.each([
  ['jsonld-body-en', 'json-ld'],
  ['nextjs-en', 'page-data'],
  ['hostile-en', 'dom-unnamed'],
])('%s is read by the stage %s', (name, via) => {
  expect(pages.find((page) => page.name === name)?.extracted.via).toBe(via);
});
