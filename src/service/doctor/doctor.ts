import os from 'node:os';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Finding } from './finding.ts';
import type { Config } from '../../config/load-config.ts';
import { cacheDirectory } from '../../io/cache/cache-directory.js';
import { cacheFault } from '../../io/cache/disk-cache.ts';
import { followAddress } from '../../io/follow-address.ts';
import { openQueueBackend } from '../../io/queue/backend.ts';
import { openQueues } from '../../io/queue/queues.ts';
import type { Database } from '../../io/store/database.ts';
import { migrate } from '../../io/store/migrate.ts';
import { listFeeds } from '../../io/store/feeds/feeds.ts';
import { recordAlive } from '../../io/store/liveness.ts';
import { loadTopics } from '../../pipeline/models/load-topics.ts';
import { checkRoutes, type KnownNames } from '../check-routes.ts';
import { examineDisk } from './examine-disk.ts';
import { examineClock, examineFeeds, examineItems, examineService } from './examine-record.ts';
import { examineDeliveries, examineRecipients } from './examine-deliveries.ts';
import { examineOwnErrors } from './examine-own-errors.ts';
import { examineProcesses } from './examine-processes.ts';
import { queueNames } from '../queue-names.ts';
import { examineQueues, queuesAway } from './examine-queues.ts';
import { examineHabits, examinePages } from './examine-pages.ts';
import { openStore, type Store } from '../open-store.ts';
import { withTimeout } from '../with-timeout.ts';
import { watchedFeeds } from '../watched-feeds.ts';

/** Checks everything the service needs, in the order in which it needs it. Never throws. */
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
  let topics: readonly string[] | undefined;
  let feeds: KnownNames['feeds'] | undefined;
  yield await tryTo('topics', 'mend the file that is named', async () => {
    const read = await loadTopics(config.topics, config.entities);
    topics = read.topics.map((topic) => topic.id);
    return topics.join(', ');
  });
  yield await tryTo('feeds', 'mend feeds.opml or feeds.urls', async () => {
    const { configured, sample } = await watchedFeeds(config);
    feeds = [...configured, ...sample];
    return `${configured.length} in the configuration${sample.length > 0 ? ', and the sample outlet' : ''}`;
  });
  yield await look('cache', examineCache);
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
    const { db } = store;
    if (topics !== undefined && feeds !== undefined) {
      const known = { topics, feeds };
      yield await tryTo('routes', 'mend the routes: the service does not start with them', async () => {
        checkRoutes(config, { ...known, feeds: [...known.feeds, ...(await listFeeds(db))] });
        return config.routes.map((route) => route.name).join(', ');
      });
    }
    const now = new Date();
    yield await tryTo(
      'writes',
      'look whether the database is read-only, its disk is full, or it waits for a standby (synchronous_standby_names)',
      async () => {
        await withTimeout(recordAlive(db, 'web', now));
        return 'the database takes them';
      },
    );
    yield await lookAtQueues(config, store);
    yield await look('service', () => examineService(db, now));
    yield await look('processes', () => examineProcesses(db, now));
    yield await look('polls', () => examineFeeds(db));
    yield* lookAtAll('pages', examinePages(db, now));
    yield* lookAtAll('feeds', examineHabits(db, now));
    yield await look('items', () => examineItems(db));
    yield* lookAtAll('deliveries', deliveriesAndRefusals(db, now));
    yield await look('recipients', () => examineRecipients(db, now));
    yield await look('own errors', () => examineOwnErrors(db, now));
    yield await look('clock', () => examineClock(db, now));
    if (store.embedded) yield await look('disk', () => examineDisk(config.database.directory));
  } finally {
    await store.close();
  }
}

async function examineCache(): Promise<Finding> {
  const fault = await cacheFault();
  if (fault === undefined) return { what: 'cache', state: 'ok', says: cacheDirectory() };
  return {
    what: 'cache',
    state: 'note',
    says: `each start compiles the topics anew, because nothing can be kept (${fault})`,
    todo: 'set XDG_CACHE_HOME to a directory that this user alone may write to',
  };
}

/** Shorter than `withTimeout`, so that Redis is named. Milliseconds. */
const QUEUE_PATIENCE = 4_500;

async function lookAtQueues(config: Config, store: Store): Promise<Finding> {
  try {
    const opening = openQueueBackend({
      redisUrl:
        config.redisUrl === undefined ? undefined : followAddress(config.redisUrl, config.redisUrlFile),
      databaseUrl: store.url,
      ...(await queueNames(store.db)),
      patienceMs: QUEUE_PATIENCE,
      onError: () => {},
    });
    const backend = await withTimeout(opening).catch((error: unknown) => {
      // Otherwise its connections would keep the command from ending.
      opening.then((late) => late.close()).catch(() => {});
      throw error;
    });
    const queues = openQueues(backend, { onError: () => {}, onFailed: () => {} });
    try {
      return await examineQueues(queues);
    } finally {
      await queues.close(0);
    }
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'RedisPolicyError') return { what: 'queues', state: 'bad', says: message };
    return queuesAway(config.redisUrl === undefined ? 'postgres' : 'redis', message);
  }
}

/** About all deliveries, and about each channel that refuses. */
async function* deliveriesAndRefusals(db: Database, now: Date): AsyncGenerator<Finding> {
  const [all, ...channels] = await examineDeliveries(db, now);
  yield all;
  yield* channels.filter(({ state }) => state !== 'ok');
}

/** Runs a check with several findings; one that throws counts as failed. */
async function* lookAtAll(what: string, findings: AsyncIterable<Finding>): AsyncGenerator<Finding> {
  try {
    yield* findings;
  } catch (error) {
    yield { what, state: 'bad', says: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs a check; one that throws counts as failed. */
async function look(what: string, examine: () => Promise<Finding>): Promise<Finding> {
  try {
    return await examine();
  } catch (error) {
    return { what, state: 'bad', says: error instanceof Error ? error.message : String(error) };
  }
}

async function tryTo(what: string, todo: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, state: 'ok', says: await look() };
  } catch (error) {
    return { what, state: 'bad', says: error instanceof Error ? error.message : String(error), todo };
  }
}
