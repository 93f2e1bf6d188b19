import { z } from 'zod';
import { escapeHtml } from '../../core/messages/escape.ts';
import { explainJsonError } from '../../core/yaml/explain-json-error.ts';
import { explainLines } from '../../core/yaml/explain-issues.ts';
import { storeArticle, storeMatches } from '../../io/store/articles/articles.ts';
import type { Database } from '../../io/store/database.ts';
import { record } from '../../io/store/ledger.ts';
import type { Publishing } from '../stories/publication.ts';
import { publishArticle } from '../stories/publish-story.ts';
import type { DocumentReader } from '../threads/document-reader.ts';

/** One line of `chipwatch export`, with the fields that `import` reads; others are ignored. */
export const IMPORTED_ARTICLE = z.object({
  url: z.url({ protocol: /^https?$/, error: 'expected an http or https URL' }),
  title: z.string().min(1),
  text: z.string().default(''),
  lead: z.string().nullish(),
  outlet: z.string().min(1),
  authors: z.array(z.string()).default([]),
  published: z.iso.datetime({ offset: true }).nullish(),
  /** BCP 47; detected from the text where missing. */
  language: z.string().nullish(),
});

export type ImportedArticle = z.output<typeof IMPORTED_ARTICLE>;

/** The article of one line, or a message about what is wrong with it. */
export function readImported(line: string): ImportedArticle | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `this line is ${explainJsonError(line, error)}`;
  }
  const parsed = IMPORTED_ARTICLE.safeParse(value);
  if (parsed.success) return parsed.data;
  return explainLines(parsed.error.issues, value, IMPORTED_ARTICLE).replaceAll('\n', '; ');
}

export interface ImportParts {
  readonly db: Database;
  readonly reader: DocumentReader;
  readonly publishing: Publishing;
}

/**
 * Classifies an article that was read elsewhere, and stores it with its matches and its story, without an alert
 * because it is old. An article that is stored already, by its canonical URL, is updated.
 */
export async function importArticle(
  { db, reader, publishing }: ImportParts,
  line: ImportedArticle,
): Promise<boolean> {
  const now = publishing.now();
  const published =
    line.published === null || line.published === undefined ? undefined : new Date(line.published);
  const read = await reader.readArticle({
    page: undefined,
    entry: {
      url: line.url,
      hasOwnPage: true,
      title: line.title,
      author: line.authors[0],
      summary: line.lead ?? undefined,
      content: asHtml(line.text),
      published,
    },
    hints: { http: undefined, feed: line.language ?? undefined },
    outlet: line.outlet,
    seenAt: published ?? now,
  });
  return db.transaction().execute(async (tx) => {
    const article = await storeArticle(
      tx,
      { ...read, url: line.url, outlet: line.outlet, sample: false, features: read.story?.features },
      now,
    );
    await storeMatches(tx, article.id, read.matches, now);
    await record(tx, now, [{ event: 'imported', articleId: article.id, detail: {} }]);
    if (read.matches.length === 0 || read.story === undefined) return false;
    await publishArticle(publishing, tx, {
      article,
      matches: read.matches,
      story: read.story,
      backlog: true,
    });
    return true;
  });
}

/** The reader expects HTML, as from a feed; this keeps the paragraphs apart. */
function asHtml(text: string): string | undefined {
  if (text === '') return undefined;
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');
}
