import { type Kysely, sql } from 'kysely';

/**
 * The words of every article, for search: stemmed as its language is, and in pairs of characters where the script has no
 * spaces. A table of its own, kept by a trigger, so that every way in fills it and no reader of articles carries it along.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  for (let after = '0'; ; ) {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO article_search (article_id, reported_at, words)
      SELECT id, reported_at, chipwatch_words(language_tag, title, lead, text) FROM articles
       WHERE id > ${after} ORDER BY id LIMIT 1000 RETURNING article_id AS id`.execute(db);
    if (rows.length === 0) break;
    after = rows
      .map(({ id }) => BigInt(id))
      .reduce((a, b) => (a > b ? a : b))
      .toString();
  }
  for (const statement of INDEXES) await sql.raw(statement).execute(db);
}

/** Configurations that PostgreSQL brings, by language; all others are taken word by word. */
const CONFIGURATIONS = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  ru: 'russian',
  ar: 'arabic',
  tr: 'turkish',
  hi: 'hindi',
  id: 'indonesian',
  sv: 'swedish',
  da: 'danish',
  no: 'norwegian',
  nb: 'norwegian',
  fi: 'finnish',
  hu: 'hungarian',
  ro: 'romanian',
  el: 'greek',
};

/** Han, kana, Hangul, Thai, Lao, Khmer and Burmese. */
const UNSPACED =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7AF\\uF900-\\uFAFF';

const STATEMENTS = [
  // One word for one thing: the code calls them accounts.
  `ALTER TABLE users RENAME TO accounts`,
  `CREATE TABLE article_search (
     article_id bigint PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
     reported_at timestamptz NOT NULL,
     words tsvector NOT NULL
   )`,
  // It is made from the articles, and so in no backup.
  `COMMENT ON TABLE article_search IS 'derived'`,
  `CREATE OR REPLACE FUNCTION chipwatch_configuration(tag text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT CASE split_part(tag, '-', 1) ${Object.entries(CONFIGURATIONS)
       .map(([tag, name]) => `WHEN '${tag}' THEN 'pg_catalog.${name}'::regconfig`)
       .join(' ')} ELSE 'pg_catalog.simple'::regconfig END $$`,
  // Runs are cut at 64 characters: what comes in one piece without any mark must not cost its length squared.
  `CREATE OR REPLACE FUNCTION chipwatch_pairs(body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT coalesce(array_to_tsvector(array_agg(DISTINCT substr(run[1], place, 2))), ''::tsvector)
       FROM regexp_matches(body, '[${UNSPACED}]{2,64}', 'g') AS run,
            generate_series(1, length(run[1]) - 1) AS place $$`,
  `CREATE OR REPLACE FUNCTION chipwatch_words(tag text, title text, lead text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT to_tsvector(chipwatch_configuration(tag), regexp_replace(whole, '[${UNSPACED}]+', ' ', 'g')) || chipwatch_pairs(whole)
       FROM (SELECT left(title, 1000) || E'\\n' || left(coalesce(lead, ''), 2000) || E'\\n' || left(body, 30000)) AS texts (whole) $$`,
  `CREATE OR REPLACE FUNCTION chipwatch_index_article() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE found tsvector;
     BEGIN
       IF TG_OP = 'UPDATE' AND (NEW.title, NEW.lead, NEW.text, NEW.language_tag, NEW.reported_at)
            IS NOT DISTINCT FROM (OLD.title, OLD.lead, OLD.text, OLD.language_tag, OLD.reported_at) THEN
         RETURN NULL;
       END IF;
       BEGIN
         found := chipwatch_words(NEW.language_tag, NEW.title, NEW.lead, NEW.text);
       EXCEPTION WHEN program_limit_exceeded THEN
         -- An article must not be lost because it cannot be searched.
         found := to_tsvector('simple', left(NEW.title, 1000));
       END;
       INSERT INTO article_search (article_id, reported_at, words) VALUES (NEW.id, NEW.reported_at, found)
       ON CONFLICT (article_id) DO UPDATE SET reported_at = excluded.reported_at, words = excluded.words;
       RETURN NULL;
     END $$`,
  `CREATE TRIGGER articles_search AFTER INSERT OR UPDATE OF title, lead, text, language_tag, reported_at ON articles
     FOR EACH ROW EXECUTE FUNCTION chipwatch_index_article()`,
];

const INDEXES = [
  `CREATE INDEX article_search_words ON article_search USING gin (words)`,
  `CREATE INDEX article_search_reported ON article_search (reported_at DESC, article_id DESC)`,
];
