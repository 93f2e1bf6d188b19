import { sql } from 'kysely';
import { endTask, keepTask } from '../../src/io/store/articles/archive-tasks.ts';
import type { Database } from '../../src/io/store/database.ts';
import { addFeeds } from '../../src/io/store/feeds/feeds.ts';
import { record } from '../../src/io/store/ledger.ts';
import { insertSilence } from '../../src/io/store/silences.ts';
import { HOSTILE_LINE } from '../core/messages/hostile.ts';
import { insertItem } from './insert-item.ts';
import { publishedArticle, publishingPipeline } from './stored-article.ts';

export const HOSTILE_TITLE = `Start ${HOSTILE_LINE} end`;
/** The address of the article, and of an item. */
export const HOSTILE_URL = 'https://user:pass@evil.example/a';

interface HostileIds {
  readonly storyId: string;
  readonly articleId: string;
  /** Of work on the archive. */
  readonly task: string;
}

/** Fills a database with one story of which every text from outside is hostile, in every table that is shown. */
export async function fillHostileArchive(db: Database): Promise<HostileIds> {
  const now = new Date();
  await addFeeds(db, [
    { url: 'https://outlet.example/feed', outlet: HOSTILE_TITLE, origin: 'cli' },
    { url: 'https://quiet.example/feed', outlet: HOSTILE_TITLE, origin: 'config' },
  ]);
  await sql`UPDATE feeds SET title = ${HOSTILE_TITLE}, category = ${HOSTILE_LINE}, failures = 4, last_error = ${HOSTILE_LINE},
              schedule_reason = ${HOSTILE_LINE}, polled_at = ${now}, gaps = 2, last_gap_at = ${now}`.execute(
    db,
  );
  const entry = { title: HOSTILE_TITLE, author: HOSTILE_LINE, summary: HOSTILE_LINE, content: HOSTILE_LINE };
  await insertItem(db, HOSTILE_URL, { ...entry, state: 'failed', outcome: HOSTILE_LINE, done_at: now });
  await insertItem(db, 'https://outlet.example/waits', { ...entry, outcome: HOSTILE_LINE });
  const ids = await publishedArticle(publishingPipeline(db, now), {
    url: HOSTILE_URL,
    title: HOSTILE_TITLE,
    text: `The ministry ${HOSTILE_LINE} widened its export ban on AI chips.`,
    outlet: HOSTILE_TITLE,
    reportedAt: now,
  });
  await sql`UPDATE articles SET authors = ARRAY[${HOSTILE_LINE}], lead = ${HOSTILE_LINE}`.execute(db);
  await sql`UPDATE alerts SET reason = ${HOSTILE_LINE}, kind = 'update'`.execute(db);
  await sql`UPDATE deliveries SET state = 'dead', attempts = 1, answer = ${HOSTILE_LINE}, last_attempt_at = ${now}`.execute(
    db,
  );
  const task = 'a'.repeat(24);
  await keepTask(db, { task, title: HOSTILE_TITLE, who: HOSTILE_LINE }, now);
  await endTask(db, task, { state: 'failed', said: HOSTILE_LINE }, now);
  await insertSilence(db, {
    matchers: { outlet: HOSTILE_TITLE },
    reason: HOSTILE_LINE,
    until: new Date(now.getTime() + 86_400_000),
  });
  await record(db, now, [
    {
      event: 'judged',
      storyId: ids.storyId,
      articleId: ids.articleId,
      detail: { note: HOSTILE_LINE, by: HOSTILE_TITLE },
    },
  ]);
  return { ...ids, task };
}
