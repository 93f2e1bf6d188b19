import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openQueueBackend } from '../src/io/queue/backend.ts';
import { openQueues } from '../src/io/queue/queues.ts';
import { type Database, migrate, openDatabase } from '../src/io/store/database.ts';
import { startEmbeddedPostgres } from '../src/io/store/embedded-postgres.ts';
import type { Service } from '../src/service/open-service.ts';
import { startWeb } from '../src/web/server.ts';
import { removeDatabase } from '../test/support/remove-database.ts';

// How long pages, search and the API take over a generated archive: `npm run bench:web -- --articles 1000000`.
// A story has ten articles. Words are drawn so that a few are everywhere and most are rare, as in any language.
const { values } = parseArgs({
  options: { articles: { type: 'string', default: '100000' }, requests: { type: 'string', default: '30' } },
});
const articles = Number(values.articles);
const requests = Number(values.requests);
const BATCH = 20_000;

const directory = await mkdtemp(path.join(os.tmpdir(), 'chipwatch-bench-'));
const postgres = await startEmbeddedPostgres({ directory: path.join(directory, 'postgres') });
const db = openDatabase(postgres.url, { work: 'long', maxConnections: 8, onError: () => {} });
try {
  await migrate(db);
  const began = Date.now();
  await generate(db);
  console.log(
    `${articles} articles in ${articles / 10} stories, generated in ${Math.round((Date.now() - began) / 1_000)} s`,
  );
  await sizes(db);
  const queues = openQueues(
    await openQueueBackend({
      redisUrl: undefined,
      databaseUrl: postgres.url,
      redisPrefix: 'bench',
      onError: () => {},
    }),
    { onError: () => {}, onFailed: () => {} },
  );
  const steps = openDatabase(postgres.url, { work: 'steps', maxConnections: 8, onError: () => {} });
  const web = await startWeb({
    config: {
      web: { host: '127.0.0.1', port: 0, hosts: [] },
      routes: [],
      topics: 'config/topics',
      entities: 'config/entities.yaml',
      file: '',
    },
    store: { db: steps },
    pipeline: { db: steps },
    queues,
    log: pino({ level: 'silent' }),
  } as unknown as Service);
  await measure(web.url);
  await web.close();
  await queues.close(1_000);
  await steps.destroy();
} finally {
  await db.destroy();
  await postgres.close();
  await removeDatabase(path.join(directory, 'postgres'));
  await rm(directory, { recursive: true, force: true });
}

/** Word n has a share of about 1/n: `word3` is in most articles, `word40000` in few. */
async function generate(db: Database): Promise<void> {
  const stories = articles / 10;
  await sql`INSERT INTO stories (title, link, outlets, languages, article_count, state, first_report_at, last_report_at)
    SELECT 'Story ' || n, 'https://outlet.example/' || n, ARRAY['Outlet ' || n % 97, 'Outlet ' || n % 89], ARRAY[(ARRAY['en','de','zh-Hans','ja'])[1 + n % 4]], 10,
           jsonb_build_object('topics', CASE WHEN n % 3 = 0 THEN '["chip_ban"]' WHEN n % 3 = 1 THEN '["customs_check"]' ELSE '[]' END::jsonb,
             'possible', CASE WHEN n % 3 = 2 THEN '["chip_ban"]' ELSE '[]' END::jsonb, 'stances', '[]'::jsonb, 'official', false),
           now() - n * interval '1 minute', now() - n * interval '1 minute'
      FROM generate_series(1, ${stories}::int) n`.execute(db);
  for (let from = 0; from < articles; from += BATCH)
    await sql`INSERT INTO articles (canonical_url, url, outlet, title, text, content_hash, language, language_tag, language_confidence,
                confidence, via, entities, reported_at, fetched_at, story_id)
      SELECT 'https://outlet.example/a/' || n, '', 'Outlet ' || n % 97, 'Report ' || n || ' ' || words.title, words.body, n::text, 'eng',
             CASE WHEN n % 10 = 0 THEN 'zh-Hans' ELSE 'en' END, 1, 1, 'feed',
             (SELECT jsonb_agg(jsonb_build_object('id', kind || one, 'name', initcap(kind) || ' ' || one, 'kind', kind, 'count', 2))
                FROM (VALUES ('organisation', n % 53), ('organisation', 53 + n % 7), ('country', n % 31)) AS named (kind, one)),
             now() - n * interval '6 seconds', now(), 1 + (n - 1) / 10
        FROM generate_series(${from + 1}::int, ${Math.min(articles, from + BATCH)}::int) n,
             LATERAL (SELECT string_agg(w, ' ') FILTER (WHERE i <= 8) AS title,
                             string_agg(w, ' ') || CASE WHEN n % 10 = 0 THEN ' 海关总署检查芯片' || chr(19968 + n % 20000) || chr(19968 + n % 997) ELSE '' END AS body
                        FROM (SELECT i, 'word' || floor(power(50000, random() + n * 0))::int AS w FROM generate_series(1, 80) i) drawn) words`.execute(
      db,
    );
  await sql`INSERT INTO matches (article_id, topic, label, level, confidence, rules, passages, version, matched_at)
    SELECT id, CASE WHEN story_id % 3 = 1 THEN 'customs_check' ELSE 'chip_ban' END, 'A topic', 'sure', 60 + id % 40, '[]', '[]', '', now()
      FROM articles WHERE id % 2 = 0`.execute(db);
  await sql`INSERT INTO alerts (story_id, article_id, route, development, kind, created_at)
    SELECT story_id, min(id), 'everything', 'first', 'alert', min(reported_at) FROM articles GROUP BY story_id`.execute(
    db,
  );
  await sql`VACUUM ANALYZE`.execute(db);
}

async function sizes(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; size: string }>`
    SELECT relname AS name, pg_size_pretty(pg_relation_size(oid)) AS size FROM pg_class
     WHERE relname IN ('articles', 'article_search', 'article_search_words', 'article_search_reported', 'articles_entities', 'stories_state', 'stories_latest')
     ORDER BY pg_relation_size(oid) DESC`.execute(db);
  for (const { name, size } of rows) console.log(`  ${name.padEnd(26)} ${size}`);
}

async function measure(url: string): Promise<void> {
  const random = (limit: number) => Math.floor(Math.random() * limit);
  const kinds: Readonly<Record<string, () => string>> = {
    'no work (/help)': () => '/help',
    'stories, first page': () => '/',
    'stories by topic and outlet': () => `/?topic=chip_ban&outlet=Outlet%20${random(97)}`,
    'stories, rare filter': () => '/?stance=denied',
    'stories, frequent name': () => `/?entity=organisation${53 + random(7)}`,
    'stories by confidence': () => '/?sort=score&since=30d',
    'one story': () => `/stories/${1 + random(articles / 10)}`,
    'search, frequent word': () => `/search?exact=yes&q=word${2 + random(5)}`,
    'search, rare word': () => `/search?exact=yes&q=word${20_000 + random(20_000)}`,
    'search, two words': () => `/search?exact=yes&q=word${random(200)}+word${random(2_000)}`,
    'search, Chinese': () => `/search?exact=yes&q=${encodeURIComponent('海关总署')}`,
    'search, rare and filtered': () =>
      `/search?exact=yes&q=word${5_000 + random(5_000)}&outlet=Outlet%20${random(97)}`,
    'API stories': () => '/api/v1/stories?limit=50',
    'API search': () => `/api/v1/articles?exact=yes&q=word${100 + random(1_000)}`,
    'trends of 30 days': () => '/trends?days=30',
    'trends of a year, by name': () => '/trends?days=365&by=entity',
    'API trends of a year': () => '/api/v1/trends?days=365&by=outlet',
  };
  const rows: string[] = [];
  let base = 0;
  for (const [kind, address] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let n = 0; n < requests + 2; n++) {
      const path = address();
      const began = performance.now();
      const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      // The first two warm plans and caches.
      if (n >= 2) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
    if (base === 0) base = at(0.5);
    rows.push(
      `${kind.padEnd(30)} p50 ${at(0.5).toFixed(0).padStart(6)} ms  p95 ${at(0.95).toFixed(0).padStart(6)} ms  ${(at(0.5) / base).toFixed(1).padStart(7)} × no work`,
    );
  }
  console.log(
    `\n${os.availableParallelism()} cores, Node ${process.version}, ${requests} requests each\n${rows.join('\n')}`,
  );
}
