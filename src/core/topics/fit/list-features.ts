import { ALL_LANGUAGES } from '../languages.ts';
import type { ScoredRules } from '../score-topic.ts';
import type { Topics } from '../topics.ts';
import { type EvidenceSource, RULE_WORTH, gatherEvidence, scoreValue, shapeValue } from './evidence.ts';
import { type Feature, featureName } from './feature.ts';
import { pairOf } from './pair-key.ts';
import { SHAPES } from './shape.ts';

/** Every feature of an article, or of a sentence, with its value, by name. */
export function listFeatures(
  source: EvidenceSource,
  found: ScoredRules,
  topics: Topics,
): Map<string, number> {
  const evidence = gatherEvidence(source, undefined);
  const { title, opening, text, many, length, language } = evidence;
  const features = new Map<string, number>();
  const add = (feature: Feature, value: number) => features.set(featureName(feature), value);
  const names = [...topics.concepts, ...topics.families.names];
  for (const [concept, value] of text.entries()) {
    if (value === 0) continue;
    const name = names[concept]!;
    add({ kind: 'text', concept: name }, value);
    if (title[concept]! > 0) add({ kind: 'title', concept: name }, title[concept]!);
    if (opening[concept]! > 0) add({ kind: 'opening', concept: name }, opening[concept]!);
    if (many[concept]! > 0) add({ kind: 'many', concept: name }, many[concept]!);
  }
  for (const [kind, pairs] of [
    ['pair', evidence.pairs],
    ['again', evidence.again],
  ] as const) {
    for (const [key, value] of pairs) {
      const [concept, other] = pairOf(key)
        .map((number) => names[number]!)
        .sort();
      add({ kind, concept: concept!, other: other! }, value);
    }
  }
  if (language !== ALL_LANGUAGES) add({ kind: 'language', id: language }, 1);
  for (const [id, value] of found.ruleWorth) add({ kind: 'rule', id }, RULE_WORTH * value);
  for (const { id } of found.counters) add({ kind: 'counter', id }, 1);
  for (const id of SHAPES) add({ kind: 'shape', id }, shapeValue(id, evidence, found));
  add({ kind: 'score' }, scoreValue(found));
  add({ kind: 'length' }, length);
  return features;
}
