import type { Silence, SilenceMatchers } from '../../core/alerts/route-config.ts';
import type { Database } from './database.ts';

export interface StoredSilence extends Silence {
  readonly id: string;
}

/** All that end after `since`, the one that ends last first; with the present instant, those that still run. */
export async function listSilences(db: Database, since: Date): Promise<StoredSilence[]> {
  const rows = await db
    .selectFrom('silences')
    .selectAll()
    .where('until', '>', since)
    .orderBy('until', 'desc')
    .execute();
  return rows.map(({ id, matchers, reason, until }) => ({ id, matchers, reason, until }));
}

export async function insertSilence(
  db: Database,
  silence: { matchers: SilenceMatchers; reason: string; until: Date },
): Promise<string> {
  const { id } = await db
    .insertInto('silences')
    .values({ matchers: JSON.stringify(silence.matchers), reason: silence.reason, until: silence.until })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends a silence now; false when there is none that still runs. */
export async function endSilence(db: Database, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('silences')
    .set({ until: now })
    .where('id', '=', id)
    .where('until', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The alerts that a silence kept from going out. */
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
