import { simulateStories, type SimulatedStories } from '../../core/stories/simulated-stories.ts';
import { STORY_WINDOW_MS } from '../../core/stories/limits.ts';
import { topicChanges } from '../../core/topics/topic-changes.ts';
import { archiveSpan } from '../../io/store/articles/archive.ts';
import type { Database } from '../../io/store/database.ts';
import { type StoryCounts, type TalliedStory, withStoryTally } from '../../io/store/stories/story-tally.ts';
import { type ChangeCounts, type ChangedArticle, openChangeLog } from './changed-articles.ts';
import { type ArchiveProgress, type ArchiveScope, classifyArchive } from './classify-archive.ts';
import { findCandidates } from '../stories/publish-story.ts';
import type { DocumentReader } from '../threads/document-reader.ts';
import type { ClassifiedText } from '../threads/classify-texts.ts';

export interface TopicsDiff {
  /** Articles classified. */
  readonly articles: number;
  /** Articles that could not be classified. */
  readonly unreadable: number;
  /** Stories that only the new rules would alert on, and those that only the old ones would. */
  readonly alerts: StoryCounts;
  readonly topics: readonly TopicDiff[];
  readonly changes: readonly ChangedArticle[];
}

interface TopicDiff {
  readonly topic: string;
  readonly articles: ChangeCounts;
  /** Stories with a report of this topic. */
  readonly stories: StoryCounts;
}

interface Diffing {
  readonly db: Database;
  readonly before: Pick<DocumentReader, 'classify'>;
  readonly after: Pick<DocumentReader, 'classify'>;
}

/**
 * Classifies the archive with two sets of rules and compares the results. Nothing is stored. Both sides use the same
 * stories (stored ones, or those that would be opened), so that every difference comes from the rules.
 *
 * @param scope its topics are those of both sides
 */
export async function diffTopics(
  { db, before, after }: Diffing,
  { topics, since, only, limit, isOver }: ArchiveScope,
  progress: ArchiveProgress,
): Promise<TopicsDiff> {
  const span = await archiveSpan(db, since);
  progress.start(span?.articles ?? 0);
  const log = openChangeLog(limit);
  const simulated = simulateStories(STORY_WINDOW_MS);
  let articles = 0;
  let unreadable = 0;
  return withStoryTally(db, async (tally) => {
    if (span !== undefined)
      for await (const batch of classifyArchive(db, [before, after], span, only)) {
        const found: TalliedStory[] = [];
        for (const { article, readings } of batch) {
          articles += 1;
          progress.step(article.row.title);
          const [old, now] = readings.map((reading) => asked(reading, only));
          if (old === undefined || now === undefined) {
            unreadable += 1;
            continue;
          }
          if (old.matches.length + now.matches.length === 0) continue;
          log.add(article.row, topicChanges(old.matches, now.matches));
          const story = article.row.story_id ?? (await placeOf(db, simulated, article.row.id, [now, old]));
          found.push(
            ...old.matches.map(({ topic }) => ({ story, topic, side: 'before' as const })),
            ...now.matches.map(({ topic }) => ({ story, topic, side: 'after' as const })),
          );
        }
        await tally.add(found);
        if (isOver?.() === true) break;
      }
    const stories = await tally.byTopic();
    return {
      articles,
      unreadable,
      alerts: await tally.total(),
      topics: topics
        .filter((topic) => only === undefined || only.includes(topic))
        .map((topic) => ({
          topic,
          articles: log.countsOf(topic),
          stories: stories.get(topic) ?? { gained: 0, lost: 0 },
        })),
      changes: log.latest,
    };
  });
}

/** Leaves out stored matches of topics that were not asked for. */
function asked(
  reading: ClassifiedText | undefined,
  only: readonly string[] | undefined,
): ClassifiedText | undefined {
  if (reading === undefined || only === undefined) return reading;
  return { ...reading, matches: reading.matches.filter(({ topic }) => only.includes(topic)) };
}

async function placeOf(
  db: Database,
  simulated: SimulatedStories,
  articleId: string,
  readings: readonly ClassifiedText[],
): Promise<string> {
  const described = readings.find(({ matches, story }) => matches.length > 0 && story !== undefined)?.story;
  if (described === undefined) throw new Error(`article ${articleId} matched and was not described`);
  return simulated.place(articleId, described, await findCandidates(db, described));
}
