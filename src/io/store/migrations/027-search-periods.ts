import { type Kysely, sql } from 'kysely';

/**
 * Beside the words of an article the day and the 32 days in which it was reported: the index of words finds a word within
 * a time by itself, where it named every article that has the word, and each lay in a place of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`CREATE OR REPLACE FUNCTION chipwatch_periods(at timestamptz) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT array_to_tsvector(ARRAY['=' || day, '=' || (day >> 5) || '+']) FROM (SELECT floor(extract(epoch FROM at) / 86400)::int) AS days (day) $$`)
    .execute(db);
  const { rows: indexes } = await sql<{ definition: string }>`
    SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'article_search'::regclass AND NOT indisprimary`.execute(
    db,
  );
  for (const statement of [
    // Copied rather than changed: the index of words is made much faster at once than row by row.
    `CREATE TABLE dated AS SELECT article_id, reported_at, outlet, language_tag, words || chipwatch_periods(reported_at) AS words
       FROM article_search ORDER BY reported_at`,
    `DROP TABLE article_search`,
    `ALTER TABLE dated RENAME TO article_search`,
    `COMMENT ON TABLE article_search IS 'derived'`,
    `ALTER TABLE article_search ALTER reported_at SET NOT NULL, ALTER outlet SET NOT NULL, ALTER language_tag SET NOT NULL, ALTER words SET NOT NULL,
       ADD CONSTRAINT article_search_pkey PRIMARY KEY (article_id),
       ADD CONSTRAINT article_search_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles (id) ON DELETE CASCADE`,
    ...indexes.map(({ definition }) => definition),
    `CREATE OR REPLACE FUNCTION chipwatch_date_words() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         NEW.words := NEW.words || chipwatch_periods(NEW.reported_at);
         RETURN NEW;
       END $$`,
    `CREATE TRIGGER article_search_periods BEFORE INSERT ON article_search FOR EACH ROW EXECUTE FUNCTION chipwatch_date_words()`,
  ])
    await sql.raw(statement).execute(db);
}
