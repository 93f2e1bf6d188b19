import { compareWithStory } from './compare-with-story.ts';
import { CONTRADICTING_FACTS, type EvidenceName, INDEX } from './evidence.ts';
import { MERGE_WINDOW_MS } from './limits.ts';
import type { StoryFeatures, StoryReason, StoryRecord } from './story.ts';
import { subjectOf } from './subject.ts';
import { reasonsOf, scoreOf, shippedWeights, type Weights } from './weigh-evidence.ts';

/** The score with which the report must join each of the two stories. */
const JOIN_BOTH_AT = 1.5;
/** The share of the report's main items that must be main items of each story too. */
const LEADING_SHARE = 0.3;
/**
 * The lowest score between the two stories themselves. Their words may differ, but they must have something in
 * common.
 */
const LEAST_BETWEEN = -8;

/** Differences that prove that two reports are about different events. */
const CONTRADICTIONS: readonly EvidenceName[] = [
  ...CONTRADICTING_FACTS,
  'otherEdition',
  'nextEdition',
  'otherModels',
  'otherPlaces',
  'otherPersons',
  'roundUp',
  'analysis',
  'refilled',
];

export interface FoundMerge {
  /** The older story, which keeps its id. */
  readonly into: StoryRecord;
  readonly from: StoryRecord;
  /** Why the report belongs to the story that ends, strongest reason first. */
  readonly score: number;
  readonly reasons: readonly StoryReason[];
}

/**
 * Decides whether an article shows that two young stories are one: it joins both with a high score, because of its
 * main items, and nothing contradicts. A round-up or an analysis names many events and proves nothing.
 *
 * @param candidates the stories that the article was compared with
 */
export function findMerge(
  features: StoryFeatures,
  candidates: readonly StoryRecord[],
): FoundMerge | undefined {
  if (features.genre !== undefined) return undefined;
  const young = candidates.filter(
    ({ firstReport, members }) => members.length > 0 && isYoung(firstReport, features.at),
  );
  // Most articles end here, without being compared again.
  if (young.length < 2) return undefined;
  const subject = subjectOf(features, candidates);
  const bridged = young
    .map((story) => ({ story, comparison: compareWithStory(subject, story) }))
    .map(({ story, comparison }) => ({ story, comparison, score: scoreOf(comparison, shippedWeights) }))
    .filter(({ comparison: { values }, score }) => {
      const leads = Math.max(values[INDEX.lead]!, values[INDEX.leadIdeas]!, values[INDEX.copied]!);
      return score >= JOIN_BOTH_AT && leads >= LEADING_SHARE && !contradicts(values);
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 2);
  const [one, two] = bridged.toSorted((a, b) => a.story.firstReport - b.story.firstReport);
  if (one === undefined || two === undefined) return undefined;
  if (two.story.members.some((member) => !mayBeOne(member.features, one.story, shippedWeights)))
    return undefined;
  const reasons = reasonsOf(subject, two.comparison, shippedWeights);
  return { into: one.story, from: two.story, score: Math.round(two.score * 100) / 100, reasons };
}

function isYoung(firstReport: number, at: number): boolean {
  return Math.abs(at - firstReport) <= MERGE_WINDOW_MS;
}

function mayBeOne(features: StoryFeatures, story: StoryRecord, weights: Weights): boolean {
  const comparison = compareWithStory(subjectOf(features, []), story);
  return !contradicts(comparison.values) && scoreOf(comparison, weights) >= LEAST_BETWEEN;
}

function contradicts(values: Float64Array): boolean {
  return CONTRADICTIONS.some((name) => values[INDEX[name]]! > 0);
}
