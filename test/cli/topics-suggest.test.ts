import { Command } from 'commander';
import { expect, test } from 'vitest';
import { topicsSuggestCommand } from '../../src/cli/topics/topics-suggest.ts';
import type { LanguageSuggestions } from '../../src/pipeline/topics/suggest-terms.ts';
import { publishingAt, storeItems, topicFiles } from '../support/archive.ts';
import { testCli } from '../support/cli.ts';

const item = (id: string, title: string, body: string) => ({ id, lang: 'eng', title, body });
const PADDING = 'Reporters spoke to several people who know the matter and asked not to be named in public.';

/** Half the threshold: such matches are only possible. */
const WEAK = { sanction: { terms: 'sanctions', weight: 5 } };

test('suggests the words of near misses with their headlines, for people and as JSON', async () => {
  await using rules = await topicFiles(WEAK);
  await using cli = await testCli(() => [new Command('topics').addCommand(topicsSuggestCommand())], {
    topics: rules.topics,
    entities: rules.entities,
  });
  const near = Array.from({ length: 8 }, (_, n) =>
    item(
      `near-${n}`,
      `Ministry number ${n} weighs sanctions`,
      `A tonnage ceiling is discussed in city ${n}. ${PADDING}`,
    ),
  );
  const others = Array.from({ length: 30 }, (_, n) =>
    item(
      `other-${n}`,
      `Concert number ${n} delights`,
      `Musicians played in city ${n} until late. ${PADDING}`,
    ),
  );
  await storeItems(cli.db, [...near, ...others], {
    rules,
    at: new Date(Date.now() - 5 * 3_600_000),
    publishing: publishingAt(() => new Date()),
  });
  const levels = await cli.db.selectFrom('matches').select('level').execute();
  expect(levels.map(({ level }) => level)).toEqual(near.map(() => 'possible'));

  const [english, ...more] = await cli.json<LanguageSuggestions[]>('topics', 'suggest');
  expect(more).toEqual([]);
  expect(english).toMatchObject({ language: 'en', nearMisses: 8, others: 30 });
  const words = english!.terms.map(({ term }) => term);
  expect(words.join()).toContain('tonnage');
  expect(words.join()).not.toMatch(/reporters|musicians|^sanctions$/);
  expect(english!.terms[0]).toMatchObject({ near: 8, other: 0 });

  const { stdout } = await cli.run('topics', 'suggest', '--topic', 'sanction', '--limit', '3');
  expect(stdout).toContain('en: 8 near misses, 30 other articles');
  expect(stdout).toContain('in 8 of 8 and 0 of 30');
  expect(stdout).toMatch(/Ministry number \d weighs sanctions/);
  expect((await cli.run('topics', 'suggest', '--language', 'fr')).stdout).toContain('no near misses');
  expect(await cli.run('topics', 'suggest', '--topic', 'cheese')).toMatchObject({ code: 2 });
});
