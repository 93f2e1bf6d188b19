import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Channel, SendOutcome } from '../../src/io/channels/channel.ts';
import { writeRobots } from '../../src/io/store/hosts/stored-robots.ts';
import { claimSlot } from '../../src/io/store/hosts/claim-slots.ts';
import { claimHop } from '../../src/io/store/hosts/hosts.ts';
import { refuseHost } from '../../src/io/store/hosts/rest-host.ts';
import { repairAfterClockJump } from '../../src/io/store/backup/repair-due-times.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { readinessOf } from '../../src/pipeline/deliveries/channel-admission.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { robotsOf } from '../../src/pipeline/fetching/obey-robots.ts';
import { isPushed } from '../../src/pipeline/feeds/schedule-feed.ts';
import { keepSubscribed } from '../../src/pipeline/feeds/subscribe-hub.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import { runNightly } from '../../src/service/run-nightly.ts';
import { readChannel } from '../support/one-delivery.ts';
import { insertAlerts } from '../support/deliver-rows.ts';
import { type PollBench, pollBench, rssOf } from '../support/poll-step.ts';
import { type ScriptedServer, scriptedServer } from '../support/scripted-server.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOW = new Date('2026-03-02T08:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const never = new AbortController().signal;
const ahead = (ms: number) => new Date(NOW.getTime() + ms);

let bench: PollBench;
let outlet: ScriptedServer;
let status = 200;
let hubAsked = 0;
const queued: string[] = [];

beforeAll(async () => {
  bench = await pollBench();
  outlet = await scriptedServer(({ path }, base) => {
    if (path === '/hub') {
      hubAsked += 1;
      return { status: 202 };
    }
    if (path === '/robots.txt') return { body: 'User-agent: *\nDisallow: /private' };
    if (path.endsWith('.xml'))
      return {
        status,
        headers: { 'content-type': 'application/rss+xml' },
        body: rssOf([{ title: 'Report', link: `${base}/report.html` }]),
      };
    return { status: 503 };
  });
});
afterAll(async () => {
  await outlet[Symbol.asyncDispose]();
  await bench[Symbol.asyncDispose]();
});
beforeEach(async () => {
  status = 200;
  queued.length = 0;
  await sql`TRUNCATE feeds, items, stories, articles, channels, hosts, deliveries, delivery_alerts, alerts, alert_topics, nightly CASCADE`.execute(
    bench.pipeline.db,
  );
});

/** The jobs that a sweep puts into the queue now. */
async function due(pipeline: Pipeline, name: 'feeds' | 'articles' | 'deliveries'): Promise<string[]> {
  const jobs: string[] = [];
  const queues = {
    enqueue: async (_name: string, added: readonly { id: string }[]) => {
      jobs.push(...added.map(({ id }) => id));
    },
  };
  await sweeps[name]({ ...pipeline, queues });
  return jobs;
}

// A jump as large as in the report of the fault, and shorter than a feed may rest by itself.
test.each([
  ['400 days', 400 * DAY],
  ['three days', 3 * DAY],
])(
  'feeds and items that were postponed by a clock %s ahead are due when it is right again',
  async (_, by) => {
    const step = await bench.watch(`${outlet.url}/feed-${by}.xml`);
    await step.poll(ahead(by));
    bench.setClock(ahead(by));
    const { id } = await bench.pipeline.db.selectFrom('items').select('id').executeTakeFirstOrThrow();
    await ingestItem(bench.pipeline, id, never);
    status = 500;
    for (let failure = 0; failure < 4; failure += 1) await step.poll(ahead(by + failure));
    bench.setClock(NOW);
    await repairAfterClockJump(bench.pipeline.db, NOW, 43_200);
    expect(await due(bench.pipeline, 'feeds')).toEqual([`feed-${step.id}`]);
    expect(await due(bench.pipeline, 'articles')).toEqual([`item-${id}`]);
  },
);

test('a publishing profile from the future is discarded: the feed is polled like a new one', async () => {
  const step = await bench.watch(`${outlet.url}/feed.xml`);
  await step.poll(ahead(400 * DAY));
  const first = await step.poll(NOW);
  expect(first.next_poll_at.getTime()).toBeLessThan(ahead(6 * HOUR).getTime());
});

function pipelineWith(outcome: SendOutcome, everyMs?: number): Pipeline {
  const channel: Channel = { kind: 'webhook', name: 'hook', maxStories: 10, send: async () => outcome };
  const pace = everyMs === undefined ? undefined : { burst: 1, everyMs };
  return { ...bench.pipeline, channels: new Map([['hook', { channel, pace }]]) };
}

test.each<[string, SendOutcome]>([
  ['a breaker that opened', { status: 'retry', reason: 'HTTP 503' }],
  ['a pause that was asked for', { status: 'retry', reason: 'HTTP 429', retryAfterMs: HOUR }],
])('%s while the clock was ahead delays nothing afterwards', async (_, outcome) => {
  const { db } = bench.pipeline;
  await insertAlerts(db, { count: 6, dueAt: NOW });
  const ids = (await db.selectFrom('deliveries').select('id').execute()).map(({ id }) => id);
  bench.setClock(ahead(400 * DAY));
  for (const id of ids) await deliverAlert(pipelineWith(outcome), id, never);
  bench.setClock(NOW);
  expect(readinessOf(await readChannel(db, 'hook'), NOW)).not.toBe('resting');
  await due(bench.pipeline, 'deliveries');
  const works = pipelineWith({ status: 'delivered', answer: '204' });
  for (const id of ids) await deliverAlert(works, id, never);
  const rows = await db.selectFrom('deliveries').select('state').execute();
  expect(rows.map(({ state }) => state)).toEqual(ids.map(() => 'delivered'));
});

test('a rate limit that was reached while the clock was ahead delays nothing afterwards', async () => {
  const { db } = bench.pipeline;
  await insertAlerts(db, { count: 2, dueAt: NOW });
  const [first, second] = (await db.selectFrom('deliveries').select('id').execute()).map(({ id }) => id);
  const works = pipelineWith({ status: 'delivered', answer: '204' }, 1_000);
  bench.setClock(ahead(400 * DAY));
  await deliverAlert(works, first!, never);
  bench.setClock(NOW);
  await deliverAlert(works, second!, never);
  const rows = await db.selectFrom('deliveries').select('state').execute();
  expect(rows.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
});

test('a delivery is not given up because the clock was ahead for a moment', async () => {
  const { db } = bench.pipeline;
  await insertAlerts(db, { count: 1, dueAt: NOW });
  const { id } = await db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow();
  const fails = pipelineWith({ status: 'retry', reason: 'HTTP 500', retryAfterMs: 1 });
  bench.setClock(NOW);
  await deliverAlert(fails, id, never);
  bench.setClock(ahead(400 * DAY));
  await deliverAlert(fails, id, never);
  expect(await db.selectFrom('deliveries').select('state').executeTakeFirstOrThrow()).toEqual({
    state: 'pending',
  });
});

test('hosts that were postponed by a rest, a queue or a slot can be requested when the clock is right again', async () => {
  const { db } = bench.pipeline;
  const limits = { concurrency: 1, spacingMs: 0, leaseMs: 20_000, patienceMs: 0 };
  await claimSlot(db, 'a.example', 'before', limits);
  const later = sql`now() + interval '400 days'`;
  await sql`UPDATE hosts SET next_slot_at = ${later}, tail_at = ${later},
    leases = jsonb_build_object('before', extract(epoch FROM ${later}))`.execute(db);
  expect(await claimSlot(db, 'a.example', 'after', limits)).toMatchObject({ granted: true });
  const sent = await claimSlot(db, 'a.example', 'another', limits);
  expect(sent.granted).toBe(false);
  expect(sent.waitMs).toBeLessThanOrEqual(HOUR);

  await sql`UPDATE hosts SET next_slot_at = ${later}`.execute(db);
  const hop = await claimHop(db, 'a.example', { spacingMs: 0, patienceMs: 0, longestMs: 60_000 });
  expect(hop).toMatchObject({ granted: true, waitMs: 0 });
  await sql`UPDATE hosts SET next_slot_at = ${later}`.execute(db);
  await refuseHost(db, 'a.example', { askedMs: 1_000, longestMs: 0 });
  expect((await claimSlot(db, 'a.example', 'rested', limits)).waitMs).toBeLessThanOrEqual(1_000);
});

test('a robots.txt that was fetched in the future is fetched again', async () => {
  const { host } = new URL(outlet.url);
  const stale = {
    rules: { rules: [{ allow: false, path: '/' }], sitemaps: [] },
    expiresAt: ahead(401 * DAY),
  };
  await writeRobots(bench.pipeline.db, host, stale as never);
  bench.setClock(NOW);
  const robots = await robotsOf(bench.pipeline, `${outlet.url}/report.html`, never);
  if ('at' in robots) throw new Error('the host was busy');
  expect(JSON.stringify(robots.rules)).toContain('/private');
});

test('a hub’s lease and dates from the future are ignored', async () => {
  const step = await bench.watch(`${outlet.url}/hub.xml`);
  await bench.pipeline.db
    .updateTable('feeds')
    .set({
      hub_url: `${outlet.url}/hub`,
      topic_url: `${outlet.url}/hub.xml`,
      hub_token: 'token',
      hub_secret: 'secret',
      hub_due_at: ahead(407 * DAY),
      hub_lease_until: ahead(410 * DAY),
    })
    .execute();
  bench.setClock(NOW);
  const feed = await step.feed();
  expect(isPushed(feed, NOW)).toBe(false);
  hubAsked = 0;
  const { settings } = bench.pipeline;
  const pipeline = { ...bench.pipeline, settings: { ...settings, publicUrl: 'http://watch.example' } };
  await keepSubscribed(pipeline, feed, never);
  expect(hubAsked).toBe(1);
});

test('nothing is removed at night by a clock that has jumped', async () => {
  const runs: string[] = [];
  const tasks = {
    async retention() {
      runs.push('retention');
      return {};
    },
  };
  const { db } = bench.pipeline;
  const night = new Date(2026, 2, 2, 3, 0, 0);
  await sql`INSERT INTO nightly (task, ran_at) VALUES ('retention', ${new Date(night.getTime() - DAY)})`.execute(
    db,
  );
  const look = async (now: Date) => {
    const stop = runNightly({ ...bench.pipeline, now: () => now }, tasks);
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop();
  };
  await look(new Date(night.getTime() + 400 * DAY));
  expect(runs).toEqual([]);
  await look(night);
  expect(runs).toEqual(['retention']);
});
