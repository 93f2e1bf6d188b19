// Measures microseconds to classify a 5 KB article with the shipped topics, and with 97 topics besides that combine the
// shipped concepts in other ways.
// Compares with one regular expression that is an alternation of all terms, on the same texts. It only finds terms:
// it has no word boundaries in most scripts, no rules, and no offsets in the original text.
// Times are of the processor, so that other work on the machine does not count.
//   npm run bench:classify -- [--rounds 30]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileTopics } from '../src/core/topics/compile-topics.ts';
import { classify } from '../src/core/topics/classify.ts';
import type { TopicDefinition, TopicDefinitions } from '../src/core/topics/definition.ts';
import type { ClassifiableArticle } from '../src/core/topics/match.ts';
import { readDefinitions } from '../src/pipeline/topics/load-topics.ts';

const { values: args } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Number(args.rounds);
const ARTICLE_BYTES = 5_000;
const TOPICS = 100;
/** Concepts in each generated topic, and the most groups of them in one of its rules. */
const CONCEPTS = 8;
const GROUPS = 3;

const shipped = await readDefinitions('config/topics');
const articles = readArticles();
const many = generate(shipped, TOPICS);
const started = performance.now();
const few = compileTopics(shipped);
const compiledAfter = performance.now() - started;
const hundred = compileTopics(many);
const naive = alternation(shipped);

const contenders = [
  {
    name: `${few.topics.length} topics, ${few.patterns} terms`,
    run: (a: ClassifiableArticle) => classify(a, few).length,
  },
  {
    name: `${hundred.topics.length} topics, ${hundred.patterns} terms`,
    run: (a: ClassifiableArticle) => classify(a, hundred).length,
  },
  {
    name: `regular expression, ${naive.terms} terms`,
    run: ({ title, text }: ClassifiableArticle) =>
      Array.from(`${title}\n\n${text}`.matchAll(naive.pattern)).length,
  },
];
/** The expression takes a second for one article: it is tried on a few, once. */
const NAIVE_ARTICLES = 3;
const best = contenders.map(() => Number.POSITIVE_INFINITY);
// Rounds alternate between the contenders, so that a slow minute of the machine affects all of them.
for (let round = 0; round < rounds; round++) {
  for (const [index, { run }] of contenders.entries()) {
    const isNaive = index === contenders.length - 1;
    if (isNaive && round > 0) continue;
    const own = isNaive ? articles.slice(0, NAIVE_ARTICLES) : articles;
    const begin = process.cpuUsage();
    for (const article of own) run(article);
    const { user, system } = process.cpuUsage(begin);
    best[index] = Math.min(best[index]!, (user + system) / own.length);
  }
}

const bytes =
  articles.reduce((sum, { title, text }) => sum + Buffer.byteLength(title + text), 0) / articles.length;
console.log(
  `${articles.length} articles of ${(bytes / 1000).toFixed(1)} KB, best of ${rounds} rounds, Node ${process.version}; ` +
    `compiling the shipped topics took ${compiledAfter.toFixed(0)} ms`,
);
console.table(
  Object.fromEntries(
    contenders.map(({ name }, index) => [
      name,
      { 'µs per article': Math.round(best[index]!), ratio: Number((best[index]! / best[0]!).toFixed(2)) },
    ]),
  ),
);

/** Labelled items of one language, joined until the text is long enough. */
function readArticles(): ClassifiableArticle[] {
  const items = readFileSync('fixtures/labelled.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { lang: string; title: string; body: string });
  return [...Map.groupBy(items, (item) => item.lang)].flatMap(([language, own]) => {
    const found: ClassifiableArticle[] = [];
    let text = '';
    for (const { title, body } of own) {
      text += `${text === '' ? '' : '\n\n'}${body}`;
      if (Buffer.byteLength(text) < ARTICLE_BYTES) continue;
      found.push({ title, text, language });
      text = '';
    }
    return found;
  });
}

/**
 * Adds topics over the shipped concepts, so that their rules are tried on the words of the articles. Each topic has the
 * rules of a shipped one, with other concepts in their place, and no fitted weights.
 */
function generate(base: TopicDefinitions, count: number): TopicDefinitions {
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

/** Every term of the shipped lexicons as a regular expression; wild cards and alternatives keep their meaning. */
function alternation({ concepts }: TopicDefinitions): { readonly pattern: RegExp; readonly terms: number } {
  const terms = [...concepts.values()].flatMap(({ terms }) => [...terms.values()].flat());
  const sources = terms.map(({ term }) =>
    term
      .replace(/^=/, '')
      .replaceAll(/[.+?^${}[\]\\/]/g, '\\$&')
      .replaceAll('(', '(?:')
      .replaceAll('*', '\\p{L}*'),
  );
  return { pattern: new RegExp(sources.join('|'), 'giu'), terms: terms.length };
}
