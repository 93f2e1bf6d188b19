import { type Comparison, compareWithStory } from './compare-with-story.ts';
import type { StoryDecision, StoryFeatures, StoryReason, StoryRecord } from './story.ts';
import { type Subject, subjectOf } from './subject.ts';
import { JOIN_AT, reasonsOf, scoreOf, shippedWeights, type Weights } from './weigh-evidence.ts';

/**
 * Decides which of the candidate stories an article belongs to, or that it opens a new one. Candidates share a key
 * and had a report in the window; their order does not matter. Takes a few microseconds for each of their members.
 *
 * @param weights other weights than the shipped ones, for fitting
 */
export function decideStory(
  features: StoryFeatures,
  candidates: readonly StoryRecord[],
  weights: Weights = shippedWeights,
): StoryDecision {
  const subject = subjectOf(features, candidates);
  let best: { storyId: string; score: number; comparison: Comparison } | undefined;
  for (const candidate of candidates) {
    if (candidate.members.length === 0) continue;
    const comparison = compareWithStory(subject, candidate);
    const score = scoreOf(comparison, weights);
    if (best === undefined || score > best.score) best = { storyId: candidate.storyId, score, comparison };
  }
  if (best === undefined) return { kind: 'new', nearest: undefined };
  const nearest = explained(best.storyId, subject, best.comparison, weights);
  return best.score >= JOIN_AT ? { kind: 'join', ...nearest } : { kind: 'new', nearest };
}

/** The score, which is the sum of the reasons shown. */
function explained(
  storyId: string,
  subject: Subject,
  comparison: Comparison,
  weights: Weights,
): { storyId: string; score: number; reasons: StoryReason[] } {
  const reasons = reasonsOf(subject, comparison, weights);
  const score = Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
  return { storyId, score, reasons };
}
