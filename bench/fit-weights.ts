import { compareWithStory } from '../src/core/stories/compare-with-story.ts';
import { subjectOf } from '../src/core/stories/subject.ts';
import { EVIDENCE, INDEX } from '../src/core/stories/evidence.ts';
import { MAX_CANDIDATES, STORY_WINDOW_MS } from '../src/core/stories/limits.ts';
import type { FeaturedArticle, StoryRecord } from '../src/core/stories/story.ts';
import { joinStory, openStory } from '../src/core/stories/story-record.ts';
import { StoryIndex } from './story-index.ts';
import type { LabelledArticle } from './story-set.ts';

/** An article compared with a story that contains all earlier reports of an event, or one of them. */
export interface Instance {
  readonly values: Float64Array;
  readonly belongs: boolean;
  readonly weight: number;
}

/** A pair with one report of a story counts less than one with the whole story. */
const PART = 0.4;
/** The weight of a pair from different events. A service meets more unrelated reports than a labelled set contains. */
const STRANGERS = 2;
/**
 * All pairs are used a second time as if all reports came at the same time, so that the weights do not rely on time
 * where the text should decide.
 */
const AT_ONCE = 0.5;
const RIDGE = 0.006;
const STEPS = 1_500;
const RATE = 0.05;

/**
 * Goes through a set in order of time, with the stories as labelled, and compares each article with its candidates.
 */
export function instancesOf(
  articles: readonly LabelledArticle[],
  featured: readonly FeaturedArticle[],
): Instance[] {
  const index = new StoryIndex(STORY_WINDOW_MS, MAX_CANDIDATES * 4);
  const reports = new Map<string, number[]>();
  const found: Instance[] = [];
  const note = (values: Float64Array, belongs: boolean, share: number): void => {
    const weight = share * (belongs ? 1 : STRANGERS);
    found.push({ values, belongs, weight });
    const atOnce = Float64Array.from(values);
    atOnce[INDEX.days] = 0;
    found.push({ values: atOnce, belongs, weight: weight * AT_ONCE });
  };
  for (const [at, { id, event }] of articles.entries()) {
    const article = featured[at]!;
    const candidates = new Map<string, StoryRecord>(
      index.candidates(article.keys, article.features.at).map((story) => [story.storyId, story]),
    );
    const own = index.records.get(event);
    if (own !== undefined && own.lastReport >= article.features.at - STORY_WINDOW_MS)
      candidates.set(event, own);
    const subject = subjectOf(article.features, [...candidates.values()]);
    for (const [storyId, story] of candidates) {
      const belongs = storyId === event;
      note(compareWithStory(subject, story).values, belongs, 1);
      const members = reports.get(storyId) ?? [];
      if (members.length < 2) continue;
      for (const number of new Set([0, (at * 7) % members.length, (at * 3 + 1) % members.length])) {
        const { features } = featured[members[number]!]!;
        const part = { members: [{ articleId: String(number), features }] };
        note(compareWithStory(subject, part).values, belongs, PART);
      }
    }
    index.store(own === undefined ? openStory(event, id, article) : joinStory(own, id, article));
    reports.set(event, [...(reports.get(event) ?? []), at]);
  }
  return found;
}

/**
 * Logistic regression with a ridge penalty and fixed signs, by Adam (Kingma and Ba 2015). Each author has the same
 * weight, however many reports they wrote. Deterministic.
 */
export function fitWeights(authors: readonly (readonly Instance[])[]): Float64Array {
  const weights = new Float64Array(EVIDENCE.length);
  const mean = new Float64Array(EVIDENCE.length);
  const square = new Float64Array(EVIDENCE.length);
  const reports = authors.map((instances) =>
    instances.reduce((sum, { belongs, weight }) => sum + (belongs ? weight : 0), 0),
  );
  const roots = reports.reduce((sum, count) => sum + Math.sqrt(count), 0);
  const shares = reports.map((count) => Math.sqrt(count) / roots / count);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = new Float64Array(EVIDENCE.length);
    for (const [author, instances] of authors.entries())
      for (const { values, belongs, weight } of instances) {
        let sum = 0;
        for (let k = 0; k < values.length; k += 1) sum += weights[k]! * values[k]!;
        const error = (1 / (1 + Math.exp(-sum)) - (belongs ? 1 : 0)) * weight * shares[author]!;
        for (let k = 0; k < values.length; k += 1) slope[k]! += error * values[k]!;
      }
    for (const [k, [name, sign, least = 0]] of EVIDENCE.entries()) {
      const ridge = name === 'bias' ? 0 : RIDGE * weights[k]!;
      const gradient = slope[k]! + ridge;
      mean[k] = 0.9 * mean[k]! + 0.1 * gradient;
      square[k] = 0.999 * square[k]! + 0.001 * gradient * gradient;
      const size = Math.sqrt(square[k]! / (1 - 0.999 ** step)) + 1e-8;
      const moved = weights[k]! - (RATE * (mean[k]! / (1 - 0.9 ** step))) / size;
      weights[k] = sign === 0 ? moved : sign * Math.max(least, sign * moved);
    }
  }
  return weights;
}
