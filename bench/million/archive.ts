import { sql } from 'kysely';
import { Client } from 'pg';
import { pino } from 'pino';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import { type Database, openDatabase } from '../../src/io/store/database.ts';
import { migrate } from '../../src/io/store/migrate.ts';
import type { Pipeline } from '../../src/pipeline/context.ts';
import type { DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { REPLAY_SETTINGS } from '../../src/pipeline/replay.ts';
import { BETWEEN_STORIES, generateArchive, type GeneratedStory } from '../web-archive.ts';
import { FEEDS, fillRest } from './fill-rest.ts';

/** An archive of generated articles in a database of its own, and the pipeline's parts that work on it. */
export interface Archive extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  readonly articles: number;
  readonly db: Database;
  readonly pipeline: Pipeline;
}

export interface ArchiveOptions {
  readonly name: string;
  readonly articles: number;
  readonly reader: DocumentReader;
  readonly story: (at: Date) => GeneratedStory;
  readonly feedUrl: (n: number) => string;
}

/** Opens the archive, and generates it where the server has none of that name. */
export async function openArchive(serverUrl: string, options: ArchiveOptions): Promise<Archive> {
  const { name, articles, reader, story, feedUrl } = options;
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = serverUrl.replace(/\/[^/]*$/, `/${name}`);
  const filling = openDatabase(url, { work: 'long', maxConnections: 2, onError: () => {} });
  await migrate(filling);
  const now = Date.now();
  const began = performance.now();
  const made = await generateArchive(filling, articles, (age) =>
    story(new Date(now - age - BETWEEN_STORIES)),
  );
  if (made !== undefined) await fillRest(filling, articles);
  console.log(
    `${name}: ${articles} articles${made === undefined ? ', kept from before' : `, generated in ${Math.round((performance.now() - began) / 1_000)} s`}`,
  );
  await pointFeeds(filling, feedUrl);
  await giveFeatures(filling);
  await filling.destroy();

  const db = openDatabase(url, { maxConnections: 12, onError: () => {} });
  const source = createLiveSource({ userAgent: 'chipwatch/bench', allowPrivateNetworks: true });
  const pipeline: Pipeline = {
    db,
    // The queue has nothing to do with the archive's size.
    queues: { enqueue: async () => {} },
    source,
    reader,
    channels: new Map(),
    settings: {
      ...REPLAY_SETTINGS,
      routes: [{ name: 'everything', channels: ['desk'], updates: true, timeZone: 'UTC' }],
      perHost: { concurrency: 2, spacing: 1 },
    },
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    random: Math.random,
  };
  return {
    name,
    url,
    articles,
    db,
    pipeline,
    async [Symbol.asyncDispose]() {
      await source.close();
      await db.destroy();
    },
  };
}

/** The servers of the feeds have other ports in each run. */
async function pointFeeds(db: Database, feedUrl: (n: number) => string): Promise<void> {
  const urls = Array.from({ length: FEEDS }, (_, n) => feedUrl(n + 1));
  await sql`UPDATE feeds SET url = given.url, listed_url = given.url
    FROM unnest(${urls}::text[]) WITH ORDINALITY AS given (url, n) WHERE feeds.id = given.n`.execute(db);
}

/** Features of the articles in recent stories, which are read when two stories are merged or one is split. */
async function giveFeatures(db: Database): Promise<void> {
  await sql`UPDATE articles SET features = first.features FROM stories JOIN articles AS first ON first.id = stories.members[1]
    WHERE stories.last_report_at > now() - interval '4 days' AND articles.story_id = stories.id AND articles.features IS NULL`.execute(
    db,
  );
}
