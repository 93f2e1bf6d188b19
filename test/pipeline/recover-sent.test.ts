import { appendFile, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Channel } from '../../src/io/channels/channel.ts';
import { openSentNotes } from '../../src/io/sent-notes.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { pendingWrites } from '../../src/pipeline/pending-writes.ts';
import { sentNoteOf } from '../../src/pipeline/deliveries/recover-sent.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import { deliveryCounts, insertAlerts } from '../support/deliver-rows.ts';
import { type PollBench, pollBench } from '../support/poll-step.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const never = new AbortController().signal;

let bench: PollBench;
let home: string;
beforeAll(async () => {
  bench = await pollBench();
  bench.setClock(AT);
});
afterAll(() => bench[Symbol.asyncDispose]());
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-test-'));
  await sql`TRUNCATE deliveries, alerts CASCADE`.execute(bench.pipeline.db);
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A process of this machine, with a receiver that takes everything. */
async function started(name: string): Promise<{ pipeline: Pipeline; sent: string[]; queued: unknown[] }> {
  const sent: string[] = [];
  const queued: unknown[] = [];
  const channel: Channel = {
    name,
    kind: 'test',
    maxStories: 1,
    async send({ idempotencyKey }) {
      sent.push(idempotencyKey);
      return { status: 'delivered', answer: 'taken' };
    },
  };
  const sentNotes = await openSentNotes([path.join(home, 'sent')]);
  const queues = { enqueue: async (_name: string, jobs: readonly unknown[]) => void queued.push(...jobs) };
  const channels = new Map([[name, { channel, pace: undefined }]]);
  return { pipeline: { ...bench.pipeline, sentNotes, channels, queues }, sent, queued };
}

async function insert(name: string, count: number): Promise<string[]> {
  const { db } = bench.pipeline;
  await insertAlerts(db, { count, name, route: name, channels: [name], dueAt: AT });
  const rows = await db.selectFrom('deliveries').select('id').where('route', '=', name).execute();
  return rows.map(({ id }) => id);
}

const attempt = { outcome: 'delivered', answer: 'taken', at: AT, ms: 12 } as const;

test('what a killed process had sent and only noted is recorded once, and not sent again', async () => {
  const { db } = bench.pipeline;
  const ids = await insert('killed', 3);
  const killed = await started('killed');
  for (const id of ids.slice(0, 2))
    killed.pipeline.sentNotes?.note(sentNoteOf({ lease: { id, attempts: 1 }, attempt }));
  const next = await started('killed');
  await Promise.all(ids.map((id) => deliverAlert(next.pipeline, id, never)));
  expect(next.sent).toEqual(ids.slice(2));
  await sweeps.deliveries(next.pipeline);
  await expect.poll(() => deliveryCounts(db)).toEqual({ pending: 0, delivered: 3, dead: 0 });
  const told = await db.selectFrom('ledger').select('detail').where('delivery_id', 'in', ids).execute();
  expect(told).toHaveLength(3);
  expect(told.map(({ detail }) => detail)).toContainEqual({
    attempt: 1,
    outcome: 'delivered',
    answer: 'taken',
    ms: 12,
  });
});

test('a sweep records what another process left, before it queues the delivery again', async () => {
  const { db } = bench.pipeline;
  const [id = ''] = await insert('left', 1);
  const living = await started('left');
  await sweeps.deliveries({ ...living.pipeline, now: () => new Date(AT.getTime() - 1_000) });
  expect(living.queued).toEqual([]);
  const killed = await started('left');
  killed.pipeline.sentNotes?.note(sentNoteOf({ lease: { id, attempts: 1 }, attempt }));
  const past = new Date(Date.now() - 60_000);
  for (const name of await readdir(path.join(home, 'sent')))
    await utimes(path.join(home, 'sent', name), past, past);
  await sweeps.deliveries(living.pipeline);
  expect(living.queued).toEqual([]);
  expect(await deliveryCounts(db)).toEqual({ pending: 0, delivered: 1, dead: 0 });
});

test('lines that are cut off, of another form or of unknown deliveries change nothing', async () => {
  const ids = await insert('damaged', 1);
  await started('damaged').then(({ pipeline }) =>
    pipeline.sentNotes?.note(sentNoteOf({ lease: { id: crypto.randomUUID(), attempts: 1 }, attempt })),
  );
  const [file = ''] = await readdir(path.join(home, 'sent'));
  const whole = sentNoteOf({ lease: { id: ids[0] as string, attempts: 1 }, attempt });
  await appendFile(path.join(home, 'sent', file), `\n${whole.slice(0, -9)}\n{}\n[1]\nnull\n\u0000\n`);
  const next = await started('damaged');
  await deliverAlert(next.pipeline, ids[0] as string, never);
  expect(next.sent).toEqual(ids);
});

test('no more answers wait in the notes than two statements record', async () => {
  const { db } = bench.pipeline;
  const ids = await insert('locked', 60);
  const { pipeline, sent } = await started('locked');
  // The first of them ends only when the record may be written.
  const release = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const holding = db.transaction().execute(async (tx) => {
    await sql`LOCK TABLE ledger IN SHARE MODE`.execute(tx);
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  let ended = 0;
  const all = ids.map((id) => deliverAlert(pipeline, id, never).then(() => (ended += 1)));
  await expect.poll(() => sent.length).toBe(60);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(ended).toBe(32);
  release.resolve();
  await holding;
  await Promise.all(all);
  await Promise.all(ids.map((id) => pendingWrites(db).of(`delivery ${id}`)));
  expect(await deliveryCounts(db)).toEqual({ pending: 0, delivered: 60, dead: 0 });
});
