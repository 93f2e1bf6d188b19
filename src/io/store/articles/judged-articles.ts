import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** An article that people judged, by the story that it is in. */
export interface JudgedArticle {
  readonly title: string;
  readonly lead: string | null;
  readonly text: string;
  /** ISO 639-3. */
  readonly language: string;
  readonly topic: string;
  readonly relevant: boolean;
}

/**
 * Topics that readers judged, each with one article of its story: the one that matched the topic with the highest
 * confidence, or the first where none matches today. One for each story, because reports of one event are alike and
 * would count many times. Left out are topics that as many called relevant as not. Newest first.
 */
export async function judgedArticles(db: Database, limit: number): Promise<JudgedArticle[]> {
  const { rows } = await sql<JudgedArticle>`
    SELECT a.title, a.lead, a.text, a.language, j.topic, j.yes > j.no AS relevant
      FROM (SELECT story_id, topic, count(*) FILTER (WHERE relevant) AS yes, count(*) FILTER (WHERE NOT relevant) AS no, max(at) AS at
              FROM judgements GROUP BY story_id, topic ORDER BY max(at) DESC LIMIT ${limit}) AS j
     CROSS JOIN LATERAL (
       SELECT own.title, own.lead, own.text, own.language
         FROM articles own LEFT JOIN matches m ON m.article_id = own.id AND m.topic = j.topic
        WHERE own.story_id = j.story_id ORDER BY m.confidence DESC NULLS LAST, own.reported_at, own.id LIMIT 1) AS a
     WHERE j.yes <> j.no
     ORDER BY j.at DESC, j.story_id, j.topic`.execute(db);
  return rows;
}
