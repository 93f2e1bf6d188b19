import type { Silence, SilenceMatchers } from '../../core/alerts/route-config.ts';
import type { Database } from './database.ts';
import { toJson } from './clean-values.ts';

export interface StoredSilence extends Silence {
  readonly id: string;
}

/** Silences that end after `since`, the one that ends last first. With the present instant: those in force. */
export async function listSilences(db: Database, since: Date): Promise<StoredSilence[]> {
  const rows = await db
    .selectFrom('silences')
    .selectAll()
    .where('until', '>', since)
    .orderBy('until', 'desc')
    .execute();
  return rows.map(({ id, matchers, reason, until }) => ({ id, matchers, reason, until }));
}

/** Stores a silence and returns its id. */
export async function insertSilence(
  db: Database,
  silence: { matchers: SilenceMatchers; reason: string; until: Date },
): Promise<string> {
  const { id } = await db
    .insertInto('silences')
    .values({ matchers: toJson(silence.matchers), reason: silence.reason, until: silence.until })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends a silence now; false when there is none in force with this id. */
export async function endSilence(db: Database, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('silences')
    .set({ until: now })
    .where('id', '=', id)
    .where('until', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The alerts that a silence has hidden. */
export async function hiddenAlerts(
  db: Database,
  id: string,
): Promise<{ route: string; title: string; at: Date }[]> {
  return db
    .selectFrom('alerts')
    .innerJoin('articles', 'articles.id', 'alerts.article_id')
    .select(['alerts.route', 'articles.title', 'alerts.created_at as at'])
    .where('hidden_by', '=', id)
    .orderBy('alerts.id')
    .execute();
}

/** The silence with this id, also one that has ended. */
export async function getSilence(db: Database, id: string): Promise<StoredSilence | undefined> {
  const row = await db.selectFrom('silences').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { id: row.id, matchers: row.matchers, reason: row.reason, until: row.until };
}

/** How many alerts each silence has hidden, by its id; those without any are left out. */
export async function countHidden(db: Database): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('alerts')
    .select((eb) => ['hidden_by', eb.fn.countAll<string>().as('count')])
    .where('hidden_by', 'is not', null)
    .groupBy('hidden_by')
    .execute();
  return new Map(rows.map((row) => [row.hidden_by as string, Number(row.count)]));
}

/** Extends the silences of one story to another. */
export async function extendSilences(tx: Database, from: string, into: string): Promise<void> {
  const rows = await tx.selectFrom('silences').select(['id', 'matchers']).execute();
  for (const { id, matchers } of rows) {
    const stories = [matchers.story ?? []].flat();
    if (!stories.includes(from) || stories.includes(into)) continue;
    await tx
      .updateTable('silences')
      .set({ matchers: toJson({ ...matchers, story: [...stories, into] }) })
      .where('id', '=', id)
      .execute();
  }
}
