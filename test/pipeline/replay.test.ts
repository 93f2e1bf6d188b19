import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import { afterAll, describe, expect, test } from 'vitest';
import type { Recording } from '../../src/io/http/recorded-source.ts';
import { readRecording } from '../../src/service/read-recording.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { consoleText } from '../../src/core/messages/console-text.ts';
import { channelTemplates } from '../../src/core/messages/template.ts';
import { type Replay, replay } from '../../src/pipeline/replay.ts';
import { testDatabase } from '../support/database.ts';

const SAMPLE = 'fixtures/sites/sample-outlet';
const reader = createDocumentReader({
  threads: 1,
  topics: 'config/topics',
  entities: 'config/entities.yaml',
});
afterAll(() => reader.close());

async function replayOf(recording: Recording): Promise<Replay> {
  await using database = await testDatabase();
  return await replay({
    db: database.db,
    recording,
    reader,
    outlet: () => 'Actu Puces (exemple)',
    sample: true,
    log: pino({ level: 'silent' }),
  });
}

describe('the two documents, through the whole pipeline', async () => {
  const result = await replayOf(await readRecording(SAMPLE));
  const find = (words: string) => {
    const item = result.items.find((one) => one.title.includes(words));
    if (item === undefined) throw new Error(`no item with "${words}" in its title`);
    return item;
  };
  const documents = [
    {
      id: '000_c0b3dfb5e8aea5a1',
      title: 'interdire les puces d’IA NVIDIA',
      topics: ['chip_ban', 'domestic_alternative'],
    },
    {
      id: '004_b01ec693ecf27e75',
      title: 'contrôles douaniers',
      topics: ['chip_ban', 'customs_check', 'domestic_alternative'],
    },
  ];

  test.each(documents)('$id: language and topics', ({ title, topics }) => {
    const item = find(title);
    expect(item).toMatchObject({ state: 'done', language: 'fra' });
    expect(item.topics.map((match) => match.topic).sort()).toEqual(topics);
  });

  test.each(documents)(
    '$id: the text is the document without headline, credit and comment form',
    async ({ id, title }) => {
      const item = find(title);
      const document = await readFile(`fixtures/documents/${id}.txt`, 'utf8');
      const [headline, ...paragraphs] = document.split('\n\n').map((paragraph) => paragraph.trim());
      expect(item.text).not.toContain(headline);
      expect(item.text).not.toMatch(/Laisser un commentaire|adresse e-mail|Crédits image/);
      const long = paragraphs.filter(
        (paragraph) =>
          paragraph.length > 200 && paragraph !== headline && !paragraph.startsWith('Votre adresse'),
      );
      expect(long.length).toBeGreaterThan(3);
      for (const paragraph of long) expect(item.text).toContain(paragraph);
    },
  );

  test('each is a story of its own with one alert, marked as a sample', () => {
    expect(new Set(result.items.map((item) => item.storyId)).size).toBe(2);
    expect(result.alerts).toHaveLength(2);
    for (const alert of result.alerts) {
      expect(alert.kind).toBe('alert');
      expect(alert.stories[0]).toMatchObject({ sample: true, outletCount: 1 });
      for (const topic of alert.stories[0]!.topics) expect(topic.sentence.length).toBeGreaterThan(20);
    }
  });

  test('the README shows one of the alerts as it is', async () => {
    const readme = await readFile('README.md', 'utf8');
    const shown = /^\[SAMPLE\].*?(?=\n```)/ms.exec(readme)?.[0].split('\n') ?? [];
    expect(shown.length).toBeGreaterThan(6);
    const sent = result.alerts.map((alert) =>
      consoleText(alert, channelTemplates(undefined), false).trimEnd().split('\n'),
    );
    const same = sent.find(([first]) => first === shown[0]) ?? [];
    // Where the README cuts a line there is an ellipsis.
    const isAsSent = (line: string, at: number) =>
      line.split('…').every((part) => (same[at] ?? '').includes(part));
    expect(shown.filter((line, at) => !isAsSent(line, at))).toEqual([]);
    expect(same).toHaveLength(shown.length);
  });

  test('a second replay gives the same', async () => {
    const again = await replayOf(await readRecording(SAMPLE));
    const comparable = ({ items, alerts }: Replay) => ({
      items,
      alerts: alerts.map((alert) => ({ ...alert, idempotencyKey: '' })),
    });
    expect(comparable(again)).toEqual(comparable(result));
  });
});

test('every feed of a long list is polled, although many due feeds share a job', {
  timeout: 90_000,
}, async () => {
  const recorded = await readRecording(SAMPLE);
  const [feed] = recorded.feeds;
  const feeds = Array.from({ length: 66 }, (_, number) => `https://outlet-${number}.example/feed/`);
  const { items } = await replayOf({
    ...recorded,
    feeds,
    get: (request) => recorded.get(feeds.includes(request.url) ? { ...request, url: feed! } : request),
  });
  expect(items).toHaveLength(2 * feeds.length);
});
