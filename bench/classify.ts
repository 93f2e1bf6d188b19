// Measures microseconds to classify a 5 KB article with the shipped topics, with 97 topics besides on other objects than
// chips, with 97 that combine the shipped concepts in other ways, so that a quarter of them match each article, and with 97
// copies of the shipped ones, which have another threshold or one rule that is changed.
// Compares with one regular expression that is an alternation of all terms, on the same texts. It only finds terms:
// it has no word boundaries in most scripts, no rules, and no offsets in the original text.
// Times are of the processor, so that other work on the machine does not count.
//   npm run bench:classify -- [--rounds 30]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileTopics } from '../src/core/topics/compile-topics.ts';
import { classify } from '../src/core/topics/classify.ts';
import type { TopicDefinitions } from '../src/core/topics/definition.ts';
import type { ClassifiableArticle } from '../src/core/topics/match.ts';
import type { Topics } from '../src/core/topics/topics.ts';
import { readDefinitions } from '../src/pipeline/models/load-topics.ts';
import { withCopies, withOtherObjects, withSameConcepts } from './support/more-topics.ts';

const { values: args } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Number(args.rounds);
const ARTICLE_BYTES = 5_000;
const TOPICS = 100;

const shipped = await readDefinitions('config/topics');
const articles = readArticles();
const started = performance.now();
const few = compileTopics(shipped);
const compiledAfter = performance.now() - started;
const others = compileTopics(withOtherObjects(shipped, TOPICS));
const same = compileTopics(withSameConcepts(shipped, TOPICS));
const naive = alternation(shipped);

const contenders = [
  contender('topics', few),
  contender('topics on other objects', others),
  contender('topics of the same concepts', same),
  ...(['threshold', 'rule'] as const).flatMap((change) =>
    [true, false].map((fitted) =>
      contender(
        `topics, copies with another ${change}${fitted ? ' and fitted weights' : ''}`,
        compileTopics(withCopies(shipped, TOPICS, change, fitted)),
      ),
    ),
  ),
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

function contender(name: string, topics: Topics) {
  const run = (article: ClassifiableArticle) => classify(article, topics).length;
  const matches = articles.reduce((sum, article) => sum + run(article), 0) / articles.length;
  const { length } = topics.topics;
  return { name: `${length} ${name}, ${topics.patterns} terms, ${matches.toFixed(1)} matches`, run };
}

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
