import { readFileSync } from 'node:fs';
import type { Group, TopicDefinition, TopicDefinitions } from '../../src/core/topics/definition.ts';
import { parseTopicFiles } from '../../src/core/topics/parse-topics.ts';

const OBJECTS = 'bench/support/other-objects.yaml';

/**
 * Adds topics as a reader with other interests has them: the shipped measures, checks and substitutes, on batteries, ships
 * or vaccines instead of chips. The weights are those of the rules.
 */
export function withOtherObjects(base: TopicDefinitions, count: number): TopicDefinitions {
  const { concepts } = parseTopicFiles([{ file: OBJECTS, source: readFileSync(OBJECTS, 'utf8') }]);
  const objects = [...concepts.keys()];
  const topics = [...base.topics];
  for (let number = 0; topics.length < count; number++) {
    const object = objects[Math.floor(number / base.topics.length) % objects.length]!;
    topics.push(onObject(base.topics[number % base.topics.length]!, object));
  }
  return { ...base, concepts: new Map([...base.concepts, ...concepts]), topics };
}

/** The topic with the object in place of all that the first line of its guard names. */
function onObject(topic: TopicDefinition, object: string): TopicDefinition {
  const replaced = new Set(topic.guard[0]);
  const swap = (group: Group) => [
    ...new Set(group.map((concept) => (replaced.has(concept) ? object : concept))),
  ];
  const all = (groups: readonly Group[]) => groups.map(swap);
  const rules = topic.rules.map((rule) => ({
    ...rule,
    all: all(rule.all),
    any: swap(rule.any),
    with: all(rule.with),
    none: swap(rule.none),
    opening: all(rule.opening),
    article: all(rule.article),
    affirmed: swap(rule.affirmed),
  }));
  return {
    ...topic,
    id: `${topic.id}_${object}`,
    guard: all(topic.guard),
    // A rule may need nothing but a word for home-made chips; there is no such word for other objects.
    rules: rules.filter((rule) => rule.all.some((group) => !group.includes(object))),
    fit: undefined,
  };
}

/** Concepts in each generated topic, and the most groups of them in one of its rules. */
const CONCEPTS = 8;
const GROUPS = 3;

/** What an operator changes in a copy: the threshold, or a rule, which is another one in each copy. */
export type Change = 'threshold' | 'rule';

/**
 * Adds copies of the shipped topics, which match what these match. A copy has the weights of its rules, as a file that is
 * copied under another name has, or with `fitted` the weights of the original.
 */
export function withCopies(
  base: TopicDefinitions,
  count: number,
  change: Change,
  fitted: boolean,
): TopicDefinitions {
  const ids = [...base.concepts.keys()];
  const topics: TopicDefinition[] = [...base.topics];
  for (let number = base.topics.length; number < count; number++) {
    const original = base.topics[number % base.topics.length]!;
    topics.push({
      ...original,
      id: `${original.id}_${number}`,
      threshold: original.threshold + (change === 'threshold' ? (number % 7) / 2 - 1.5 : 0),
      rules: change === 'rule' ? widened(original.rules, number, ids) : original.rules,
      fit: fitted ? original.fit : undefined,
    });
  }
  return { ...base, topics };
}

/** One of the rules also takes another concept in its first group. */
function widened(
  rules: TopicDefinition['rules'],
  number: number,
  ids: readonly string[],
): TopicDefinition['rules'] {
  const at = Math.floor(number / 3) % rules.length;
  const further = ids[(number * 37) % ids.length]!;
  return rules.map((rule, index) =>
    index === at ? { ...rule, all: rule.all.with(0, [...new Set([...rule.all[0]!, further])]) } : rule,
  );
}

/**
 * Adds topics over the shipped concepts, so that their rules are tried on the words of the articles, and a quarter of the
 * topics match each article. Each has the rules of a shipped one, with other concepts in their place, and no guard.
 */
export function withSameConcepts(base: TopicDefinitions, count: number): TopicDefinitions {
  let seed = 42;
  const random = (limit: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % limit;
  };
  const ids = [...base.concepts.keys()];
  const topics: TopicDefinition[] = [...base.topics];
  for (let number = base.topics.length; number < count; number++) {
    const own = Array.from({ length: CONCEPTS }, () => ids[random(ids.length)]!);
    const group = () => [own[random(CONCEPTS)]!, own[random(CONCEPTS)]!];
    const template = base.topics[number % base.topics.length]!;
    topics.push({
      ...template,
      id: `generated_${number}`,
      title: 'Generated',
      guard: [],
      rules: template.rules.map((rule) => ({
        ...rule,
        all: Array.from({ length: Math.min(GROUPS, rule.all.length) }, group),
        any: [],
        with: [],
        none: [own[random(CONCEPTS)]!],
        opening: [],
        article: [],
        affirmed: [],
      })),
      fit: undefined,
    });
  }
  return { ...base, topics };
}
