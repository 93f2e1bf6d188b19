import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelConfigSchema } from '../../src/core/alerts/channel-config.ts';
import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import { examineDeliveries } from '../../src/service/doctor/examine-deliveries.ts';
import { notifyIncidents } from '../../src/service/watch-operations.ts';
import { channelAt, KINDS } from '../io/channels/channel-at.ts';
import { SERVICES } from '../io/channels/fake-services.ts';
import { type Loopback, loopback } from '../io/channels/loopback.ts';
import { type Mailbox, mailServer } from '../io/channels/mail-server.ts';
import { backends } from '../support/backends.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { insertAlerts } from '../support/deliver-rows.ts';
import { type RunningPipeline, runPipeline } from '../support/run-pipeline.ts';

const SECOND = 1_000;
const wait = { timeout: 20_000, interval: 50 };

describe.each(backends)('channels that accept nothing, queues on $name', ({ redisUrl }) => {
  let database: TestDatabase;
  let running: RunningPipeline;
  let operator: Loopback;
  let mailbox: Mailbox;
  let isDead = false;
  const services: Loopback[] = [];
  let skipped = 0;
  const now = () => new Date(Date.now() + skipped);
  const away = { told: false };

  beforeAll(async () => {
    database = await testDatabase();
    operator = await loopback(() => ({ status: 204 }));
    mailbox = await mailServer({
      onRcptTo(_address, _session, done) {
        if (!isDead) return done();
        done(Object.assign(new Error('4.3.2 System not accepting messages'), { responseCode: 451 }));
      },
    });
    for (const kind of KINDS)
      services.push(await loopback((request) => (isDead ? 'reset' : SERVICES[kind](request))));
    const mail = channelConfigSchema.parse({
      kind: 'email',
      name: 'email',
      host: '127.0.0.1',
      port: mailbox.port,
      tls: 'none',
      from: 'watch@desk.example',
      to: 'ana@desk.example',
    });
    running = await runPipeline({
      databaseUrl: database.url,
      redisUrl,
      channels: [...KINDS.map((kind, index) => channelAt(kind, services[index]!.url)), openChannel(mail)],
      roles: ['deliveries'],
      now,
    });
  });
  afterAll(async () => {
    await running?.[Symbol.asyncDispose]();
    for (const server of [...services, operator, mailbox]) await server?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  /** The clock goes on, and what is due then is tried, unless its channel rests. */
  const skip = async (ms: number) => {
    skipped += ms;
    await sweeps.deliveries(running.pipeline);
    await settled();
  };
  const settled = () =>
    expect
      .poll(
        () =>
          database.db
            .selectFrom('deliveries')
            .select(({ fn }) => fn.countAll<string>().as('busy'))
            .where('state', '=', 'pending')
            .where((where) =>
              where.or([where('queued_until', 'is not', null), where('leased_until', 'is not', null)]),
            )
            .executeTakeFirstOrThrow(),
        wait,
      )
      .toEqual({ busy: '0' });
  const check = async () => {
    const before = operator.received.length;
    const channel = openChannel({
      ...channelConfigSchema.parse({ kind: 'webhook', name: 'operator', url: operator.url }),
    });
    await notifyIncidents(
      {
        db: database.db,
        channel,
        log: pino({ level: 'silent' }),
        // The rest of the record would speak of the clock.
        examine: (at) => examineDeliveries(database.db, at),
      },
      away,
      now(),
    );
    return operator.received.slice(before).map(({ body }) => {
      const { subject, note } = (JSON.parse(body) as { data: { subject: string; note: string } }).data;
      return `${subject.replace('chipwatch: ', '')}: ${note}`;
    });
  };

  test('of every kind, ten routes each: the operator is told after three minutes, and when they accept again', async () => {
    const names = [...KINDS, 'email'];
    const insert = (count: number, name: string) =>
      insertAlerts(database.db, { count, channels: names, name, dueAt: now() });
    await insert(1, 'before');
    await skip(0);
    isDead = true;
    for (let route = 0; route < 10; route += 1)
      await insertAlerts(database.db, {
        count: 1,
        channels: names,
        route: `route-${route}`,
        name: `dead-${route}`,
        dueAt: now(),
      });
    await skip(0);
    // A receiver that restarts is not told.
    for (let quarter = 0; quarter < 8; quarter += 1) await skip(15 * SECOND);
    expect(await check()).toEqual([]);
    for (let quarter = 0; quarter < 8; quarter += 1) await skip(15 * SECOND);
    const begun = await check();
    expect(begun.toSorted()).toEqual(
      names
        .toSorted()
        .map((name) =>
          expect.stringMatching(
            new RegExp(
              `^channel ${name}: needs you: has accepted nothing since .* UTC; 10 messages wait \\(${name === 'email' ? '.*451 4.3.2 System not accepting' : 'no connection: '}`,
            ),
          ),
        ),
    );
    await skip(30 * 60 * SECOND);
    expect(await check()).toEqual([]);
    isDead = false;
    for (let hour = 0; hour < 3; hour += 1) await skip(3_600 * SECOND);
    expect((await check()).toSorted()).toEqual(
      names.toSorted().map((name) => `channel ${name}: over: does not refuse; 0 messages wait`),
    );
    expect(await check()).toEqual([]);
  });

  test('one message that is never accepted, while others are, is told after half an hour', async () => {
    const { db } = database;
    await insertAlerts(db, { count: 1, channels: ['webhook'], name: 'poison', dueAt: now() });
    isDead = true;
    await skip(0);
    isDead = false;
    // It is due again only after an hour.
    await db
      .updateTable('deliveries')
      .set({ due_at: new Date(now().getTime() + 3_600 * SECOND) })
      .where('state', '=', 'pending')
      .execute();
    await insertAlerts(db, { count: 1, channels: ['webhook'], name: 'sound', dueAt: now() });
    await skip(0);
    await skip(240 * SECOND);
    expect(await check()).toEqual([]);
    await skip(1_800 * SECOND);
    expect(await check()).toEqual([
      expect.stringMatching(/^deliveries: needs you: .*half an hour: 1 to webhook \(no connection: /),
    ]);
    await skip(1_800 * SECOND);
    expect(await check()).toEqual([expect.stringMatching(/^deliveries: over/)]);
  });

  test('of messages sent together some are accepted, and none afterwards', async () => {
    const { db } = database;
    await insertAlerts(db, { count: 3, channels: ['webhook'], name: 'together', dueAt: now() });
    const at = (seconds: number) => new Date(now().getTime() + seconds * SECOND);
    const rows = await db.selectFrom('deliveries').select('id').where('state', '=', 'pending').execute();
    const [accepted, ...refused] = rows.map(({ id }) => id);
    await db
      .updateTable('deliveries')
      .set({ state: 'delivered', delivered_at: at(0) })
      .where('id', '=', accepted!)
      .execute();
    await db
      .updateTable('deliveries')
      .set({ first_attempt_at: at(-1), last_attempt_at: at(1), attempts: 1, due_at: at(3_600) })
      .where('id', 'in', refused)
      .execute();
    skipped += 120 * SECOND;
    expect(await check()).toEqual([]);
    skipped += 120 * SECOND;
    expect(await check()).toEqual([
      expect.stringMatching(
        /^channel webhook: needs you: has accepted nothing since .* UTC; 2 messages wait/,
      ),
    ]);
    skipped += 3_600 * SECOND;
    await skip(0);
    expect(await check()).toEqual([expect.stringMatching(/^channel webhook: over/)]);
  });

  test('a failure before the machine slept says nothing of the time of its sleep', async () => {
    isDead = true;
    await insertAlerts(database.db, { count: 1, channels: ['webhook'], name: 'asleep', dueAt: now() });
    await skip(0);
    isDead = false;
    skipped += 8 * 3_600 * SECOND;
    expect((await check()).filter((one) => one.startsWith('channel'))).toEqual([]);
    await skip(0);
  });
});
