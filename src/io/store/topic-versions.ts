import type { Database } from './database.ts';

export interface TopicVersion {
  readonly id: string;
  readonly file: string;
  readonly who: string;
  readonly note: string;
  readonly at: Date;
}

/** Keeps the content of a file before it is changed. */
export async function keepVersion(
  db: Database,
  version: { file: string; source: string; who: string; note: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('topic_versions')
    .values({ ...version, at: now })
    .execute();
}

/** The versions of a file, the latest first; with `before`, those older than that one. */
export async function versionsOf(
  db: Database,
  file: string,
  limit: number,
  before?: string,
): Promise<TopicVersion[]> {
  return db
    .selectFrom('topic_versions')
    .select(['id', 'file', 'who', 'note', 'at'])
    .where('file', '=', file)
    .$if(before !== undefined, (query) => query.where('id', '<', before as string))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The file and the content of a version; undefined for an unknown id. */
export async function versionSource(
  db: Database,
  id: string,
): Promise<{ readonly file: string; readonly source: string } | undefined> {
  return db.selectFrom('topic_versions').select(['file', 'source']).where('id', '=', id).executeTakeFirst();
}
