import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Config } from '../../src/config/load-config.ts';
import { storeArticle, storeMatches } from '../../src/io/store/articles/articles.ts';
import { createLiveSource } from '../../src/io/http/live-source.ts';
import type { Database } from '../../src/io/store/database.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { insertSilence } from '../../src/io/store/silences.ts';
import { recordAlive } from '../../src/io/store/liveness.ts';
import { shareModels, type SharedModels } from '../../src/pipeline/models/shared-models.ts';
import { publishArticle } from '../../src/pipeline/stories/publish-story.ts';
import { createDocumentReader } from '../../src/pipeline/threads/document-reader.ts';
import { readArticle } from '../../src/pipeline/threads/read-article.ts';
import { publishingAt } from './archive.ts';
import { testConsole, type TestConsole } from './web-console.ts';

interface Item {
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly topics: readonly string[];
}

const OUTLETS: Readonly<Record<string, string>> = {
  eng: 'Harbour Courier',
  fra: 'Le Quai',
  deu: 'Hafenblatt',
  spa: 'El Muelle',
  jpn: '港湾新聞',
  cmn: '港口日报',
  kor: '항만일보',
  arb: 'صحيفة الميناء',
};

/** Outlets of further languages, for tests that want all sixteen. */
const MORE_OUTLETS: Readonly<Record<string, string>> = {
  ita: 'Il Molo',
  por: 'O Cais',
  rus: 'Портовый вестник',
  nld: 'De Kade',
  pol: 'Nabrzeże',
  tur: 'Liman Gazetesi',
  vie: 'Báo Cảng',
  hin: 'बंदरगाह समाचार',
};

export const ALL_LANGUAGES: readonly string[] = [...Object.keys(OUTLETS), ...Object.keys(MORE_OUTLETS)];

function read(name: string): Item[] {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Item)
    .filter(({ topics }) => topics.length > 0);
}

/** Some labelled items of each language as reports. */
function worldItems(languages: readonly string[]): Item[] {
  const items = [...read('labelled.jsonl'), ...read('labelled-languages.jsonl'), ...read('labelled-2.jsonl')];
  return languages.flatMap((lang) =>
    items.filter((item) => item.lang === lang).slice(0, lang === 'eng' ? 4 : 2),
  );
}

/** A report that is not among these. */
export function newsItem(): Item {
  const item = read('labelled-2.jsonl').findLast(({ lang }) => lang === 'eng');
  if (item === undefined) throw new Error('no item is left');
  return item;
}

/** Attacks that an outlet could put into a title. */
export const ATTACKS = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror="document.title=\'owned\'">',
  '<svg onload=document.title="owned">',
  '\u202Egnp.exe\u202C and \uD800 broken',
  '{{constructor.constructor("document.title=1")()}}',
  "javascript:document.title='owned'",
];

export interface ConsoleWorld extends TestConsole {
  readonly topics: string;
  /** Stores a report and sends it through the routes, as the pipeline does. */
  report(item: Pick<Item, 'lang' | 'title' | 'body'>, at?: Date): Promise<string>;
}

/** A console with stories in several languages, alerts, feeds, silences, deliveries, and attacks among them. */
export async function consoleWorld(
  web: Partial<Config['web']> = {},
  {
    attacks = true,
    languages = Object.keys(OUTLETS),
    hours = 1.5,
  }: {
    readonly attacks?: boolean;
    readonly languages?: readonly string[];
    /** Hours between two reports. */
    readonly hours?: number;
  } = {},
): Promise<ConsoleWorld> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-world-'));
  const topics = path.join(directory, 'topics');
  await cp('config/topics', topics, { recursive: true });
  const entities = path.resolve('config/entities.yaml');
  const models = await shareModels({ topics, entities });
  const reader = createDocumentReader({ threads: 1, topics, entities });
  const source = createLiveSource({ userAgent: 'chipwatch/test', allowPrivateNetworks: true });
  const console = await testConsole(web, {
    config: { topics, entities },
    service: { pipeline: { reader, source } as never },
  });
  const { db } = console;
  let number = 0;
  const report = async (item: Pick<Item, 'lang' | 'title' | 'body'>, at = new Date()) => {
    number += 1;
    return store(db, models, item, { url: `https://outlet.example/${number}`, at });
  };
  const now = Date.now();
  await furnish(db, new Date(now));
  const items = worldItems(languages);
  for (const [index, item] of items.toReversed().entries())
    await report(item, new Date(now - (items.length - index) * hours * 3_600_000));
  const [base] = read('labelled.jsonl')
    .filter(({ lang }) => lang === 'eng')
    .slice(5);
  for (const [index, attack] of (attacks ? ATTACKS : []).entries())
    await report(
      {
        lang: 'eng',
        title: `${attack} ${base?.title ?? ''} ${index}`,
        body: `${attack}\n\n${base?.body ?? ''}`,
      },
      new Date(now - (index + 40) * hours * 3_600_000),
    );
  await db
    .updateTable('articles')
    .set({ canonical_url: "javascript:document.title='owned'" })
    .where('title', 'like', '<svg%')
    .execute();
  await sql`UPDATE deliveries SET state = 'dead', attempts = 9, answer = '410 Gone: <b>no such hook</b>', last_attempt_at = now()
             WHERE id = (SELECT id FROM deliveries ORDER BY created_at LIMIT 1)`.execute(db);
  await sql`UPDATE deliveries SET state = 'delivered', attempts = 1, answer = '200', delivered_at = created_at WHERE state = 'pending'`.execute(
    db,
  );
  return {
    ...console,
    topics,
    report,
    async [Symbol.asyncDispose]() {
      await console[Symbol.asyncDispose]();
      await reader.close();
      await source.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function store(
  db: Database,
  models: SharedModels,
  item: Pick<Item, 'lang' | 'title' | 'body'>,
  { url, at }: { url: string; at: Date },
): Promise<string> {
  const outlet = OUTLETS[item.lang] ?? MORE_OUTLETS[item.lang] ?? 'Harbour Courier';
  const result = readArticle({
    page: undefined,
    entry: {
      url,
      title: item.title,
      author: undefined,
      summary: undefined,
      content: item.body
        .split('\n\n')
        .map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
        .join(''),
      published: at,
    },
    hints: { http: undefined, feed: undefined },
    outlet,
    seenAt: at,
    models,
  });
  return db.transaction().execute(async (tx) => {
    const read = { ...result, article: { ...result.article, title: item.title } };
    const article = await storeArticle(
      tx,
      { ...read, url, outlet, sample: false, features: read.story?.features },
      at,
    );
    await storeMatches(tx, article.id, read.matches, at);
    if (read.story !== undefined)
      await publishArticle(
        publishingAt(() => at),
        tx,
        { article, matches: read.matches, story: read.story, backlog: false },
      );
    return article.id;
  });
}

/** Adds feeds in all states, items of the last days, and a silence. */
async function furnish(db: Database, now: Date): Promise<void> {
  await addFeeds(db, [
    { url: 'https://harbour.example/feed.xml', outlet: 'Harbour Courier', origin: 'cli' },
    { url: 'https://quai.example/rss', outlet: 'Le Quai', origin: 'config' },
    { url: 'https://minato.example/atom', outlet: '港湾新聞', origin: 'cli' },
  ]);
  await sql`UPDATE feeds SET polled_at = ${now}, succeeded_at = ${now}, schedule_reason = 'publishes every two hours',
              next_poll_at = ${new Date(now.getTime() + 900_000)}`.execute(db);
  await sql`UPDATE feeds SET failures = 4, fetch_error = 'timeout', last_error = 'no answer within 30 seconds' WHERE outlet = 'Le Quai'`.execute(
    db,
  );
  await sql`INSERT INTO items (feed_id, guid, url, url_key, title, entry_hash, state, first_seen_at, last_seen_at, done_at)
    SELECT f.id, f.id || '-' || n, f.site || n, f.site || n, 'Entry ' || n, '', 'done', seen, seen, seen
      FROM (SELECT id, url AS site FROM feeds WHERE outlet <> 'Le Quai') f, generate_series(1, 60) n,
           LATERAL (SELECT ${now}::timestamptz - (n * n % 331) * interval '1 hour' AS seen) s`.execute(db);
  await insertSilence(db, {
    matchers: { outlet: 'Hafenblatt' },
    reason: 'prints agency copy a day late',
    until: new Date(now.getTime() + 86_400_000),
  });
  for (const role of ['feeds', 'articles', 'deliveries']) await recordAlive(db, role, now);
}
