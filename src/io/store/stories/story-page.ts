import { sql } from 'kysely';
import type { EntityMention } from '../../../core/topics/match.ts';
import type { MatchRow } from '../articles/articles.ts';
import type { Database } from '../database.ts';

/** A report with its whole text, as the page of its story shows it. */
export interface FullReport {
  readonly id: string;
  readonly title: string;
  readonly lead: string | null;
  readonly text: string;
  readonly url: string;
  readonly outlet: string;
  readonly language_tag: string;
  readonly authors: readonly string[];
  readonly reported_at: Date;
  readonly via: string;
  readonly entities: readonly EntityMention[];
  readonly matches: readonly MatchRow[];
}

/** Longer texts are cut on the page. Characters, as PostgreSQL counts them. */
const TEXT = 40_000;

/** A report with its matches, sure ones first and then by confidence; undefined for an unknown article. */
export async function fullReport(db: Database, articleId: string): Promise<FullReport | undefined> {
  const row = await db
    .selectFrom('articles')
    .select([
      'id',
      'title',
      'lead',
      sql<string>`left(text, ${sql.lit(TEXT)})`.as('text'),
      'canonical_url as url',
      'outlet',
      'language_tag',
      'authors',
      'reported_at',
      'via',
      'entities',
    ])
    .where('id', '=', articleId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const matches = await db
    .selectFrom('matches')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('level', 'desc')
    .orderBy('confidence', 'desc')
    .execute();
  return { ...row, matches };
}

/** The entities that the reports of a story name, most frequent first. */
export async function entitiesOf(db: Database, storyId: string, limit: number): Promise<EntityMention[]> {
  const { rows } = await sql<EntityMention>`
    SELECT e->>'id' AS id, min(e->>'name') AS name, min(e->>'kind') AS kind, sum((e->>'count')::int)::int AS count
      FROM articles, jsonb_array_elements(entities) AS e
     WHERE story_id = ${storyId}
     GROUP BY e->>'id' ORDER BY 4 DESC, 1 LIMIT ${limit}`.execute(db);
  return rows;
}
