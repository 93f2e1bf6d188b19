import { compareArticles } from './compare-articles.ts';
import type { StoryDecision, StoryFeatures, StoryReason, StoryRecord } from './story.ts';
import { JOIN_AT, scoreOf, weighEvidence } from './weigh-evidence.ts';

/** A chain of reports may not drift away: the average over the members may lie at most this far below the best. */
const DRIFT = 4;

/**
 * Says which of the candidate stories the article belongs to, or that it opens a new one. The candidates are those that
 * share a key and had a report in the window, in any order; deciding costs a few microseconds for each of their members.
 */
export function decideStory(features: StoryFeatures, candidates: readonly StoryRecord[]): StoryDecision {
  let best: { storyId: string; score: number; reasons: StoryReason[] } | undefined;
  for (const candidate of candidates) {
    const judged = judge(features, candidate);
    if (judged !== undefined && (best === undefined || judged.score > best.score)) {
      best = { storyId: candidate.storyId, ...judged };
    }
  }
  if (best !== undefined && best.score >= JOIN_AT) return { kind: 'join', ...best };
  return { kind: 'new', nearest: best };
}

/** The member that is most like the article speaks for its story, held back by those that are not. */
function judge(
  features: StoryFeatures,
  story: StoryRecord,
): { score: number; reasons: StoryReason[] } | undefined {
  let best: { score: number; reasons: StoryReason[] } | undefined;
  let sum = 0;
  for (const member of story.members) {
    const reasons = weighEvidence(compareArticles(features, member.features));
    const score = scoreOf(reasons);
    sum += score;
    if (best === undefined || score > best.score) best = { score, reasons };
  }
  if (best === undefined) return undefined;
  const distance = best.score - sum / story.members.length - DRIFT;
  if (distance <= 0) return best;
  const held = {
    says: 'the other reports of the story are less like it',
    weight: -Math.round(distance * 50) / 100,
  };
  const reasons = [...best.reasons, held];
  return { score: scoreOf(reasons), reasons };
}
