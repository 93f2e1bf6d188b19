import { jsonText } from '../core/messages/json-text.ts';
import { type ArchivedArticle, archiveSpan, readArchive } from '../io/store/articles/archive.ts';
import type { Database } from '../io/store/database.ts';

/** Articles read from the database at a time. */
const BATCH = 200;

interface ExportScope {
  /** Only articles that were read at this instant or later. */
  readonly since: Date | undefined;
  /** Only articles that matched this topic. */
  readonly topic: string | undefined;
  /** Only articles that matched any topic. */
  readonly matched: boolean;
}

/** The stored articles as JSON Lines, oldest first: each line with its line end. `chipwatch import` reads them. */
export async function* exportLines(
  db: Database,
  { since, topic, matched }: ExportScope,
): AsyncGenerator<string> {
  const span = await archiveSpan(db, since);
  if (span === undefined) return;
  for await (const batch of readArchive(db, span, BATCH))
    for (const article of batch) {
      const isWanted =
        topic === undefined
          ? !matched || article.matches.length > 0
          : article.matches.some((match) => match.topic === topic);
      if (isWanted) yield `${jsonText(exported(article))}\n`;
    }
}

function exported({ row, matches }: ArchivedArticle): object {
  return {
    url: row.url,
    canonicalUrl: row.canonical_url,
    outlet: row.outlet,
    title: row.title,
    lead: row.lead,
    text: row.text,
    authors: row.authors,
    published: row.published_at,
    reported: row.reported_at,
    language: row.language_tag,
    via: row.via,
    story: row.story_id,
    entities: row.entities.map(({ id, name, kind }) => ({ id, name, kind })),
    topics: matches.map(({ topic, level, confidence, stance, passages }) => ({
      topic,
      level,
      confidence,
      stance,
      sentence: passages[0]?.text ?? null,
    })),
  };
}
