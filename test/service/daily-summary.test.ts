import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isHeartbeatDue } from '../../src/core/scheduling/heartbeat.ts';
import type { Channel } from '../../src/io/channels/channel.ts';
import { lineOf } from '../../src/io/log.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { insertItem } from '../support/insert-item.ts';
import { dailySummary } from '../../src/service/daily-summary.ts';
import { examineBacklog, examineWalls } from '../../src/service/doctor/examine-record.ts';
import { notifyIncidents } from '../../src/service/watch-operations.ts';
import { insertAlerts } from '../support/deliver-rows.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const NOW = new Date(2026, 2, 3, 8, 0, 0);
const before = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

test.each([
  ['yesterday morning, and it is eight', 24, 8, true],
  ['this morning', 1, 9, false],
  ['yesterday, and it is night', 20, 3, false],
  ['two days ago, and it is night', 48, 3, true],
  ['by a clock that was ahead', -48, 9, true],
])('the daily line, last sent %s', (_, hours, hour, due) => {
  expect(isHeartbeatDue(before(hours), NOW, hour)).toBe(due);
});

test('one line a day reports what came in and what is wrong, and is retried until it is sent', async () => {
  const sent: (string | undefined)[] = [];
  let isAway = false;
  const channel: Channel = {
    kind: 'console',
    name: 'ops',
    maxStories: 1,
    async send({ note }) {
      if (isAway) return { status: 'retry', reason: 'connection refused' };
      sent.push(note);
      return { status: 'delivered', answer: '' };
    },
  };
  const parts = {
    db: database.db,
    channel,
    log: pino({ level: 'silent' }),
    heartbeat: true,
    examine: async () => [{ what: 'disk', state: 'ok' as const, says: 'fine' }],
  };
  const look = (now: Date) => notifyIncidents(parts, { told: false }, now);
  await look(before(24));
  await insertAlerts(database.db, { count: 3, dueAt: NOW });
  isAway = true;
  await look(NOW);
  expect(sent).toHaveLength(0);
  isAway = false;
  await look(NOW);
  await look(NOW);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatch(/^\d+ articles read, \d+ matched, \d+ alerts, 0 delivered\. Nothing is wrong\.$/);
  expect(await dailySummary(database.db, [{ what: 'disk', state: 'bad', says: '2 % free' }], NOW)).toContain(
    'disk: 2 % free',
  );
});

test('fresh items that wait too long and sites that show walls are reported to the operator', async () => {
  const { db } = database;
  const item = (n: number, change: Parameters<typeof insertItem>[2]) =>
    insertItem(db, `https://walled.example/${n}`, change);
  await addFeeds(db, [{ url: 'https://walled.example/feed', outlet: 'Walled', origin: 'cli' }]);
  expect(await examineBacklog(db, NOW)).toMatchObject({ state: 'ok' });
  await item(0, { due_at: before(1), backlog: true, first_seen_at: before(1) });
  expect(await examineBacklog(db, NOW)).toMatchObject({ state: 'ok' });
  await item(1, { due_at: before(1), first_seen_at: before(1) });
  expect(await examineBacklog(db, NOW)).toMatchObject({
    state: 'bad',
    says: expect.stringContaining('1 fresh item'),
  });
  for (let n = 2; n < 12; n += 1)
    await item(n, { state: 'done', page_verdict: 'bot-check', first_seen_at: before(n) });
  expect(await examineWalls(db, NOW)).toMatchObject({
    state: 'bad',
    says: expect.stringContaining('Walled'),
  });
  await db
    .updateTable('items')
    .set({ first_seen_at: before(30) })
    .execute();
  expect(await examineWalls(db, NOW)).toMatchObject({ state: 'ok' });
});

test('on a terminal a matched article is one line, and alerts stand out', () => {
  const matched = {
    event: 'article.matched',
    title: 'Ban',
    outlet: 'Daily',
    topics: ['a', 'b'],
    url: 'https://x',
  };
  expect(lineOf(matched, true)).toBe('Ban · Daily · a, b');
  expect(lineOf({ event: 'alert.delivered', msg: 'alert delivered', kind: 'alert' }, true)).toBe(
    '\u001B[1malert delivered  kind=alert\u001B[22m',
  );
  expect(lineOf({ event: 'alert.delivered', msg: 'alert delivered' }, false)).toBe('alert delivered');
  expect(lineOf({ event: 'feed.failed', msg: 'feed poll failed', feed: 'u' }, true)).toBe(
    'feed poll failed  feed=u',
  );
});
