import { type Kysely, sql } from 'kysely';

/**
 * Items are known by guid, link and title, each by a key of bounded length; what decides is no longer the link alone.
 * What is stored gets its keys from what is stored: the next poll finds every item again. Articles keep their
 * canonical URLs, however long: the index is on a hash.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of COLUMNS) await sql.raw(statement).execute(db);
  await keyTitles(db);
  for (const statement of INDEXES) await sql.raw(statement).execute(db);
}

const BATCH = 5_000;

/** PostgreSQL knows the letters of its locale only, so the titles are folded here. */
async function keyTitles(db: Kysely<unknown>): Promise<void> {
  for (let after = '0'; ; ) {
    const { rows } = await sql<{ id: string; title: string }>`
      SELECT id, title FROM items WHERE id > ${after} ORDER BY id LIMIT ${BATCH}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    const keys = rows.map(({ title }) =>
      title
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s\p{P}\p{S}]+/gu, ' ')
        .trim()
        .slice(0, 300),
    );
    await sql`
      UPDATE items SET title_key = keyed.title_key
      FROM unnest(${rows.map(({ id }) => id)}::bigint[], ${keys}::text[]) AS keyed (id, title_key)
      WHERE items.id = keyed.id`.execute(db);
    after = last.id;
  }
}

/** SHA-256 in base64url, cut to 22 letters. */
const short = (text: string) =>
  `left(translate(encode(sha256(convert_to(${text}, 'UTF8')), 'base64'), '+/', '-_'), 22)`;

/** What the code makes of a link, as far as SQL can say it. What it cannot is found by guid or title. */
const LINK = String.raw`regexp_replace(regexp_replace(url_key, '^https?://(?:www\.)?', ''), '/(?:index\.(?:html?|php))?(?=[?#]|$)', '')`;

const COLUMNS = [
  `ALTER TABLE items
     ADD COLUMN key text,
     ADD COLUMN guid_key text,
     ADD COLUMN link_key text,
     ADD COLUMN title_key text,
     ADD COLUMN link_use text NOT NULL DEFAULT 'page' CHECK (link_use IN ('page', 'shared', 'none')),
     ADD COLUMN rereads integer NOT NULL DEFAULT 0`,
  `UPDATE items SET
     link_use = CASE
       WHEN starts_with(items.url, feeds.url || '#') OR starts_with(items.url, feeds.listed_url || '#') THEN 'none'
       ELSE 'page' END
     FROM feeds WHERE feeds.id = items.feed_id`,
  // An entry hash of before says nothing about one of today: the next poll writes it anew.
  `UPDATE items SET
     key = 'before-' || id,
     guid_key = CASE WHEN guid = '' OR guid = url OR guid LIKE 'sha256:%' THEN NULL ELSE ${short('guid')} END,
     link_key = CASE WHEN link_use = 'none' THEN NULL ELSE ${short(LINK)} END,
     entry_hash = ''`,
];

const INDEXES = [
  `ALTER TABLE items
     ALTER COLUMN key SET DEFAULT gen_random_uuid()::text,
     ALTER COLUMN key SET NOT NULL,
     ALTER COLUMN title_key SET DEFAULT '',
     ALTER COLUMN title_key SET NOT NULL,
     DROP CONSTRAINT items_feed_id_url_key_key,
     ADD CONSTRAINT items_feed_id_key_key UNIQUE (feed_id, key)`,
  `DROP INDEX items_guid`,
  `DROP INDEX items_url`,
  // Hash indexes take values of any length.
  `CREATE INDEX items_url ON items USING hash (url_key)`,
  `CREATE INDEX items_guid ON items (feed_id, guid_key, id)`,
  `CREATE INDEX items_link ON items (feed_id, link_key, id)`,
  `CREATE INDEX items_title ON items (feed_id, title_key, id)`,
  `ALTER TABLE articles DROP CONSTRAINT articles_canonical_url_key`,
  `CREATE UNIQUE INDEX articles_canonical ON articles (md5(canonical_url))`,
  `CREATE INDEX articles_canonical_url ON articles USING hash (canonical_url)`,
  `ALTER TABLE feeds ADD COLUMN habits jsonb NOT NULL DEFAULT '{}'`,
];
