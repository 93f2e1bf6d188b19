import { isDeepStrictEqual } from 'node:util';
import { storyKeys } from '../core/stories/keys.ts';
import { storyOf } from '../core/stories/rearrange-stories.ts';
import type { StoryFeatures } from '../core/stories/story.ts';
import type { Match } from '../core/topics/match.ts';
import { type TopicChange, topicChanges } from '../core/topics/topic-changes.ts';
import {
  archiveSpan,
  countAlerts,
  type ArchivedArticle,
  lockUnchanged,
  archivedMatches,
  replaceMatches,
  toMatch,
} from '../io/store/archive.ts';
import type { ArticleRow } from '../io/store/articles.ts';
import type { Database } from '../io/store/database.ts';
import { record } from '../io/store/ledger.ts';
import { articlesOf } from '../io/store/rearranged.ts';
import { getStory, lockPublishing, type StoryRow, updateStory } from '../io/store/stories.ts';
import { type ChangeCounts, type ChangedArticle, openChangeLog } from './changed-articles.ts';
import { type ArchiveProgress, type ArchiveScope, classifyArchive } from './classify-archive.ts';
import type { Publishing } from './publication.ts';
import { publishArticle } from './publish-story.ts';
import type { Reader } from './reader.ts';
import type { ClassifiedText, LabelledMatch } from './threads/classify-texts.ts';

// After an edit of topics the archive must look as if they had always been so, without alerts for old news. So:
// - an article with a new topic goes into a story as at its first reading, silently unless alerts were asked for. Nothing
//   claims that there was an alert of a story that was opened silently, so the next real report of it is its first alert;
// - an article that lost its topics stays in its story, as one whose page was read again would: people may have been told
//   of it, and links lead there. The story says no more of it than what its reports still match;
// - a topic with an alert gets no second one when it comes back, by the unique keys of alerts.

export interface Reapplied {
  /** Articles classified again. */
  readonly articles: number;
  readonly unreadable: number;
  /** Articles that were read again, by the rules of now, while this ran. */
  readonly skipped: number;
  /** Articles of which only the evidence or the topic's version changed. */
  readonly refreshed: number;
  readonly topics: readonly { readonly topic: string; readonly articles: ChangeCounts }[];
  readonly changes: readonly ChangedArticle[];
  /** Alerts written, those hidden by silences counted too. */
  readonly alerts: number;
}

interface Reapplying {
  readonly db: Database;
  readonly reader: Pick<Reader, 'classify'>;
  readonly publishing: Publishing;
  /** Whether newly matched articles go through the routes as new ones do. */
  readonly alert: boolean;
}

interface Outcome {
  readonly row: ArticleRow;
  readonly changes: readonly TopicChange[];
}

/**
 * Classifies what is stored by the topics of now and brings matches and stories up to date, each batch in a transaction
 * of its own: one that is broken off has done what it has done, and the next one does the rest.
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
        const done = await db.transaction().execute((tx) => bringUpToDate(reapplying, tx, stale));
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

async function bringUpToDate(
  reapplying: Reapplying,
  tx: Database,
  stale: readonly StaleArticle[],
): Promise<{ outcomes: Outcome[]; alerts: number }> {
  const now = reapplying.publishing.now();
  // The articles' rows first and the lock of publishing after them, as a worker takes them.
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
    const hasNewTopic = changes.some(({ kind }) => kind === 'gained');
    if (changes.length > 0) await recordChanges(tx, row.id, changes, hasNewTopic && reapplying.alert, now);
    if (isRetold && row.story_id !== null) storiesToRetell.add(row.story_id);
    if (!hasNewTopic || reading.story === undefined) continue;
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

/** True where the article says something else to its story now. */
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

/** `sure 94 (in force)`: `why` shows the ledger as it is. */
function verdict(match: Match | undefined): string {
  if (match === undefined) return 'no';
  return `${match.level} ${match.confidence}${match.stance === undefined ? '' : ` (${match.stance})`}`;
}

/** Writes the story anew from all its reports: what a report does not say any more, the story forgets. */
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

/** Matches in any order. */
function isSame(stored: readonly LabelledMatch[], fresh: readonly LabelledMatch[]): boolean {
  return isDeepStrictEqual(comparable(stored), comparable(fresh));
}

function comparable(matches: readonly LabelledMatch[]): unknown {
  return matches.map(asStored).toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
}

/** What JSON leaves of a value: what the database gives back. */
function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
