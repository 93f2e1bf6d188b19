import { expect, test } from 'vitest';
import { composeBundle } from '../../src/core/messages/compose-bundle.ts';
import { consoleText } from '../../src/core/messages/console-text.ts';
import { NO_TEMPLATES } from '../../src/core/messages/template.ts';
import { findStories } from '../../src/io/store/stories/story-list.ts';
import { listStories } from '../../src/io/store/stories/stories.ts';
import { getStoryFacts } from '../../src/pipeline/deliveries/message-facts.ts';
import { publishingAt, storeItems, topicFiles } from '../support/archive.ts';
import { testDatabase } from '../support/database.ts';

const ITEM = {
  id: 'doubtful',
  lang: 'eng',
  title: 'Ministry weighs sanctions',
  body: 'A tonnage ceiling is discussed in the capital, said two people who know the plans of the cabinet.',
};
const AT = new Date('2026-11-20T08:00:00Z');
const DIGEST = { every: 'day', at: '07:00' } as const;

/** Stores one article for which a topic is only possible (a rule of half the threshold), with one route. */
async function stored(route: Parameters<typeof publishingAt>[1]) {
  const rules = await topicFiles({ sanction: { terms: 'sanctions', weight: 5 } });
  const database = await testDatabase();
  await storeItems(database.db, [ITEM], {
    rules,
    at: AT,
    publishing: publishingAt(() => new Date('2026-11-20T08:01:00Z'), route),
    backlog: false,
  });
  return {
    db: database.db,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rules[Symbol.asyncDispose]();
    },
  };
}

test('a possible match is not alerted, and is stored, listed and found', async () => {
  await using record = await stored({});
  const { db } = record;
  expect(await db.selectFrom('alerts').selectAll().execute()).toEqual([]);
  const matches = await db.selectFrom('matches').select(['topic', 'level', 'confidence']).execute();
  expect(matches).toEqual([{ topic: 'sanction', level: 'possible', confidence: 25 }]);
  const all = { topic: 'sanction', since: undefined, limit: 10 };
  expect(await listStories(db, all)).toMatchObject([
    { title: ITEM.title, state: { possible: ['sanction'] } },
  ]);
  const found = (level: 'sure' | 'possible') =>
    findStories(db, { filter: { topic: 'sanction', level }, order: 'latest', limit: 10, reader: 'ana' });
  expect(await found('possible')).toHaveLength(1);
  expect(await found('sure')).toEqual([]);
});

test('a route that asks for possible matches takes it into its digest, which says that it is one', async () => {
  await using record = await stored({ level: 'possible', digest: DIGEST });
  const { db } = record;
  const [delivery, ...more] = await db.selectFrom('deliveries').selectAll().execute();
  expect(more).toEqual([]);
  expect(delivery).toMatchObject({ held_for: 'digest', due_at: new Date('2026-11-21T07:00:00Z') });
  const [digest] = composeBundle(
    {
      idempotencyKey: delivery!.id,
      createdAt: delivery!.created_at,
      route: { name: 'all', digest: DIGEST, timeZone: 'UTC' },
      heldFor: 'digest',
      alerts: await getStoryFacts(db, delivery!.id, undefined),
    },
    10,
  );
  expect(digest?.kind).toBe('digest');
  const text = consoleText(digest!, NO_TEMPLATES, false);
  expect(text).toContain('About sanction (possible)');
  expect(text).toContain('sanction word “sanctions”; only possible, confidence 25 of 100');
  // Names of rules are shown by `why` and in JSON only.
  expect(text).not.toContain('sanction-rule');
});
