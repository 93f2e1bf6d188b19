import os from 'node:os';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Config } from '../config/load-config.ts';
import { openQueueBackend } from '../io/queue/backend.ts';
import { openQueues } from '../io/queue/queues.ts';
import { migrate } from '../io/store/database.ts';
import { loadTopics } from '../pipeline/topics/load-topics.ts';
import { openStore, type Store } from './open-store.ts';
import { watchedFeeds } from './watched-feeds.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'note' | 'bad';
  readonly says: string;
  /** What to do, where something is to be done. */
  readonly todo?: string | undefined;
}

/** Looks at everything the service needs, in the order in which it needs it. Never throws. */
export async function* examine(config: Config): AsyncGenerator<Finding> {
  yield { what: 'configuration', state: 'ok', says: config.file };
  yield {
    what: 'node',
    state: 'ok',
    says: `${process.version} on ${os.platform()}-${os.arch()}, ${os.availableParallelism()} cores`,
  };
  if (config.http.contact === undefined)
    yield {
      what: 'contact',
      state: 'note',
      says: 'publishers cannot see who polls them',
      todo: 'set http.contact to a URL or mail address of yours; it goes into the User-Agent',
    };
  yield await tryTo('topics', 'mend the file that is named', async () => {
    const { topics } = await loadTopics(config.topics, config.entities);
    return topics.map((topic) => topic.id).join(', ');
  });
  yield await tryTo('feeds', 'mend feeds.opml or feeds.urls', async () => {
    const { configured, sample } = await watchedFeeds(config);
    return `${configured.length} in the configuration${sample.length > 0 ? ', and the sample outlet' : ''}`;
  });
  let store: Store | undefined;
  yield await tryTo(
    'database',
    config.databaseUrl === undefined
      ? `look at server.log in ${config.database.directory}`
      : 'check DATABASE_URL and that the server is up',
    async () => {
      store = await openStore(config, pino({ level: 'silent' }));
      await migrate(store.db);
      const { rows } = await sql<{
        version: string;
      }>`SELECT current_setting('server_version') AS version`.execute(store.db);
      return `PostgreSQL ${rows[0]?.version}${store.embedded ? ' (embedded)' : ''}`;
    },
  );
  if (store === undefined) return;
  try {
    yield await examineQueues(config, store);
    yield await examineFeeds(store);
    yield await examineDeliveries(store);
  } finally {
    await store.close();
  }
}

async function examineQueues(config: Config, store: Store): Promise<Finding> {
  return tryTo('queues', 'check REDIS_URL and that Redis is up', async () => {
    const backend = await withTimeout(
      openQueueBackend({
        redisUrl: config.redisUrl,
        databaseUrl: store.url,
        redisPrefix: 'chipwatch',
        onError: () => {},
      }),
    );
    const queues = openQueues(backend, { onError: () => {}, onFailed: () => {} });
    try {
      const counts = Object.entries(await queues.counts());
      return `${backend.kind === 'redis' ? 'Redis' : 'PostgreSQL'}; ${counts.map(([name, count]) => `${name} ${count.waiting + count.active}`).join(', ')} in hand or waiting`;
    } finally {
      await queues.close(0);
    }
  });
}

async function examineFeeds({ db }: Store): Promise<Finding> {
  return tryTo('polls', 'npx chipwatch feeds list', async () => {
    const { rows } = await sql<{ active: string; failing: string; late: string }>`
      SELECT count(*) FILTER (WHERE status = 'active') AS active,
             count(*) FILTER (WHERE status = 'active' AND failures > 0) AS failing,
             count(*) FILTER (WHERE status = 'active' AND next_poll_at < now() - interval '10 minutes') AS late
      FROM feeds`.execute(db);
    const { active = '0', failing = '0', late = '0' } = rows[0] ?? {};
    return `${active} feeds active, ${failing} failing, ${late} overdue${Number(late) > 0 ? ' (is the service running?)' : ''}`;
  });
}

async function examineDeliveries({ db }: Store): Promise<Finding> {
  const { rows } = await sql<{ pending: string; dead: string }>`
    SELECT count(*) FILTER (WHERE state = 'pending') AS pending, count(*) FILTER (WHERE state = 'dead') AS dead
    FROM deliveries WHERE state <> 'delivered'`.execute(db);
  const { pending = '0', dead = '0' } = rows[0] ?? {};
  return {
    what: 'deliveries',
    state: dead === '0' ? 'ok' : 'bad',
    says: `${pending} waiting, ${dead} dead`,
    todo:
      dead === '0'
        ? undefined
        : 'npx chipwatch deliveries list --dead shows why; deliveries retry sends them again',
  };
}

async function tryTo(what: string, todo: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, state: 'ok', says: await look() };
  } catch (error) {
    return { what, state: 'bad', says: error instanceof Error ? error.message : String(error), todo };
  }
}

async function withTimeout<T>(promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('no answer within 5 seconds')), 5_000).unref();
    }),
  ]);
}
