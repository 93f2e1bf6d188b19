// Measures microseconds to classify a 5 KB article with the shipped topics, and with 97 generated topics besides.
// Compares with one regular expression that is an alternation of all terms, on the same texts. It only finds terms:
// it has no word boundaries in most scripts, no rules, and no offsets in the original text.
//   npm run bench:classify -- [--rounds 30]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileTopics } from '../src/core/topics/compile-topics.ts';
import { classify } from '../src/core/topics/classify.ts';
import type { ConceptDefinition, TopicDefinition, TopicDefinitions } from '../src/core/topics/definition.ts';
import type { ClassifiableArticle } from '../src/core/topics/match.ts';
import { readDefinitions } from '../src/pipeline/topics/load-topics.ts';

const { values: args } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Number(args.rounds);
const ARTICLE_BYTES = 5_000;
const TOPICS = 100;

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
    name: `${few.topics.length} topics, ${few.matcher.patterns.length} terms`,
    run: (a: ClassifiableArticle) => classify(a, few).length,
  },
  {
    name: `${hundred.topics.length} topics, ${hundred.matcher.patterns.length} terms`,
    run: (a: ClassifiableArticle) => classify(a, hundred).length,
  },
  {
    name: `regular expression, ${naive.terms} terms`,
    run: ({ title, text }: ClassifiableArticle) =>
      Array.from(`${title}\n\n${text}`.matchAll(naive.pattern)).length,
  },
];
const best = contenders.map(() => Number.POSITIVE_INFINITY);
// Rounds alternate between the contenders, so that a slow minute of the machine affects all of them.
for (let round = 0; round < rounds; round++) {
  for (const [index, { run }] of contenders.entries()) {
    // The expression takes seconds for one round.
    if (index === 2 && round > 1) continue;
    const begin = performance.now();
    for (const article of articles) run(article);
    best[index] = Math.min(best[index]!, ((performance.now() - begin) * 1000) / articles.length);
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

/** Topics of the usual form with invented words and some words of the articles, so that their rules are evaluated. */
function generate(base: TopicDefinitions, count: number): TopicDefinitions {
  const concepts = new Map(base.concepts);
  const topics: TopicDefinition[] = [...base.topics];
  const vocabulary = [...new Set(articles.flatMap(({ text }) => text.match(/\p{L}{6,}/gu) ?? []))];
  let seed = 42;
  const random = (limit: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % limit;
  };
  const syllables = ['ka', 'ron', 'ti', 'vel', 'mo', 'sha', 'lun', 'dre', 'bi', 'gor', 'pe', 'zan'];
  const word = () =>
    Array.from({ length: 3 + random(3) }, () => syllables[random(syllables.length)]!).join('');
  for (let topic = base.topics.length; topic < count; topic++) {
    const ids = Array.from({ length: 6 }, (_, index) => `generated-${topic}-${index}`);
    for (const id of ids) {
      const words = Array.from({ length: 60 }, (_, index) =>
        index === 0 ? vocabulary[random(vocabulary.length)]! : word(),
      );
      const terms = words.map((term) => ({ term, written: term, near: [], words: 0, line: 1 }));
      const concept: ConceptDefinition = {
        id,
        terms: new Map([['*', terms]]),
        except: new Map(),
        file: 'generated',
        line: 1,
      };
      concepts.set(id, concept);
    }
    const template = base.topics[topic % base.topics.length]!.rules[0]!;
    const rules = ids.map((id, index) => ({
      ...template,
      id: `rule-${index}`,
      all: [[id], [ids[(index + 1) % ids.length]!]],
      any: [],
      with: [],
      none: [],
      opening: [],
      article: [],
      affirmed: [],
    }));
    topics.push({
      id: `generated_${topic}`,
      title: 'Generated',
      threshold: 10,
      guard: [],
      rules,
      counter: [],
      stance: new Map(),
      fit: undefined,
      file: 'generated',
      line: 1,
    });
  }
  return { concepts, topics, families: new Map() };
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
