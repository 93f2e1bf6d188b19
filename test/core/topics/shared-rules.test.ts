import { expect, test } from 'vitest';
import { type Change, withCopies, withSameConcepts } from '../../../bench/support/more-topics.ts';
import { packShared, unpackShared } from '../../../src/io/cache/shared-archive.ts';
import { classify } from '../../../src/core/topics/classify.ts';
import { compileTopics } from '../../../src/core/topics/compile-topics.ts';
import type { TopicDefinition, TopicDefinitions } from '../../../src/core/topics/definition.ts';
import { explain } from '../../../src/core/topics/explain.ts';
import type { ClassifiableArticle } from '../../../src/core/topics/match.ts';
import type { Topics } from '../../../src/core/topics/topics.ts';
import { readDefinitions } from '../../../src/pipeline/models/load-topics.ts';
import { compileYaml, topicWith } from './compile-yaml.ts';

const shipped = await readDefinitions('config/topics');

const report = {
  title: 'China bans exports of Nvidia H20 chips, customs seize smuggled processors',
  text: [
    'The commerce ministry in Beijing has banned the sale of H20 chips without a licence.',
    'Customs officers in Shenzhen seized two hundred smuggled processors at the port and checked every consignment.',
    'Huawei replaces foreign chips with its own Ascend processors, which are made at home instead of imported.',
    'It rained on the market square, and people went home early. '.repeat(30),
    'The ministry may relax the ban on chips in June.',
  ].join(' '),
};
const articles: readonly ClassifiableArticle[] = [
  { ...report, language: 'eng' },
  report,
  { title: 'Market report', text: `${report.text}\n\n${report.title}.`, language: 'eng' },
  {
    title: '海关查获走私芯片',
    text: '海关在深圳查获两百枚走私芯片。商务部禁止出口H20芯片。',
    language: 'zho',
  },
];

/** The shipped topics, and further ones that share some of their rules, of each kind as many. */
function related(): TopicDefinitions {
  const count = 2 * shipped.topics.length;
  const copies = (change: Change, fitted: boolean) => withCopies(shipped, count, change, fitted);
  const kinds: readonly TopicDefinitions[] = [
    copies('threshold', false),
    copies('threshold', true),
    copies('rule', false),
    copies('rule', true),
    withSameConcepts(shipped, count),
    changed(copies('threshold', false), ({ rules }, at) => ({
      rules: rules.map((rule, index) =>
        (index + at) % 3 === 0 ? { ...rule, id: `${rule.id}-b`, weight: rule.weight + 2 } : rule,
      ),
    })),
    changed(copies('threshold', true), () => ({ guard: [] })),
    changed(copies('threshold', true), () => ({ counter: [] })),
    changed(copies('threshold', false), ({ stance }) => ({ stance: new Map([...stance].slice(0, 2)) })),
    changed(copies('threshold', false), () => ({ impliedStance: new Map() })),
  ];
  const further = kinds.flatMap(({ topics }, kind) =>
    topics.slice(shipped.topics.length).map((topic) => ({ ...topic, id: `${topic.id}_${kind}` })),
  );
  return { ...shipped, topics: [...shipped.topics, ...further] };
}

function changed(
  definitions: TopicDefinitions,
  change: (topic: TopicDefinition, at: number) => Partial<TopicDefinition>,
): TopicDefinitions {
  return {
    ...definitions,
    topics: definitions.topics.map((topic, at) => ({ ...topic, ...change(topic, at) })),
  };
}

const compiled = compileTopics(related());

test('topics with equal rules say what each says alone', () => {
  const alone = compiled.topics.map((topic) => ({ ...compiled, topics: [topic] }));
  for (const article of articles) {
    const found = new Map(classify(article, compiled).map((match) => [match.topic, match]));
    const explained = explain(article, compiled);
    for (const [at, { id }] of compiled.topics.entries()) {
      expect(found.get(id)).toEqual(classify(article, alone[at]!)[0]);
      expect(explained.topics[at]).toEqual(explain(article, alone[at]!).topics[0]);
    }
  }
});

const rulesOf = ({ topics }: Topics) => topics.map(({ rules }) => rules);

test('equal rules are one object, in another thread too', () => {
  for (const topics of [compiled, unpackShared(packShared(compiled)) as Topics]) {
    const own = rulesOf(topics);
    const kind = (number: number) => own[(number + 1) * shipped.topics.length]!;
    expect(own[0]!.length).toBeGreaterThan(5);
    for (const [at, rule] of own[0]!.entries()) expect(kind(0)[at]).toBe(rule);
    expect(topics.topics[6]!.fit).toBe(topics.topics[0]!.fit);
    expect(topics.topics[3]!.counter).toBe(topics.topics[0]!.counter);
    const apart = kind(4).filter((rule) => !own[0]!.includes(rule));
    expect(apart.length).toBeGreaterThan(5);
    expect(apart.some(({ isShared }) => isShared)).toBe(false);
    expect(own[0]!.every(({ isShared }) => isShared)).toBe(true);
    expect(kind(2).filter((rule) => !own[0]!.includes(rule))).toHaveLength(1);
  }
});

test('matches that rest on the same sentences share their passages', () => {
  const found = new Map(classify(articles[0]!, compiled).map((match) => [match.topic, match]));
  const [copy, other] = [found.get('chip_ban_3_0')!, found.get('chip_ban_3_8')!];
  expect(copy.passages.length).toBeGreaterThan(0);
  expect(other.passages).toBe(copy.passages);
});

const SAYS = 'all: [[state, maker], ban, chip]';
const TEXTS = [
  'Beijing bans chips.',
  'Beijing does not ban chips.',
  'Beijing bans patent chips from Nvidia.',
  'Beijing bans toys. Chips, too.',
  'Beijing bans toys of many kinds and of many makers and chips.',
];

test('rules that differ in one key are not taken for equal', () => {
  const variants = [
    SAYS,
    `${SAYS}, within: paragraph`,
    `${SAYS}, within: 4 words`,
    `${SAYS}, in: [title]`,
    `${SAYS}, none: [patent]`,
    `${SAYS}, with: [[patent]]`,
    `${SAYS}, opening: [[maker]]`,
    `${SAYS}, article: [[maker]]`,
    `${SAYS}, affirmed: [ban]`,
    `${SAYS}, any: [patent]`,
    'all: [state, ban, chip]',
    'all: [ban, chip]',
  ];
  const topic = (rule: string, at: number) =>
    topicWith(`  - { id: r, weight: 10, ${rule} }`).replace('topic: bans', `topic: bans-${at}`);
  const bare = (rule: string, at: number) => topic(rule, at).replace(/concepts:[^]*/, '');
  const together = compileYaml(...variants.map((rule, at) => (at === 0 ? topic(rule, at) : bare(rule, at))));
  expect(new Set(together.topics.map(({ rules }) => rules[0])).size).toBe(variants.length);
  const apart = variants.map((rule, at) => compileYaml(topic(rule, at)));
  for (const text of TEXTS) {
    const article = { title: 'News', text, language: 'eng' };
    const found = new Map(classify(article, together).map((match) => [match.topic, match]));
    for (const [at, topics] of apart.entries()) {
      const [alone] = classify(article, topics);
      const { version: _own, ...own } = alone ?? { version: '' };
      const { version: _shared, ...shared } = found.get(`bans-${at}`) ?? { version: '' };
      expect({ at, ...shared }).toEqual({ at, ...own });
    }
  }
});
