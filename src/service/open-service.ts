import os from 'node:os';
import type { Logger } from 'pino';
import { explainLoss } from '../io/lost-connection.ts';
import type { Config } from '../config/load-config.ts';
import { paceOf } from '../core/alerts/pacing.ts';
import { defaultThreads } from '../io/threads/default-threads.js';
import { openChannel } from '../pipeline/deliveries/open-channel.ts';
import { cacheFault } from '../io/cache/disk-cache.ts';
import { followAddress } from '../io/follow-address.ts';
import { openQueueBackend } from '../io/queue/backend.ts';
import { queueNames } from './queue-names.ts';
import { openQueues, type Queues } from '../io/queue/queues.ts';
import { openNotes } from './open-notes.ts';
import { migrate } from '../io/store/migrate.ts';
import { listFeeds, syncFeeds } from '../io/store/feeds/feeds.ts';
import { repairNumbers } from '../io/store/backup/repair-numbers.ts';
import type { PacedChannel, Pipeline } from '../pipeline/context.ts';
import {
  checkRules,
  createDocumentReader,
  type DocumentReader,
} from '../pipeline/threads/document-reader.ts';
import { keepRecorded, listStrangers, thisProcess } from './record-process.ts';
import { REMIND, throttleReports } from '../io/throttle-reports.ts';
import { checkRemovals } from './check-removals.ts';
import { checkRoutes } from './check-routes.ts';
import { pendingWrites } from '../pipeline/pending-writes.ts';
import { openStore, type Store } from './open-store.ts';
import { openSource } from './open-source.ts';
import type { WorkerRole } from './roles.ts';
import { RulesError } from './rules-error.ts';
import { rulesVersion, watchRules } from './watch-rules.ts';
import { watchedFeeds } from './watched-feeds.ts';

/** All resources of a process. */
export interface Service {
  readonly config: Config;
  readonly pipeline: Pipeline;
  readonly queues: Queues;
  readonly store: Store;
  readonly log: Logger;
  /** Waits up to `graceMs` for running jobs, then closes everything, the database last. */
  close(graceMs: number): Promise<void>;
}

/**
 * Connects what the configuration names for the roles of this process, and updates tables and feeds.
 * @throws the error that prevents the start, with a message for the operator
 */
export async function openService(
  config: Config,
  log: Logger,
  roles: readonly WorkerRole[],
): Promise<Service> {
  // Those that read articles on this machine; they share its cores.
  let readers = 1;
  const reader = createDocumentReader({
    threads: config.workers.threads ?? (() => defaultThreads(os.availableParallelism(), readers)),
    isForFeeds: !roles.includes('articles'),
    topics: config.topics,
    entities: config.entities,
  });
  const { topics, stopWatch } = await takeRules(reader, config, log, roles);
  const store = await openStore(config, log, 'steps', patienceOf(config)).catch(async (error: unknown) => {
    stopWatch();
    await reader.close();
    throw error;
  });
  try {
    const ran = await migrate(store.db);
    if (ran.length > 0) log.info({ event: 'database.migrated', migrations: ran }, 'database migrated');
    const behind = await repairNumbers(store.db);
    if (behind.length > 0)
      log.warn(
        { event: 'database.numbers', tables: behind },
        'the numbering of tables was behind, as after a copy without its sequences; it continues after the largest number',
      );
    const unkept = await cacheFault();
    if (unkept !== undefined)
      log.warn(
        { event: 'cache.unusable', reason: unkept },
        'compiled topics cannot be kept, so each start compiles them anew; XDG_CACHE_HOME names another directory',
      );
    const wanted = await watchedFeeds(config);
    checkRoutes(config, {
      topics,
      feeds: [...(await listFeeds(store.db)), ...wanted.sample, ...wanted.configured],
    });
    const own = thisProcess(config, wanted.configured, topics, roles.includes('articles'));
    await checkRemovals(store.db, config, wanted.configured, await listStrangers(store.db, own, new Date()));
    // The sample comes first, so that the first alerts do not wait for a hundred feeds.
    await syncFeeds(store.db, 'sample', wanted.sample);
    const changes = await syncFeeds(store.db, 'config', wanted.configured);
    if (changes.added + changes.removed > 0)
      log.info({ event: 'feeds.synced', ...changes }, 'feeds of the configuration taken over');

    const say = throttleReports();
    const sayWaiting = throttleReports(REMIND);
    // The queue reports the same error several times a second.
    const queueServer = config.redisUrl === undefined ? 'PostgreSQL' : 'Redis';
    const queueAway = (error: Error) =>
      say('queue', (passedOver) =>
        log.warn(
          { event: 'queue.error', ...explainLoss(error, queueServer), passedOver },
          'the queue does not answer; nothing is lost, work goes on when it is back',
        ),
      );
    const backend = await openQueueBackend({
      redisUrl:
        config.redisUrl === undefined ? undefined : followAddress(config.redisUrl, config.redisUrlFile),
      databaseUrl: store.url,
      ...(await queueNames(store.db)),
      patienceMs: patienceOf(config),
      onStarting: () =>
        sayWaiting('Redis', () =>
          log.warn({ event: 'queue.starting' }, 'Redis still reads its data; the start waits for it'),
        ),
      onError: queueAway,
    });
    const queues = openQueues(backend, {
      onError: queueAway,
      onFailed: (error, queue, job) =>
        log.error({ event: 'job.failed', queue, job, err: error }, 'job failed on its last attempt'),
    });
    const source = await openSource(config);
    for (const notice of source.notices) log.warn({ event: 'http.notice' }, notice);
    const channels = new Map<string, PacedChannel>(
      config.channels.map((one) => [one.name, { channel: openChannel(one), pace: paceOf(one) }]),
    );
    const sentNotes = roles.includes('deliveries') ? await openNotes(config, store, log) : undefined;
    const pipeline: Pipeline = {
      db: store.db,
      queues,
      source,
      post: source.post,
      reader,
      channels,
      sentNotes,
      settings: {
        routes: config.routes,
        backfillAge: config.feeds.backfillAge,
        minInterval: config.feeds.minInterval,
        maxInterval: config.feeds.maxInterval,
        ignoreTitles: config.feeds.ignoreTitles,
        lease: 90,
        robots: config.http.robots,
        perHost: config.http.perHost,
        publicUrl: config.web.publicUrl,
        language: config.web.language,
      },
      log,
      now: () => new Date(),
      random: Math.random,
    };
    const endRecord = keepRecorded(store.db, own, log, (count) => {
      readers = count;
    });
    return {
      config,
      pipeline,
      queues,
      store,
      log,
      async close(graceMs) {
        stopWatch();
        await endRecord();
        await queues.close(graceMs);
        const lost = await pendingWrites(store.db).settle(OWED_GRACE);
        if (lost > 0)
          log.error({ event: 'owed.lost', writes: lost }, 'the database did not take what was owed to it');
        sentNotes?.close();
        await reader.close();
        await source.close();
        await Promise.all([...channels.values()].map(({ channel }) => channel.close?.()));
        await store.close();
      },
    };
  } catch (error) {
    stopWatch();
    await reader.close();
    await store.close();
    throw error;
  }
}

/**
 * Compiles the rules. A fault stops the start, because later it would affect every article. Only processes that read
 * articles keep the lexicons in memory from the start; the web loads them for its first explanation.
 * @throws RulesError
 */
async function takeRules(
  reader: DocumentReader,
  config: Config,
  log: Logger,
  roles: readonly WorkerRole[],
): Promise<{ readonly topics: readonly string[]; readonly stopWatch: () => void }> {
  const version = await rulesVersion(config);
  const began = performance.now();
  const slow = setInterval(() => {
    const seconds = Math.round((performance.now() - began) / 1_000);
    log.warn({ event: 'rules.slow', seconds }, 'the topics are still being compiled: is the machine busy?');
  }, SLOW_RULES);
  const outcome = await (roles.includes('articles') ? reader.useRules() : checkRules(config)).finally(() =>
    clearInterval(slow),
  );
  if (outcome.status === 'faulty') {
    await reader.close();
    throw new RulesError(outcome.message);
  }
  const usesRules = roles.includes('articles') || roles.includes('web');
  const stopWatch = usesRules ? watchRules(reader, config, version, log) : () => {};
  return { topics: outcome.topics, stopWatch };
}

/** A database or Redis that is starting is waited for as long as a database that went away; 0 stands for ever. */
function patienceOf({ database: { giveUpAfter } }: Config): number {
  return giveUpAfter === 0 ? Infinity : giveUpAfter * 1_000;
}

/** Compiling takes seconds. After this a start says what it waits for. Milliseconds. */
const SLOW_RULES = 30_000;

/** How long pending writes are tried when the process ends. Milliseconds. */
const OWED_GRACE = 1_500;
