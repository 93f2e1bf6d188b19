import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliveriesCommand } from '../../src/cli/deliveries.ts';
import { feedsCommand } from '../../src/cli/feeds/feeds.ts';
import { whyCommand } from '../../src/cli/why.ts';
import { explain } from '../../src/core/topics/explain.ts';
import type { ClassifiableArticle } from '../../src/core/topics/match.ts';
import type { DeliveryTrace } from '../../src/core/why/trace.ts';
import type { Channel, SendOutcome } from '../../src/io/channels/channel.ts';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { insertSilence } from '../../src/io/store/silences.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { type AddressExplanation, explainAddress } from '../../src/pipeline/explain-item.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { REPLAY_SETTINGS } from '../../src/pipeline/replay.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import { loadTopics } from '../../src/pipeline/models/load-topics.ts';
import { type TestCli, testCli } from '../support/cli.ts';
import { explainedOutlet } from '../support/explained-outlet.ts';
import type { ScriptedServer } from '../support/scripted-server.ts';

let outlet: ScriptedServer;
let base = '';
let cli: TestCli;
let pipeline: Pipeline;
let outcome: SendOutcome = { status: 'delivered', answer: '204 No Content' };

beforeAll(async () => {
  outlet = await explainedOutlet();
  base = outlet.url;
  cli = await testCli(() => [whyCommand(), feedsCommand(), deliveriesCommand()]);
  const channel: Channel = {
    name: 'terminal',
    kind: 'console',
    maxStories: 10,
    send: async () => outcome,
  };
  pipeline = {
    db: cli.db,
    queues: { enqueue: async () => {} },
    source: createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true }),
    reader: createDocumentReader({ threads: 1, topics: 'config/topics', entities: 'config/entities.yaml' }),
    channels: new Map([['terminal', { channel, pace: undefined }]]),
    settings: {
      ...REPLAY_SETTINGS,
      routes: [
        { name: 'everything', channels: ['terminal'], updates: true, timeZone: 'UTC' },
        { name: 'french', channels: ['terminal'], languages: ['fr'], updates: true, timeZone: 'UTC' },
      ],
      backfillAge: 48 * 3_600,
      ignoreTitles: [/^advertorial/i],
      perHost: { concurrency: 32, spacing: 0 },
    },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    random: () => 0.5,
  };
  await addFeeds(cli.db, [{ url: `${base}/feed.xml`, outlet: 'Example\u001b[1m Daily', origin: 'cli' }]);
  await insertSilence(cli.db, {
    matchers: { title: 'hushed' },
    reason: 'trade fair',
    until: new Date('2090-01-01T00:00:00Z'),
  });
  const signal = new AbortController().signal;
  for (const id of await due('feeds')) await pollFeed(pipeline, id, signal);
  for (const id of await due('articles')) await ingestItem(pipeline, id, signal);
});
afterAll(async () => {
  await pipeline.reader.close();
  await cli[Symbol.asyncDispose]();
  await outlet[Symbol.asyncDispose]();
});

/** The jobs that a sweep would put into the queue. */
async function due(name: keyof typeof sweeps): Promise<string[]> {
  const ids: string[] = [];
  const enqueue: Pipeline['queues']['enqueue'] = async (_name, jobs) => {
    for (const { payload } of jobs) ids.push(...(Object.values(payload) as string[]));
  };
  await sweeps[name]({ ...pipeline, queues: { enqueue } });
  return ids;
}

async function deliverDue(): Promise<void> {
  for (const id of await due('deliveries')) await deliverAlert(pipeline, id, new AbortController().signal);
}

// Compiling the rules takes a second, so all tests share them.
const topics = loadTopics('config/topics');

async function why(slug: string): Promise<Extract<AddressExplanation, { kind: 'item' }>> {
  const parts = {
    db: cli.db,
    explainText: async (text: ClassifiableArticle) => explain(text, await topics),
    now: () => new Date(),
  };
  const found = await explainAddress(parts, URL.canParse(slug) ? slug : `${base}/${slug}`);
  if (found.kind === 'unseen') throw new Error(found.conclusion);
  return found;
}

async function deliveryOf(slug: string): Promise<DeliveryTrace> {
  const [alert] = (await why(slug)).alerts;
  return alert!.deliveries[0]!;
}

describe('an article that alerted', () => {
  test('is explained from the poll to the answer of the channel', async () => {
    await deliverDue();
    const found = await why('ban');
    expect(found.conclusion).toMatch(
      /^Alert for route everything: delivered to terminal at .* UTC \(204 No Content\)\.$/,
    );
    expect(found.sightings).toMatchObject([
      {
        feed: { url: `${base}/feed.xml`, status: 'active', failures: 0 },
        url: `${base}/ban?utm_source=rss&utm_medium=feed`,
        state: 'done',
        outcome: 'read from the page (dom)',
        backlog: false,
      },
    ]);
    expect(found.article).toMatchObject({ url: `${base}/ban`, via: 'dom', language: 'eng' });
    const ban = found.topics.find((topic) => topic.topic === 'chip_ban');
    expect(ban?.matched?.level).toBe('sure');
    expect(ban?.today?.confidence).toBe(ban!.matched!.confidence);
    expect(ban?.matched?.sentence).toMatch(/./);
    expect(found.topics.find((topic) => topic.topic === 'customs_check')).toMatchObject({
      today: { level: undefined },
    });
    expect(found.story).toMatchObject({ how: 'opened', reports: expect.any(Number) });
    expect(found.routings).toMatchObject([
      {
        verdicts: [
          { route: 'everything', sends: true, why: expect.stringContaining('first report') },
          { route: 'french', sends: false, why: expect.stringContaining('language en is not among fr') },
        ],
      },
    ]);
    expect(found.alerts[0]!.deliveries[0]!.tries).toMatchObject([
      { outcome: 'delivered', answer: '204 No Content' },
    ]);
    expect(found.history.map((line) => line.event)).toEqual(['read', 'story.opened', 'routed', 'attempt']);
  });

  test('is found under any form of its address', async () => {
    const { host } = new URL(base);
    for (const address of [
      `${base}/ban`,
      `${base}/ban?utm_source=rss&utm_medium=feed`,
      `${base}/ban/?utm_campaign=x#top`,
      `https://${host}/ban`,
    ])
      expect((await why(address)).article?.url).toBe(`${base}/ban`);
  });

  test('is printed as text for a person, without terminal control sequences', async () => {
    const { code, stdout } = await cli.run('why', `${base}/ban`);
    expect(code).toBe(0);
    const sections = stdout.match(/^[A-Z][a-z]+$/gm);
    expect(sections).toEqual(['Feed', 'Article', 'Topics', 'Story', 'Routes', 'Deliveries']);
    expect(stdout).toMatch(/chip_ban: sure, confidence \d+ of 100.*; rules? \S/);
    expect(stdout).toMatch(/customs_check: no, confidence \d+, needs \d+/);
    expect(stdout).not.toContain('\u001b');
  });

  test('is found by the number of its story, too', async () => {
    const { story } = await why('ban');
    const found = await cli.json<{ conclusion: string; articles: { url: string; place: { how: string } }[] }>(
      'why',
      story!.id,
    );
    expect(found.conclusion).toMatch(/^Alert for route everything: delivered to terminal/);
    expect(found.articles.find((article) => article.url === `${base}/ban`)).toMatchObject({
      place: { how: 'opened' },
    });
    const { stdout } = await cli.run('why', story!.id);
    expect(stdout).toMatch(/Reports\n(?: .*\n)* {2}Example.* Daily: US bans/);
  });
});

describe('an article that did not alert', () => {
  test('matched no topic: why says by how much each topic was missed', async () => {
    const found = await why('cake');
    expect(found.conclusion).toMatch(/^Not alerted: no topic matched/);
    expect(found.topics.length).toBeGreaterThanOrEqual(3);
    for (const topic of found.topics) {
      expect(topic.matched).toBeUndefined();
      expect(topic.today!.confidence).toBeLessThan(topic.today!.needs);
    }
    expect(found.topics.flatMap((topic) => topic.today!.misses).join('\n')).toMatch(/names none of|lacks/);
    expect(found.story).toBeUndefined();
  });

  test.each([
    ['silenced', /hidden by silence \d+ \(trade fair\), until 2090-01-01 00:00 UTC\.$/],
    ['advertorial', /^Not alerted: it was not read: title matches feeds\.ignoreTitles\.$/],
    ['old', /^Not alerted: it was too old when its feed first showed it/],
    ['broken', /^Not decided: the page answered 503 \(one failed try\); the next try is due at /],
  ])('%s: %s', async (slug, says) => {
    expect((await why(slug)).conclusion).toMatch(says);
  });

  test('a page that robots.txt forbids was read from the feed, and it says so', async () => {
    const [sighting] = (await why('private/members')).sightings;
    expect(sighting?.outcome).toBe(`read from the feed: ${base}/robots.txt disallows it`);
  });

  test('a channel that refuses: given up, sent again, delivered', async () => {
    await cli.db
      .updateTable('deliveries')
      .set({ state: 'pending', due_at: new Date(), leased_until: null })
      .where('id', '=', (await deliveryOf('ban')).id)
      .execute();
    outcome = { status: 'refused', reason: '404 Not Found' };
    await deliverDue();
    const dead = await why('ban');
    expect(dead.conclusion).toMatch(
      /given up on terminal at .*\(404 Not Found\); "deliveries retry [0-9a-f]{8}" sends it again\.$/,
    );
    const [, id] = /deliveries retry ([0-9a-f]+)/.exec(dead.conclusion) ?? [];
    await cli.run('deliveries', 'retry', id!);
    outcome = { status: 'retry', reason: '503 Service Unavailable' };
    await deliverDue();
    expect((await why('ban')).conclusion).toMatch(
      /waits for terminal until .*; one attempt so far \(503 Service Unavailable\)\.$/,
    );
    expect((await deliveryOf('ban')).tries.map((one) => one.answer)).toEqual([
      '204 No Content',
      '404 Not Found',
      '503 Service Unavailable',
    ]);
    expect((await cli.run('why', `${base}/ban`)).stdout).toMatch(
      /Ledger\n .*delivery\.revived answer: 404 Not Found, attempts: \d+/,
    );
  });
});

describe('an address that was never seen', () => {
  interface Unseen {
    kind: string;
    conclusion: string;
    feeds: { url: string; status: string }[];
  }

  test('names the feeds of its site, and exits with 3', async () => {
    const found = await cli.json<Unseen>('why', `${base}/never`);
    expect(found).toMatchObject({
      kind: 'unseen',
      conclusion: expect.stringMatching(
        /^Never seen: the feeds of 127\.0\.0\.1 that are watched did not list it/,
      ),
      feeds: [{ url: `${base}/feed.xml`, status: 'active' }],
    });
    const { code, stdout } = await cli.run('why', `${base}/never`);
    expect(code).toBe(3);
    expect(stdout).toMatch(/last polled \d{4}-/);
  });

  test('of a site that is not watched, a feed’s own, and none at all', async () => {
    expect((await cli.json<Unseen>('why', 'https://else.example/a')).conclusion).toMatch(
      /no feed of else\.example is watched\. To watch one: .* https:\/\/else\.example\/$/,
    );
    expect((await cli.json<Unseen>('why', `${base}/feed.xml`)).conclusion).toMatch(/address of a feed/);
    expect((await cli.json<Unseen>('why', 'what?')).conclusion).toMatch(/neither an address nor the number/);
    expect(await cli.run('why', '999999')).toMatchObject({ code: 3, stdout: '' });
  });

  test('may have been lost in a gap, or be missing because the feed is paused', async () => {
    await cli.db.updateTable('feeds').set({ gaps: 2, last_gap_at: new Date() }).execute();
    expect((await cli.json<Unseen>('why', `${base}/never`)).conclusion).toMatch(
      /may have been lost between two polls/,
    );
    await cli.run('feeds', 'pause', `${base}/feed.xml`);
    const paused = await cli.json<Unseen>('why', `${base}/never`);
    expect(paused.conclusion).toBe('Never seen: no feed of 127.0.0.1 is being read at the moment.');
    expect((await cli.run('why', `${base}/never`)).stdout).toContain('(it is paused)');
  });
});
