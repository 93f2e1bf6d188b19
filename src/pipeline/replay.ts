import type { Logger } from 'pino';
import type { AlertMessage } from '../core/messages/message.ts';
import type { Level } from '../core/topics/match.ts';
import type { Channel } from '../io/channels/channel.ts';
import type { Recording } from '../io/http/recorded-source.ts';
import type { JobName } from '../io/queue/jobs.ts';
import type { Database } from '../io/store/database.ts';
import { addFeeds } from '../io/store/feeds/feeds.ts';
import type { Pipeline, PipelineSettings } from './context.ts';
import { deliverAlert } from './deliveries/deliver-alert.ts';
import { ingestItem } from './articles/ingest-item.ts';
import { pollFeed } from './feeds/poll-feed.ts';
import type { DocumentReader } from './threads/document-reader.ts';
import { sweeps } from './sweep.ts';

export interface ReplayOptions {
  /** An empty, migrated database. */
  readonly db: Database;
  readonly recording: Recording;
  readonly reader: DocumentReader;
  readonly outlet: (feedUrl: string) => string;
  /** Marks everything as sample data. */
  readonly sample: boolean;
  readonly log: Logger;
}

/** The result for one item. */
export interface ReplayedItem {
  readonly url: string;
  readonly title: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly language: string | null;
  readonly topics: readonly {
    readonly topic: string;
    readonly level: Level;
    readonly confidence: number;
    readonly stance: string | null;
    readonly passages: readonly string[];
  }[];
  readonly text: string | null;
  readonly storyId: string | null;
}

export interface Replay {
  readonly items: readonly ReplayedItem[];
  readonly alerts: readonly AlertMessage[];
}

/** Everything in a feed counts as new, and hosts have no limits. */
export const REPLAY_SETTINGS: Omit<PipelineSettings, 'routes'> = {
  backfillAge: 0,
  minInterval: 120,
  maxInterval: 43_200,
  ignoreTitles: [],
  lease: 90,
  robots: true,
  perHost: undefined,
  publicUrl: undefined,
};

/**
 * Runs recorded answers through the pipeline's own steps, in a fixed order, with the clock fixed at the instant of
 * the recording. The same recording and rules give the same result at any time on any machine.
 */
export async function replay({ db, recording, reader, outlet, sample, log }: ReplayOptions): Promise<Replay> {
  const alerts: AlertMessage[] = [];
  const collect: Channel = {
    name: 'replay',
    kind: 'console',
    maxStories: Number.POSITIVE_INFINITY,
    async send(message) {
      alerts.push(message);
      return { status: 'delivered', answer: 'collected' };
    },
  };
  const pipeline: Pipeline = {
    db,
    // Nothing needs a queue here, because the sweep finds what is due in the database.
    queues: { enqueue: async () => {} },
    source: recording,
    reader,
    channels: new Map([[collect.name, { channel: collect, pace: undefined }]]),
    settings: {
      ...REPLAY_SETTINGS,
      routes: [{ name: 'replay', channels: [collect.name], updates: true, timeZone: 'UTC' }],
    },
    log,
    now: () => recording.clock,
    random: () => 0.5,
  };
  await addFeeds(
    db,
    recording.feeds.map((url) => ({
      url,
      outlet: outlet(url),
      origin: sample ? 'sample' : 'import',
      backfillAgeSeconds: 0,
    })),
  );
  // The column's default is the database's clock, not the recording's.
  await db.updateTable('feeds').set({ next_poll_at: recording.clock }).execute();
  await drain(pipeline);
  return { items: await results(db), alerts };
}

/** Runs feeds, then their items, then their deliveries, until nothing is due. */
async function drain(pipeline: Pipeline): Promise<void> {
  const signal = new AbortController().signal;
  const steps = { feeds: pollFeed, articles: ingestItem, deliveries: deliverAlert } as const;
  const due: { name: JobName; id: string }[] = [];
  const collecting: Pipeline = {
    ...pipeline,
    queues: {
      enqueue: async (name, jobs) => {
        // From many due feeds or deliveries on, several share a job.
        for (const { payload } of jobs)
          for (const id of Object.values(payload).flat()) if (id !== undefined) due.push({ name, id });
      },
    },
  };
  for (const name of ['feeds', 'articles', 'deliveries'] as const) {
    const seen = new Set<string>();
    for (;;) {
      due.length = 0;
      await sweeps[name](collecting);
      const fresh = due.filter((job) => !seen.has(job.id));
      if (fresh.length === 0) break;
      for (const job of fresh) {
        seen.add(job.id);
        await steps[name](pipeline, job.id, signal);
      }
    }
  }
}

async function results(db: Database): Promise<ReplayedItem[]> {
  const rows = await db
    .selectFrom('items')
    .leftJoin('articles', 'articles.id', 'items.article_id')
    .orderBy('items.id')
    .select([
      'items.url_key as url',
      'items.state',
      'items.outcome',
      'items.title as item_title',
      'articles.title',
      'articles.language',
      'articles.text',
      'articles.id as article_id',
      'articles.story_id as storyId',
    ])
    .execute();
  const matches = await db.selectFrom('matches').selectAll().orderBy('topic').execute();
  return rows.map((row) => ({
    url: row.url,
    title: row.title ?? row.item_title,
    state: row.state,
    outcome: row.outcome,
    language: row.language,
    topics: matches
      .filter((match) => match.article_id === row.article_id)
      .map((match) => ({
        topic: match.topic,
        level: match.level,
        confidence: match.confidence,
        stance: match.stance,
        passages: match.passages.map((passage) => passage.text),
      })),
    text: row.text,
    storyId: row.storyId,
  }));
}
