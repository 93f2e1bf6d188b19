import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChannel } from '../support/one-delivery.ts';
import { dueDeliveries, leaseDeliveries } from '../../src/io/store/deliveries/deliveries.ts';
import { markAllDelivered } from '../../src/io/store/deliveries/delivery-attempts.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { runWithSemaphore, createSemaphore } from '../../src/pipeline/semaphore.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import type { AlertMessage } from '../../src/core/messages/message.ts';
import type { Channel } from '../../src/io/channels/channel.ts';
import { statementsOf } from '../support/count-statements.ts';
import { insertAlerts } from '../support/deliver-rows.ts';
import { type PollBench, pollBench } from '../support/poll-step.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const never = new AbortController().signal;
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1_000);

let bench: PollBench;
beforeAll(async () => {
  bench = await pollBench();
  bench.setClock(AT);
});
afterAll(() => bench[Symbol.asyncDispose]());

async function insert(name: string, count: number, channel = name): Promise<string[]> {
  await insertAlerts(bench.pipeline.db, { count, name, route: name, channels: [channel], dueAt: AT });
  const { db } = bench.pipeline;
  const rows = await db.selectFrom('deliveries').select('id').where('route', '=', name).execute();
  return rows.map(({ id }) => id);
}

/**
 * A receiver that responds to four requests at a time, as many as a channel sends, so that the load is full on any
 * machine.
 */
function inFours(name: string): { channel: Channel; sent: AlertMessage[] } {
  const sent: AlertMessage[] = [];
  let open: (() => void)[] = [];
  return {
    sent,
    channel: {
      name,
      kind: 'test',
      maxStories: 1,
      async send(message) {
        sent.push(message);
        await new Promise<void>((resolve) => {
          open.push(resolve);
          if (open.length < 4) return;
          for (const go of open) go();
          open = [];
        });
        return { status: 'delivered', answer: message.stories[0]!.title };
      },
    },
  };
}

test('a delivery takes two statements at full load, and each is recorded separately', async () => {
  const { db } = bench.pipeline;
  const ids = await insert('full', 64);
  const { channel, sent } = inFours('full');
  const pipeline = { ...bench.pipeline, channels: new Map([['full', { channel, pace: undefined }]]) };
  const semaphore = createSemaphore(8);
  const seen = await statementsOf(() =>
    runWithSemaphore(ids, semaphore, never, (id) => deliverAlert(pipeline, id, never)),
  );
  console.log(`statements a delivery: ${(seen.length / ids.length).toFixed(2)}`);
  expect(seen.length / ids.length).toBeLessThanOrEqual(2);
  expect(sent.map(({ idempotencyKey }) => idempotencyKey).toSorted()).toEqual(ids.toSorted());
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('ledger', 'ledger.delivery_id', 'deliveries.id')
    .innerJoin('delivery_alerts', 'delivery_alerts.delivery_id', 'deliveries.id')
    .innerJoin('alerts', 'alerts.id', 'delivery_alerts.alert_id')
    .innerJoin('articles', 'articles.id', 'alerts.article_id')
    .where('deliveries.route', '=', 'full')
    .select(['deliveries.state', 'deliveries.attempts', 'answer', 'articles.title', 'ledger.event', 'detail'])
    .execute();
  expect(rows).toHaveLength(ids.length);
  for (const { title, answer, ...row } of rows) {
    expect(answer).toBe(title);
    expect(row).toMatchObject({
      state: 'delivered',
      attempts: 1,
      event: 'attempt',
      detail: { attempt: 1, outcome: 'delivered', answer },
    });
  }
  expect(await readChannel(db, 'full')).toEqual({ breaker: {}, pacing: {} });
});

test('a repeated record is logged once, and a delivery of another worker is not leased', async () => {
  const { db } = bench.pipeline;
  const ids = await insert('again', 3);
  const terms = { now: AT, seconds: 60, mayTakeOver: true, longestSeconds: 60 };
  const first = await leaseDeliveries(db, ids.slice(0, 2), terms);
  expect([...first.keys()].toSorted()).toEqual(ids.slice(0, 2).toSorted());
  expect([...(await leaseDeliveries(db, ids, terms)).keys()]).toEqual(ids.slice(2));
  const all = [...first.values()].map((lease) => ({
    lease,
    attempt: { outcome: 'delivered', answer: '', at: AT, ms: 1 } as const,
  }));
  await markAllDelivered(db, all.slice(0, 1));
  await markAllDelivered(db, all);
  const told = await db.selectFrom('ledger').select('delivery_id').where('delivery_id', 'in', ids).execute();
  expect(told.map(({ delivery_id }) => delivery_id).toSorted()).toEqual([...first.keys()].toSorted());
  await db.updateTable('deliveries').set({ state: 'dead' }).where('route', '=', 'again').execute();
});

test('a record that the server loses is written again, and meanwhile the delivery is not sent again', async () => {
  const { db } = bench.pipeline;
  const [id] = (await insert('crashed', 1)) as [string];
  // The first record is not there when it should be on the disk, as after a crash of the server.
  await sql`CREATE SEQUENCE records`.execute(db);
  await sql`
    CREATE FUNCTION lose_first() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.state = 'delivered' AND nextval('records') = 1 THEN
        NEW.state := 'pending'; NEW.leased_until := NULL;
      END IF;
      RETURN NEW;
    END $$`.execute(db);
  await sql`CREATE TRIGGER lose_first BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION lose_first()`.execute(
    db,
  );
  const sent: string[] = [];
  const channel: Channel = {
    name: 'crashed',
    kind: 'test',
    maxStories: 1,
    async send({ idempotencyKey }) {
      sent.push(idempotencyKey);
      return { status: 'delivered', answer: '' };
    },
  };
  const pipeline = { ...bench.pipeline, channels: new Map([['crashed', { channel, pace: undefined }]]) };
  const state = async () =>
    (await db.selectFrom('deliveries').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;
  await deliverAlert(pipeline, id, never);
  expect(await state()).toBe('pending');
  await deliverAlert(pipeline, id, never);
  await expect.poll(state).toBe('delivered');
  expect(sent).toEqual([id]);
  await sql`DROP TRIGGER lose_first ON deliveries`.execute(db);
});

test('a sweep queues a delivery again when its job seems lost, and no more than the queue’s limit', async () => {
  const { db } = bench.pipeline;
  const ids = await insert('swept', 70);
  const jobs: { readonly id: string; readonly payload: { deliveryId: string; more?: string[] } }[] = [];
  const queues = {
    enqueue: async (_name: string, added: readonly unknown[]) => void jobs.push(...(added as typeof jobs)),
  };
  const sweep = async (at: Date) => {
    jobs.length = 0;
    await sweeps.deliveries({ ...bench.pipeline, queues, now: () => at });
    return jobs.flatMap(({ payload }) => [payload.deliveryId, ...(payload.more ?? [])]).toSorted();
  };
  expect(await sweep(AT)).toEqual(ids.toSorted());
  expect(jobs.map(({ payload }) => 1 + (payload.more?.length ?? 0))).toEqual([35, 35]);
  expect(await sweep(later(5))).toEqual([]);
  const [one] = ids as [string];
  await leaseDeliveries(db, [one], { now: later(5), seconds: 1, mayTakeOver: true, longestSeconds: 90 });
  expect(await sweep(later(7))).toEqual([one]);
  expect(await sweep(later(16))).toEqual(ids.filter((id) => id !== one).toSorted());
  // The instant was set by a clock that ran ahead, so it is ignored.
  await db
    .updateTable('deliveries')
    .set({ queued_until: later(86_400) })
    .execute();
  expect(await sweep(later(16))).toEqual(ids.toSorted());
  const probed = { limit: 10, resting: [], probed: ['swept'], queuedSeconds: 15 };
  expect(await dueDeliveries(db, later(17), probed)).toHaveLength(1);
});
