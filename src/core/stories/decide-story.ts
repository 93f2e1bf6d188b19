import { type Comparison, compareWithStory, emptyComparison } from './compare-with-story.ts';
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
  let odds = 1;
  let spare = emptyComparison(subject);
  for (const candidate of candidates) {
    if (candidate.members.length === 0) continue;
    const comparison = compareWithStory(subject, candidate, spare);
    const score = scoreOf(comparison, weights);
    odds += Math.exp(score);
    if (best !== undefined && score <= best.score) continue;
    spare = best?.comparison ?? emptyComparison(subject);
    best = { storyId: candidate.storyId, score, comparison };
  }
  if (best === undefined) return { kind: 'new', nearest: undefined };
  const rivalry = rivalryOf(best.score, odds);
  const nearest = explained(best.storyId, subject, best.comparison, weights, rivalry);
  return best.score - rivalry >= JOIN_AT ? { kind: 'join', ...nearest } : { kind: 'new', nearest };
}

/** How well other stories may fit, in log-odds, before they lower the score of the best one. */
const RIVALRY_ALLOWED = 0.5;
/**
 * The most by which other stories lower the score. A better score always joins: a copy of a text that is in several
 * stories joins the best of them.
 */
const MOST_RIVALRY = 1.5;

/**
 * How much the other candidates lower the score of the best one. Only one story can be right. Where several fit
 * equally well, each is likely to fit by chance.
 *
 * @param odds 1 and the odds of all candidates, the best one among them
 */
function rivalryOf(best: number, odds: number): number {
  const others = Math.log(Math.max(1, odds - Math.exp(best)));
  return Math.min(MOST_RIVALRY, Math.max(0, others - RIVALRY_ALLOWED));
}

/** The score, which is the sum of the reasons shown. */
function explained(
  storyId: string,
  subject: Subject,
  comparison: Comparison,
  weights: Weights,
  rivalry: number,
): { storyId: string; score: number; reasons: StoryReason[] } {
  const reasons = reasonsOf(subject, comparison, weights);
  const against = Math.round(rivalry * 100) / 100;
  if (against > 0) {
    const at = reasons.findIndex(({ weight }) => Math.abs(weight) < against);
    const rival = { says: 'other stories fit nearly as well', weight: -against };
    reasons.splice(at === -1 ? reasons.length : at, 0, rival);
  }
  const score = Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
  return { storyId, score, reasons };
}
