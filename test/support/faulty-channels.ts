import { afterAll, beforeAll, expect } from 'vitest';
import type { RouteConfig } from '../../src/core/alerts/route-config.ts';
import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import type { Database } from '../../src/io/store/database.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type Behaviour, type FaultyReceiver, type Received, faultyReceiver } from './deliver-receiver.ts';
import { insertAlerts } from './deliver-rows.ts';
import { type RunningPipeline, runPipeline } from './run-pipeline.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Each fault has a channel of its own. `other` works, and shows that the faults do not delay it. */
const NAMES = [
  'refused',
  'reset',
  'limited',
  'paced',
  'failing',
  'slow',
  'late',
  'stranger',
  'moved',
  'gone',
  'parts',
  'quiet',
  'hushed',
  'explained',
  'sluggish',
  'small',
  'later',
  'merged',
  'narrow',
  'closed',
  'other',
];
export const OK: Behaviour = { status: 204 };
export const wait = { timeout: 20_000, interval: 50 };
/** Workers that deliver to faulty channels, for all tests of a file, with a clock that the tests advance. */
export function faultyChannels(redisUrl: string | undefined) {
  let skipped = 0;
  const now = () => new Date(Date.now() + skipped);
  /** Runs a sweep now, instead of waiting for the next second. */
  const look = () => sweeps.deliveries(running.pipeline);
  const skip = async (ms: number) => {
    skipped += ms;
    await look();
  };
  let database: TestDatabase;
  let db: Database;
  let receiver: FaultyReceiver;
  let running: RunningPipeline;
  const behaviours = new Map<string, (nth: number, request: Received) => Behaviour>();
  const requestsTo = (name: string) => receiver.requests.filter(({ path }) => path === `/${name}`);
  const acceptedBy = (name: string) => receiver.accepted.filter(({ path }) => path === `/${name}`);
  const deliveriesTo = (name: string) =>
    db.selectFrom('deliveries').selectAll().where('channel', '=', name).orderBy('id').execute();
  const deliveredTo = async (name: string) =>
    (await deliveriesTo(name)).filter((row) => row.state === 'delivered').length;
  const attemptsOf = (id: string) =>
    db
      .selectFrom('ledger')
      .selectAll()
      .where('delivery_id', '=', id)
      .where('event', '=', 'attempt')
      .orderBy('id')
      .execute();
  let inserted = 0;
  const insert = async (name: string, count: number, more = {}) => {
    inserted += 1;
    await insertAlerts(db, { count, channels: [name], name: `${name}-${inserted}`, dueAt: now(), ...more });
    await look();
  };
  /** Waits until a sweep has run and its deliveries were sent. */
  const turn = async () => {
    const before = await deliveredTo('other');
    await insert('other', 1);
    await expect.poll(() => deliveredTo('other'), wait).toBe(before + 1);
  };

  beforeAll(async () => {
    database = await testDatabase();
    ({ db } = database);
    receiver = await faultyReceiver(now);
    const counts = new Map<string, number>();
    receiver.behave((request) => {
      const name = request.path.slice(1);
      const nth = counts.get(name) ?? 0;
      counts.set(name, nth + 1);
      return behaviours.get(name)?.(nth, request) ?? OK;
    });
    const route = (name: string, more: Partial<RouteConfig> = {}): RouteConfig => ({
      name,
      channels: [name],
      topics: [`${name}-topic`],
      updates: true,
      timeZone: 'UTC',
      ...more,
    });
    const clock = (date: Date) => date.toISOString().slice(11, 16);
    running = await runPipeline({
      databaseUrl: database.url,
      redisUrl,
      channels: NAMES.map((name) =>
        openChannel({
          kind: 'webhook',
          name,
          url: receiver.url(`/${name}`),
          timeoutSeconds: name === 'sluggish' ? 60 : 1,
        }),
      ),
      paces: { paced: { burst: 2, everyMs: 10 * MINUTE } },
      settings: {
        routes: [
          route('quiet', {
            quietHours: {
              from: clock(new Date(Date.now() - 6 * HOUR)),
              to: clock(new Date(Date.now() + 6 * HOUR)),
            },
          }),
          route('hushed'),
        ],
        lease: 600,
      },
      roles: ['deliveries'],
      now,
    });
  });
  afterAll(async () => {
    await running?.[Symbol.asyncDispose]();
    await receiver?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });
  return {
    get db() {
      return db;
    },
    get receiver() {
      return receiver;
    },
    get pipeline() {
      return running.pipeline;
    },
    acceptedBy,
    attemptsOf,
    behaviours,
    deliveredTo,
    deliveriesTo,
    insert,
    look,
    now,
    requestsTo,
    skip,
    turn,
  };
}
