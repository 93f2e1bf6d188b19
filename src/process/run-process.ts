import './widen-thread-pool.ts';
import { isEnvironmentError, isUserError } from '../service/error-kinds.ts';
import { type Config, loadConfig } from '../config/load-config.ts';
import { wantsTraces } from '../config/wants-traces.ts';
import { keepCompiled } from '../io/cache/compile-cache.js';
import { openLog } from '../io/log.ts';
import { freeStartMemory } from './free-start-memory.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { checkConsole } from '../service/check-console.ts';
import { nightlyTasks } from '../service/nightly-tasks.ts';
import { runNightly } from '../service/run-nightly.ts';
import { examineQueues } from '../service/doctor/examine-queues.ts';
import { rulesExaminer } from '../service/doctor/examine-rules.ts';
import { examineRecord } from '../service/doctor/examine-record.ts';
import { recordAlive } from '../io/store/liveness.ts';
import { repairAfterClockJump } from '../io/store/backup/repair-due-times.ts';
import { type Service, openService } from '../service/open-service.ts';
import type { WorkerRole } from '../service/roles.ts';
import { watchOperations } from '../service/watch-operations.ts';
import { startTracing } from '../service/start-tracing.ts';
import { runWorkers } from '../service/run-workers.ts';
import { watchClock } from '../service/watch-clock.ts';
import { watchDatabase } from '../service/watch-database.ts';

/** Milliseconds that running jobs have after a signal; the rest of the ten seconds is for closing. */
const GRACE = 7_000;
const LIMIT = 10_000;

/** Exit codes: 0 stopped by a signal, 1 could not start or failed, 2 the configuration is wrong. */
export async function runProcess(
  roles: readonly WorkerRole[],
  options: { configFile?: string | undefined; removeFeeds?: boolean | undefined } = {},
): Promise<void> {
  let config: Config;
  let tracing: boolean;
  try {
    tracing = wantsTraces(process.env);
    const loaded = loadConfig(process.env, options.configFile);
    if (roles.includes('web')) checkConsole(loaded);
    const allowRemoval = loaded.feeds.allowRemoval || options.removeFeeds === true;
    config = { ...loaded, feeds: { ...loaded.feeds, allowRemoval } };
  } catch (error) {
    if (!isUserError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return;
  }
  const log = openLog(config.log);
  const signals = stopOnSignal();
  let isStarting = true;
  // A start may wait long, for a database or for its topics. Nothing is in hand yet that would have to be finished.
  void signals.first.then((signal) => {
    if (!isStarting) return;
    log.info({ event: 'service.stopped', signal }, 'stopped before the start was complete');
    log.flush();
    process.exit(0);
  });
  try {
    const stopTracing = tracing ? await startTracing(log, roles) : undefined;
    const service = await openService(config, log, roles);
    isStarting = false;
    // A process without the web endpoint does not load its pages.
    const web = roles.includes('web')
      ? await (await import('../web/server/server.ts')).startWeb(service)
      : undefined;
    // Node does it at the end, which a process that is killed does not reach: its next start would compile everything again.
    keepCompiled();
    freeStartMemory();
    const stopGivingBack = await giveBackMemory();
    const stopTicks = runWorkers(
      { ...service, concurrency: config.workers, tracing },
      roles.filter((role) => role !== 'web'),
    );
    const stopNights = roles.includes('articles')
      ? runNightly(service.pipeline, nightlyTasks(config))
      : undefined;
    const stopOperations = roles.includes('deliveries') ? startOperations(service) : () => {};
    const stopClock = watchClock(log, () =>
      repairAfterClockJump(service.store.db, new Date(), config.feeds.maxInterval),
    );
    const stopWatch = watchDatabase({
      ...service.store,
      log,
      giveUpAfter: config.database.giveUpAfter,
      onGivenUp() {
        log.flush();
        process.exit(1);
      },
    });
    log.info(
      { event: 'service.started', roles, queue: service.queues.backend, web: web?.url },
      'chipwatch is running',
    );
    // The link is a secret, so it is printed for the operator and never logged.
    if (web?.ownerLink !== undefined)
      process.stderr.write(
        `\nNobody has an account yet. Make the owner's here, within a day:\n\n  ${web.ownerLink}\n\n`,
      );
    const signal = await signals.first;
    log.info({ event: 'service.stopping', signal }, 'finishing the jobs in hand');
    const limit = setTimeout(() => {
      log.error({ event: 'service.killed' }, 'not everything closed in time');
      process.exit(1);
    }, LIMIT);
    stopTicks();
    stopNights?.();
    stopOperations();
    stopClock();
    stopWatch();
    stopGivingBack();
    await web?.close();
    await service.close(GRACE);
    await stopTracing?.();
    clearTimeout(limit);
    log.info({ event: 'service.stopped' }, 'stopped');
    process.exit(0);
  } catch (error) {
    if (isUserError(error)) {
      process.stderr.write(`${error.message}\n`);
      process.exit(2);
    }
    const message = error instanceof Error ? error.message : String(error);
    // Errors that the operator can fix are logged in one line, all others with their stack.
    log.fatal({ event: 'service.failed', ...(isEnvironmentError(error) ? {} : { err: error }) }, message);
    log.flush();
    process.exit(1);
  }
}

/** A process that sends alerts also alerts the operator, if the configuration names a channel for that. */
function startOperations({ config, pipeline, queues, store, log }: Service): () => void {
  const channel = pipeline.channels.get(config.operations?.channel ?? '')?.channel;
  if (channel === undefined) return () => {};
  const directory = store.embedded ? config.database.directory : undefined;
  const examineRules = rulesExaminer(config);
  const examine = async (now: Date) => {
    // This write fails on a standby or a full disk. A database that can only be read counts as away.
    await recordAlive(store.db, 'web', now);
    return [
      ...(await examineRecord(store.db, directory, now)),
      await examineQueues(queues),
      await examineRules(),
    ];
  };
  return watchOperations({
    db: store.db,
    channel,
    log,
    examine,
    heartbeat: config.operations?.heartbeat,
  });
}

/** The first signal stops the process gracefully, also when its terminal is closed; the second ends it at once. */
function stopOnSignal(): { readonly first: Promise<NodeJS.Signals> } {
  let count = 0;
  const first = new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(name, () => {
        count += 1;
        if (count > 1) process.exit(130);
        resolve(name);
      });
  });
  return { first };
}
