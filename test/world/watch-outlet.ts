import { sql } from 'kysely';
import { pino } from 'pino';
import { feedHealth } from '../../src/cli/feeds/feed-health.ts';
import { channelConfigSchema } from '../../src/core/alerts/channel-config.ts';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import type { JobName } from '../../src/io/queue/jobs.ts';
import { addFeeds, listFeeds } from '../../src/io/store/feeds/feeds.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import { deliverAlert } from '../../src/pipeline/deliveries/deliver-alert.ts';
import { ingestItem } from '../../src/pipeline/articles/ingest-item.ts';
import { openChannel } from '../../src/pipeline/deliveries/open-channel.ts';
import { pollFeed } from '../../src/pipeline/feeds/poll-feed.ts';
import type { DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { sweeps } from '../../src/pipeline/sweep.ts';
import { examineHabits, examinePages } from '../../src/service/doctor/examine-pages.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { webhookReceiver } from '../support/webhook-receiver.ts';
import type { Habit } from './habit.ts';
import { bears, liveOutlet } from './live-outlet.ts';
import { DAY, HOUR, type Report, reportsOf } from './reports.ts';

/** Whether the result is right: one alert for each report, no others, and the habit named where it can be noticed. */
export function isAsItShould(seen: Watched, { told }: Habit): boolean {
  const isNamed = told === undefined || (seen.says !== '' && seen.doctorSays);
  return seen.once === seen.reports && seen.old === 0 && seen.strange.length === 0 && isNamed;
}

/** The alerts of one outlet during the simulation. */
export interface Watched {
  readonly habit: string;
  readonly reports: number;
  /** The numbers of reports with one message, with several, and with none. */
  readonly once: number;
  readonly twice: number;
  readonly missed: readonly string[];
  /** Messages about the archive or about other news, which should not be sent. */
  readonly old: number;
  readonly strange: readonly string[];
  /** The sentence with which `feeds list` names the habit, and whether `doctor` says it too. */
  readonly says: string;
  readonly doctorSays: boolean;
  readonly remarks: readonly string[];
  readonly polls: number;
}

export interface WatchSettings {
  /** Of PostgreSQL. */
  readonly server: string;
  readonly reader: DocumentReader;
  readonly days: number;
}

const BEGIN = Date.parse('2026-03-02T00:00:00Z');
/** No outlet takes so many steps in a month; after these the simulation is in an endless loop. */
const MAX_STEPS = 5_000;
/** Jobs that run at once, as in the service: what is ready at the same time is stored in one batch. */
const TOGETHER = 16;

/** Watches an outlet for so many days: runs the pipeline's steps when they are due, with a simulated clock. */
export async function watchOutlet(habit: Habit, { server, reader, days }: WatchSettings): Promise<Watched> {
  const reports = reportsOf(BEGIN, days, habit.returns === true);
  let now = BEGIN;
  await using database = await freshDatabase(server, 'migrated');
  await using receiver = await webhookReceiver();
  await using outlet = await liveOutlet(habit, reports, () => now);
  const { db } = database;
  const source = createLiveSource({
    userAgent: 'chipwatch/test',
    allowPrivateNetworks: true,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const desk = openChannel(channelConfigSchema.parse({ kind: 'webhook', name: 'desk', url: receiver.url }));
  const due: { readonly name: JobName; readonly id: string }[] = [];
  const pipeline: Pipeline = {
    db,
    // Due work is found in the database and done at once.
    queues: {
      enqueue: async (name, jobs) => {
        for (const { payload } of jobs)
          for (const id of Object.values(payload).flat()) due.push({ name, id: String(id) });
      },
    },
    source,
    reader,
    channels: new Map([['desk', { channel: desk, pace: undefined }]]),
    settings: {
      routes: [{ name: 'all', channels: ['desk'], updates: true, timeZone: 'UTC' }],
      backfillAge: 172_800,
      minInterval: 4 * 3_600,
      maxInterval: 12 * 3_600,
      ignoreTitles: [],
      lease: 90,
      robots: true,
      perHost: { concurrency: 2, spacing: 0 },
      publicUrl: undefined,
    },
    log: pino({ level: 'silent' }),
    now: () => new Date(now),
    random: () => 0.5,
  };
  await addFeeds(
    db,
    outlet.feeds.map((url) => ({ url, outlet: 'Outlet', origin: 'cli', backfillAgeSeconds: undefined })),
  );
  await db
    .updateTable('feeds')
    .set({ next_poll_at: new Date(BEGIN) })
    .execute();
  const steps = { feeds: pollFeed, articles: ingestItem, deliveries: deliverAlert } as const;
  const { signal } = new AbortController();
  let polls = 0;
  const workOff = async () => {
    for (const name of ['feeds', 'articles', 'deliveries'] as const) {
      await sweeps[name](pipeline);
      const own = new Set(due.filter((job) => job.name === name).map(({ id }) => id));
      due.length = 0;
      await eachOf(own, TOGETHER, (id) => steps[name](pipeline, id, signal));
      if (name === 'feeds') polls += own.size;
    }
  };
  try {
    for (let step = 0; step < MAX_STEPS; step++) {
      await workOff();
      const next = Math.max(await nextDue(pipeline), now + 1_000);
      if (next > BEGIN + days * DAY) break;
      // The slots of a host follow the database's clock, which is not simulated.
      await sql`UPDATE hosts SET next_slot_at = next_slot_at - make_interval(secs => ${(next - now) / 1_000}::float8),
        tail_at = tail_at - make_interval(secs => ${(next - now) / 1_000}::float8)`.execute(db);
      now = next;
    }
    const end = new Date(now);
    const health = await feedHealth(db, { rows: await listFeeds(db), pending: [] }, end);
    const doctor: string[] = [];
    for await (const { says } of examinePages(db, end)) doctor.push(says);
    for await (const { says } of examineHabits(db, end)) doctor.push(says);
    const remarks = health.flatMap(({ habits }) => habits);
    const says = remarks.find((sentence) => habit.told?.test(sentence)) ?? '';
    return {
      habit: habit.name,
      ...countTold(receiver.bodies as readonly Told[], reports),
      says,
      doctorSays: says !== '' && doctor.some((sentence) => sentence.includes(says)),
      remarks,
      polls,
    };
  } finally {
    await desk.close?.();
    await source.close();
  }
}

/** Runs `work` on all of them in their order, so many at a time. */
export async function eachOf<T>(
  all: Iterable<T>,
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const left = Iterator.from(all);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of left) await work(one);
    }),
  );
}

interface Told {
  readonly data: {
    readonly stories: readonly {
      readonly title: string;
      readonly topics: readonly { readonly sentence: string }[];
    }[];
  };
}

async function nextDue({ db }: Pipeline): Promise<number> {
  const { rows } = await sql<{ at: Date | null }>`
    SELECT least(
      (SELECT min(next_poll_at) FROM feeds WHERE status = 'active'),
      (SELECT min(due_at) FROM items WHERE state = 'new'),
      (SELECT min(due_at) FROM deliveries WHERE state = 'pending')) AS at`.execute(db);
  return rows[0]?.at?.getTime() ?? BEGIN + 400 * DAY + HOUR;
}

/** A message belongs to the report whose headline it contains or whose sentence it quotes. */
function countTold(told: readonly Told[], reports: readonly Report[]) {
  const counts = new Map<string, number>();
  const strange: string[] = [];
  for (const { data } of told)
    for (const { title, topics } of data.stories) {
      const quoted = topics.map(({ sentence }) => sentence);
      const report =
        reports.find((one) => bears(title, one)) ??
        reports.find((one) => quoted.some((sentence) => sentence !== '' && one.text.includes(sentence)));
      if (report === undefined) strange.push(title);
      else counts.set(report.id, (counts.get(report.id) ?? 0) + 1);
    }
  const news = reports.filter(({ kind }) => kind === 'news');
  const times = (report: Report) => counts.get(report.id) ?? 0;
  return {
    reports: news.length,
    once: news.filter((report) => times(report) === 1).length,
    twice: news.filter((report) => times(report) > 1).length,
    missed: news.filter((report) => times(report) === 0).map(({ id }) => id),
    old: reports.filter(({ kind }) => kind !== 'news').reduce((sum, report) => sum + times(report), 0),
    strange,
  };
}
