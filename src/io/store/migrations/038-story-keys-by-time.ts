import { type Kysely, sql } from 'kysely';

/**
 * Candidates are stories that share a key with a report and had one within the fortnight before it. The index had the
 * keys alone, so among the stories of a year it gave some twenty times as many as were meant. Now its keys contain the
 * fortnight of the story's latest report.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A restore that was cut off has dropped the tables, not the function.
  await sql`
    CREATE OR REPLACE FUNCTION story_keys_at(keys integer[], at timestamptz) RETURNS integer[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT coalesce(array_agg(key # fortnight), '{}')
        FROM unnest(keys) AS key,
             (SELECT (floor(extract(epoch FROM at) / 1209600)::bigint * 2654435761)::bit(32)::integer AS fortnight) AS of
    $$`.execute(db);
  await sql`
    CREATE INDEX stories_keys_at ON stories USING gin (story_keys_at(keys, last_report_at))
      WITH (gin_pending_list_limit = 128) WHERE merged_into IS NULL`.execute(db);
  await sql`DROP INDEX stories_keys`.execute(db);
}
