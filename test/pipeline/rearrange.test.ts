import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storiesCommand } from '../../src/cli/stories.ts';
import { insertSilence, listSilences } from '../../src/io/store/silences.ts';
import { getStory } from '../../src/io/store/stories/stories.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { mergeIntoStory, splitFromStory } from '../../src/pipeline/stories/rearrange-stories.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import {
  at,
  publishedArticle,
  publishingPipeline,
  type StoredArticleOptions,
} from '../support/stored-article.ts';

const BUSAN =
  'Officers in Busan found 248 Nvidia H100 cards declared as used parts, worth 12 billion won, and held four people.';
const TAMPA =
  'A court in Tampa heard that Brian Raymond shipped 400 Nvidia A100 chips through Malaysia for $3.9 million.';

const reports = {
  busan: { url: 'https://a.example/busan', title: 'Busan customs finds cards', text: BUSAN, outlet: 'A' },
  'busan again': {
    url: 'https://b.example/busan',
    title: 'Cards found in Busan',
    text: `${BUSAN} The port is busy.`,
    outlet: 'B',
  },
  'busan later': {
    url: 'https://c.example/busan',
    title: 'More on the cards of Busan',
    text: `${BUSAN} Officers said more would come.`,
    outlet: 'C',
  },
  tampa: { url: 'https://a.example/tampa', title: 'Plea in Tampa', text: TAMPA, outlet: 'A' },
  'tampa later': {
    url: 'https://d.example/tampa',
    title: 'Guilty in Tampa',
    text: `${TAMPA} He may appeal.`,
    outlet: 'D',
  },
} as const satisfies Record<string, StoredArticleOptions>;

let cli: TestCli;
let pipeline: Pipeline;
beforeEach(async () => {
  cli = await testCli(() => [storiesCommand()]);
  pipeline = publishingPipeline(cli.db, at(10));
});
afterEach(() => cli[Symbol.asyncDispose]());

async function publish(
  name: keyof typeof reports,
  hours = 0,
): Promise<{ articleId: string; storyId: string }> {
  return publishedArticle(pipeline, { ...reports[name], reportedAt: at(hours) });
}

/** The articles of every story, by outlet and position. */
async function stories(): Promise<Record<string, string[]>> {
  const rows = await cli.db
    .selectFrom('articles')
    .select(['story_id', 'canonical_url'])
    .orderBy('id')
    .execute();
  const found: Record<string, string[]> = {};
  for (const { story_id: id, canonical_url: url } of rows)
    (found[id ?? 'none'] ??= []).push(url.replace(/https:\/\/(.)\.example\//, '$1 '));
  return found;
}

async function sent(): Promise<number> {
  return (await cli.db.selectFrom('deliveries').select('id').execute()).length;
}

describe('merge', () => {
  test('leaves one story with all reports, which later reports of either join without another alert', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    expect(busan.storyId).not.toBe(tampa.storyId);
    expect(await sent()).toBe(2);

    expect(await mergeIntoStory(cli.db, busan.storyId, [tampa.storyId], at(2))).toMatchObject({
      status: 'done',
      moved: 1,
    });
    expect(await getStory(cli.db, busan.storyId)).toMatchObject({
      article_count: 2,
      outlets: ['A'],
      title: reports.busan.title,
      first_report_at: at(0),
      last_report_at: at(1),
    });
    expect(await getStory(cli.db, tampa.storyId)).toMatchObject({
      merged_into: busan.storyId,
      article_count: 0,
    });

    await publish('busan later', 3);
    await publish('tampa later', 4);
    expect(await stories()).toEqual({ [busan.storyId]: ['a busan', 'a tampa', 'c busan', 'd tampa'] });
    expect(await getStory(cli.db, busan.storyId)).toMatchObject({
      article_count: 4,
      outlets: ['A', 'C', 'D'],
    });
    expect(await sent()).toBe(2);
  });

  test('an alert of one half counts for the merged story', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    // As if the first story had never been alerted on this route.
    await cli.db.deleteFrom('delivery_alerts').execute();
    await cli.db.deleteFrom('alert_topics').where('story_id', '=', busan.storyId).execute();
    await cli.db.deleteFrom('alerts').where('story_id', '=', busan.storyId).execute();
    await mergeIntoStory(cli.db, busan.storyId, [tampa.storyId], at(2));
    await publish('busan later', 3);
    const alerts = await cli.db.selectFrom('alerts').select(['story_id', 'development']).execute();
    expect(alerts).toEqual([{ story_id: busan.storyId, development: 'first' }]);
  });

  test('a report of the story that went away stays when it is read again', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    await mergeIntoStory(cli.db, busan.storyId, [tampa.storyId], at(2));
    expect(await publish('tampa', 1)).toEqual({ articleId: tampa.articleId, storyId: busan.storyId });
    expect(await getStory(cli.db, busan.storyId)).toMatchObject({ article_count: 2 });
    expect(await sent()).toBe(2);
  });

  test('is in the ledger, on both stories and on the articles', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    await mergeIntoStory(cli.db, busan.storyId, [tampa.storyId], at(2));
    const entries = await cli.db
      .selectFrom('ledger')
      .selectAll()
      .where('at', '=', at(2))
      .orderBy('id')
      .execute();
    expect(entries).toMatchObject([
      { event: 'story.merged', story_id: busan.storyId, detail: { from: tampa.storyId, articles: 1 } },
      { event: 'story.closed', story_id: tampa.storyId, detail: { into: busan.storyId } },
      { event: 'story.moved', story_id: busan.storyId, article_id: tampa.articleId },
    ]);
  });

  test('ids of stories merged before lead to the last one, and so does a silence', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    const other = await publishedArticle(pipeline, {
      url: 'https://e.example/lisbon',
      title: 'Lisbon opens a factory',
      text: 'In Lisbon a plant for RISC-V boards was opened by Maria Santos; it cost 80 million euros.',
      reportedAt: at(2),
    });
    await insertSilence(cli.db, {
      matchers: { story: tampa.storyId },
      reason: 'known',
      until: new Date(Date.now() + 3_600_000),
    });
    await mergeIntoStory(cli.db, busan.storyId, [tampa.storyId], at(3));
    await mergeIntoStory(cli.db, other.storyId, [busan.storyId], at(4));
    expect(await getStory(cli.db, tampa.storyId)).toMatchObject({ merged_into: other.storyId });
    const [silence] = await listSilences(cli.db, new Date());
    expect(silence?.matchers.story).toEqual([tampa.storyId, busan.storyId, other.storyId]);
    const shown = await cli.json<{ id: string; reports: number }>('stories', 'show', tampa.storyId);
    expect(shown).toMatchObject({ id: other.storyId, reports: 3 });
    expect(Object.keys(await stories())).toEqual([other.storyId]);
  });
});

describe('split', () => {
  test('both halves stay as they are, later reports go to the one they are like, and nothing is sent', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    await publish('busan again', 2);
    await mergeIntoStory(cli.db, busan.storyId, [tampa.storyId], at(3));
    const before = await sent();
    const result = await splitFromStory(cli.db, busan.storyId, [tampa.articleId], at(4));
    if (result.status !== 'done') throw new Error(result.reason);
    const created = result.stories[1]!.id;
    expect(await stories()).toEqual({ [busan.storyId]: ['a busan', 'b busan'], [created]: ['a tampa'] });
    expect(await sent()).toBe(before);

    await publish('tampa', 1);
    await publish('tampa later', 5);
    await publish('busan later', 6);
    expect(await stories()).toEqual({
      [busan.storyId]: ['a busan', 'b busan', 'c busan'],
      [created]: ['a tampa', 'd tampa'],
    });
    // The route had been alerted to the Tampa story before the two were merged.
    expect(await sent()).toBe(before);
  });

  test('a half that was not alerted is news when it continues', async () => {
    const busan = await publish('busan');
    const again = await publish('busan again', 1);
    expect(again.storyId).toBe(busan.storyId);
    expect(await sent()).toBe(1);
    const result = await splitFromStory(cli.db, busan.storyId, [busan.articleId], at(2));
    if (result.status !== 'done') throw new Error(result.reason);
    const alerts = await cli.db.selectFrom('alerts').select('story_id').execute();
    expect(alerts).toEqual([{ story_id: result.stories[1]!.id }]);
    expect(await sent()).toBe(1);
  });

  test('each half is called after its first report', async () => {
    const busan = await publish('busan');
    const again = await publish('busan again', 1);
    await splitFromStory(cli.db, busan.storyId, [busan.articleId], at(2));
    expect(await getStory(cli.db, busan.storyId)).toMatchObject({
      title: reports['busan again'].title,
      link: reports['busan again'].url,
      outlets: ['B'],
      article_count: 1,
      members: [again.articleId],
    });
  });
});

describe('the command line', () => {
  test('lists stories and shows what each report added', async () => {
    const busan = await publish('busan');
    await publish('busan again', 1);
    await publish('tampa', 2);
    const listed = await cli.json<{ title: string; reports: number }[]>('stories', 'list');
    expect(listed).toMatchObject([
      { title: reports.tampa.title, reports: 1 },
      { title: reports.busan.title, reports: 2, outlets: ['A', 'B'], topics: ['chip_ban'] },
    ]);
    expect(await cli.json('stories', 'list', '--topic', 'customs_check')).toEqual([]);
    expect(await cli.json('stories', 'list', '--topic', 'chip_ban', '--limit', '1')).toHaveLength(1);
    const { stdout } = await cli.run('stories', 'show', busan.storyId);
    expect(stdout).toMatch(/story \d+: 2 reports, 2 outlets, en; chip_ban/);
    expect(stdout).toMatch(
      /2026-03-04 05:00 {2}A \(en\) {2}article \d+\n {2}Busan customs.*\n {2}https:\/\/a\.example\/busan\n {2}new: first report\n/,
    );
  });

  test('merges and splits, by number or address', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    const merged = await cli.run('stories', 'merge', busan.storyId, tampa.storyId);
    expect(merged).toMatchObject({
      code: 0,
      stdout: `Story ${busan.storyId} has 2 reports now, 1 of them from ${tampa.storyId}.\n`,
    });
    const split = await cli.run('stories', 'split', busan.storyId, `${reports.tampa.url}?utm_source=x`);
    expect(split.stdout).toMatch(/^Story \d+ is new, with 1 report; story \d+ keeps 1\.\n$/);
    expect(await cli.run('stories', 'show', tampa.storyId)).toMatchObject({
      stdout: expect.stringMatching(`^Story ${tampa.storyId} was merged into story ${busan.storyId}\\.`),
    });
  });

  test('refuses impossible changes and changes nothing', async () => {
    const busan = await publish('busan');
    const tampa = await publish('tampa', 1);
    const before = await stories();
    const refusals: [string[], number, RegExp][] = [
      [['merge', busan.storyId, '999999'], 3, /there is no story 999999/],
      [['merge', busan.storyId, busan.storyId], 3, /is named twice/],
      [['merge', busan.storyId, 'x'], 2, /expected the number of a story, found "x"/],
      [['split', busan.storyId, tampa.articleId], 3, /is not in story/],
      [['split', busan.storyId, busan.articleId], 3, /has to leave an article/],
      [['split', busan.storyId, '999999'], 3, /no article 999999/],
      [['show', '999999'], 3, /no story 999999/],
    ];
    for (const [args, code, says] of refusals) {
      const result = await cli.run('stories', ...args);
      expect(result).toMatchObject({ code, stdout: '' });
      expect(result.stderr).toMatch(says);
    }
    expect(await stories()).toEqual(before);
    await cli.run('stories', 'merge', busan.storyId, tampa.storyId);
    const again = await cli.run('stories', 'merge', busan.storyId, tampa.storyId);
    expect(again.stderr).toMatch(/was merged into story/);
  });
});

test('a merge and a publication that come together both happen', async () => {
  const busan = await publish('busan');
  const tampa = await publish('tampa', 1);
  await Promise.all([
    mergeIntoStory(cli.db, busan.storyId, [tampa.storyId], at(2)),
    publish('tampa', 1),
    publish('tampa later', 3),
    publish('busan later', 3),
  ]);
  const found = await stories();
  expect(found[tampa.storyId]).toBeUndefined();
  expect(found[busan.storyId]).toEqual(expect.arrayContaining(['a busan', 'a tampa', 'c busan', 'd tampa']));
});
