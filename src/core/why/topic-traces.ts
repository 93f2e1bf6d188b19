import { anyConceptInWords } from '../messages/concept-words.ts';
import type { Explanation, TopicExplanation } from '../topics/explain.ts';
import type { TopicTrace } from './trace.ts';

const MISSES = 3;

/** The stored result of each topic beside the result of today's rules: matched topics first, then the closest. */
export function topicTraces(
  stored: readonly (NonNullable<TopicTrace['matched']> & { readonly topic: string })[],
  explanation: Explanation,
): TopicTrace[] {
  const now = new Map(explanation.topics.map((topic) => [topic.topic, topic]));
  const matched = stored.map(({ topic, ...match }): TopicTrace => {
    const today = now.get(topic);
    now.delete(topic);
    return { topic, matched: match, today: today && toToday(today) };
  });
  const others = [...now.values()]
    .sort((a, b) => b.confidence - a.confidence || b.score - a.score)
    .map((topic): TopicTrace => ({ topic: topic.topic, matched: undefined, today: toToday(topic) }));
  return [...matched, ...others];
}

function toToday(topic: TopicExplanation): NonNullable<TopicTrace['today']> {
  return {
    level: topic.level,
    confidence: topic.confidence,
    needs: topic.cuts.possible,
    misses: topic.level === undefined ? missesOf(topic) : [],
  };
}

function missesOf({ missingGuard, rules }: TopicExplanation): string[] {
  const guards = missingGuard.map((group) => `the text names none of ${anyConceptInWords(group)}`);
  const near = rules
    .flatMap(({ id, weight, nearMiss }) => (nearMiss === undefined ? [] : [{ id, weight, ...nearMiss }]))
    .sort((a, b) => a.missing.length - b.missing.length || b.weight - a.weight)
    .slice(0, MISSES)
    .map(({ id, weight, missing, reason, passage }) => {
      const lacks = reason ?? missing.map((group) => `it lacks ${anyConceptInWords(group)}`).join(', and ');
      return `rule ${id} (${weight}) nearly fired on “${passage.text}”: ${lacks}`;
    });
  return [...guards, ...near];
}
