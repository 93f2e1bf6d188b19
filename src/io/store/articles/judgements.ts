import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface Judgement {
  readonly topic: string;
  readonly reader: string;
  readonly relevant: boolean;
  readonly because: string;
  readonly at: Date;
}

/**
 * Records whether a reader calls a story relevant to a topic; a reader's last judgement replaces the earlier ones.
 */
export async function judgeStory(
  db: Database,
  storyId: string,
  { topic, reader, relevant, because, at }: Judgement,
): Promise<void> {
  const values = { relevant, because, at };
  await db
    .insertInto('judgements')
    .values({ story_id: storyId, topic, reader, ...values })
    .onConflict((conflict) => conflict.columns(['story_id', 'topic', 'reader']).doUpdateSet(values))
    .execute();
}

/** A judgement with the name of who judged. */
export interface SignedJudgement extends Judgement {
  readonly name: string;
}

/** The judgements of a story, newest first. */
export async function judgementsOf(db: Database, storyId: string): Promise<SignedJudgement[]> {
  const { rows } = await sql<SignedJudgement>`
    SELECT j.topic, j.reader, j.relevant, j.because, j.at,
           coalesce(a.name, CASE j.reader WHEN 'local' THEN 'somebody at the machine itself' ELSE regexp_replace(j.reader, '^proxy:', '') END) AS name
      FROM judgements j LEFT JOIN accounts a ON j.reader = 'user:' || a.id
     WHERE j.story_id = ${storyId} ORDER BY j.at DESC`.execute(db);
  return rows;
}

/** What one reader said of stories, oldest first. */
export async function judgementsBy(
  db: Database,
  reader: string,
  storyIds: readonly string[],
): Promise<(Pick<Judgement, 'topic' | 'relevant'> & { readonly storyId: string })[]> {
  if (storyIds.length === 0) return [];
  return db
    .selectFrom('judgements')
    .select(['story_id as storyId', 'topic', 'relevant'])
    .where('reader', '=', reader)
    .where('story_id', 'in', storyIds)
    .orderBy('at')
    .execute();
}

export interface ListedJudgement extends Judgement {
  readonly id: string;
  readonly storyId: string;
  /** The cursor of a list: the instant, to the microsecond. */
  readonly key: string;
}

/** The judgements of all stories, newest first. */
export async function listJudgements(
  db: Database,
  {
    topic,
    after,
    limit,
  }: {
    readonly topic: string | undefined;
    readonly after: { readonly key: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<ListedJudgement[]> {
  return db
    .selectFrom('judgements')
    .select(['id', 'story_id as storyId', 'topic', 'reader', 'relevant', 'because', 'at'])
    .select(sql<string>`at::text`.as('key'))
    .$if(topic !== undefined, (query) => query.where('topic', '=', topic as string))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(at, id) < (${after?.key}::timestamptz, ${after?.id}::bigint)`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
