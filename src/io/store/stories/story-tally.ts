import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** A story in which a topic was found, by the old rules or the new ones. */
export interface TalliedStory {
  readonly story: string;
  readonly topic: string;
  readonly side: 'before' | 'after';
}

/** Numbers of stories that only the old or only the new rules find. */
export interface StoryCounts {
  readonly gained: number;
  readonly lost: number;
}

/** Counts stories in a temporary table of one connection, because a long archive may not fit in memory. */
export interface StoryTally {
  add(found: readonly TalliedStory[]): Promise<void>;
  byTopic(): Promise<Map<string, StoryCounts>>;
  /** Stories with a topic on one side and with none on the other. */
  total(): Promise<StoryCounts>;
}

const TABLE = sql`pg_temp.story_tally`;

/** Runs work with an empty tally on a connection of its own. */
export async function withStoryTally<T>(db: Database, work: (tally: StoryTally) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`CREATE TEMPORARY TABLE story_tally
      (story text, topic text, side text, PRIMARY KEY (story, topic, side))`.execute(connection);
    try {
      return await work(talliedOn(connection));
    } finally {
      await sql`DROP TABLE ${TABLE}`.execute(connection);
    }
  });
}

function talliedOn(connection: Database): StoryTally {
  return {
    async add(found) {
      if (found.length === 0) return;
      const column = (name: keyof TalliedStory) => sql`${found.map((one) => one[name])}::text[]`;
      await sql`INSERT INTO ${TABLE}
        SELECT * FROM unnest(${column('story')}, ${column('topic')}, ${column('side')})
        ON CONFLICT DO NOTHING`.execute(connection);
    },
    async byTopic() {
      const { rows } = await sql<{ topic: string; gained: string; lost: string }>`
        SELECT topic, count(*) FILTER (WHERE NOT before) AS gained, count(*) FILTER (WHERE NOT after) AS lost
        FROM (SELECT topic, bool_or(side = 'before') AS before, bool_or(side = 'after') AS after
              FROM ${TABLE} GROUP BY topic, story) AS stories
        GROUP BY topic`.execute(connection);
      return new Map(
        rows.map(({ topic, gained, lost }) => [topic, { gained: Number(gained), lost: Number(lost) }]),
      );
    },
    async total() {
      const { rows } = await sql<{ gained: string; lost: string }>`
        SELECT count(*) FILTER (WHERE NOT before) AS gained, count(*) FILTER (WHERE NOT after) AS lost
        FROM (SELECT bool_or(side = 'before') AS before, bool_or(side = 'after') AS after
              FROM ${TABLE} GROUP BY story) AS stories`.execute(connection);
      return { gained: Number(rows[0]?.gained ?? 0), lost: Number(rows[0]?.lost ?? 0) };
    },
  };
}
