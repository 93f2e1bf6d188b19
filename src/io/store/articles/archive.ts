import { sql } from 'kysely';
import type { Match } from '../../../core/topics/match.ts';
import { type ArticleRow, matchColumns, type MatchRow } from './articles.ts';
import type { ReadArticle } from './stored-reading.ts';
import type { Database } from '../database.ts';

/** A range of the archive that does not grow while it is read. */
export interface ArchiveSpan {
  readonly firstId: string;
  readonly lastId: string;
  /** Only what was read at this instant or later; everything if undefined. */
  readonly since: Date | undefined;
  /** Number of articles. */
  readonly articles: number;
}

/** A stored article with its matches. */
export interface ArchivedArticle {
  readonly row: ArticleRow;
  readonly matches: readonly MatchRow[];
}

/** Measures what is stored since an instant; undefined where that is nothing. */
export async function archiveSpan(db: Database, since: Date | undefined): Promise<ArchiveSpan | undefined> {
  const { first, last, articles } = await db
    .selectFrom('articles')
    .select([
      sql<string | null>`min(id)`.as('first'),
      sql<string | null>`max(id)`.as('last'),
      sql<string>`count(*)`.as('articles'),
    ])
    .$if(since !== undefined, (query) => query.where('fetched_at', '>=', since as Date))
    .executeTakeFirstOrThrow();
  if (first === null || last === null) return undefined;
  return { firstId: first, lastId: last, since, articles: Number(articles) };
}

/** How many articles were read since an instant, and from which instant on the newest `limit` of them were read. */
export async function newestArticles(
  db: Database,
  since: Date,
  most: number,
): Promise<{ readonly articles: number; readonly since: Date }> {
  const { rows } = await sql<{ articles: string; from: Date | null }>`
    SELECT (SELECT count(*) FROM articles WHERE fetched_at >= ${since}) AS articles,
           (SELECT fetched_at FROM articles WHERE fetched_at >= ${since} ORDER BY fetched_at DESC OFFSET ${most - 1} LIMIT 1) AS from`.execute(
    db,
  );
  return { articles: Number(rows[0]?.articles ?? 0), since: rows[0]?.from ?? since };
}

/**
 * Reads a span in the order of ids, in batches. Each batch is one walk along the primary key, and no transaction
 * stays open in between, so that reading a million articles blocks nobody.
 */
export async function* readArchive(
  db: Database,
  { firstId, lastId, since }: ArchiveSpan,
  batch: number,
): AsyncGenerator<readonly ArchivedArticle[]> {
  let after = String(BigInt(firstId) - 1n);
  for (;;) {
    const rows = await db
      .selectFrom('articles')
      .selectAll()
      .where('id', '>', after)
      .where('id', '<=', lastId)
      .$if(since !== undefined, (query) => query.where('fetched_at', '>=', since as Date))
      .orderBy('id')
      .limit(batch)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    const matches = await archivedMatches(
      db,
      rows.map((row) => row.id),
    );
    yield rows.map((row) => ({ row, matches: matches.filter((match) => match.article_id === row.id) }));
    after = last.id;
  }
}

/** The matches of these articles. */
export async function archivedMatches(db: Database, articleIds: readonly string[]): Promise<MatchRow[]> {
  return db
    .selectFrom('matches')
    .selectAll()
    .where(sql<boolean>`article_id = ANY (${articleIds}::bigint[])`)
    .execute();
}

/**
 * Locks those of the articles that were not read again since they were loaded; a newer reading has used the new rules
 * already. Locks in the order of ids, as every step that locks several articles does.
 *
 * @returns the articles as they are now, by id
 */
export async function lockUnchanged(
  tx: Database,
  articles: readonly ArchivedArticle[],
): Promise<Map<string, ArticleRow>> {
  const known = new Map(articles.map(({ row }) => [row.id, row]));
  const rows = await tx
    .selectFrom('articles')
    .selectAll()
    .where('id', 'in', [...known.keys()])
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(
    rows
      .filter((row) => row.fetched_at.getTime() === known.get(row.id)?.fetched_at.getTime())
      .map((row) => [row.id, row]),
  );
}

/** Brings an article's matches up to date; one that was there before keeps the instant at which it was found. */
export async function replaceMatches(
  tx: Database,
  articleId: string,
  matches: ReadArticle['matches'],
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('matches')
    .where('article_id', '=', articleId)
    .where(sql<boolean>`topic <> ALL (${matches.map((match) => match.topic)}::text[])`)
    .execute();
  for (const match of matches) {
    const values = matchColumns(match);
    await tx
      .insertInto('matches')
      .values({ article_id: articleId, topic: match.topic, ...values, matched_at: now })
      .onConflict((conflict) => conflict.columns(['article_id', 'topic']).doUpdateSet(values))
      .execute();
  }
}

/** How many alerts these articles caused. */
export async function countAlerts(db: Database, articleIds: readonly string[]): Promise<number> {
  const { alerts } = await db
    .selectFrom('alerts')
    .select(sql<string>`count(*)`.as('alerts'))
    .where(sql<boolean>`article_id = ANY (${articleIds}::bigint[])`)
    .executeTakeFirstOrThrow();
  return Number(alerts);
}

/** A stored match in the shape in which the classifier returned it. */
export function toMatch(row: MatchRow): Match & { readonly label: string } {
  return {
    topic: row.topic,
    label: row.label,
    level: row.level,
    confidence: row.confidence,
    stance: (row.stance as Match['stance'] | null) ?? undefined,
    rules: row.rules,
    passages: row.passages,
    ...(row.grounds.length === 0 ? {} : { grounds: row.grounds }),
    version: row.version,
  };
}
