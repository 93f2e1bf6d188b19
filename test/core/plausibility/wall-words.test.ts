import { describe, expect, test } from 'vitest';
import { cells, HEADED, judged, LAYOUTS, shortReport } from './wall-pages.ts';
import { ENTRIES, WALLS } from './wall-table.ts';
import { FURTHER_ENTRIES, FURTHER_WALLS } from './wall-table-further.ts';

const entries = new Map(
  cells(ENTRIES + FURTHER_ENTRIES)
    .filter(([language = '']) => language !== '')
    .map(([language = '', ...said]) => [language, said]),
);
const walls = cells(WALLS + FURTHER_WALLS).filter(([kind = '']) => kind !== '');

/** Under the entry's headline these share a word with the entry's text, as a report does: they are not told from one. */
const NOT_TOLD: ReadonlySet<string> = new Set(['Dit valg', 'Karbantartás']);

describe.each(LAYOUTS)('a wall in unseen wording, %s', (name, layout) => {
  const tried = walls.filter(([, , title = '']) => name !== HEADED || !NOT_TOLD.has(title));
  test.each(tried)('%s %s: %s', (kind = '', language = '', title = '', text = '') => {
    const [headline = '', summary] = entries.get(language) ?? [];
    const page = `<!doctype html><html lang=${language}>${layout(title, text, headline)}</html>`;
    expect(judged(headline, summary, page)).toEqual({ refusal: kind, text: summary });
  });
});

describe('a short report under another headline', () => {
  test.each([...entries])('%s is no wall', (_, [headline = '', summary = '']) => {
    expect(judged(headline, summary, shortReport(headline, summary)).refusal).toBeUndefined();
  });
});
