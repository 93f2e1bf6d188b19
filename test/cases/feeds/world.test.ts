import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { createDocumentReader, type DocumentReader } from '../../../src/pipeline/threads/document-reader.ts';
import { HABITS } from '../../world/habits.ts';
import { watchOutlet } from '../../world/watch-outlet.ts';
import { variantTest } from '../support/cases.ts';

let reader: DocumentReader;
beforeAll(() => {
  reader = createDocumentReader({ threads: 1, topics: 'config/topics', entities: 'config/entities.yaml' });
});
afterAll(() => reader.close());

/** A few habits of each kind; `npm run world:habits` simulates all of them over a fortnight. */
const SOME = [
  'none',
  'consent page behind a redirect',
  'page that refreshes to the article',
  'one link for all entries',
  'tokens in links and guids that change',
  'Atom that calls all updated at each poll',
  'old articles under new dates',
  'no zone, nine hours ahead',
  'comments counted in titles',
  'canonical link to another article for all',
  'the date of the poll on every entry',
  'gzip twice, announced once',
];

describe('an outlet with a habit, over two days', { timeout: 120_000 }, () => {
  for (const habit of HABITS.filter(({ name }) => SOME.includes(name)))
    variantTest(habit.name, async () => {
      const seen = await watchOutlet(habit, { server: inject('databaseUrl'), reader, days: 2 });
      expect(seen.reports).toBeGreaterThanOrEqual(3);
      expect(seen).toMatchObject({ once: seen.reports, twice: 0, missed: [], old: 0, strange: [] });
      if (habit.told !== undefined) expect(seen, seen.remarks.join('\n')).toMatchObject({ doctorSays: true });
    });
  variantTest('are all known by name', () => {
    expect(HABITS.filter(({ name }) => SOME.includes(name))).toHaveLength(SOME.length);
  });
  variantTest('is named in a sentence', () => {
    expect(HABITS.filter(({ told }) => told === undefined).map(({ name }) => name)).toEqual(['none']);
  });
});
