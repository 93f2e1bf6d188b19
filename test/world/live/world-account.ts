import { sql } from 'kysely';
import type { Database } from '../../../src/io/store/database.ts';
import { type AlertDelays, alertDelays } from './alert-delays.ts';
import type { Outlet } from './life.ts';
import type { WatchedWorld } from './watched-world.ts';

/** The reports and alerts of one simulation. */
export interface WorldAccount {
  readonly reports: number;
  readonly items: number;
  /** Reports that did not become an item, by the behaviour of their outlet. */
  readonly missed: Readonly<Record<string, number>>;
  /**
   * Reports whose article was made from the feed entry. An event whose reports are all read so may not be recognised as one
   * to be alerted, and then is not counted as lost.
   */
  readonly withoutPage: number;
  readonly events: number;
  readonly stories: number;
  /** Events with at least one report that was read and is surely on a topic. */
  readonly toTell: number;
  /** Those of them that no message named… */
  readonly lost: readonly number[];
  /** …and of these, the ones whose reports are in the story of another event that was alerted. */
  readonly joined: number;
  readonly messages: number;
  /** Messages whose key had been received before. */
  readonly seenTwice: number;
  readonly doubledRows: number;
  readonly delay: AlertDelays;
  readonly violations: readonly string[];
}

interface Told {
  readonly data: { readonly stories: readonly { readonly title: string }[] };
}

/** Events with an alert, each with the instant of its first message. */
function toldEvents({ receiver, life }: Pick<WatchedWorld, 'receiver' | 'life'>): Map<number, number> {
  // Messages use the ASCII space, Japanese headlines the ideographic one.
  const spaced = (title: string) => title.replaceAll(/\s+/g, ' ');
  const byTitle = new Map(life.map(({ title, event }) => [spaced(title), event]));
  const told = new Map<number, number>();
  for (const [index, body] of receiver.bodies.entries())
    for (const { title } of (body as Told).data.stories) {
      const event = byTitle.get(spaced(title).replace(/ \(updated\)$/, ''));
      if (event !== undefined && !told.has(event)) told.set(event, receiver.times[index]!);
    }
  return told;
}

/** Whether all reports that can be read are known, read and sent. */
export async function isQuiet(
  { life }: Pick<WatchedWorld, 'life'>,
  db: Database,
  outlets: readonly Outlet[],
): Promise<boolean> {
  const expected = life.filter(({ outlet }) => outlets[outlet]!.manner !== 'hostile').length;
  const { rows } = await sql<{ known: number; waiting: number }>`
    SELECT (SELECT count(*) FROM items)::int AS known,
           ((SELECT count(*) FROM items WHERE state = 'new')
          + (SELECT count(*) FROM deliveries WHERE state = 'pending'))::int AS waiting`.execute(db);
  const { known = 0, waiting = 1 } = rows[0] ?? {};
  return known >= expected && waiting === 0;
}

export async function accountOfWorld(
  world: WatchedWorld,
  db: Database,
  outlets: readonly Outlet[],
  settledAt = 0,
): Promise<WorldAccount> {
  const { life, web, receiver } = world;
  const told = toldEvents(world);
  const { rows: items } = await sql<{ id: string; story: string | null; via: string | null; sure: boolean }>`
    SELECT substring(items.url FROM '/([a-z0-9]+)[.]html') AS id, articles.story_id::text AS story, articles.via,
           EXISTS (SELECT 1 FROM matches m WHERE m.article_id = items.article_id AND m.level = 'sure') AS sure
      FROM items LEFT JOIN articles ON articles.id = items.article_id`.execute(db);
  const known = new Map(items.map(({ id, story }) => [id, story]));
  const toldStories = new Set(
    life.filter(({ event }) => told.has(event)).flatMap(({ id }) => known.get(id) ?? []),
  );
  const missed: Record<string, number> = {};
  for (const { id, outlet } of life)
    if (!known.has(id)) {
      const { manner } = outlets[outlet]!;
      missed[manner] = (missed[manner] ?? 0) + 1;
    }
  const events = new Set(life.filter(({ event }) => event >= 0).map(({ event }) => event));
  const sure = new Set(items.filter((item) => item.sure).map(({ id }) => id));
  const toTell = new Set(
    life.filter(({ id, event }) => event >= 0 && sure.has(id)).map(({ event }) => event),
  );
  const lost = [...toTell].filter((event) => !told.has(event));
  const joined = lost.filter((event) =>
    life.some((report) => report.event === event && toldStories.has(known.get(report.id) ?? '')),
  ).length;
  const { rows } = await sql<{ doubled: number; stories: number }>`
    SELECT (SELECT count(*) - count(DISTINCT (feed_id, url)) FROM items)::int
         + (SELECT count(*) - count(DISTINCT canonical_url) FROM articles)::int
         + (SELECT count(*) - count(DISTINCT (story_id, route, development)) FROM alerts)::int
         + (SELECT count(*) - count(DISTINCT (route, channel, subject)) FROM deliveries)::int AS doubled,
           (SELECT count(*) FROM stories)::int AS stories`.execute(db);
  return {
    reports: life.length,
    items: known.size,
    missed,
    withoutPage: items.filter(({ via }) => via === 'feed').length,
    events: events.size,
    stories: rows[0]?.stories ?? 0,
    toTell: toTell.size,
    lost,
    joined,
    messages: receiver.bodies.length,
    seenTwice: [...receiver.seen.values()].filter((times) => times > 1).length,
    doubledRows: rows[0]?.doubled ?? 0,
    delay: await alertDelays(world, db, { told, sure, settledAt }),
    violations: web.politeness.violations,
  };
}
