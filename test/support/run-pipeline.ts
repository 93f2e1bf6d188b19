import { type Logger, pino } from 'pino';
import type { Pace } from '../../src/core/alerts/pacing.ts';
import type { Channel } from '../../src/io/channels/channel.ts';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import type { PageSource } from '../../src/io/http/page-source.ts';
import { openQueueBackend } from '../../src/io/queue/backend.ts';
import type { JobName } from '../../src/io/queue/jobs.ts';
import { openQueues, type Queues } from '../../src/io/queue/queues.ts';
import { openSentNotes } from '../../src/io/sent-notes.ts';
import { openDatabase } from '../../src/io/store/database.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import type { Pipeline, PipelineSettings } from '../../src/pipeline/context.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { pendingWrites } from '../../src/pipeline/pending-writes.ts';
import { REPLAY_SETTINGS } from '../../src/pipeline/replay.ts';
import { runWorkers } from '../../src/service/run-workers.ts';

export interface RunningPipeline extends AsyncDisposable {
  readonly pipeline: Pipeline;
  readonly queues: Queues;
}

export interface RunOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly channels: readonly Channel[];
  /** By channel; those not named have no limit. */
  readonly paces?: Readonly<Record<string, Pace>>;
  readonly feeds?: readonly string[];
  readonly source?: PageSource;
  readonly settings?: Partial<PipelineSettings>;
  /** Of each kind of task, or of all. */
  readonly concurrency?: number | Readonly<Record<JobName, number>>;
  readonly threads?: number;
  readonly patienceMs?: number;
  readonly lockMs?: number;
  /** The directory in which answers of receivers are noted. */
  readonly sentNotes?: string;
  /** All by default. */
  readonly roles?: readonly JobName[];
  /** The clock of the pipeline's decisions; the queue keeps to the real one. */
  readonly now?: () => Date;
  readonly log?: Logger;
  /** Puts something around the parts before the workers are given them. */
  readonly wrap?: (pipeline: Pipeline) => Pipeline;
}

/** The pipeline with real queues, real threads and, unless a source is given, real HTTP to loopback. */
export async function runPipeline(options: RunOptions): Promise<RunningPipeline> {
  const { concurrency = 8, threads = 1 } = options;
  const db = openDatabase(options.databaseUrl, { maxConnections: 12, onError: () => {} });
  const backend = await openQueueBackend({
    redisUrl: options.redisUrl,
    databaseUrl: options.databaseUrl,
    redisPrefix: new URL(options.databaseUrl).pathname.slice(1),
    onError: () => {},
  });
  const queues = openQueues(backend, {
    lockMs: options.lockMs ?? 30_000,
    onError: () => {},
    onFailed: () => {},
  });
  const reader = createDocumentReader({
    threads,
    topics: 'config/topics',
    entities: 'config/entities.yaml',
  });
  const live = createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true });
  const bare: Pipeline = {
    db,
    queues,
    source: options.source ?? live,
    post: live.post,
    reader,
    channels: new Map(
      options.channels.map((channel) => [channel.name, { channel, pace: options.paces?.[channel.name] }]),
    ),
    sentNotes: options.sentNotes === undefined ? undefined : await openSentNotes([options.sentNotes]),
    settings: {
      ...REPLAY_SETTINGS,
      routes: [
        {
          name: 'all',
          channels: options.channels.map((channel) => channel.name),
          updates: true,
          timeZone: 'UTC',
        },
      ],
      perHost: { concurrency: 32, spacing: 0 },
      ...options.settings,
    },
    log: options.log ?? pino({ level: 'silent' }),
    now: options.now ?? (() => new Date()),
    random: Math.random,
  };
  const pipeline = options.wrap?.(bare) ?? bare;
  if (options.feeds !== undefined)
    await addFeeds(
      db,
      options.feeds.map((url) => ({ url, outlet: new URL(url).host, origin: 'cli', backfillAgeSeconds: 0 })),
    );
  const stop = runWorkers(
    {
      queues,
      pipeline,
      concurrency:
        typeof concurrency === 'number'
          ? { feeds: concurrency, articles: concurrency, deliveries: concurrency }
          : concurrency,
      patienceMs: options.patienceMs,
      tracing: false,
    },
    options.roles ?? ['feeds', 'articles', 'deliveries'],
  );
  return {
    pipeline,
    queues,
    async [Symbol.asyncDispose]() {
      stop();
      await queues.close(5_000);
      await pendingWrites(db).settle(5_000);
      pipeline.sentNotes?.close();
      await reader.close();
      await live.close();
      await db.destroy();
    },
  };
}
