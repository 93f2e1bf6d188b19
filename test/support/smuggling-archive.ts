import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { ArchiveScope } from '../../src/pipeline/topics/classify-archive.ts';
import { diffTopics, type TopicsDiff } from '../../src/pipeline/topics/diff-topics.ts';
import type { DocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { type Reapplied, reapplyTopics } from '../../src/pipeline/topics/reapply-topics.ts';
import { shareModels } from '../../src/pipeline/models/shared-models.ts';
import { classifyTexts } from '../../src/pipeline/threads/classify-texts.ts';
import {
  addressOf,
  englishItems,
  itemsWith,
  type LabelledItem,
  type OneRule,
  publishingAt,
  storeItems,
  topicFiles,
  type TopicFiles,
} from './archive.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export const START = new Date('2026-03-01T00:00:00Z');
export const NOW = new Date('2026-03-02T00:00:00Z');
const items = englishItems();
export const smuggled = itemsWith('smuggl', items);
export const seized = itemsWith('seiz', items);
export const either = itemsWith('smuggl|seiz', items);
export const neither = items.filter((item) => !either.includes(item));
export const stored = [...either, ...neither.slice(0, 3)];

export const SMUGGLING = { smuggling: { terms: 'smuggl*' } };
export const SEIZURES = { smuggling: { terms: 'seiz*' } };
export const BOTH = { smuggling: { terms: 'smuggl*, seiz*' } };

export const urls = (which: readonly LabelledItem[]) => which.map(addressOf).sort();
export const without = (all: readonly LabelledItem[], some: readonly LabelledItem[]) =>
  all.filter((item) => !some.includes(item));
export const listed = ({ changes }: TopicsDiff | Reapplied, kind: string) =>
  changes
    .filter((change) => change.kind === kind)
    .map((change) => change.url)
    .sort();

export const noProgress = { start() {}, step() {} };

export const everything = (topics: Record<string, OneRule>): ArchiveScope => ({
  topics: Object.keys(topics),
  only: undefined,
  since: undefined,
  limit: 100,
});

/** An archive of labelled articles for the tests of a file: a database for each test, and what topics do to it. */
export function smugglingArchive() {
  const opened = new Map<string, Promise<TopicFiles>>();
  const cleanup = new AsyncDisposableStack();
  let database: TestDatabase;

  async function filesOf(topics: Record<string, OneRule>): Promise<TopicFiles> {
    const key = JSON.stringify(topics);
    const files = opened.get(key) ?? topicFiles(topics);
    if (!opened.has(key)) cleanup.use(await files);
    opened.set(key, files);
    return files;
  }

  /** What threads do, without the threads. */
  async function readerOf(topics: Record<string, OneRule>): Promise<Pick<DocumentReader, 'classify'>> {
    const models = await shareModels(await filesOf(topics));
    return { classify: async (task) => classifyTexts({ ...task, models }) };
  }

  beforeAll(() => {
    // The oracle must tell something: items that both find, and items that only one does.
    expect(smuggled.filter((item) => !seized.includes(item)).length).toBeGreaterThan(1);
    expect(seized.filter((item) => !smuggled.includes(item)).length).toBeGreaterThan(1);
  });
  afterAll(() => cleanup.disposeAsync());

  beforeEach(async () => {
    database = await testDatabase();
    return () => database[Symbol.asyncDispose]();
  });

  async function store(
    topics: Record<string, OneRule>,
    which: readonly LabelledItem[] = stored,
    at = START,
  ): Promise<void> {
    const publishing = publishingAt(() => START);
    await storeItems(database.db, which, { rules: await filesOf(topics), at, publishing });
  }

  async function diff(
    old: Record<string, OneRule>,
    now: Record<string, OneRule>,
    scope: Partial<ArchiveScope> = {},
  ): Promise<TopicsDiff> {
    const before = await readerOf(old);
    const after = await readerOf(now);
    return diffTopics(
      { db: database.db, before, after },
      { ...everything({ ...old, ...now }), ...scope },
      noProgress,
    );
  }

  async function reapply(
    topics: Record<string, OneRule>,
    { alert = false, ...scope }: Partial<ArchiveScope> & { alert?: boolean } = {},
  ): Promise<Reapplied> {
    const reader = await readerOf(topics);
    const publishing = publishingAt(() => NOW);
    return reapplyTopics(
      { db: database.db, reader, publishing, alert },
      { ...everything(topics), ...scope },
      noProgress,
    );
  }

  /** All that a run may touch. */
  async function snapshot() {
    const { db } = database;
    const all = async (table: 'articles' | 'matches' | 'stories' | 'alerts' | 'deliveries' | 'ledger') =>
      (await db.selectFrom(table).selectAll().execute())
        .map((row) => JSON.stringify(row))
        .sort((a, b) => (a < b ? -1 : 1));
    return {
      articles: await all('articles'),
      matches: await all('matches'),
      stories: await all('stories'),
      alerts: await all('alerts'),
      deliveries: await all('deliveries'),
      ledger: await all('ledger'),
    };
  }

  async function matchedUrls(topic = 'smuggling'): Promise<string[]> {
    const rows = await database.db
      .selectFrom('matches')
      .innerJoin('articles', 'articles.id', 'matches.article_id')
      .select('canonical_url')
      .where('topic', '=', topic)
      .execute();
    return rows.map((row) => row.canonical_url).sort();
  }
  return {
    get db() {
      return database.db;
    },
    diff,
    filesOf,
    matchedUrls,
    readerOf,
    reapply,
    snapshot,
    store,
  };
}
