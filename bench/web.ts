import os from 'node:os';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { openQueueBackend } from '../src/io/queue/backend.ts';
import { openQueues } from '../src/io/queue/queues.ts';
import { openDatabase } from '../src/io/store/database.ts';
import { migrate } from '../src/io/store/migrate.ts';
import { countTrendDays } from '../src/io/store/stories/trend-days.ts';
import type { Service } from '../src/service/open-service.ts';
import { startWeb } from '../src/web/server/server.ts';
import { benchServers } from './support/bench-servers.ts';
import { printSizes } from './support/print-sizes.ts';
import { generateArchive } from './web-archive.ts';

// Measures response times of pages, search and API over a generated archive: `npm run bench:web -- --articles
// 1000000`. A million articles take some 6 GB. With `--directory` the archive stays there, and the next run does not
// generate it again.
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '30' },
    directory: { type: 'string' },
  },
});
const articles = Number(values.articles);
const requests = Number(values.requests);

await using postgres = await benchServers({ redis: false, keptIn: values.directory });
const db = openDatabase(postgres.url, { work: 'long', maxConnections: 8, onError: () => {} });
try {
  await migrate(db);
  const made = await generateArchive(db, articles);
  console.log(
    `${articles} articles, ${articles / 10} stories${made === undefined ? ', kept from before' : `; rows in ${made.rows.toFixed(0)} s, indexes in ${made.indexes.toFixed(0)} s`}`,
  );
  const counting = Date.now();
  const days = await countTrendDays(db, new Date());
  console.log(`${days} days counted for the trends in ${((Date.now() - counting) / 1_000).toFixed(0)} s`);
  await printSizes(db);
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
    'search, frequent, by stance': () => `/search?exact=yes&q=word${random(20)}&stance=in+force`,
    'search, rare, by stance': () => `/search?exact=yes&q=word${5_000 + random(5_000)}&stance=in+force`,
    'search, starred': () => `/search?exact=yes&q=word${random(200)}&state=starred`,
    'search, unread': () => `/search?exact=yes&q=word${random(200)}&state=unread`,
    'search, customs in all words': () => `/search?q=customs`,
    'search, what nobody wrote': () => `/search?q=smuggling+Shenzhen`,
    'search, what fits best': () => `/search?exact=yes&sort=relevance&q=word${100 + random(1_000)}`,
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
    let largest = 0;
    for (let n = 0; n < requests + 2; n++) {
      const path = address();
      const began = performance.now();
      const response = await fetch(`${url}${path}`, { headers: { accept: 'text/html' } });
      largest = Math.max(largest, (await response.arrayBuffer()).byteLength);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      // The first two requests warm plans and caches.
      if (n >= 2) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
    if (base === 0) base = at(0.5);
    rows.push(
      `${kind.padEnd(30)} p50 ${at(0.5).toFixed(0).padStart(6)} ms  p95 ${at(0.95).toFixed(0).padStart(6)} ms  ${(at(0.5) / base).toFixed(1).padStart(7)} × no work  ${(largest / 1_000).toFixed(0).padStart(4)} kB`,
    );
  }
  console.log(
    `\n${os.availableParallelism()} cores, Node ${process.version}, ${requests} requests each\n${rows.join('\n')}`,
  );
}
