import { setImmediate as turn } from 'node:timers/promises';
import { findSplit, type FoundSplit } from '../../core/stories/find-split.ts';
import { SPLIT_WINDOW_MS } from '../../core/stories/limits.ts';
import type { Database } from '../../io/store/database.ts';
import { record } from '../../io/store/ledger.ts';
import { articlesOf, type PlacedArticle } from '../../io/store/stories/story-articles.ts';
import { storiesToCheck, wasProposed } from '../../io/store/stories/story-splits.ts';
import { isInfrastructureError } from '../infrastructure-error.ts';
import type { Pipeline } from '../context.ts';
import { divideStory, holdingStories, stored } from './move-articles.ts';

const BATCH = 100;

/** Whether stories are split, or only proposed in the log and in `why`. */
export type SplitMode = 'perform' | 'propose';

/**
 * Finds stories of the last days that contain two events, and moves the articles of one event into a new story. Alerts
 * move with their articles, and none is sent. If one of the two stories has no alerts, its next report is alerted.
 */
export async function checkSplits(
  { db, log, now }: Pick<Pipeline, 'db' | 'log' | 'now'>,
  mode: SplitMode,
  signal: AbortSignal,
): Promise<{ checked: number; split: number; proposed: number }> {
  const found = { checked: 0, split: 0, proposed: 0 };
  const since = new Date(now().getTime() - SPLIT_WINDOW_MS);
  const check = async (id: string) => {
    let split = splitOf(await articlesOf(db, id));
    if (split === undefined) return;
    if (mode === 'propose') {
      if (await wasProposed(db, id, [...split.leaving])) return;
      await propose(db, id, split, now());
      found.proposed += 1;
    } else {
      split = await perform(db, id, now());
      if (split === undefined) return;
      found.split += 1;
    }
    const leaving = [...split.leaving];
    log.warn(
      { event: `story.${mode === 'perform' ? 'split' : 'split_proposed'}`, story: id, articles: leaving },
      mode === 'perform'
        ? 'a story that had become two was split'
        : `a story has become two: chipwatch stories split ${id} ${leaving.join(' ')}`,
    );
  };
  for (let after = '0'; ; ) {
    const ids = await storiesToCheck(db, { since, after, limit: BATCH });
    for (const id of ids) {
      if (signal.aborted) return found;
      after = id;
      found.checked += 1;
      // One story takes some milliseconds, so the event loop runs in between.
      await turn();
      try {
        await check(id);
      } catch (error) {
        if (isInfrastructureError(error)) throw error;
        log.error(
          { event: 'story.unchecked', story: id, err: error },
          'a story could not be checked; the others are',
        );
      }
    }
    if (ids.length < BATCH) return found;
  }
}

function splitOf(articles: readonly PlacedArticle[]): FoundSplit | undefined {
  return findSplit(articles.filter(({ features }) => features !== null).map(stored));
}

/** Checks the story again once it is locked, because a report may have been added. */
async function perform(db: Database, storyId: string, now: Date): Promise<FoundSplit | undefined> {
  return holdingStories(db, [storyId], async (tx) => {
    const articles = await articlesOf(tx, storyId);
    const split = splitOf(articles);
    if (split === undefined) return undefined;
    const moved = {
      reasons: [{ says: saysOf(storyId), weight: 0 }, ...split.reasons],
      score: split.score,
      pinned: false,
    };
    const { leaving } = split;
    await divideStory(tx, { storyId, articles, leaving, by: 'the nightly check', moved }, now);
    return split;
  });
}

function saysOf(storyId: string): string {
  return `the nightly check took it out of story ${storyId}, where none of the others fits`;
}

async function propose(db: Database, storyId: string, split: FoundSplit, now: Date): Promise<void> {
  const articles = [...split.leaving];
  const detail = { articles, by: 'the nightly check', score: split.score, reasons: split.reasons };
  await record(db, now, [
    { event: 'story.split-proposed', storyId, detail },
    ...articles.map((articleId) => ({
      event: 'story.split-proposed',
      storyId,
      articleId,
      detail: { articles },
    })),
  ]);
}
