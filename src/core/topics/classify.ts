import { findTerms } from './find-evidence.ts';
import { HitIndex } from './hit-index.ts';
import { MatchMaker } from './match-maker.ts';
import type { ClassifiableArticle, Match } from './match.ts';
import { type TopicScore, scoreTopic } from './score-topic.ts';
import type { Topics } from './topics.ts';

/**
 * The topics of an article, sure or possible, strongest first, with the sentences that matched. With language `und`
 * every lexicon whose script occurs is tried separately, so that no rule mixes words of two languages. Matches that rest on
 * the same sentences share their passages.
 */
export function classify(article: ClassifiableArticle, topics: Topics): Match[] {
  const reading = findTerms(article, topics);
  const best = new Map<string, { readonly found: TopicScore; readonly maker: MatchMaker }>();
  for (const matched of reading.found) {
    if (matched.hits.length === 0) continue;
    const index = new HitIndex(reading, topics, matched);
    const maker = new MatchMaker(index, article);
    for (const topic of topics.topics) {
      const found = scoreTopic(topic, index);
      if (found.level === undefined) continue;
      const before = best.get(topic.id)?.found;
      if (before === undefined || isStronger(found, before)) best.set(topic.id, { found, maker });
    }
  }
  return [...best.values()].map(({ found, maker }) => maker.match(found)).sort(byConfidence);
}

/** Strongest first. */
export function byConfidence(a: Match, b: Match): number {
  return b.confidence - a.confidence;
}

function isStronger(one: TopicScore, other: TopicScore): boolean {
  return (
    one.confidence > other.confidence || (one.confidence === other.confidence && one.score > other.score)
  );
}
