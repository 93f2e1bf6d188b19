import { compareWithStory } from './compare-with-story.ts';
import { type ArrangedArticle, storyOf } from './rearrange-stories.ts';
import type { StoryReason, StoryRecord } from './story.ts';
import { subjectOf } from './subject.ts';
import { reasonsOf, scoreOf, shippedWeights, type Weights } from './weigh-evidence.ts';

/** Articles that are compared pair by pair. Each further article goes to the half it resembles most. */
const MOST_COMPARED = 36;
const MOST_ASSIGNED = 100;
/** The highest average score between the two halves of a split. */
const MOST_BETWEEN = -2;
/** The highest score that any report of one half may have in the other half. */
const MOST_JOINING = -1.5;
/** The score that each report needs with some other report of its half. */
const LEAST_WITHIN = 0;

export interface FoundSplit {
  /** The articles that form the new story: the half without the first report. */
  readonly leaving: ReadonlySet<string>;
  /** The best score of a report of one half in the other; below zero, so it would not join. */
  readonly score: number;
  /** What keeps that report out, strongest reason first. */
  readonly reasons: readonly StoryReason[];
}

/**
 * Decides whether a story has become two: two groups of reports of which none would join the other group today. A
 * single report is no group. Undefined for a story that is one, or where a person's decision keeps it together.
 */
export function findSplit(articles: readonly ArrangedArticle[]): FoundSplit | undefined {
  if (articles.length < 3) return undefined;
  const inTime = articles.toSorted((a, b) => a.features.at - b.features.at);
  const compared = spread(inTime, MOST_COMPARED);
  const halves = cluster(compared, shippedWeights);
  if (halves === undefined) return undefined;
  const [stays, leaves] = halves[0].includes(compared[0]!) ? halves : [halves[1], halves[0]];
  if (Math.min(stays.length, leaves.length) < 2) return undefined;
  const [a, b] = [storyOf('stays', stays), storyOf('leaves', leaves)];
  const nearest = [
    ...leaves.map((one) => scoreIn(one, a, shippedWeights)),
    ...stays.map((one) => scoreIn(one, b, shippedWeights)),
  ].reduce((best, one) => (one.score > best.score ? one : best));
  if (nearest.score > MOST_JOINING) return undefined;
  const leaving = new Set(leaves.map(({ articleId }) => articleId));
  for (const other of inTime.filter((one) => !compared.includes(one)).slice(-MOST_ASSIGNED))
    if (scoreIn(other, b, shippedWeights).score > scoreIn(other, a, shippedWeights).score)
      leaving.add(other.articleId);
  // A person placed these articles in the story, so they stay.
  if (articles.some(({ articleId, pinned }) => pinned && leaving.has(articleId))) return undefined;
  return { leaving, score: Math.round(nearest.score * 100) / 100, reasons: nearest.reasons() };
}

/** The first, the last, and others evenly between them. */
function spread(articles: readonly ArrangedArticle[], most: number): ArrangedArticle[] {
  if (articles.length <= most) return [...articles];
  const step = (articles.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => articles[Math.round(index * step)]!);
}

function scoreIn(
  { features }: ArrangedArticle,
  story: Pick<StoryRecord, 'members'>,
  weights: Weights,
): { score: number; reasons: () => StoryReason[] } {
  const subject = subjectOf(features, []);
  const comparison = compareWithStory(subject, story);
  return { score: scoreOf(comparison, weights), reasons: () => reasonsOf(subject, comparison, weights) };
}

/**
 * The two groups that are least similar, by average linkage; undefined where they are not different enough, or not
 * similar within themselves.
 */
function cluster(
  articles: readonly ArrangedArticle[],
  weights: Weights,
): [ArrangedArticle[], ArrangedArticle[]] | undefined {
  const links = linksOf(articles, weights);
  let groups = articles.map((_, index) => [index]);
  const average = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0;
    for (const x of a) for (const y of b) sum += links[x]![y]!;
    return sum / (a.length * b.length);
  };
  while (groups.length > 2) {
    let best = { link: -Infinity, a: groups[0]!, b: groups[1]! };
    for (const [index, a] of groups.entries())
      for (const b of groups.slice(index + 1)) {
        const link = average(a, b);
        if (link > best.link) best = { link, a, b };
      }
    groups = [...groups.filter((group) => group !== best.a && group !== best.b), [...best.a, ...best.b]];
  }
  const [a, b] = groups as [number[], number[]];
  if (average(a, b) > MOST_BETWEEN || !isCoherent(a, links) || !isCoherent(b, links)) return undefined;
  return [a.map((index) => articles[index]!), b.map((index) => articles[index]!)];
}

/** Whether each report of a group fits at least one other report of it. */
function isCoherent(group: readonly number[], links: readonly Float64Array[]): boolean {
  return group.every((one) => {
    const others = group.filter((other) => other !== one);
    return others.some((other) => links[one]![other]! >= LEAST_WITHIN);
  });
}

/** The score of each pair: the better of both directions. */
function linksOf(articles: readonly ArrangedArticle[], weights: Weights): Float64Array[] {
  const links = articles.map(() => new Float64Array(articles.length));
  for (const [x, { articleId, features }] of articles.entries()) {
    const subject = subjectOf(features, []);
    for (const [y, other] of articles.entries()) {
      if (other.articleId === articleId) continue;
      const members = [{ articleId: other.articleId, features: other.features }];
      const score = scoreOf(compareWithStory(subject, { members }), weights);
      links[x]![y] = Math.max(score, y < x ? links[y]![x]! : -Infinity);
      if (y < x) links[y]![x] = links[x]![y]!;
    }
  }
  return links;
}
