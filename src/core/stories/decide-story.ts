import { compareArticles } from './compare-articles.ts';
import type { StoryDecision, StoryFeatures, StoryReason, StoryRecord } from './story.ts';
import { JOIN_AT, scoreOf, weighEvidence } from './weigh-evidence.ts';

/** With this many members, a single one that is like the article does not speak for all … */
const CROWD = 3;
/** … but the second most like it has this share of the say. */
const SECOND_SAY = 0.35;
/** A copy belongs where its original is, whatever the others say. */
const COPY = 0.5;

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

/** The member that is most like the article speaks for its story, held back by the next. */
function judge(
  features: StoryFeatures,
  story: StoryRecord,
): { score: number; reasons: StoryReason[] } | undefined {
  const judged = story.members
    .map((member) => {
      const comparison = compareArticles(features, member.features);
      const reasons = weighEvidence(comparison);
      return { score: scoreOf(reasons), reasons, copied: comparison.copied };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = judged;
  if (best === undefined) return undefined;
  const { score, reasons, copied } = best;
  if (second === undefined || judged.length < CROWD || copied >= COPY) return { score, reasons };
  const weight = Math.round((second.score - score) * SECOND_SAY * 100) / 100;
  return weighed([...reasons, { says: 'the other reports of the story are less like it', weight }]);
}

function weighed(reasons: StoryReason[]): { score: number; reasons: StoryReason[] } {
  return {
    score: scoreOf(reasons),
    reasons: reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}
