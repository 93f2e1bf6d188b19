import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertStory, nearStories } from '../../../src/io/store/stories/stories.ts';
import { sentBy } from '../../support/count-statements.ts';
import { plansOf } from '../../support/statement-plans.ts';
import { testDatabase, type TestDatabase } from '../../support/database.ts';

const DAY = 86_400_000;
const FORTNIGHT = 14 * DAY;
/** An instant at which a fortnight of the index begins. */
const START = Math.ceil(Date.UTC(2026, 0, 1) / FORTNIGHT) * FORTNIGHT;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

const story = (title: string, keys: readonly number[], lastReport: number) => ({
  title,
  link: `https://outlet.test/${title}`,
  sample: false,
  outlets: ['outlet.test'],
  languages: ['en'],
  articleCount: 1,
  keys,
  members: [],
  state: {} as never,
  firstReport: lastReport,
  lastReport,
});

async function near(keys: readonly number[], since: number): Promise<string[]> {
  const found = await nearStories(database.db, [{ keys, since: new Date(since) }], [], 1_000);
  return found.map(({ title }) => title).sort();
}

test.each([
  ['in the same fortnight', 5 * DAY, 6 * DAY, true],
  ['in the next one', 13 * DAY, 15 * DAY, true],
  ['at the first instant', 5 * DAY, 5 * DAY, true],
  ['at the beginning of a fortnight', 1 * DAY, FORTNIGHT, true],
  ['just before its end', 1 * DAY, FORTNIGHT - 1, true],
  ['years later, for an old report', 5 * DAY, 800 * DAY, true],
  ['just before', 5 * DAY, 5 * DAY - 1, false],
  ['a fortnight before', 20 * DAY, 6 * DAY, false],
])('a story with a shared key and its latest report %s', async (title, since, lastReport, isFound) => {
  await database.db.deleteFrom('stories').execute();
  await insertStory(database.db, story(title, [7, -7, 2 ** 31 - 1], START + lastReport));
  await insertStory(database.db, story('other keys', [8, -8], START + lastReport));
  expect(await near([-(2 ** 31), -7], START + since)).toEqual(isFound ? [title] : []);
});

test('the same stories are found as by comparing every story', async () => {
  await database.db.deleteFrom('stories').execute();
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const stories = Array.from({ length: 300 }, (_, n) =>
    story(
      `${n}`,
      Array.from({ length: 1 + random(20) }, () => random(200) - 100),
      START - 400 * DAY + random(800 * 24) * (DAY / 24),
    ),
  );
  for (const one of stories) await insertStory(database.db, one);
  await sql`SET SESSION TIME ZONE 'Europe/Berlin'`.execute(database.db);
  let found = 0;
  for (let round = 0; round < 60; round += 1) {
    const keys = Array.from({ length: 1 + random(10) }, () => random(200) - 100);
    const since = START - 410 * DAY + random(820 * 24) * (DAY / 24);
    const expected = stories
      .filter((one) => one.lastReport >= since && one.keys.some((key) => keys.includes(key)))
      .map(({ title }) => title)
      .sort();
    expect(await near(keys, since)).toEqual(expected);
    found += expected.length;
  }
  expect(found).toBeGreaterThan(500);
});

test.each([
  [3, 'never'],
  [20, 'never'],
  [400, 'never'],
  [20, 'now'],
  [400, 'now'],
])(
  'looks up keys in their index among %i stories, analysed %s, because computing those of each is slow',
  async (count, analysed) => {
    // A table of its own: what was analysed once stays so.
    await using fresh = await testDatabase();
    const keys = (nth: number) => Array.from({ length: 150 }, (_, at) => 1_000 * (nth + 1) + at);
    await fresh.db.transaction().execute(async (tx) => {
      for (let nth = 0; nth < count; nth += 1) await insertStory(tx, story(`few ${nth}`, keys(nth), START));
    });
    const wanted = [{ keys: keys(0), since: new Date(START) }];
    const sent = await sentBy(() => nearStories(fresh.db, wanted, [], 1_000));
    const admin = new Client({ connectionString: fresh.url });
    await admin.connect();
    try {
      if (analysed === 'now') await admin.query('ANALYZE stories, story_keys');
      for (const statement of sent)
        for (const { reads } of await plansOf(admin, statement))
          expect(reads).toContain('Bitmap Index Scan story_keys_looked_up');
    } finally {
      await admin.end();
    }
  },
);
