import { sql } from 'kysely';
import type { Database } from '../../../src/io/store/database.ts';

/** The result of one run with a fault. */
export interface Account {
  readonly published: number;
  /**
   * Reports that became no item, were given up, still wait, or are in no message; each with which of these applies.
   */
  readonly lost: readonly string[];
  /** Rows that repeat another row. */
  readonly doubledRows: number;
  /** Reports that were read without their page; each with the reason. */
  readonly withoutPage: readonly string[];
  readonly alerts: number;
  /** Deliveries that the receiver got more than once, each time with the same key. */
  readonly seenTwice: number;
}

/** The work that is still waiting. */
export async function unfinished(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT ((SELECT count(*) FROM items WHERE state = 'new')
          + (SELECT count(*) FROM deliveries WHERE state = 'pending'))::int AS count`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function knownItems(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(DISTINCT guid)::int AS count FROM items`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** @param seen how often the receiver got each key */
export async function accountOf(
  db: Database,
  published: readonly string[],
  seen: ReadonlyMap<string, number>,
): Promise<Account> {
  const { rows: read } = await sql<{
    guid: string;
    outcome: string | null;
    state: string;
    sure: boolean;
    keys: string[];
  }>`
    SELECT guid, outcome, state,
           EXISTS (SELECT 1 FROM matches m WHERE m.article_id = items.article_id AND m.level = 'sure') AS sure,
           coalesce((
             SELECT array_agg(da.delivery_id::text) FROM articles a
               JOIN alerts al ON al.story_id = a.story_id JOIN delivery_alerts da ON da.alert_id = al.id
              WHERE a.id = items.article_id), '{}') AS keys
      FROM items`.execute(db);
  // An article without a sure match is stored without an alert.
  const lack = ({ state, outcome, sure, keys }: (typeof read)[number]) => {
    if (state !== 'done') return `its item is ${state}: ${outcome ?? 'not read yet'}`;
    return !sure || keys.some((key) => seen.has(key))
      ? undefined
      : `no message, of ${keys.length} deliveries`;
  };
  const lacks = new Map(read.map((item) => [item.guid, lack(item)]));
  const { rows: doubled } = await sql<{ count: number }>`
    SELECT (SELECT count(*) - count(DISTINCT (feed_id, guid)) FROM items)::int
         + (SELECT count(*) - count(DISTINCT canonical_url) FROM articles)::int
         + (SELECT count(*) - count(DISTINCT (story_id, route, development)) FROM alerts)::int
         + (SELECT count(*) - count(DISTINCT (route, channel, subject)) FROM deliveries)::int AS count`.execute(
    db,
  );
  const { rows: alerts } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM alerts`.execute(
    db,
  );
  return {
    published: published.length,
    lost: published.flatMap((id) => {
      const why = lacks.has(id) ? lacks.get(id) : 'no item';
      return why === undefined ? [] : [`${id}: ${why}`];
    }),
    doubledRows: doubled[0]?.count ?? 0,
    withoutPage: read.flatMap(({ guid, outcome }) =>
      outcome?.startsWith('read from the feed') === true ? [`${guid}: ${outcome}`] : [],
    ),
    alerts: alerts[0]?.count ?? 0,
    seenTwice: [...seen.values()].filter((times) => times > 1).length,
  };
}
