import type { Firing } from './fire-rules.ts';
import type { HitIndex } from './hit-index.ts';
import { isNamedIn } from './hits-in-sentence.ts';
import type { RuleEvidence } from './scored-rules.ts';
import type { GroupIndex } from './meaning-table.ts';
import type { CompiledTopic } from './topics.ts';

/** The share that a second rule in the same sentence adds. */
export const SECOND_RULE_WORTH = 0.2;

/**
 * What the rules find in one sentence of the text as if it was the whole article.
 *
 * @param firings the firings that have all of their evidence in the sentence, strongest first
 */
export function scoreOneSentence(
  { counter }: CompiledTopic,
  sentence: number,
  firings: readonly Firing[],
  index: HitIndex,
): RuleEvidence {
  const names = (group: GroupIndex) => isNamedIn(index.of(group), sentence);
  const counters = counter
    .filter(
      ({ any, unless, zones }) =>
        (zones.length === 0 || zones.some((zone) => zone !== 'title')) &&
        index.has(any) &&
        names(any) &&
        !(unless !== undefined && names(unless)),
    )
    .map(({ id, subtract }) => ({ id, subtract }));
  const ruleWorth = new Map(firings.map(({ rule }) => [rule.id, 1]));
  const weights = new Map(firings.map(({ rule }) => [rule.id, rule.weight]));
  let score = 0;
  for (const weight of weights.values()) score += weight * (score === 0 ? 1 : SECOND_RULE_WORTH);
  for (const { subtract } of counters) score -= subtract;
  return { score: Math.max(0, score), firings, counters, ruleWorth };
}
