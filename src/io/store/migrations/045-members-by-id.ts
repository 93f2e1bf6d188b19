import { type Kysely, sql } from 'kysely';

/**
 * A story had the features of up to six members, 15 kB of JSON, which each further report compressed and wrote again. They
 * are those of its articles, so it only needs their ids.
 *
 * Each report also made new entries in the index of keys, for all of them, because the row is new. Copies have the same keys
 * as the reports before, so the keys have a table of their own, which changes with them alone. PostgreSQL must not compare
 * the keys of each story instead of using the index, not even of a few, so the index is on a function that is called expensive.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE OR REPLACE FUNCTION chipwatch_member_ids(members jsonb) RETURNS bigint[] LANGUAGE sql IMMUTABLE AS $$
      SELECT coalesce(array_agg((member ->> 'articleId')::bigint ORDER BY place), '{}')
        FROM jsonb_array_elements(members) WITH ORDINALITY AS each(member, place)
    $$`.execute(db);
  await sql`DROP INDEX stories_all_keys`.execute(db);
  await sql`
    ALTER TABLE stories ALTER COLUMN members DROP DEFAULT,
      ALTER COLUMN members TYPE bigint[] USING chipwatch_member_ids(members),
      ALTER COLUMN members SET DEFAULT '{}'`.execute(db);
  await sql`DROP FUNCTION chipwatch_member_ids`.execute(db);
  await sql`
    CREATE TABLE story_keys (
      story_id bigint PRIMARY KEY REFERENCES stories ON DELETE CASCADE,
      keys integer[] NOT NULL
    )`.execute(db);
  await sql`
    INSERT INTO story_keys (story_id, keys)
    SELECT id, ARRAY(SELECT unnest(story_keys_at(keys, last_report_at)) ORDER BY 1) FROM stories WHERE merged_into IS NULL`.execute(
    db,
  );
  await sql`DROP FUNCTION story_keys_at`.execute(db);
  await sql`
    CREATE OR REPLACE FUNCTION looked_up(keys integer[]) RETURNS integer[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$ BEGIN RETURN keys; END $$`.execute(db);
  await sql`
    CREATE INDEX story_keys_looked_up ON story_keys USING gin (looked_up(keys))
      WITH (gin_pending_list_limit = 128)`.execute(db);
}
