import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { ReadArticle, StoredReading } from './stored-reading.ts';
import type { StoryReason } from '../../../core/stories/story.ts';
import type { Database } from '../database.ts';
import { findPlaces } from './article-addresses.ts';
import { READING, readingRow } from './article-values.ts';
import { cleanText, toJson } from '../clean-values.ts';
import { assignments, type Columns, namesOf, rowsOf } from '../rows.ts';
import type { ArticlesTable, MatchesTable } from '../schema.ts';

export type ArticleRow = Selectable<ArticlesTable>;
export type MatchRow = Selectable<MatchesTable>;

/** What publishing needs of a stored article. */
export type StoredArticle = Pick<
  ArticleRow,
  | 'id'
  | 'canonical_url'
  | 'outlet'
  | 'sample'
  | 'title'
  | 'language'
  | 'language_tag'
  | 'entities'
  | 'story_id'
>;

/** Stores one article; see `storeArticles`. */
export async function storeArticle(tx: Database, read: ReadArticle, now: Date): Promise<StoredArticle> {
  const [stored] = await storeArticles(tx, [{ read, item: undefined }], now);
  return stored!;
}

/** Whether the article is new. */
interface Novelty {
  readonly isNew: boolean;
}

type Returned = Pick<ArticleRow, 'id' | 'canonical_url' | 'sample' | 'story_id'> & Novelty;

/**
 * Stores articles under their canonical URLs, or updates those stored already; results come in the order of the
 * readings. No two readings may share a place (`placesOf`).
 */
export async function storeArticles(
  tx: Database,
  readings: readonly StoredReading[],
  now: Date,
): Promise<(StoredArticle & Novelty)[]> {
  const places = await findPlaces(tx, readings);
  const rows = readings.map(({ read }, at) => ({
    ...readingRow(read, now),
    ...places[at]!,
    sample: read.sample,
    reported_at: read.reportedAt,
  }));
  const known = rows.filter((row) => 'own' in row);
  const others = rows.filter((row) => 'address' in row);
  const returned = new Map<string, Returned>();
  if (known.length > 0) {
    const { rows: updated } = await sql<Returned>`
      UPDATE articles SET ${replaced('read')}
      FROM ${rowsOf({ ...READING, own: 'bigint' }, known, 'read')} WHERE articles.id = read.own
      RETURNING articles.id, articles.canonical_url, articles.sample, articles.story_id, false AS "isNew"`.execute(
      tx,
    );
    for (const row of updated) returned.set(row.id, row);
  }
  if (others.length > 0) {
    const columns = { ...READING, sample: 'boolean', reported_at: 'timestamptz' };
    const { rows: inserted } = await sql<Returned>`
      INSERT INTO articles (canonical_url, ${namesOf(columns)})
      SELECT address, ${namesOf(columns)} FROM ${rowsOf({ ...columns, address: 'text' }, others, 'read')}
      ON CONFLICT (md5(canonical_url)) DO UPDATE SET ${replaced('excluded')}
      -- A row that no transaction has tried to change is one that was just inserted.
      RETURNING articles.id, articles.canonical_url, articles.sample, articles.story_id,
        articles.xmax = 0 AS "isNew"`.execute(tx);
    for (const row of inserted) returned.set(row.canonical_url, row);
  }
  // The address of one reading may belong to the article of another one. Stored together, each would get the other's
  // text.
  if (new Set([...returned.values()].map(({ id }) => id)).size < rows.length)
    throw new Error('several readings of one article cannot be stored together');
  return rows.map((row, at) => {
    const stored = returned.get('own' in row ? row.own : cleanText(row.address));
    if (stored === undefined) throw new Error('an article was stored and did not come back');
    const { title, outlet, language, language_tag } = row;
    return { ...stored, title, outlet, language, language_tag, entities: readings[at]!.read.entities };
  });
}

/** A further reading replaces all columns but the features, which it may lack although the article is in a story. */
function replaced(reading: string): RawBuilder<unknown> {
  const { features: _, ...columns } = READING;
  return sql`${assignments(columns, reading)}, features = coalesce(${sql.ref(`${reading}.features`)}, articles.features)`;
}

const MATCH: Columns = {
  article_id: 'bigint',
  topic: 'text',
  label: 'text',
  level: 'text',
  confidence: 'smallint',
  stance: 'text',
  rules: 'jsonb',
  passages: 'jsonb',
  grounds: 'jsonb',
  version: 'text',
  matched_at: 'timestamptz',
};

/** Replaces the article's matches by those of the latest reading. */
export async function storeMatches(
  tx: Database,
  articleId: string,
  matches: ReadArticle['matches'],
  now: Date,
): Promise<void> {
  await storeAllMatches(tx, [{ articleId, matches }], now);
}

/** The same for several articles. */
export async function storeAllMatches(
  tx: Database,
  found: readonly {
    readonly articleId: string;
    readonly matches: ReadArticle['matches'];
    /** A new article has no matches to replace. */
    readonly isNew?: boolean;
  }[],
  now: Date,
): Promise<void> {
  const ids = found.filter(({ isNew }) => isNew !== true).map(({ articleId }) => articleId);
  const rows = found.flatMap(({ articleId, matches }) =>
    matches.map((match) => ({
      ...match,
      article_id: articleId,
      stance: match.stance ?? null,
      grounds: match.grounds ?? [],
      matched_at: now,
    })),
  );
  if (ids.length > 0) await sql`DELETE FROM matches WHERE article_id = ANY (${ids}::bigint[])`.execute(tx);
  if (rows.length > 0)
    await sql`
      INSERT INTO matches (${namesOf(MATCH)}) SELECT ${namesOf(MATCH)} FROM ${rowsOf(MATCH, rows, 'found')}`.execute(
      tx,
    );
}

/** The story that an article was put into, and why. */
export interface ArticlePlace {
  readonly articleId: string;
  readonly storyId: string;
  readonly score: number | null;
  readonly reasons: readonly StoryReason[];
}

const PLACE: Columns = { article: 'bigint', story: 'bigint', score: 'real', reasons: 'jsonb' };

/** Puts articles into their stories. An article that is in a story already is moved. */
export async function placeArticles(tx: Database, places: readonly ArticlePlace[]): Promise<void> {
  if (places.length === 0) return;
  const rows = places.map(({ articleId, storyId, ...place }) => ({
    ...place,
    article: articleId,
    story: storyId,
  }));
  await sql`
    UPDATE articles SET story_id = place.story, story_score = place.score, story_reasons = place.reasons
    FROM ${rowsOf(PLACE, rows, 'place')} WHERE articles.id = place.article`.execute(tx);
}

/** The columns of a match, without its article and the instant at which it was found. */
export function matchColumns(match: ReadArticle['matches'][number]) {
  return {
    label: match.label,
    level: match.level,
    confidence: match.confidence,
    stance: match.stance ?? null,
    rules: toJson(match.rules),
    passages: toJson(match.passages),
    grounds: toJson(match.grounds ?? []),
    version: match.version,
  };
}

/** The languages of stored articles, and the entities they name. */
export async function namedIn(
  db: Database,
  articleIds: readonly string[],
): Promise<Pick<ArticleRow, 'id' | 'language_tag' | 'entities'>[]> {
  return db
    .selectFrom('articles')
    .select(['id', 'language_tag', 'entities'])
    .where(sql<boolean>`id = ANY (${articleIds}::bigint[])`)
    .execute();
}
