import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { type LifeOptions, MANNERS, outletsOf } from '../test/world/live/life.ts';
import { accountOfWorld } from '../test/world/live/world-account.ts';
import { watchedWorld } from '../test/world/live/watched-world.ts';
import { oldObjectsOf, reportOptions } from './support/heap-report.ts';
import { memoryPartsOf } from './support/memory-parts.ts';
import { growthOf, plotSeries, type Series } from './support/plot-series.ts';

// Runs the service for an hour with a simulated web that publishes twenty times as fast as the real one, and shows
// which figures grow (memory, rows of the queue, connections …).
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    outlets: { type: 'string', default: '60' },
    /** Reports an hour, over all outlets: about 150 in reality, times twenty. */
    reports: { type: 'string', default: '3000' },
    interval: { type: 'string', default: '15' },
    plot: { type: 'string', default: 'docs/soak.svg' },
  },
});
const EVENTS = 60;
const durationMs = Number(values.minutes) * 60_000;
const life: LifeOptions = {
  seed: 20,
  outlets: Number(values.outlets),
  durationMs,
  eventsPerHour: (EVENTS * 3_600_000) / durationMs,
  othersPerEvent: Math.round((Number(values.reports) * durationMs) / 3_600_000 / EVENTS),
  manners: MANNERS,
};
/** Milliseconds between two measurements. */
const LOOK = 5_000;
/** Of so many measurements one asks for the heaps of each thread, for which all threads stop for some milliseconds. */
const HEAPS = 6;
const reports = mkdtempSync(path.join(os.tmpdir(), 'chipwatch-soak-'));

await using world = await watchedWorld({
  ...life,
  interval: Number(values.interval),
  refused: 0.1,
  topics: 'config/topics',
  environment: { NODE_OPTIONS: reportOptions(reports) },
});
const db = await world.database();
const series: Record<string, { unit: string; points: { at: number; value: number }[] }> = {};
const note = (name: string, unit: string, at: number, value: number) => {
  series[name] ??= { unit, points: [] };
  series[name].points.push({ at, value });
};
const { pid } = world.service.child;
let looks = 0;
const begun = performance.now();
while (performance.now() - begun < durationMs) {
  const at = (performance.now() - begun) / 1_000;
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  note('memory of the service', 'MB', at, Number(resident) / 1_024);
  // Which part grows says what to look for: objects, code that is compiled as it is first needed, or buffers.
  for (const [part, mb] of Object.entries(memoryPartsOf(pid!))) note(`memory: ${part}`, 'MB', at, mb);
  note('handles of the service', 'handles', at, readdirSync(`/proc/${pid}/fd`).length);
  const { rows } = await sql<{
    items: number;
    pending: number;
    jobs: number;
    mb: number;
    sessions: number;
  }>`
    SELECT (SELECT count(*) FROM items WHERE state = 'new' AND due_at <= now())::int AS items,
           (SELECT count(*) FROM deliveries WHERE state = 'pending')::int AS pending,
           (SELECT n_live_tup FROM pg_stat_user_tables WHERE schemaname = 'bullmq' ORDER BY n_live_tup DESC LIMIT 1)::int AS jobs,
           (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database())::int AS sessions,
           pg_database_size(current_database())::float8 / 1048576 AS mb`.execute(db);
  const row = rows[0]!;
  note('items that are due', 'items', at, row.items);
  note('deliveries that wait', 'deliveries', at, row.pending);
  note('rows of the queue', 'rows', at, row.jobs);
  note('sessions of the database', 'sessions', at, row.sessions);
  note('database', 'MB', at, row.mb);
  looks += 1;
  if (looks % HEAPS === 0) {
    const old = await oldObjectsOf(pid!, reports, () => pause(LOOK));
    note('old objects of the main thread', 'MB', at, old?.main ?? Number.NaN);
    note('old objects of other threads', 'MB', at, old?.threads ?? Number.NaN);
  } else await pause(LOOK);
}
rmSync(reports, { recursive: true });
const all: Series[] = Object.entries(series).map(([name, one]) => ({ name, ...one }));
const account = await accountOfWorld(world, db, outletsOf(life));
const title = `${values.minutes} minutes, ${values.outlets} outlets, ${account.reports} reports, polled each ${values.interval} s`;
writeFileSync(values.plot, plotSeries(title, all));
console.log(title);
for (const one of all) {
  const { slope, error, means } = growthOf(one);
  const tenths = means.map((value) => value.toFixed(1)).join(' ');
  console.log(
    `${one.name}: means of tenths ${tenths} ${one.unit}; slope over the last six tenths ${slope.toFixed(2)} ${one.unit} an hour, standard error ${error.toFixed(2)}`,
  );
}
console.log(JSON.stringify({ ...account, violations: account.violations.length }));
console.log(`load ${os.loadavg()[0]?.toFixed(1)}, ${os.availableParallelism()} cores`);
