import { type Kysely, sql } from 'kysely';

/**
 * What the trends of a year add up, counted once; the articles of a story without a look at each row; and beside the words
 * of an article what searches filter by most, so that the index of words and that of outlets meet in one table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `CREATE TABLE trend_days (
     day date NOT NULL,
     kind text NOT NULL,
     name text NOT NULL,
     stories integer NOT NULL,
     PRIMARY KEY (kind, day, name)
   )`,
  // A day without stories has no rows above, and is counted all the same.
  `CREATE TABLE trend_counted (
     day date PRIMARY KEY,
     stories integer NOT NULL,
     counted_at timestamptz NOT NULL
   )`,
  // Both are made from the stories, and so in no backup.
  `COMMENT ON TABLE trend_days IS 'derived'`,
  `COMMENT ON TABLE trend_counted IS 'derived'`,
  // Most articles have no story. With the outlet in it, who is early is read from the index alone, as the surest match is.
  `CREATE INDEX articles_of_story ON articles (story_id, reported_at) INCLUDE (id, outlet) WHERE story_id IS NOT NULL`,
  `DROP INDEX articles_story`,

  // Copied rather than changed: the index of words is made much faster at once than row by row.
  `CREATE TABLE copied (article_id bigint NOT NULL, reported_at timestamptz NOT NULL, outlet text NOT NULL, language_tag text NOT NULL, words tsvector NOT NULL)`,
  `INSERT INTO copied SELECT s.article_id, s.reported_at, a.outlet, a.language_tag, s.words
     FROM article_search s JOIN articles a ON a.id = s.article_id ORDER BY s.reported_at`,
  `DROP TABLE article_search`,
  `ALTER TABLE copied RENAME TO article_search`,
  `COMMENT ON TABLE article_search IS 'derived'`,
  `ALTER TABLE article_search ADD CONSTRAINT article_search_pkey PRIMARY KEY (article_id)`,
  `ALTER TABLE article_search ADD CONSTRAINT article_search_article_id_fkey FOREIGN KEY (article_id) REFERENCES articles (id) ON DELETE CASCADE`,
  `CREATE INDEX article_search_words ON article_search USING gin (words)`,
  `CREATE INDEX article_search_reported ON article_search (reported_at DESC, article_id DESC)`,
  `CREATE INDEX article_search_outlet ON article_search (outlet, reported_at DESC, article_id DESC)`,
  `CREATE INDEX article_search_language ON article_search (language_tag, reported_at DESC, article_id DESC)`,
  `DROP INDEX articles_outlet`,
  `DROP INDEX articles_language`,
  `CREATE OR REPLACE FUNCTION chipwatch_index_article() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE found tsvector;
     BEGIN
       IF TG_OP = 'UPDATE' THEN
         IF (NEW.title, NEW.lead, NEW.text, NEW.language_tag, NEW.reported_at, NEW.outlet)
              IS NOT DISTINCT FROM (OLD.title, OLD.lead, OLD.text, OLD.language_tag, OLD.reported_at, OLD.outlet) THEN RETURN NULL; END IF;
       END IF;
       BEGIN
         found := chipwatch_words(NEW.language_tag, NEW.title, NEW.lead, NEW.text);
       -- An article must not be lost because it cannot be searched.
       EXCEPTION WHEN program_limit_exceeded THEN found := to_tsvector('simple', left(NEW.title, 1000)); END;
       INSERT INTO article_search (article_id, reported_at, outlet, language_tag, words)
       VALUES (NEW.id, NEW.reported_at, NEW.outlet, NEW.language_tag, found)
       ON CONFLICT (article_id) DO UPDATE SET reported_at = excluded.reported_at, outlet = excluded.outlet,
         language_tag = excluded.language_tag, words = excluded.words;
       RETURN NULL;
     END $$`,
  `DROP TRIGGER articles_search ON articles`,
  `CREATE TRIGGER articles_search AFTER INSERT OR UPDATE OF title, lead, text, language_tag, reported_at, outlet ON articles
     FOR EACH ROW EXECUTE FUNCTION chipwatch_index_article()`,
];
