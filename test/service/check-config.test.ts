import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { parseGazetteer } from '../../src/core/entities/gazetteer-data.ts';
import { nearestWord } from '../../src/core/words/nearest-word.ts';
import { listFeeds, setFeedStatus } from '../../src/io/store/feeds/feeds.ts';
import { checkConsole } from '../../src/service/check-console.ts';
import { openService } from '../../src/service/open-service.ts';
import { watchedFeeds } from '../../src/service/watched-feeds.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let directory: string;
let database: TestDatabase;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-check-'));
  database = await testDatabase();
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

const urls = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://outlet-${index}.example/feed`);

interface Parts {
  readonly route?: string;
  readonly channels?: string;
  readonly feeds?: readonly string[];
  readonly more?: string;
}

/** The message of a start with this configuration; `started` when nothing is wrong. */
async function start({ route = '', channels = '', feeds = urls(6), more = '' }: Parts): Promise<string> {
  const file = path.join(directory, 'chipwatch.yaml');
  await writeFile(
    file,
    `topics: ${path.resolve('config/topics')}
entities: ${path.resolve('config/entities.yaml')}
feeds:
  urls:
    - { url: https://heise.example/rss, outlet: Heise Online }
${feeds.map((url) => `    - ${url}\n`).join('')}${more}
channels:
  - { name: terminal, kind: console }
${channels}routes:
  - name: all
    channels: [terminal]
${route}`,
  );
  const config = loadConfig({ DATABASE_URL: database.url }, file);
  try {
    checkConsole(config);
    const service = await openService(config, pino({ level: 'silent' }), ['web']);
    await service.close(1_000);
    return 'started';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('a start is refused, with the place and the nearest right word, for', () => {
  test.each<[string, Parts, RegExp]>([
    [
      'a topic',
      { route: '    topics: [chip_bann]\n' },
      /chipwatch\.yaml:\d+: routes\[0\]\.topics\[0\]: there is no topic "chip_bann"; did you mean "chip_ban"\?/,
    ],
    [
      'a topic that a digest lets through',
      { route: '    digest: { every: day, letThrough: { topics: [nothing_like_it] } }\n' },
      /routes\[0\]\.digest\.letThrough\.topics\[0\]: there is no topic "nothing_like_it"\. Known: .*chip_ban/,
    ],
    [
      'a provider of log-ins where nobody logs in',
      { more: 'web:\n  oidc: { issuer: "https://id.example", clientId: a, clientSecret: b }\n' },
      /chipwatch\.yaml:\d+: web\.oidc: only "auth: accounts" reads this, found "auth: off".*CHIPWATCH_WEB_AUTH/,
    ],
    [
      'a proxy beside accounts',
      { more: 'web:\n  auth: accounts\n  proxy: { addresses: [127.0.0.1] }\n' },
      /web\.proxy: only "auth: proxy" reads this, found "auth: accounts"/,
    ],
    [
      'a language',
      { route: '    languages: [en, jp, english]\n' },
      /languages\[1\]: "jp" is no language; did you mean "ja"\?[^]*languages\[2\]: "english" .*did you mean "en"\?/,
    ],
    [
      'an outlet',
      { route: '    outlets: [Heise Onlin]\n' },
      /routes\[0\]\.outlets\[0\]: no feed of an outlet "Heise Onlin" is watched; did you mean "Heise Online"\?/,
    ],
    [
      'an outlet to leave out',
      { route: '    excludeOutlets: [heise.exampel]\n' },
      /excludeOutlets\[0\]: .* did you mean "heise\.example"\?/,
    ],
    [
      'a channel that nobody uses',
      { channels: '  - { name: spare, kind: console }\n' },
      /chipwatch\.yaml:\d+: channels\[1\]\.name: no route uses the channel "spare"/,
    ],
  ])('%s', async (_name, parts, expected) => {
    expect(await start(parts)).toMatch(expected);
  });

  test('the error names the line of the unknown word', async () => {
    expect(await start({ route: '    topics:\n      - chip_ban\n      - chip_bam\n' })).toMatch(
      /chipwatch\.yaml:20: /,
    );
  });
});

test('topics, languages and outlets that exist are accepted', async () => {
  const route =
    '    topics: [chip_ban]\n    languages: [zh-Hant, en]\n    outlets: [heise online, outlet-1.example, pages.elsewhere.example]\n';
  expect(await start({ route })).toBe('started');
});

test('more than a third of the watched feeds are removed only with the flag', async () => {
  for (const feed of await listFeeds(database.db)) await setFeedStatus(database.db, feed.url, 'removed');
  expect(await start({ feeds: urls(11) })).toBe('started');
  expect(await start({ feeds: urls(6) })).toMatch(
    /chipwatch\.yaml: feeds: this would remove 5 of 12 watched feeds \(https:\/\/outlet-6\..*--remove-feeds/,
  );
  expect((await listFeeds(database.db)).length).toBe(12);
  expect(await start({ feeds: urls(7) })).toBe('started');
  expect(await start({ feeds: [], more: '  allowRemoval: true\n' })).toBe('started');
  expect((await listFeeds(database.db)).map((feed) => feed.outlet)).toEqual(['Heise Online']);
});

test('a truncated OPML file is refused', async () => {
  const opml = path.join(directory, 'feeds.opml');
  const whole = `<opml version="2.0"><body>\n${urls(5)
    .map((url) => `<outline text="x" xmlUrl="${url}"/>`)
    .join('\n')}\n</body></opml>\n`;
  const config = (await import('../../src/config/load-config.ts')).loadConfig(
    {},
    path.join(directory, 'chipwatch.yaml'),
  );
  const read = () =>
    watchedFeeds({ ...config, sample: undefined, feeds: { ...config.feeds, urls: [], opml: [opml] } });
  await writeFile(opml, whole);
  expect((await read()).configured).toHaveLength(5);
  await writeFile(opml, whole.slice(0, 150));
  await expect(read()).rejects.toThrow(
    /feeds\.opml:\d+: feeds\.opml: ends before its list does: expected <\/opml>/,
  );
});

test('a fault in the entities has file, line and field', () => {
  const yaml = 'organisations:\n  nvidia: [NVIDIA]\nchipz:\n  h20: [H20]\ncountries:\n  cn: []\n';
  expect(() => parseGazetteer(yaml, 'mine.yaml')).toThrow(
    /mine\.yaml:6:7: countries\.cn: expected a list of at least 1 entry, found an empty list/,
  );
  expect(() => parseGazetteer(yaml, 'mine.yaml')).toThrow(
    /mine\.yaml:3:1: unknown key "chipz"; did you mean "chips"\?/,
  );
  expect(() => parseGazetteer('a: [', 'mine.yaml')).toThrow(/^mine\.yaml:1:\d+: /);
});

test.each([
  ['prot', ['port', 'host'], 'port'],
  ['chip-ban', ['chip_ban', 'customs_check'], 'chip_ban'],
  ['xyz', ['port', 'host'], undefined],
  ['', ['port'], undefined],
])('the word nearest to %s', (word, known, nearest) => {
  expect(nearestWord(word, known)).toBe(nearest);
});
