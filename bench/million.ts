import { fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { createDocumentReader, type DocumentReader } from '../src/pipeline/threads/document-reader.ts';
import type { ReadPage } from '../src/pipeline/threads/read-article.ts';
import { sentBy } from '../test/support/count-statements.ts';
import { labelledArticles, type LabelledArticle } from '../test/support/loopback-outlet.ts';
import { quantile } from '../test/support/quantile.ts';
import { type Archive, openArchive } from './million/archive.ts';
import { FEEDS } from './million/fill-rest.ts';
import { generateReports } from './million/generated-reports.ts';
import { type Cost, measured } from './million/measured.ts';
import { plansOver } from './million/plans.ts';
import { lookUp, ONCE, poll, type Readings, removeOldest, store } from './million/steps.ts';
import { benchServers } from './support/bench-servers.ts';
import { printSizes } from './support/print-sizes.ts';

// Measures what the steps of the pipeline cost over a generated archive of a million articles, and over one of two
// weeks that grows as fast. Both are in the same server, and are measured in turns. A million articles take some 7 GB.
// With `--directory` the archives stay there, and the next run does not generate them again.
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    /** Two weeks of one article in half a minute: stories are looked for in so many. */
    small: { type: 'string', default: '40320' },
    rounds: { type: 'string', default: '3' },
    polls: { type: 'string', default: '500' },
    stored: { type: 'string', default: '2000' },
    directory: { type: 'string' },
  },
});
const [rounds, polls, stored] = [Number(values.rounds), Number(values.polls), Number(values.stored)];
/** New items of a feed that has some. */
const NEW_ITEMS = 20;
/** Feeds up to this number answer 304. */
const QUIET = FEEDS / 2;

await using server = await benchServers({ redis: false, keptIn: values.directory });
const feeds = [await startFeeds('0'), await startFeeds(String(NEW_ITEMS))] as const;
const reader = createDocumentReader({
  threads: 1,
  topics: 'config/topics',
  entities: 'config/entities.yaml',
});
try {
  const readings = await readLabelled(reader);
  const open = (name: string, articles: number) => {
    const report = generateReports(
      readings.matched.flatMap(({ story }) => story?.features ?? []),
      articles,
    );
    return openArchive(server.url, {
      name,
      articles,
      reader,
      feedUrl,
      story: (at) => {
        return report(at);
      },
    });
  };
  await using small = await open('small', Number(values.small));
  await using large = await open('large', Number(values.articles));
  console.log(
    `${os.availableParallelism()} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  await printSizes(large.db);
  await compareSteps(small, large, readings);
  await compareOnce(small, large);
  await printPlans(large, readings);
} finally {
  await reader.close();
  for (const { child } of feeds) child.kill();
}

async function startFeeds(items: string) {
  const child = fork(new URL('./support/feed-server-process.ts', import.meta.url), ['0', items]);
  const [port] = (await once(child, 'message')) as [number];
  return { child, port };
}

function feedUrl(n: number): string {
  return `http://127.1.${n >> 8}.${n & 255}:${feeds[n <= QUIET ? 0 : 1].port}/feed-${n}.xml`;
}

/** The labelled articles as the reading thread reads them. */
async function readLabelled(from: DocumentReader): Promise<Readings> {
  const read = async ({ id, title, body }: LabelledArticle): Promise<ReadPage> =>
    from.readArticle({
      page: undefined,
      entry: {
        title,
        url: `http://outlet.example/${id}`,
        author: undefined,
        summary: undefined,
        content: body,
        published: new Date(),
      },
      hints: { http: undefined, feed: undefined },
      outlet: 'Example Daily',
      seenAt: new Date(),
    });
  const pages: ReadPage[] = [];
  for (const article of labelledArticles()) pages.push(await read(article));
  const matched = pages.filter(({ matches, story }) => matches.length > 0 && story !== undefined);
  return {
    matched,
    unmatched: pages.filter(({ matches }) => matches.length === 0),
    report: generateReports(
      matched.flatMap(({ story }) => story?.features ?? []),
      1,
    ),
  };
}

/** The costs of each step in both archives, the median of all rounds. */
async function compareSteps(small: Archive, large: Archive, readings: Readings): Promise<void> {
  const costs = new Map<string, Cost[]>();
  const note = async (step: string, { name }: Archive, work: () => Promise<number>) => {
    const key = `${step} | ${name}`;
    costs.set(key, [...(costs.get(key) ?? []), await measured(server, work)]);
  };
  const news = Math.ceil(stored / NEW_ITEMS);
  const times = new Map<Archive, number[]>([
    [small, []],
    [large, []],
  ]);
  // The first round warms caches, connections and the compiler.
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) costs.clear();
    for (const archive of round % 2 === 0 ? [small, large] : [large, small]) {
      const at = round * polls;
      await note('poll, 304', archive, () => poll(archive, 1 + (at % (QUIET - polls)), polls));
      await note(`poll, ${NEW_ITEMS} new items`, archive, () =>
        poll(archive, 1 + QUIET + ((round * news) % (QUIET - news)), news),
      );
      await note('article, stored', archive, () => store(archive, readings, stored));
    }
    for (let n = 0; n < 200; n += 1) {
      const report = readings.report(new Date());
      for (const archive of [small, large]) {
        const began = performance.now();
        await lookUp(archive, report);
        if (round > 0) times.get(archive)?.push(performance.now() - began);
      }
    }
  }
  const median = (all: readonly Cost[], of: (cost: Cost) => number) => quantile(all.map(of), 0.5);
  const rows: Record<string, Record<string, number>> = {};
  for (const step of new Set([...costs.keys()].map((key) => key.split(' | ')[0] as string))) {
    const [few, many] = [small, large].map(({ name }) => costs.get(`${step} | ${name}`) ?? []) as [
      Cost[],
      Cost[],
    ];
    for (const [what, of] of [
      ['ms', (cost: Cost) => cost.wall],
      ['CPU ms, PostgreSQL', (cost: Cost) => cost.postgres],
      ['CPU ms, process', (cost: Cost) => cost.process],
    ] as const)
      rows[`${step}: ${what}`] = compared(median(few, of), median(many, of));
  }
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)
    rows[`candidate look-up: ms, ${name}`] = compared(
      quantile(times.get(small) ?? [], share),
      quantile(times.get(large) ?? [], share),
    );
  console.table(rows);
}

/** Milliseconds of what is done now and then, the median of five calls in turns. */
async function compareOnce(small: Archive, large: Archive): Promise<void> {
  const rows: Record<string, Record<string, number>> = {};
  const time = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  for (const [what, work] of Object.entries(ONCE)) {
    const [few, many]: [number[], number[]] = [[], []];
    for (let call = 0; call < 6; call += 1)
      for (const [archive, all] of [
        [small, few],
        [large, many],
      ] as const) {
        const ms = await time(() => work(archive));
        if (call > 0) all.push(ms);
      }
    rows[what] = compared(quantile(few, 0.5), quantile(many, 0.5));
  }
  const each = async (archive: Archive) => (await measured(server, () => removeOldest(archive, 3_000))).wall;
  rows['nightly removal, a row'] = compared(await each(small), await each(large));
  console.table(rows);
}

function compared(few: number, many: number): Record<string, number> {
  const rounded = (value: number) => Number(value.toPrecision(3));
  return { small: rounded(few), large: rounded(many), ratio: Number((many / few).toFixed(2)) };
}

/** Prints how the statements of all steps find their rows. */
async function printPlans(archive: Archive, readings: Readings): Promise<void> {
  const sent = await sentBy(async () => {
    await poll(archive, QUIET - 16, 16);
    await poll(archive, FEEDS - 16, 16);
    await store(archive, readings, 64);
    await lookUp(archive, readings.report(new Date()));
    for (const work of Object.values(ONCE)) await work(archive);
  });
  const plans = await plansOver(archive.url, sent);
  const nodes = Map.groupBy(
    plans.flatMap(({ reads }) => reads),
    (read) => read.split(' Scan')[0] as string,
  );
  console.log(
    `${plans.length} plans of ${plans.length / 2} statements; ways to read a table: ${[...nodes].map(([kind, all]) => `${kind} ${all.length}`).join(', ')}`,
  );
  for (const { text, whole, inOrder } of plans) {
    const start = text.replace(/\s+/g, ' ').slice(0, 160);
    for (const table of whole) console.log(`reads all of ${table}: ${start}`);
    for (const table of inOrder) console.log(`goes through ${table} in order: ${start}`);
  }
  for (const { text, cost } of plans.toSorted((a, b) => b.cost - a.cost).slice(0, 8))
    console.log(`estimated cost ${Math.round(cost)}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`);
}
