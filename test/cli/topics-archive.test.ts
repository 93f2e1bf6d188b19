import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { topicsDiffCommand, topicsReapplyCommand } from '../../src/cli/topics/topics-archive.ts';
import {
  addressOf,
  englishItems,
  itemsWith,
  publishingAt,
  storeItems,
  topicFiles,
  type TopicFiles,
} from '../support/archive.ts';
import { type TestCli, testCli } from '../support/cli.ts';

const items = englishItems();
const smuggled = itemsWith('smuggl', items);
const seized = itemsWith('seiz', items);
const gained = seized.filter((item) => !smuggled.includes(item));
const lost = smuggled.filter((item) => !seized.includes(item));
const HOUR = 3_600_000;

let old: TopicFiles;
let edited: TopicFiles;
let cli: TestCli;
beforeEach(async () => {
  old = await topicFiles({ smuggling: { terms: 'smuggl*' } });
  edited = await topicFiles({ smuggling: { terms: 'seiz*', stance: 'in force' } });
  cli = await testCli(
    () => [new Command('topics').addCommand(topicsDiffCommand()).addCommand(topicsReapplyCommand())],
    { topics: edited.topics, entities: edited.entities },
  );
  await storeItems(cli.db, [...lost, ...gained], {
    rules: old,
    at: new Date(Date.now() - 10 * HOUR),
    publishing: publishingAt(() => new Date()),
  });
});
afterEach(async () => {
  await cli[Symbol.asyncDispose]();
  await old[Symbol.asyncDispose]();
  await edited[Symbol.asyncDispose]();
});

interface Printed {
  readonly articles: number;
  readonly alerts: unknown;
  readonly changes: readonly { readonly kind: string; readonly url: string }[];
}

const urlsOf = ({ changes }: Printed, kind: string) =>
  changes.flatMap((change) => (change.kind === kind ? [change.url] : [])).sort();

describe('chipwatch topics', () => {
  test('diff compares two directories on threads, and prints the result for people', async () => {
    const { stdout, code } = await cli.run('topics', 'diff', old.topics, edited.topics, '--limit', '1');
    expect(code).toBe(0);
    const last = gained.at(-1)!;
    expect(stdout).toContain(`+ smuggling  ${last.title}`);
    expect(stdout).toContain(addressOf(last));
    expect(stdout).toContain('smuggling: no → sure 88 (in force)');
    expect(stdout).toContain('fires no more: smuggling-rule');
    expect(stdout.match(/^\+ smuggling/gm)).toHaveLength(1);
    expect(await cli.db.selectFrom('alerts').selectAll().execute()).toEqual([]);
  });

  test('diff compares single files, and prints JSON', async () => {
    const file = (files: TopicFiles) => path.join(files.topics, 'smuggling.yaml');
    const printed = await cli.json<Printed>('topics', 'diff', file(old), file(edited), '--since', '1d');
    expect(printed.articles).toBe(lost.length + gained.length);
    expect(urlsOf(printed, 'gained')).toEqual(gained.map(addressOf).sort());
    expect(urlsOf(printed, 'lost')).toEqual(lost.map(addressOf).sort());
  });

  test('reapply uses the topics of the configuration and says that no alert was sent', async () => {
    const { stdout } = await cli.run('topics', 'reapply', '--since', '30d');
    expect(stdout).toContain('Nobody was alerted');
    const rows = await cli.db
      .selectFrom('matches')
      .innerJoin('articles', 'articles.id', 'matches.article_id')
      .select('canonical_url')
      .execute();
    expect(rows.map((row) => row.canonical_url).sort()).toEqual(gained.map(addressOf).sort());
    expect(await cli.db.selectFrom('alerts').selectAll().execute()).toEqual([]);
  });

  test('reapply --dry-run counts the same changes and stores nothing', async () => {
    const before = await cli.db.selectFrom('matches').selectAll().orderBy('article_id').execute();
    const dry = await cli.json<Printed>('topics', 'reapply', '--dry-run');
    expect(urlsOf(dry, 'gained')).toEqual(gained.map(addressOf).sort());
    expect(await cli.db.selectFrom('matches').selectAll().orderBy('article_id').execute()).toEqual(before);
    expect((await cli.run('topics', 'reapply', '--dry-run')).stdout).toContain('Nothing was stored');
    const done = await cli.json<Printed>('topics', 'reapply');
    expect({ ...dry, since: undefined }).toEqual({ ...done, since: undefined });
  });

  test('reapply --alert writes alerts, and requires how far back', async () => {
    const refused = await cli.run('topics', 'reapply', '--alert');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--since') });
    const done = await cli.json<Printed>('topics', 'reapply', '--alert', '--since', '1d');
    const alerts = await cli.db.selectFrom('alerts').selectAll().execute();
    expect(alerts.length).toBeGreaterThan(0);
    expect(done.alerts).toBe(alerts.length);
  });

  test.each([
    { named: 'a topic that is not there', args: ['--topic', 'cheese'], says: 'no topic "cheese"; known: ' },
    { named: 'a duration that is none', args: ['--since', 'yesterday'], says: '90m, 24h' },
  ])('$named is refused', async ({ args, says }) => {
    const result = await cli.run('topics', 'diff', old.topics, edited.topics, ...args);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(says);
  });

  test('topics with an error change nothing, and the error is named with its line', async () => {
    const missing = await cli.run('topics', 'diff', old.topics, path.join(edited.topics, 'none.yaml'));
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('none.yaml') });
    const broken = await topicFiles({ broken: { terms: 'a)(' } });
    const result = await cli.run('topics', 'diff', old.topics, broken.topics);
    await broken[Symbol.asyncDispose]();
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/broken\.yaml:\d+/);
  });
});
