import type { Database } from './database.ts';

export interface TopicVersion {
  readonly id: string;
  readonly file: string;
  readonly who: string;
  readonly note: string;
  readonly at: Date;
}

/** Keeps a file as it was before a change. */
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

/** The versions of a file, the latest first. */
export async function versionsOf(db: Database, file: string, limit: number): Promise<TopicVersion[]> {
  return db
    .selectFrom('topic_versions')
    .select(['id', 'file', 'who', 'note', 'at'])
    .where('file', '=', file)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function versionSource(
  db: Database,
  id: string,
): Promise<{ readonly file: string; readonly source: string } | undefined> {
  return db.selectFrom('topic_versions').select(['file', 'source']).where('id', '=', id).executeTakeFirst();
}

/** A story that people judged, with its first report: what rules are measured on. */
export interface JudgedStory {
  readonly storyId: string;
  readonly topic: string;
  readonly relevant: boolean;
  readonly title: string;
  readonly lead: string | null;
  readonly text: string;
  readonly language: string;
  readonly outlet: string;
  readonly url: string;
  readonly reportedAt: Date;
}

/** The latest judgements of all people, one for each story and topic. */
export async function judgedStories(db: Database, limit: number): Promise<JudgedStory[]> {
  return db
    .selectFrom('judgements as j')
    .innerJoin('articles as a', (join) =>
      join.on('a.id', '=', (eb) =>
        eb
          .selectFrom('articles')
          .select('articles.id')
          .whereRef('articles.story_id', '=', 'j.story_id')
          .orderBy('reported_at')
          .orderBy('articles.id')
          .limit(1),
      ),
    )
    .distinctOn(['j.story_id', 'j.topic'])
    .select([
      'j.story_id as storyId',
      'j.topic',
      'j.relevant',
      'a.title',
      'a.lead',
      'a.text',
      'a.language',
      'a.outlet',
      'a.canonical_url as url',
      'a.reported_at as reportedAt',
    ])
    .orderBy('j.story_id', 'desc')
    .orderBy('j.topic')
    .orderBy('j.at', 'desc')
    .limit(limit)
    .execute();
}
