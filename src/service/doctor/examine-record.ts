import { sql } from 'kysely';
import { count } from '../../core/messages/phrases.ts';
import type { Database } from '../../io/store/database.ts';
import { getLastAlive } from '../../io/store/liveness.ts';
import type { Finding } from './finding.ts';
import { examineDeliveries, examineRecipients } from './examine-deliveries.ts';
import { examineDisk } from './examine-disk.ts';
import { examineOwnErrors } from './examine-own-errors.ts';
import { examineProcesses } from './examine-processes.ts';

/** A worker without a sweep for so long is gone or hangs. Seconds. */
const STALE = 60;
/** If this share of the feeds cannot be read, it is probably our own fault and is reported. */
const TOO_MANY = 0.1;
/** Allowed difference between two clocks. Seconds. */
const SKEW = 60;

/** Whether the workers run, by their pulses. */
export async function examineService(db: Database, now: Date): Promise<Finding> {
  const pulses = [...(await getLastAlive(db))].filter(([role]) => role !== 'web');
  if (pulses.length === 0)
    return { what: 'service', state: 'note', says: 'has not run on this database yet', todo: 'npm start' };
  // A pulse in the future came from a clock that ran ahead; a worker that runs has written another since.
  const stale = pulses.filter(([, at]) => Math.abs(now.getTime() - at.getTime()) > STALE * 1_000);
  if (stale.length === 0)
    return { what: 'service', state: 'ok', says: `${pulses.map(([role]) => role).join(', ')} at work` };
  const seen = stale.map(
    ([role, at]) => `${role} since ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  );
  return {
    what: 'service',
    state: 'bad',
    says: `not running: nobody has looked for due work (${seen.join(', ')})`,
    todo: 'start it: npm start, docker compose up -d, or systemctl start chipwatch; then read its log',
  };
}

interface Feeds {
  readonly active: number;
  readonly unread: number;
  readonly unreachable: number;
  readonly failing: number;
  readonly late: number;
}

/** Whether the feeds are read. A feed that was never read or cannot be reached is a fault. */
export async function examineFeeds(db: Database): Promise<Finding> {
  const { rows } = await sql<Feeds>`
    SELECT count(*)::int AS active,
           count(*) FILTER (WHERE succeeded_at IS NULL AND created_at < now() - interval '10 minutes')::int AS unread,
           count(*) FILTER (WHERE fetch_error IS NOT NULL)::int AS unreachable,
           count(*) FILTER (WHERE failures > 0 AND fetch_error IS NULL)::int AS failing,
           count(*) FILTER (WHERE next_poll_at < now() - interval '10 minutes')::int AS late
    FROM feeds WHERE status = 'active'`.execute(db);
  const feeds = rows[0] ?? { active: 0, unread: 0, unreachable: 0, failing: 0, late: 0 };
  const { active, unread, unreachable, failing, late } = feeds;
  const parts = [
    `${unreachable} unreachable`,
    `${failing} failing`,
    `${unread} never read`,
    `${late} overdue`,
  ];
  const isBad = (affected: number) => affected > 0 && affected >= active * TOO_MANY;
  const bad = isBad(unreachable + failing) || isBad(unread) || isBad(late);
  const affected = unreachable + failing + unread + late > 0;
  return {
    what: 'polls',
    state: bad ? 'bad' : affected ? 'note' : 'ok',
    says: `${count(active, 'feed')} active: ${parts.join(', ')}`,
    todo: affected
      ? 'npx chipwatch feeds list says why; when most are unreachable, look at this machine’s network and DNS'
      : undefined,
  };
}

/** All findings about the database. @throws when the database is away */
export async function examineRecord(
  db: Database,
  directory: string | undefined,
  now: Date,
): Promise<Finding[]> {
  return [
    await examineFeeds(db),
    await examineItems(db),
    await examineBacklog(db, now),
    await examineWalls(db, now),
    ...(await examineDeliveries(db, now)),
    await examineRecipients(db, now),
    await examineOwnErrors(db, now),
    await examineProcesses(db, now),
    await examineClock(db, now),
    ...(directory === undefined ? [] : [await examineDisk(directory)]),
  ];
}

/** Items that were given up. */
export async function examineItems(db: Database): Promise<Finding> {
  const { rows } = await sql<{ failed: number; overdue: number }>`
    SELECT count(*) FILTER (WHERE state = 'failed')::int AS failed,
           count(*) FILTER (WHERE state = 'new' AND due_at < now() - interval '15 minutes')::int AS overdue
    FROM items WHERE state <> 'done'`.execute(db);
  const { failed = 0, overdue = 0 } = rows[0] ?? {};
  return {
    what: 'items',
    state: failed > 0 ? 'bad' : overdue > 0 ? 'note' : 'ok',
    says: `${failed} given up, ${overdue} waiting for more than 15 minutes`,
    todo: failed > 0 ? 'npx chipwatch why URL says what kept an item from being read' : undefined,
  };
}

/** Fresh items that wait longer than this show too few workers, or a step that hangs. Seconds. */
const LONG_WAIT = 1_800;

/** Whether fresh items are read soon. Old ones that came with a new feed may wait. */
export async function examineBacklog(db: Database, now: Date): Promise<Finding> {
  const before = new Date(now.getTime() - LONG_WAIT * 1_000);
  const { rows } = await sql<{ waiting: number; feeds: number }>`
    SELECT count(*)::int AS waiting, count(DISTINCT feed_id)::int AS feeds
      FROM items WHERE state = 'new' AND NOT backlog AND due_at < ${before}`.execute(db);
  const { waiting = 0, feeds = 0 } = rows[0] ?? {};
  return {
    what: 'backlog',
    state: waiting === 0 ? 'ok' : 'bad',
    says: `${count(waiting, 'fresh item')} of ${count(feeds, 'feed')} waiting for more than half an hour`,
    todo:
      waiting === 0
        ? undefined
        : 'one feed: its host answers slowly, or asks for long pauses; many: more workers.threads, or look at the database',
  };
}

/** A host has locked us out if so many of a day's items, and this share of them, got walls. */
const WALLED = { least: 10, share: 0.8 };

/** Whether sites that used to be read now answer with walls. */
export async function examineWalls(db: Database, now: Date): Promise<Finding> {
  const since = new Date(now.getTime() - 86_400_000);
  const { rows } = await sql<{ outlet: string; walled: number; all: number }>`
    SELECT feeds.outlet, count(*) FILTER (WHERE page_verdict IN ('consent', 'login', 'bot-check'))::int AS walled,
           count(*)::int AS all
      FROM feeds JOIN items ON items.feed_id = feeds.id AND items.first_seen_at >= ${since}
     WHERE items.page_verdict IS NOT NULL GROUP BY feeds.id, feeds.outlet`.execute(db);
  const locked = rows.filter(({ walled, all }) => walled >= WALLED.least && walled >= all * WALLED.share);
  const names = locked.slice(0, 5).map(({ outlet }) => outlet);
  return {
    what: 'walls',
    state: locked.length === 0 ? 'ok' : 'bad',
    says:
      locked.length === 0
        ? 'no site shows walls instead of its pages'
        : `${count(locked.length, 'site')} showed walls instead of pages for a day: ${names.join(', ')}`,
    todo: locked.length === 0 ? undefined : 'no report is lost by it, but only the feed’s own words are read',
  };
}

/** Whether this clock and the database's agree, and neither was set back. */
export async function examineClock(db: Database, now: Date): Promise<Finding> {
  const { rows } = await sql<{ theirs: Date; latest: Date | null }>`
    SELECT clock_timestamp() AS theirs,
           greatest((SELECT max(at) FROM pulses), (SELECT max(polled_at) FROM feeds)) AS latest`.execute(db);
  const { theirs = now, latest = null } = rows[0] ?? {};
  const skew = Math.round((theirs.getTime() - now.getTime()) / 1_000);
  const ahead = latest === null ? 0 : Math.round((latest.getTime() - now.getTime()) / 1_000);
  if (Math.abs(skew) <= SKEW && ahead <= SKEW) return { what: 'clock', state: 'ok', says: now.toISOString() };
  return {
    what: 'clock',
    state: 'bad',
    says:
      ahead > SKEW
        ? `it was ${ahead} s later when the service last wrote: the clock has jumped`
        : `the database’s clock differs by ${skew} s`,
    todo: 'keep the time by NTP on all machines',
  };
}
