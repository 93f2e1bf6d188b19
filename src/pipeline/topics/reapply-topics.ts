import { isDeepStrictEqual } from 'node:util';
import { storyKeys } from '../../core/stories/keys.ts';
import { storyOf } from '../../core/stories/rearrange-stories.ts';
import type { StoryFeatures } from '../../core/stories/story.ts';
import type { Match } from '../../core/topics/match.ts';
import { type TopicChange, topicChanges } from '../../core/topics/topic-changes.ts';
import {
  archiveSpan,
  countAlerts,
  type ArchivedArticle,
  lockUnchanged,
  archivedMatches,
  replaceMatches,
  toMatch,
} from '../../io/store/articles/archive.ts';
import type { ArticleRow } from '../../io/store/articles/articles.ts';
import type { Database } from '../../io/store/database.ts';
import { record } from '../../io/store/ledger.ts';
import { articlesOf } from '../../io/store/stories/story-articles.ts';
import { getStory, lockPublishing, type StoryRow, updateStory } from '../../io/store/stories/stories.ts';
import { type ChangeCounts, type ChangedArticle, openChangeLog } from './changed-articles.ts';
import { type ArchiveProgress, type ArchiveScope, classifyArchive } from './classify-archive.ts';
import type { Publishing } from '../stories/publication.ts';
import { publishArticle } from '../stories/publish-story.ts';
import type { DocumentReader } from '../threads/document-reader.ts';
import type { ClassifiedText, LabelledMatch } from '../threads/classify-texts.ts';

// After an edit of topics the archive must look as if they had always been so, without alerts for old news:
// - An article with a new topic goes into a story as at its first reading, silently unless alerts were asked for. A
// story that was opened silently counts as without an alert, so its next real report is its first alert.
// - An article that lost its topics stays in its story, like one whose page was read again: readers may have had an
// alert, and links lead there. The story keeps only what its reports still match.
// - A topic with an alert gets no second one when it comes back, because of the unique keys of alerts.

export interface Reapplied {
  /** Articles classified again. */
  readonly articles: number;
  readonly unreadable: number;
  /** Articles that were read again, by the new rules, while this ran. */
  readonly skipped: number;
  /** Articles of which only the evidence or the topic's version changed. */
  readonly refreshed: number;
  readonly topics: readonly { readonly topic: string; readonly articles: ChangeCounts }[];
  readonly changes: readonly ChangedArticle[];
  /** Alerts written, including those hidden by silences. */
  readonly alerts: number;
}

interface Reapplying {
  readonly db: Database;
  readonly reader: Pick<DocumentReader, 'classify'>;
  readonly publishing: Publishing;
  /** Whether newly matched articles go through the routes as new ones do. */
  readonly alert: boolean;
  /** Only say what would change, and store nothing. */
  readonly dry?: boolean;
}

interface Outcome {
  readonly row: ArticleRow;
  readonly changes: readonly TopicChange[];
}

/**
 * Classifies the archive by the current topics and updates matches and stories, each batch in a transaction of its
 * own. If it is interrupted, the finished batches remain and the next run does the rest.
 *
 * @param scope its topics are the configured ones
 */
export async function reapplyTopics(
  reapplying: Reapplying,
  { topics, since, only, limit }: ArchiveScope,
  progress: ArchiveProgress,
): Promise<Reapplied> {
  const { db, reader } = reapplying;
  const span = await archiveSpan(db, since);
  progress.start(span?.articles ?? 0);
  const log = openChangeLog(limit);
  const known = new Set(topics);
  let articles = 0;
  let unreadable = 0;
  let skipped = 0;
  let refreshed = 0;
  let alerts = 0;
  if (span !== undefined)
    for await (const batch of classifyArchive(db, [reader], span, only)) {
      const stale: StaleArticle[] = [];
      for (const { article, readings } of batch) {
        articles += 1;
        const [reading] = readings;
        if (reading === undefined) unreadable += 1;
        else if (!isSame(article.matches.map(toMatch), reading.matches)) stale.push({ article, reading });
      }
      if (stale.length > 0) {
        const done =
          reapplying.dry === true
            ? { outcomes: stale.map(expected), alerts: 0 }
            : await db.transaction().execute((tx) => bringUpToDate(reapplying, tx, stale));
        skipped += stale.length - done.outcomes.length;
        alerts += done.alerts;
        for (const { row, changes } of done.outcomes) {
          if (changes.length === 0) refreshed += 1;
          for (const { topic } of changes) known.add(topic);
          log.add(row, changes);
        }
      }
      for (const { article } of batch) progress.step(article.row.title);
    }
  const asked = [...known].filter((topic) => only === undefined || only.includes(topic));
  return {
    articles,
    unreadable,
    skipped,
    refreshed,
    topics: asked.map((topic) => ({ topic, articles: log.countsOf(topic) })),
    changes: log.latest,
    alerts,
  };
}

interface StaleArticle {
  readonly article: ArchivedArticle;
  readonly reading: ClassifiedText;
}

function expected({ article: { row, matches }, reading }: StaleArticle): Outcome {
  return { row, changes: topicChanges(matches.map(toMatch), reading.matches) };
}

async function bringUpToDate(
  reapplying: Reapplying,
  tx: Database,
  stale: readonly StaleArticle[],
): Promise<{ outcomes: Outcome[]; alerts: number }> {
  const now = reapplying.publishing.now();
  // Rows of articles first, the publishing lock after them, in the order of the workers.
  const rows = await lockUnchanged(
    tx,
    stale.map(({ article }) => article),
  );
  const stored = await archivedMatches(tx, [...rows.keys()]);
  const outcomes: Outcome[] = [];
  const alertsBefore = await countAlerts(tx, [...rows.keys()]);
  const storiesToRetell = new Set<string>();
  for (const { article, reading } of stale) {
    const row = rows.get(article.row.id);
    if (row === undefined) continue;
    const before = stored.filter((match) => match.article_id === row.id).map(toMatch);
    const changes = topicChanges(before, reading.matches);
    await replaceMatches(tx, row.id, reading.matches, now);
    const isRetold = await storeFeatures(tx, row, reading.story?.features);
    outcomes.push({ row, changes });
    const isNews =
      changes.some(({ kind }) => kind === 'gained') || (reapplying.alert && changes.some(isSureNow));
    if (changes.length > 0) await recordChanges(tx, row.id, changes, isNews && reapplying.alert, now);
    if (isRetold && row.story_id !== null) storiesToRetell.add(row.story_id);
    if (!isNews || reading.story === undefined) continue;
    // A running service finds the deliveries in the database.
    await publishArticle(reapplying.publishing, tx, {
      article: row,
      matches: reading.matches,
      story: reading.story,
      backlog: false,
      reapplied: !reapplying.alert,
    });
  }
  if (storiesToRetell.size > 0) await lockPublishing(tx);
  for (const id of storiesToRetell) await rewriteStory(tx, id);
  return { outcomes, alerts: (await countAlerts(tx, [...rows.keys()])) - alertsBefore };
}

/** Whether a possible match has become sure. Routes that take only sure matches have not alerted on it yet. */
function isSureNow({ before, after }: TopicChange): boolean {
  return before?.level === 'possible' && after?.level === 'sure';
}

/** Whether the article's features have changed. */
async function storeFeatures(
  tx: Database,
  row: ArticleRow,
  features: StoryFeatures | undefined,
): Promise<boolean> {
  if (features === undefined || isDeepStrictEqual(row.features, asStored(features))) return false;
  await tx
    .updateTable('articles')
    .set({ features: JSON.stringify(features) })
    .where('id', '=', row.id)
    .execute();
  return true;
}

async function recordChanges(
  tx: Database,
  articleId: string,
  changes: readonly TopicChange[],
  alerting: boolean,
  now: Date,
): Promise<void> {
  const topics = Object.fromEntries(
    changes.map(({ topic, before, after }) => [topic, `${verdict(before)} → ${verdict(after)}`]),
  );
  const detail = { topics, alerting };
  await record(tx, now, [{ event: 'reclassified', articleId, detail }]);
}

/** `sure 94 (in force)`: the text in the ledger, which `why` shows as it is. */
function verdict(match: Match | undefined): string {
  if (match === undefined) return 'no';
  return `${match.level} ${match.confidence}${match.stance === undefined ? '' : ` (${match.stance})`}`;
}

/**
 * Computes the story again from all its reports, so that topics and entities that no report has any more are removed.
 */
async function rewriteStory(tx: Database, id: string): Promise<void> {
  const story = await getStory(tx, id);
  const reports = await articlesOf(tx, id);
  if (story === undefined || reports.length === 0) return;
  const rewritten = storyOf(
    id,
    reports.flatMap(({ id: articleId, features, story_pinned: pinned }) =>
      features === null ? [] : [{ articleId, features, keys: storyKeys(features), pinned }],
    ),
  );
  await updateStory(tx, id, { ...written(story), ...rewritten });
}

function written({ title, link, sample, outlets, languages }: StoryRow) {
  return { title, link, sample, outlets, languages };
}

/** Compares matches in any order. */
function isSame(stored: readonly LabelledMatch[], fresh: readonly LabelledMatch[]): boolean {
  return isDeepStrictEqual(comparable(stored), comparable(fresh));
}

function comparable(matches: readonly LabelledMatch[]): unknown {
  return matches.map(asStored).toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
}

/** A value after a round trip through JSON, as the database returns it. */
function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
