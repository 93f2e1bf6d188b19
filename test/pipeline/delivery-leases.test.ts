import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Channel, SendOutcome } from '../../src/io/channels/channel.ts';
import { concludeAlert } from '../../src/core/why/conclude.ts';
import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import {
  type DeliveryRow,
  dueDeliveries,
  type LeasedDelivery,
} from '../../src/io/store/deliveries/deliveries.ts';
import {
  type Attempt,
  buryDelivery,
  notePartSent,
  postponeDelivery,
} from '../../src/io/store/deliveries/delivery-attempts.ts';
import { alertsOf } from '../../src/io/store/why.ts';
import { takeSendSlot } from '../../src/pipeline/deliveries/send-slots.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type FaultyReceiver, faultyReceiver } from '../support/deliver-receiver.ts';
import { insertAlerts } from '../support/deliver-rows.ts';
import { leaseDelivery, markDelivered, readChannel } from '../support/one-delivery.ts';

const DAY = 86_400_000;
const start = new Date('2026-11-22T07:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);
const never = new AbortController().signal;

let database: TestDatabase;
let receiver: FaultyReceiver;
let webhook: Channel;
let inserted = 0;

beforeAll(async () => {
  database = await testDatabase();
  receiver = await faultyReceiver();
  webhook = openChannel({
    kind: 'webhook',
    name: 'hook',
    url: receiver.url('/'),
    timeoutSeconds: 30,
  });
});
beforeEach(async () => {
  await database.db.deleteFrom('channels').execute();
  receiver.behave(() => ({ status: 204 }));
});
afterAll(async () => {
  await webhook.close?.();
  await receiver[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** Creates a delivery that is due and returns its id. */
async function insert(channel = 'hook'): Promise<string> {
  inserted += 1;
  const route = `route-${inserted}`;
  await insertAlerts(database.db, {
    count: 1,
    name: String(inserted),
    route,
    channels: [channel],
    dueAt: start,
  });
  const { id } = await database.db
    .selectFrom('deliveries')
    .select('id')
    .where('route', '=', route)
    .executeTakeFirstOrThrow();
  return id;
}

function rowOf(id: string): Promise<DeliveryRow> {
  return database.db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function triesOf(id: string): Promise<Record<string, unknown>[]> {
  const rows = await database.db
    .selectFrom('ledger')
    .select('detail')
    .where('delivery_id', '=', id)
    .where('event', '=', 'attempt')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.detail);
}

function pipelineAt(now: Date, channel: Channel = webhook): Pipeline {
  const unused = () => Promise.reject(new Error('a delivery reads no page'));
  return {
    db: database.db,
    queues: { enqueue: unused },
    source: { fetch: unused },
    reader: { readFeed: unused, readArticle: unused },
    channels: new Map([[channel.name, { channel, pace: undefined }]]),
    settings: { routes: [], lease: 90, publicUrl: undefined },
    log: pino({ level: 'silent' }),
    now: () => now,
    random: () => 0.5,
  } as unknown as Pipeline;
}

function tried(outcome: Attempt['outcome'], part?: number): Attempt & { part: number } {
  return { outcome, answer: `late ${outcome}`, at: start, ms: 1, part: part ?? 1 };
}

/** A worker whose lease has expired, and the worker that has taken over its delivery. */
async function overtaken(id: string): Promise<{ late: LeasedDelivery; current: LeasedDelivery }> {
  const late = await leaseDelivery(database.db, id, start, 60);
  expect(await leaseDelivery(database.db, id, later(59_000), 60)).toBeUndefined();
  const current = await leaseDelivery(database.db, id, later(61_000), 60);
  return { late: late!, current: current! };
}

test('a worker that lost its lease neither postpones nor ends a delivery that another is sending', async () => {
  const id = await insert();
  const { late, current } = await overtaken(id);
  await postponeDelivery(database.db, late, tried('retry'), later(DAY));
  await buryDelivery(database.db, late, tried('refused'));
  expect(await rowOf(id)).toMatchObject(current);
  await buryDelivery(database.db, current, tried('refused'));
  expect(await rowOf(id)).toMatchObject({ state: 'dead' });
  // Its attempt is recorded all the same.
  expect((await triesOf(id)).map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [1, 'retry'],
    [1, 'refused'],
    [2, 'refused'],
  ]);
});

test('a delivery that a late worker sent counts as delivered', async () => {
  const id = await insert();
  const { late, current } = await overtaken(id);
  await markDelivered(database.db, late, tried('delivered'));
  await postponeDelivery(database.db, current, tried('retry'), later(DAY));
  expect(await rowOf(id)).toMatchObject({ state: 'delivered', answer: 'late delivered' });
});

test('a late worker skips no part for the one that took over', async () => {
  const id = await insert();
  const { late, current } = await overtaken(id);
  await notePartSent(database.db, current, tried('delivered', 1));
  await notePartSent(database.db, late, tried('delivered', 1));
  expect((await rowOf(id)).parts_sent).toBe(1);
});

test('stopped while it waits for the response: the next worker sends at once, and it is no failure of the channel', async () => {
  const id = await insert();
  receiver.behave(() => 'silence');
  const stop = new AbortController();
  const seen = receiver.requests.length;
  const delivering = deliverAlert(pipelineAt(start), id, stop.signal);
  await expect.poll(() => receiver.requests.length, { timeout: 20_000 }).toBe(seen + 1);
  stop.abort();
  await delivering;
  expect(await rowOf(id)).toMatchObject({ state: 'pending', due_at: start, leased_until: null });
  expect(await readChannel(database.db, 'hook')).toEqual({ breaker: {}, pacing: {} });
  expect(await triesOf(id)).toMatchObject([{ outcome: 'retry', answer: 'stopped before an answer came' }]);
});

test.each([
  ['just within three days', 3 * DAY - 1, 'pending', 'HTTP 503'],
  [
    'after three days',
    3 * DAY,
    'dead',
    'not delivered in three days and 2 attempts; the last answer: HTTP 503',
  ],
])('fails %s', async (_, ms, state, answer) => {
  const id = await insert();
  receiver.behave(() => ({ status: 503 }));
  await deliverAlert(pipelineAt(start), id, never);
  expect(await rowOf(id)).toMatchObject({ state: 'pending', attempts: 1 });
  await deliverAlert(pipelineAt(later(ms)), id, never);
  expect(await rowOf(id)).toMatchObject({ state, answer, attempts: 2 });
});

test('a channel that the configuration no longer has', async () => {
  const id = await insert('lost');
  await deliverAlert(pipelineAt(start), id, never);
  const answer = 'the configuration has no channel "lost" any more';
  expect(await rowOf(id)).toMatchObject({ state: 'pending', answer });
  expect(await triesOf(id)).toMatchObject([{ outcome: 'retry', answer }]);
});

test('an unexpected error counts as one attempt', async () => {
  const id = await insert();
  const broken: Channel = {
    name: 'hook',
    kind: 'webhook',
    maxStories: 1,
    send: () => Promise.reject(new TypeError('x is not a function')),
  };
  await deliverAlert(pipelineAt(start, broken), id, never);
  expect(await rowOf(id)).toMatchObject({ state: 'pending', attempts: 1, leased_until: null });
  expect((await rowOf(id)).due_at.getTime()).toBeGreaterThan(start.getTime());
  expect(await triesOf(id)).toMatchObject([{ answer: 'unexpected error: x is not a function' }]);
});

test('a delivery that ended three processes waits unsent; that is no attempt, and the reason is shown', async () => {
  const id = await insert();
  const sent = receiver.requests.length;
  for (let death = 0; death < 3; death += 1)
    expect(await leaseDelivery(database.db, id, later(death * 61_000), 60)).toBeDefined();
  const now = later(3 * 61_000);
  await deliverAlert(pipelineAt(now), id, never);
  expect(receiver.requests).toHaveLength(sent);
  const row = await rowOf(id);
  expect(row).toMatchObject({ state: 'pending', attempts: 3, started: 0, leased_until: null });
  expect(row.due_at.getTime()).toBeGreaterThan(now.getTime());
  expect(await triesOf(id)).toEqual([]);
  const { story_id: storyId } = await database.db
    .selectFrom('alerts')
    .select('story_id')
    .where('route', '=', row.route)
    .executeTakeFirstOrThrow();
  const [alert] = await alertsOf(database.db, { storyId });
  expect(concludeAlert(alert!, now)).toMatch(
    /waits for hook until .*; 3 attempts so far \(the process ended 3 times while it was being sent\)\.$/,
  );
  // The next process starts with no attempt used up.
  await deliverAlert(pipelineAt(row.due_at), id, never);
  expect(receiver.requests).toHaveLength(sent + 1);
  expect(await rowOf(id)).toMatchObject({ state: 'delivered', attempts: 4 });
  expect(await triesOf(id)).toMatchObject([{ attempt: 4, outcome: 'delivered' }]);
});

test('channels take turns; resting channels get none, and a probed one gets one', async () => {
  const { db } = database;
  const channels = ['crowded', 'quick', 'resting', 'probed'];
  const ids: Record<string, string[]> = {};
  for (const channel of channels) {
    ids[channel] = [];
    for (let i = 0; i < 3; i++) ids[channel].push(await insert(channel));
  }
  const channelOf = new Map(Object.entries(ids).flatMap(([name, own]) => own.map((id) => [id, name])));
  const due = await dueDeliveries(db, start, {
    limit: 1_000,
    resting: ['resting', 'hook', 'lost'],
    probed: ['probed'],
  });
  const order = due.map((id) => channelOf.get(id));
  expect(order.slice(0, 3).sort()).toEqual(['crowded', 'probed', 'quick']);
  expect(order.slice(3).sort()).toEqual(['crowded', 'crowded', 'quick', 'quick']);
  expect(new Set(order.slice(3, 5))).toEqual(new Set(['crowded', 'quick']));
});

test('a channel has four send slots; the fifth send waits for one, but not for slow ones', async () => {
  const outcome: SendOutcome = { status: 'delivered', answer: '' };
  const channel: Channel = { name: 'lines', kind: 'test', maxStories: 1, send: async () => outcome };
  const releases = await Promise.all(Array.from({ length: 4 }, () => takeSendSlot(channel)));
  const fifth = takeSendSlot(channel);
  const sixth = takeSendSlot(channel);
  releases[0]!();
  const release = await fifth;
  expect(release).toBeDefined();
  expect(await sixth).toBeUndefined();
  await pause(1_100);
  expect(await takeSendSlot(channel)).toBeUndefined();
  release!();
  expect(await takeSendSlot(channel)).toBeDefined();
});
