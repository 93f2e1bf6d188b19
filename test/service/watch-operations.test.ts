import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleText } from '../../src/core/messages/console-text.ts';
import { channelTemplates } from '../../src/core/messages/template.ts';
import type { Channel } from '../../src/io/channels/channel.ts';
import { createConsoleChannel } from '../../src/io/channels/console-channel.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { examineRecord } from '../../src/service/doctor/examine-record.ts';
import { notifyIncidents } from '../../src/service/watch-operations.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** One check by one process; returns what its channel has printed since the last one. */
function watcher() {
  const stream = new PassThrough();
  const away = { told: false };
  const parts = {
    db: database.db,
    channel: createConsoleChannel(
      { name: 'ops' },
      (message, colour) => consoleText(message, channelTemplates(undefined), colour),
      stream,
      false,
    ),
    log: pino({ level: 'silent' }),
    examine: (now: Date) => examineRecord(database.db, undefined, now),
  };
  return {
    async look(examine = parts.examine, channel: Channel = parts.channel) {
      await notifyIncidents({ ...parts, channel, examine }, away, new Date());
      return String((stream.read() as Buffer | null) ?? '');
    },
  };
}

async function reach(reached: boolean) {
  const now = new Date();
  await database.db
    .updateTable('feeds')
    .set({ polled_at: now, next_poll_at: now, succeeded_at: now, fetch_error: reached ? null : 'dns' })
    .execute();
}

test('the operator is alerted once when the network fails, and once when it is back, by several processes', async () => {
  const [one, other] = [watcher(), watcher()];
  await addFeeds(
    database.db,
    [1, 2, 3].map((n) => ({ url: `https://o${n}.example/f`, outlet: `o${n}`, origin: 'config' as const })),
  );
  await reach(true);
  expect(await one.look()).toBe('');
  await reach(false);
  const begun = await one.look();
  expect(begun).toMatch(/chipwatch: polls: needs you[\s\S]*3 feeds active: 3 unreachable/);
  expect(await one.look()).toBe('');
  expect(await other.look()).toBe('');
  await reach(true);
  expect(await other.look()).toMatch(/chipwatch: polls: over/);
  expect(await one.look()).toBe('');
});

test('a message that could not be sent is sent at the next check, whether it opens or closes an incident', async () => {
  const one = watcher();
  const refused: string[] = [];
  const away: Channel = {
    kind: 'webhook',
    name: 'ops',
    maxStories: 1,
    async send({ subject }) {
      refused.push(subject);
      return { status: 'retry', reason: 'connection refused' };
    },
  };
  const bad = async () => [{ what: 'disk', state: 'bad' as const, says: '3 % free' }];
  const good = async () => [{ what: 'disk', state: 'ok' as const, says: '40 % free' }];
  expect(await one.look(bad, away)).toBe('');
  expect(await one.look(bad)).toMatch(/disk: needs you/);
  expect(await one.look(good, away)).toBe('');
  expect(await one.look(good)).toMatch(/disk: over/);
  expect(await one.look(good)).toBe('');
  expect(refused).toEqual(['chipwatch: disk: needs you', 'chipwatch: disk: over']);
});

test('a channel that accepts nothing is reported half an hour later, long before an alert is dead', async () => {
  const one = watcher();
  const half = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const plan = (subject: string, planned_at: Date, held_for: 'digest' | null) =>
    database.db
      .insertInto('deliveries')
      .values({
        id: randomUUID(),
        route: 'all',
        channel: 'desk',
        kind: 'alert',
        subject,
        held_for,
        due_at: new Date(),
        planned_at,
        created_at: half(90),
        answer: 'no connection: hook.example refuses connections: no server listens there',
      })
      .execute();
  await plan('fresh', half(20), null);
  await plan('held', half(-60), 'digest');
  expect(await one.look()).toBe('');
  await plan('late', half(40), null);
  expect(await one.look()).toMatch(
    /deliveries: needs you[\s\S]*3 waiting, 0 dead; waiting for more than half an hour: 1 to desk \(no connection/,
  );
  await database.db.updateTable('deliveries').set({ state: 'delivered' }).execute();
  expect(await one.look()).toMatch(/deliveries: over/);
});

test('a message that some of its recipients refused is reported for a day', async () => {
  const one = watcher();
  const sent = (subject: string, hoursAgo: number, refused: string | null) => {
    const at = new Date(Date.now() - hoursAgo * 3_600_000);
    return database.db
      .insertInto('deliveries')
      .values({
        id: randomUUID(),
        route: 'all',
        channel: 'mail',
        kind: 'alert',
        subject,
        state: 'delivered',
        held_for: null,
        due_at: at,
        planned_at: at,
        created_at: at,
        delivered_at: at,
        answer: '250 ok',
        refused,
      })
      .execute();
  };
  await sent('to all', 1, null);
  await sent('long ago', 30, 'ana@desk.example: 550 No such user');
  expect(await one.look()).toBe('');
  await sent('to some', 1, 'bo@desk.example: 550 No such user');
  expect(await one.look()).toMatch(
    /recipients: needs you[\s\S]*1 message of mail \(bo@desk\.example: 550 No such user\)/,
  );
  await database.db.updateTable('deliveries').set({ refused: null }).execute();
  expect(await one.look()).toMatch(/recipients: over/);
});

test('an outage of the database is reported without the database', async () => {
  const one = watcher();
  const gone = async () => {
    throw new Error('connection refused');
  };
  expect(await one.look(gone)).toMatch(/database: cannot be used[\s\S]*connection refused/);
  expect(await one.look(gone)).toBe('');
  expect(await one.look()).toMatch(/database: is back/);
});
